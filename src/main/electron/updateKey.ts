import { app } from 'electron'

/** Put in by the build from BIAOZHI_UPDATE_PUBLIC_KEY: Ed25519, DER (SPKI) in base64; empty in an unsigned build. */
declare const __UPDATE_PUBLIC_KEY__: string

/** The key that updates are checked with. Only while developing may the environment name another. */
export function updatePublicKey(): string {
  const built = __UPDATE_PUBLIC_KEY__
  return app.isPackaged ? built : (process.env['BIAOZHI_UPDATE_PUBLIC_KEY'] ?? built)
}

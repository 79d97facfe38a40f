import { createHash, createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync, type KeyObject } from 'node:crypto'
import type { BackupKeys, SealedHeader } from '../../../shared/domain/backup/sealedFormat'
import type { OpenedKeys } from './backupKeyring'
import { SealBroken } from './sealedStream'

/** Who writes: the public half of the pair, and what only a holder of the register has. */
export type SealingKeys = Pick<BackupKeys, 'recipient' | 'writerKey'>

/** The writer's half of the exchange for one file, used once. */
export interface FileExchange {
  /** Goes into the header: the public half, base64. */
  ephemeral: string
  /** The key of the content behind this header. */
  keyFor(head: Buffer, keys: SealingKeys): Buffer
}

/** Begins the exchange of one file: a pair of its own, so that no two files share a key. */
export function beginExchange(): FileExchange {
  const { privateKey } = generateKeyPairSync('x25519')
  return {
    ephemeral: publicBytes(privateKey),
    keyFor: (head, keys) => contentKey(diffieHellman({ privateKey, publicKey: publicKey(keys.recipient) }), head, keys),
  }
}

/**
 * The key of a content, by who holds the private half.
 *
 * @throws SealBroken where the header names a point that no sealed file has
 */
export function contentKeyOf({ ephemeral }: SealedHeader, head: Buffer, keys: OpenedKeys): Buffer {
  const privateKey = createPrivateKey({ key: { kty: 'OKP', crv: 'X25519', x: toUrl(keys.recipient), d: toUrl(keys.privateKey) }, format: 'jwk' })
  try {
    return contentKey(diffieHellman({ privateKey, publicKey: publicKey(ephemeral) }), head, keys)
  } catch {
    throw new SealBroken()
  }
}

/** Of one file: what both ends of the exchange know, what only a holder of the register knows, and every byte of the header. */
function contentKey(shared: Buffer, head: Buffer, { recipient, writerKey }: SealingKeys): Buffer {
  const salt = createHash('sha256').update(head).update(Buffer.from(recipient, 'base64')).digest()
  return Buffer.from(hkdfSync('sha256', Buffer.concat([shared, Buffer.from(writerKey, 'base64')]), salt, 'biaozhi backup content 1', 32))
}

function publicKey(base64: string): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: toUrl(base64) }, format: 'jwk' })
}

function publicBytes(privateKey: KeyObject): string {
  const { x = '' } = privateKey.export({ format: 'jwk' })
  return Buffer.from(x, 'base64url').toString('base64')
}

function toUrl(base64: string): string {
  return Buffer.from(base64, 'base64').toString('base64url')
}

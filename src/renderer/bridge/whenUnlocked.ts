import { BridgeFailure, callBridge } from './bridgeClient'
import { failureText } from './failureText'

/**
 * Makes a call about a backup; where that is encrypted, after the clerk has given its password or recovery key.
 *
 * @param ask  asks for it, trying what she gives until it fits; answers whether it did
 * @returns null when she gave none
 */
export async function whenUnlocked<T>(file: string, call: () => Promise<T>, ask: (check: (secret: string) => Promise<string | null>) => Promise<boolean>): Promise<T | null> {
  try {
    return await call()
  } catch (error) {
    if (!(error instanceof BridgeFailure) || error.failure.code !== 'encrypted') throw error
  }
  const isOpen = await ask((secret) => callBridge('backup.unlock', { file, secret }).then(() => null, failureText))
  return isOpen ? call() : null
}

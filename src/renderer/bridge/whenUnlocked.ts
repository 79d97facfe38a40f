import { t } from '../../shared/text/t'
import { BridgeFailure, callBridge } from './bridgeClient'
import { failureText } from './failureText'

interface Question { title: string; text: string; label: string; ok: string; cancel: string; check(secret: string): Promise<string | null> }

/**
 * Makes a call about a backup; where that is encrypted, after the clerk has given its password or recovery key.
 *
 * @returns null when she gave none
 */
export async function whenUnlocked<T>(file: string, call: () => Promise<T>, ask: (question: Question) => Promise<boolean>): Promise<T | null> {
  try {
    return await call()
  } catch (error) {
    if (!(error instanceof BridgeFailure) || error.failure.code !== 'encrypted') throw error
  }
  const isOpen = await ask({
    title: t('encryption.unlock.title'), text: t('encryption.unlock.text'), label: t('encryption.secret'), ok: t('encryption.unlock.ok'), cancel: t('encryption.cancel'),
    check: (secret) => callBridge('backup.unlock', { file, secret }).then(() => null, failureText),
  })
  return isOpen ? call() : null
}

import type { BackupKeys } from '../../../src/shared/domain/backup/sealedFormat'
import { createBackupKeys, openKeyring, type OpenedKeys } from '../../../src/main/store/sealing/backupKeyring'

export const backupPassword = '梧桐树下 three 喜鹊'

export interface MadeKeys { keys: BackupKeys; recoveryKey: string; opened: OpenedKeys; setting: Record<string, string> }

/** Keys whose password costs a thousandth of what it costs in earnest. */
export async function quickKeys(password = backupPassword, at = 1): Promise<MadeKeys> {
  const { keys, recoveryKey } = await createBackupKeys(password, at, 1_024)
  const opened = await openKeyring(keys, password)
  if (opened === null) throw new Error('not opened')
  return { keys, recoveryKey, opened, setting: { backup_encryption: JSON.stringify(keys) } }
}

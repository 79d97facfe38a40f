import { statSync } from 'node:fs'
import type { BackupComparison, BackupContents } from '../../../../shared/bridge/operations/settingsOperations'
import { succeed, type Result } from '../../../../shared/domain/result'
import type { OpenedKeys } from '../../../store/sealing/backupKeyring'
import { compareBackup } from './compareBackup'
import { lookAtBackup } from './lookAtBackup'
import { withBackup } from './openBackup'

export interface LookedInto {
  contents: BackupContents
  /** Why there is none where the register itself cannot be read; null when nothing was to be compared. */
  comparison: Result<BackupComparison> | null
}

/**
 * What a backup holds, encrypted or not, and what would be otherwise with it in the place of a register.
 *
 * @param beside  register that it is compared with; null: it is only looked at
 * @param folder  where an encrypted one is opened
 * @returns encrypted without the keys, backup_damaged, and what opening the backup refuses
 */
export function lookIntoBackup(backup: string, beside: string | null, keys: OpenedKeys | null, folder: string): Promise<Result<LookedInto>> {
  return withBackup<LookedInto>(backup, keys, folder, async ({ path, register }) => {
    const looked = lookAtBackup(path)
    if (!looked.ok) return looked
    const contents = { ...looked.value, name: register, sizeBytes: statSync(backup).size }
    if (beside === null) return succeed({ contents, comparison: null })
    const compared = compareBackup(path, beside)
    return succeed({ contents, comparison: compared.ok ? succeed({ ...compared.value, backup: contents }) : compared })
  })
}

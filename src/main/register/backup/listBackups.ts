import type { BackupOccasion } from '../../../shared/domain/backup/backupRule'
import { damageOf } from '../../store/sqlite/backup/backupRegister'
import { readRegisterOverview } from '../../store/sqlite/registerOverview'
import { backupsOf } from './backupFiles'

export interface ListedBackup {
  file: string
  /** Epoch milliseconds. */
  at: number
  occasion: BackupOccasion | null
  /** Computed again from the file, not remembered. */
  state: 'good' | 'damaged'
  /** Records of all kinds; 0 of a damaged one. */
  records: number
}

/** The backups of a register in a folder, newest first, each opened and its digests computed again. */
export function listBackups(register: string, folder: string): ListedBackup[] {
  return backupsOf(register, folder).map(({ file, at, occasion }) => {
    const overview = readRegisterOverview(file)
    const isGood = overview.ok && damageOf(file) === null
    return { file, at, occasion, state: isGood ? 'good' : 'damaged', records: isGood ? Object.values(overview.value.counts).reduce((sum, count) => sum + count, 0) : 0 }
  })
}

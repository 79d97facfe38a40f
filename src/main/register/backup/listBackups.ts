import type { BackupOccasion } from '../../../shared/domain/backup/backupRule'
import { damageOf } from '../../store/sqlite/backup/backupRegister'
import { readRegisterOverview } from '../../store/sqlite/registerOverview'
import { backupsOf } from './backupFiles'

export interface ListedBackup {
  file: string
  /** Epoch milliseconds. */
  at: number
  occasion: BackupOccasion | null
  /** Computed again from the file, not remembered; of one that cannot be read, or that a newer program made, nothing can be said. */
  state: 'good' | 'damaged' | 'unreadable'
  /** Records of all kinds; 0 of one that is not good. */
  records: number
}

/** The backups of a register in a folder, newest first, each opened and its digests computed again. */
export function listBackups(register: string, folder: string): ListedBackup[] {
  return backupsOf(register, folder).map(({ file, at, occasion }) => {
    const damage = damageOf(file)
    const overview = damage.ok && damage.value === null ? readRegisterOverview(file) : null
    const records = overview?.ok ? Object.values(overview.value.counts).reduce((sum, count) => sum + count, 0) : 0
    return { file, at, occasion, state: overview?.ok ? 'good' : damage.ok && damage.value !== null ? 'damaged' : 'unreadable', records }
  })
}

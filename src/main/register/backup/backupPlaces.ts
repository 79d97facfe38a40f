import { succeed, type Result } from '../../../shared/domain/result'
import { readRegisterOverview } from '../../store/sqlite/file/registerOverview'
import { backupFolderKey, namedFolder, secondFolderKey } from './backupSettings'

export interface BackupPlaces {
  /** null while the clerk chose none. */
  folder: string | null
  second: string | null
}

/** Where a register is backed up to, read without changing it. @returns what openAsItIs refuses */
export function backupPlaces(register: string): Result<BackupPlaces> {
  const overview = readRegisterOverview(register)
  if (!overview.ok) return overview
  const { info } = overview.value
  return succeed({ folder: namedFolder(info.get(backupFolderKey), register), second: namedFolder(info.get(secondFolderKey), register) })
}

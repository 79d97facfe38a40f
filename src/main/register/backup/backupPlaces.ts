import { succeed, type Result } from '../../../shared/domain/result'
import { readRegisterOverview } from '../../store/sqlite/file/registerOverview'
import type { OpenedRegister } from '../opened/openedRegister'
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

/** The same of the open register. @returns register_unavailable while none is open */
export async function openBackupPlaces(opened: Pick<OpenedRegister, 'session'>): Promise<Result<BackupPlaces & { register: string }>> {
  const session = opened.session()
  if (!session.ok) return session
  const { path, store: { info } } = session.value
  return succeed({ register: path, folder: namedFolder(await info.get(backupFolderKey), path), second: namedFolder(await info.get(secondFolderKey), path) })
}

import { dirname } from 'node:path'
import { succeed, type Result } from '../../../shared/domain/result'
import { copyKeptFiles } from '../../store/copyOriginals'
import { filesFolderOf } from '../../store/fileStore'
import { restoreRegister } from '../../store/sqlite/backupRegister'
import { registerOfBackup } from './backupFiles'
import type { Made } from './backupMessages'

/**
 * Makes a register of a backup: the register first, so that a refusal leaves nothing behind, then its kept originals, which
 * all backups of a folder share.
 *
 * @returns register_exists, register_newer, register_damaged, backup_not_verified, backup_no_room, and what the disk refuses
 */
export async function restoreBackup(backup: string, target: string, onProgress?: (done: number, total: number) => void): Promise<Result<Made>> {
  const restored = await restoreRegister(backup, target, onProgress)
  if (!restored.ok) return { ...restored, details: { path: dirname(target), ...restored.details } }
  const originals = copyKeptFiles(filesFolderOf(registerOfBackup(backup)), filesFolderOf(target))
  return originals.ok ? succeed({ sequence: restored.value.sequence }) : originals
}

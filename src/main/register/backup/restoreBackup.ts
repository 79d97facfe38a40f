import { dirname } from 'node:path'
import { succeed, type Result } from '../../../shared/domain/result'
import { copyKeptFiles } from '../../store/copyKeptFiles'
import { filesFolderOf } from '../../store/fileStore'
import { restoreRegister } from '../../store/sqlite/backup/backupRegister'
import { registerOfBackup } from './backupFiles'
import type { Made } from './backupMessages'
import { countMissing } from './missingAttachments'

/**
 * Makes a register of a backup: the register first, so that a refusal leaves nothing behind, then its kept originals and
 * attachments, which all backups of a folder share.
 *
 * @returns register_exists, register_newer, register_damaged, backup_damaged, backup_not_verified, backup_no_room, and what the disk refuses
 */
export async function restoreBackup(backup: string, target: string, onProgress?: (done: number, total: number) => void): Promise<Result<Made>> {
  const restored = await restoreRegister(backup, target, onProgress)
  if (!restored.ok) return { ...restored, details: { path: dirname(target), ...restored.details } }
  const files = await copyKeptFiles(filesFolderOf(registerOfBackup(backup)), filesFolderOf(target))
  if (!files.ok) return files
  const missing = countMissing(target, target)
  return missing.ok ? succeed({ sequence: restored.value.sequence, missingAttachments: missing.value, second: null }) : missing
}

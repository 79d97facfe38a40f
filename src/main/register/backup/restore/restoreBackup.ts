import { dirname } from 'node:path'
import { succeed, type Result } from '../../../../shared/domain/result'
import type { OpenedKeys } from '../../../store/sealing/backupKeyring'
import { restoreRegister, type CopyProgress } from '../../../store/sqlite/backup/backupRegister'
import type { Made } from '../backupMessages'
import { countMissing } from './missingAttachments'
import { withBackup, type BackupSource } from './openBackup'

/**
 * Makes a register of a backup: the register first, so that a refusal leaves nothing behind, then its kept originals and
 * attachments, which all backups of a folder share.
 *
 * @param keys  of an encrypted backup
 * @returns register_exists, register_newer, register_damaged, encrypted, backup_damaged, backup_not_verified, backup_no_room,
 *          and what the disk refuses
 */
export function restoreBackup(backup: string, target: string, onProgress?: CopyProgress, keys: OpenedKeys | null = null): Promise<Result<Made>> {
  return withBackup(backup, keys, dirname(target), (source) => restoreFrom(source, target, onProgress))
}

async function restoreFrom(source: BackupSource, target: string, onProgress?: CopyProgress): Promise<Result<Made>> {
  const restored = await restoreRegister(source.path, target, onProgress)
  if (!restored.ok) return { ...restored, details: { path: dirname(target), ...restored.details } }
  const files = await source.bringFiles(target)
  if (!files.ok) return files
  const missing = countMissing(target, target)
  return missing.ok ? succeed({ sequence: restored.value.sequence, missingAttachments: missing.value, second: null }) : missing
}

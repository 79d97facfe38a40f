import { existsSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import { backUpKeptFiles, copyKeptFiles } from '../../store/copyKeptFiles'
import { filesFolderOf } from '../../store/fileStore'
import { backupRegister, damageOf, isDamage, replaceRegister, restoreRegister } from '../../store/sqlite/backup/backupRegister'
import { toStoreFailure } from '../../store/sqlite/sqliteFailure'
import { registerOfBackup } from './backupFiles'
import type { Made } from './backupMessages'
import { countMissing } from './missingAttachments'

/**
 * Puts a backup in the place of a register. What the register held is kept first, as a backup from which this can be
 * undone; a register that is too damaged for that is set aside as it is.
 *
 * @returns backup_damaged, file_not_found and register_newer before anything is touched, register_in_use, backup_no_room, and what the disk
 *          refuses; the register is then as it was, or lies under its set-aside name
 */
export async function replaceByBackup(backup: string, register: string, keptAs: string, onProgress?: (done: number, total: number) => void): Promise<Result<Made>> {
  const damage = damageOf(backup)
  if (!damage.ok) return damage
  if (damage.value !== null) return fail('backup_damaged', undefined, { problem: damage.value })
  const kept = existsSync(register) ? await keepFirst(register, keptAs) : succeed(null)
  if (!kept.ok) return kept
  const replaced = existsSync(register) ? await replaceRegister(backup, register, onProgress) : await restoreRegister(backup, register, onProgress)
  if (!replaced.ok) return { ...replaced, details: { path: dirname(register), ...replaced.details } }
  const files = await copyKeptFiles(filesFolderOf(registerOfBackup(backup)), filesFolderOf(register))
  if (!files.ok) return files
  const missing = countMissing(register, register)
  if (!missing.ok) return missing
  return succeed({ sequence: replaced.value.sequence, missingAttachments: missing.value, second: null, ...(kept.value === null ? {} : { keptAs: kept.value }) })
}

async function keepFirst(register: string, keptAs: string): Promise<Result<string>> {
  const files = await backUpKeptFiles(register, dirname(keptAs))
  if (!files.ok) return files
  const kept = await backupRegister(register, keptAs)
  if (kept.ok) return succeed(keptAs)
  return isDamage(kept.code) ? setAside(register) : kept
}

/** The damaged file under another name beside its place, with what was last written to it. */
function setAside(register: string): Result<string> {
  try {
    let number = 1
    while (existsSync(asideName(register, number))) number++
    const aside = asideName(register, number)
    if (existsSync(`${register}-wal`)) renameSync(`${register}-wal`, `${aside}-wal`)
    renameSync(register, aside)
    return succeed(aside)
  } catch (error) {
    return toStoreFailure(error)
  }
}

function asideName(register: string, number: number): string {
  return register.replace(/(\.bzr)?$/i, `_damaged-${number}.bzr`)
}


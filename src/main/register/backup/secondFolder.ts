import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import { copyKeptFiles } from '../../store/copyKeptFiles'
import { copyWhole } from '../../store/copyWhole'
import { filesFolderOf } from '../../store/fileStore'
import { sealedFilesFolder } from '../../store/sealing/sealedKept'
import { backupsOf } from './backupFiles'
import { readBackupKeys } from './encryption/backupKeys'
import { originOf } from './ownBackups'
import { removeOutlived } from './removeOutlived'

/**
 * Copies what a second folder (a USB disk, a share) does not have yet of the backups, originals and attachments in the
 * first, and lets go there what the rule no longer keeps. Each copy is read again and compared before it gets its name.
 * While backups are encrypted nothing goes there that is not, whatever older backups the first folder has.
 *
 * @param made  the backup just made in the first folder
 * @returns backup_folder_away where the folder is not there: it is never made, a disk that is not plugged in would be
 *          replaced by a folder of its name; backup_not_verified, and what the disk refuses
 */
export async function bringIntoStep(register: string, first: string, second: string, made: string): Promise<Result<null>> {
  if (!existsSync(second)) return fail('backup_folder_away', undefined, { path: second })
  const keys = readBackupKeys(register)
  if (!keys.ok) return keys
  const files = keys.value === null ? await copyOpenFiles(register, first, second) : await copySealedFiles(register, first, second, keys.value.id)
  if (!files.ok) return files
  for (const { file, isSealed } of backupsOf(register, first)) {
    if (keys.value !== null && !isSealed) continue
    const target = join(second, basename(file))
    if (isOfAnother(target, file)) continue
    const copied = await copyUnlessThere(file, target)
    if (!copied.ok) return copied
  }
  removeOutlived(register, second, made)
  return succeed(null)
}

/** Another register of this name was backed up in the same minute: its backup stays, and the next of this one has another name. */
function isOfAnother(target: string, backup: string): boolean {
  const origin = originOf(target)
  return origin !== null && origin !== originOf(backup)
}

async function copyOpenFiles(register: string, first: string, second: string): Promise<Result<unknown>> {
  const name = basename(filesFolderOf(register))
  return copyKeptFiles(join(first, name), join(second, name))
}

async function copySealedFiles(register: string, first: string, second: string, keyring: string): Promise<Result<unknown>> {
  const from = sealedFilesFolder(join(first, basename(register)), keyring)
  if (!existsSync(from)) return succeed(null)
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.endsWith('.part')) continue
    const file = join(entry.parentPath, entry.name)
    const copied = await copyUnlessThere(file, join(sealedFilesFolder(join(second, basename(register)), keyring), relative(from, file)))
    if (!copied.ok) return copied
  }
  return succeed(null)
}

/** A file of the same length was compared when it was copied. */
async function copyUnlessThere(from: string, target: string): Promise<Result<null>> {
  if (statSync(target, { throwIfNoEntry: false })?.size === statSync(from).size) return succeed(null)
  mkdirSync(dirname(target), { recursive: true })
  return copyWhole(from, target)
}

import { randomUUID } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { readBackupName } from '../../../../shared/domain/backup/backupRule'
import { sealedRegisterFacts, type Keyring } from '../../../../shared/domain/backup/sealedFormat'
import { fail, Refusal, succeed, type Failure, type Result } from '../../../../shared/domain/result'
import { copyKeptFiles, type CopiedFiles } from '../../../store/copyKeptFiles'
import { dropDraft } from '../../../store/durableFile'
import { filesFolderOf } from '../../../store/fileStore'
import { openWithoutWaiting } from '../../../store/openWithoutWaiting'
import type { OpenedKeys } from '../../../store/sealing/backupKeyring'
import { beginsSealed, readHeader, type ReadHeader } from '../../../store/sealing/sealedHeader'
import { openInto, openKeptFiles, sealedFilesFolder } from '../../../store/sealing/sealedKept'
import { toStoreFailure } from '../../../store/sqlite/file/sqliteFailure'
import { backupsOf, registerOfBackup } from '../backupFiles'

/** A backup as a register that can be read, with the kept files that belong to it. */
export interface BackupSource {
  path: string
  /** Name of the register it was made of. */
  register: string
  /** Brings originals and attachments beside a register. */
  bringFiles(register: string): Promise<Result<CopiedFiles>>
}

/** Whether a file is an encrypted backup, by how it begins. */
export function isSealed(file: string): boolean {
  return withFile(file, beginsSealed) ?? false
}

/** What an encrypted backup says openly; null where it is none, or damaged. */
export function sealedHeaderOf(file: string): ReadHeader | null {
  return withFile(file, readHeader)
}

/** The keyring of an encrypted backup; null where it cannot be told. */
export function keyringOfBackup(file: string): Keyring | null {
  const header = sealedHeaderOf(file)?.facts
  return header?.kind === 'register' ? header.keyring : null
}

/** The newest encrypted backup of a register in a folder; null without one. */
export function newestSealed(register: string, folder: string): string | null {
  return backupsOf(register, folder).find((backup) => backup.isSealed)?.file ?? null
}

/**
 * Works with a backup, which is left as it is. An encrypted one is opened beside the place it is wanted for, and what was
 * opened is gone afterwards.
 *
 * @param keys    of the backup's keyring, where it is encrypted
 * @param folder  on a disk with room, where nobody else looks: that of the register
 * @returns encrypted without the keys, backup_damaged where it is not as it was written, and what the disk refuses
 */
export async function withBackup<T>(backup: string, keys: OpenedKeys | null, folder: string, work: (source: BackupSource) => Promise<Result<T>>): Promise<Result<T>> {
  const register = registerOfBackup(backup)
  if (!isSealed(backup)) return work({ path: backup, register: basename(register), bringFiles: (target) => copyKeptFiles(filesFolderOf(register), filesFolderOf(target)) })
  if (keys === null) return isLocked(backup)
  dropLeftOpen(folder)
  const path = placeToOpen(folder)
  try {
    const facts = openRegisterInto(backup, path, keys)
    if (!facts.ok) return facts
    const sealedFiles = sealedFilesFolder(join(dirname(backup), facts.value.register), keys.id)
    return await work({ path, register: facts.value.register, bringFiles: (target) => openKeptFiles(sealedFiles, target, keys) })
  } finally {
    dropOpened(path)
  }
}

/** A name for what is opened in a folder, and nobody else's. */
export function placeToOpen(folder: string): string {
  return join(folder, `${openedPrefix}${randomUUID()}.part`)
}

export function dropOpened(path: string): void {
  dropDraft(path, `${path}-wal`, `${path}-shm`, `${path}-journal`)
}

/**
 * Opens an encrypted backup into a register file of its own. One under the name of another was put in that one's place.
 *
 * @returns encrypted, backup_damaged, and what the disk refuses; what has been written by then is for the caller to remove
 */
export function openRegisterInto(backup: string, target: string, keys: OpenedKeys): Result<{ register: string }> {
  try {
    mkdirSync(dirname(target), { recursive: true })
    const facts = sealedRegisterFacts.safeParse(openInto(backup, target, keys))
    if (!facts.success || basename(facts.data.register) !== facts.data.register) return altered()
    return isUnderOtherName(basename(backup), facts.data.name) ? altered() : succeed(facts.data)
  } catch (error) {
    if (error instanceof Refusal && error.failure.code === 'encrypted') return isLocked(backup)
    return toStoreFailure(error)
  }
}

/** A copy may be called as anybody likes, as long as it does not say that it is another backup. */
function isUnderOtherName(now: string, then: string): boolean {
  const [is, was] = [readBackupName(now), readBackupName(then)]
  return is !== null && was !== null && `${is.day} ${is.time} ${is.occasion} ${is.number}` !== `${was.day} ${was.time} ${was.occasion} ${was.number}`
}

function isLocked(backup: string): Failure {
  return fail('encrypted', { file: basename(backup) }, { what: 'backup' })
}

function altered(): Failure {
  return fail('backup_damaged', undefined, { problem: 'sealed_altered' })
}

const openedPrefix = 'backup-opened-'
/** A younger one may be in use right now. */
const leftGraceMs = 3_600_000

/** What a program that was killed had opened. */
export function dropLeftOpen(folder: string): void {
  const names = existsSync(folder) ? readdirSync(folder) : []
  const left = names.filter((name) => name.startsWith(openedPrefix)).map((name) => join(folder, name))
  dropDraft(...left.filter((path) => Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > leftGraceMs))
}

function withFile<T>(path: string, read: (file: number) => T): T | null {
  try {
    const file = openWithoutWaiting(path)
    try {
      return read(file)
    } finally {
      closeSync(file)
    }
  } catch {
    return null // not there, or not to be read: whoever opens it is told why
  }
}

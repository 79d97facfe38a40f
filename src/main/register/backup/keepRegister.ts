import { basename, dirname, join } from 'node:path'
import { readBackupName, writeBackupName } from '../../../shared/domain/backup/backupRule'
import type { BackupKeys } from '../../../shared/domain/backup/sealedFormat'
import { Refusal, succeed, type Result } from '../../../shared/domain/result'
import { backUpKeptFiles, bytesToBackUp } from '../../store/copyKeptFiles'
import { bytesToSeal, hasSealed, sealedFilesFolder, sealKeptFiles } from '../../store/sealing/sealedKept'
import { sealRegister } from '../../store/sealing/sealRegister'
import { backupRegister, backupRegisterBy, requireRoom, type CopyProgress } from '../../store/sqlite/backup/backupRegister'
import type { RegisterFacts } from '../../store/sqlite/file/registerFacts'
import { readRegisterOverview } from '../../store/sqlite/file/registerOverview'
import { toStoreFailure } from '../../store/sqlite/file/sqliteFailure'
import { readBackupKeys } from './encryption/backupKeys'
import { countMissing, countWithout } from './restore/missingAttachments'

/** A register as it was kept. */
export interface Kept {
  file: string
  facts: RegisterFacts
  /** Attachments that the copy speaks of and the folder does not have. */
  missingAttachments: number
}

/**
 * Keeps a verified copy of a register, its originals and attachments before it: encrypted where the register's settings
 * say so, whoever asks, so that nobody can forget to.
 *
 * @param target  name of a backup; an encrypted one ends in .bzrx instead
 * @returns backup_keys_unreadable, and what backupRegister refuses
 */
export async function keepRegister(register: string, target: string, onProgress?: CopyProgress): Promise<Result<Kept>> {
  const keys = readBackupKeys(register)
  if (!keys.ok) return keys
  return keys.value === null ? keepOpenly(register, target, onProgress) : keepSealed(register, target, keys.value, onProgress)
}

async function keepOpenly(register: string, target: string, onProgress?: CopyProgress): Promise<Result<Kept>> {
  const folder = dirname(target)
  const room = roomFor(register, folder, () => bytesToBackUp(register, folder))
  if (!room.ok) return room
  const files = await backUpKeptFiles(register, folder)
  if (!files.ok) return files
  const made = await backupRegister(register, target, onProgress)
  if (!made.ok) return made
  const missing = countMissing(target, join(folder, basename(register)))
  return missing.ok ? succeed({ file: target, facts: made.value, missingAttachments: missing.value }) : missing
}

/**
 * The copy that is proved and then sealed lies beside the register while that lasts: what is not encrypted never reaches
 * the folder of the backups.
 */
async function keepSealed(register: string, target: string, keys: BackupKeys, onProgress?: CopyProgress): Promise<Result<Kept>> {
  const file = sealedName(target)
  const sealedFiles = sealedFilesFolder(join(dirname(target), basename(register)), keys.id)
  const room = roomFor(register, dirname(target), () => bytesToSeal(register, sealedFiles, keys))
  if (!room.ok) return room
  const files = await sealKeptFiles(register, sealedFiles, keys)
  if (!files.ok) return files
  let missingAttachments = 0
  const made = await backupRegisterBy(register, join(dirname(register), basename(target)), (draft) => {
    missingAttachments = readOf(countWithout(draft, (sha256) => hasSealed(sealedFiles, keys, sha256)))
    sealRegister(draft, file, register, readOf(readRegisterOverview(draft)).origin, keys)
  }, onProgress)
  return made.ok ? succeed({ file, facts: made.value, missingAttachments }) : made
}

/** The clerk is told what is needed before anything is copied. */
function roomFor(register: string, folder: string, filesBytes: () => number): Result<null> {
  try {
    requireRoom(register, folder, filesBytes())
    return succeed(null)
  } catch (error) {
    return toStoreFailure(error)
  }
}

/** What was read of the copy. @throws Refusal, as whoever keeps a copy says that he cannot */
function readOf<T>(read: Result<T>): T {
  if (!read.ok) throw new Refusal(read.code, read.at, read.details)
  return read.value
}

function sealedName(target: string): string {
  const name = readBackupName(basename(target))
  return name === null ? `${target.replace(/\.bzrx?$/iu, '')}.bzrx` : join(dirname(target), writeBackupName({ ...name, isSealed: true }))
}

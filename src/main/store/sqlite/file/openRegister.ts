import { existsSync, lstatSync, mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { fail, Refusal, succeed, type Failure, type Result } from '../../../../shared/domain/result'
import { roomLeft } from '../../diskRoom'
import { dropDraft, nameDraft } from '../../durableFile'
import type { ReadDb, WriteDb } from './database'
import { keepBeforeUpgrade } from '../backup/keepBeforeUpgrade'
import { migrate, newestVersion } from '../migrate'
import { copyForReading, mayWrite, takesNoFiles, type ReadOnlyPlace } from './readOnlyPlace'
import { applicationId, readRegisterHeader, type RegisterHeader } from './registerHeader'
import { setAsideOrphans } from './setAside'
import { toStoreFailure } from './sqliteFailure'
import { takeWriterLock, type WriterLock } from './writerLock'

export type OpenMode = 'read' | 'write'

export type OpenedRegister =
  | { mode: 'read'; db: ReadDb; readOnlyPlace: ReadOnlyPlace | null; close(): void }
  | { mode: 'write'; db: WriteDb; close(): void }

export interface OpenOptions {
  mode: OpenMode
  /** How long to wait for another program's writer or for a busy moment of the file. */
  waitMs?: number
  /** Another thread of this program is the writer and lets this one write for it. */
  lockIsHeld?: boolean
  /**
   * To write: it was just made of a backup, which is there as it was; no other copy is kept before it is brought to this
   * program's version. To read: it is a backup; one of an older program is read of a copy and stays as it is.
   */
  isOfBackup?: boolean
}

const defaultWaitMs = 2_000
const pageSize = 8192
/** Memory of one connection for pages of the file. */
export const cacheKiB = 64 * 1024

/**
 * Opens a register (`name.bzr`), made when missing and brought to this program's version, after a copy of it has been kept.
 *
 * `read` works while another program writes and cannot change anything, and also where nothing can be written; `write`
 * makes this program the only writer until it is closed.
 *
 * @returns register_newer (the file is left untouched to the byte), register_damaged, register_in_use (with the
 *          holder in `details`), file_not_readable, file_not_writable, disk_full
 */
export function openRegister(path: string, options: OpenOptions): Result<OpenedRegister> {
  const waitMs = options.waitMs ?? defaultWaitMs
  try {
    const version = existsSync(path) ? requireOwnRegister(path) : requireNoLink(path)
    if (options.mode === 'write') return options.lockIsHeld ? succeed(openBeside(path, waitMs)) : openForWriting(path, waitMs, options.isOfBackup)
    return succeed(options.isOfBackup && version < newestVersion ? readOfCopy(path, waitMs, version) : readable(path, waitMs, version))
  } catch (error) {
    return saidOf(path, toStoreFailure(error))
  }
}

/** Where the register lies in a place that is only read, the failure says so, and with it what can be done. */
function saidOf(path: string, failure: Failure): Failure {
  if (failure.code === 'disk_full') return { ...failure, details: { ...failure.details, ...roomLeft(dirname(path)) } }
  if (failure.code !== 'file_not_writable') return failure
  const isReadOnly = String(failure.details?.['cause']).startsWith('SQLITE_READONLY') || takesNoFiles(path)
  return fail(failure.code, failure.at, { ...failure.details, path, ...(isReadOnly && existsSync(path) ? { what: 'register' } : {}) })
}

/** Version of an existing register; refuses what this program must not touch. */
function requireOwnRegister(path: string): number {
  const header = headerOf(path)
  if (!header.isSqlite || header.applicationId !== applicationId) {
    throw new Refusal('register_damaged', undefined, { reason: header.isSqlite ? 'not_a_register' : 'not_a_database' })
  }
  if (header.userVersion > newestVersion) {
    throw new Refusal('register_newer', undefined, { version: header.userVersion, known: newestVersion })
  }
  return header.userVersion
}

/** A link to a register that is away, on a stick that was pulled: an empty one must not take its place. */
function requireNoLink(path: string): 0 {
  if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) throw new Refusal('file_not_found', undefined, { path })
  return 0
}

/** Looking at a register only reads: what refuses that is no matter of writing. */
function headerOf(path: string): RegisterHeader {
  try {
    return readRegisterHeader(path)
  } catch (error) {
    const { code, details } = toStoreFailure(error)
    throw new Refusal(code === 'file_not_writable' ? 'file_not_readable' : code, undefined, { ...details, path })
  }
}

function openForWriting(path: string, waitMs: number, isOfBackup = false): Result<OpenedRegister> {
  mkdirSync(dirname(path), { recursive: true })
  const lock = takeWriterLock(path, waitMs)
  if (!lock.ok) return lock
  try {
    if (!existsSync(path)) createRegister(path)
    return succeed(openLocked(path, waitMs, lock.value, isOfBackup))
  } catch (error) {
    lock.value.release()
    throw error
  }
}

const noLock: WriterLock = { release: () => undefined }

/**
 * The thread that holds the lock has its own pages in memory; what this one writes goes on to the file sooner. Measured
 * with an import into a register of a million: a quarter of the pages costs no time that could be told from noise.
 */
function openBeside(path: string, waitMs: number): OpenedRegister {
  const opened = openLocked(path, waitMs, noLock)
  opened.db.pragma(`cache_size = -${cacheKiB / 4}`)
  return opened
}

function openLocked(path: string, waitMs: number, lock: WriterLock, isOfBackup = false): OpenedRegister {
  const db = connect(path, waitMs)
  try {
    // WAL left behind by a killed program stays large until it is truncated; a reader in the middle of a page
    // makes this a no-op, never an error.
    db.pragma('wal_checkpoint(TRUNCATE)')
    if (!isOfBackup) keepBeforeUpgrade(db, path)
    migrate(db)
  } catch (error) {
    db.close()
    throw error
  }
  return {
    mode: 'write', db,
    close: () => {
      bringIntoFile(db)
      db.close()
      lock.release()
    },
  }
}

/**
 * Brings what was committed from the log into the register's own file before anybody is told that it is done: a log that is
 * lost after the program was killed would leave an earlier whole state that no check can tell from the true one. Closing
 * does so by itself only where nobody else has the register open. It waits for no reader, and what a reader in the middle
 * of a page holds back goes with the next writer.
 */
function bringIntoFile(db: WriteDb): void {
  try {
    db.pragma('wal_checkpoint(PASSIVE)')
  } catch {
    // A full or failing disk: what was committed is durable in the log, and nothing is lost by leaving it there.
  }
}

/**
 * Opens an existing register for reading without bringing it to this program's version: a backup is looked at and copied
 * as it is.
 *
 * @returns file_not_found, and what {@link openRegister} refuses
 */
export function openAsItIs(path: string, waitMs = defaultWaitMs): Result<OpenedRegister> {
  try {
    if (!existsSync(path)) throw new Refusal('file_not_found', undefined, { path })
    requireOwnRegister(path)
    return succeed(readable(path, waitMs, newestVersion))
  } catch (error) {
    return saidOf(path, toStoreFailure(error))
  }
}

/** @param version  of the file; one that is older is brought to this program's */
function readable(path: string, waitMs: number, version: number): OpenedRegister {
  try {
    if (version < newestVersion) makeCurrent(path, waitMs)
    return openForReading(path, waitMs)
  } catch (error) {
    if (!existsSync(path) || !takesNoFiles(path)) throw error
    return readOfCopy(path, waitMs, version)
  }
}

/**
 * SQLite reads nothing of a register without its log and the log's index beside it. Where they are not there nobody has it
 * open, and a copy says the same.
 */
function readOfCopy(path: string, waitMs: number, version: number): OpenedRegister {
  const copy = copyForReading(path)
  try {
    if (version < newestVersion) makeCurrent(copy.path, waitMs, true)
    const { db } = openForReading(copy.path, waitMs)
    return { mode: 'read', db, readOnlyPlace: copy, close: () => {
      db.close()
      copy.remove()
    } }
  } catch (error) {
    copy.remove()
    throw error
  }
}

/** A reader meets a register that is missing or older: it becomes its writer for a moment. */
function makeCurrent(path: string, waitMs: number, isOfBackup = false): void {
  const opened = openForWriting(path, waitMs, isOfBackup)
  if (!opened.ok) throw new Refusal(opened.code, opened.at, opened.details)
  opened.value.close()
}

function openForReading(path: string, waitMs: number): OpenedRegister {
  const db = connect(path, waitMs)
  // A connection opened read-only could neither recover a -wal file nor remove its own on closing.
  db.pragma('query_only = ON')
  return { mode: 'read', db, readOnlyPlace: mayWrite(path) ? null : { isOutdated: () => false }, close: () => { db.close() } }
}

function connect(path: string, waitMs: number): WriteDb {
  const db = new Database(path, { timeout: waitMs, fileMustExist: true })
  try {
    // A reopened WAL file starts at NORMAL, which can lose the last commits when power fails.
    db.pragma('synchronous = FULL')
    db.pragma(`cache_size = -${cacheKiB}`)
    db.pragma('foreign_keys = ON')
    db.prepare('SELECT count(*) FROM sqlite_schema').get()
  } catch (error) {
    db.close()
    throw error
  }
  return asWriteDb(db)
}

function asWriteDb(db: Database.Database): WriteDb {
  return db as WriteDb // the only cast: the mark exists for the compiler alone
}

/**
 * A register comes into being complete, under its name, or not at all: a program killed in between leaves no empty
 * file that the next start would have to take for a register cut to nothing. Called by the holder of the writer lock.
 */
function createRegister(path: string): void {
  const draft = `${path}-new`
  rmSync(draft, { force: true })
  try {
    fillDraft(draft)
    setAsideOrphans(path)
    nameDraft(draft, path)
  } finally {
    dropDraft(draft, `${draft}-wal`, `${draft}-shm`)
  }
}

function fillDraft(draft: string): void {
  const db = new Database(draft)
  try {
    db.pragma(`page_size = ${pageSize}`)
    db.pragma(`application_id = ${applicationId}`)
    db.pragma('synchronous = FULL')
    db.pragma('journal_mode = WAL')
    migrate(asWriteDb(db))
  } finally {
    db.close()
  }
}

import Database from 'better-sqlite3'
import { fail, Refusal, type Failure } from '../../../../shared/domain/result'
import type { ErrorCode } from '../../../../shared/domain/errorCodes'
import { whereUnreachable } from '../../../../shared/domain/unreachable'

/** Primary result codes of SQLite and what they mean to the clerk; an extended code falls back to its primary. */
const meanings: Readonly<Record<string, ErrorCode>> = {
  SQLITE_FULL: 'disk_full',
  // The index of the log, which readers make as well, cannot be made longer.
  SQLITE_IOERR_SHMSIZE: 'disk_full',
  SQLITE_BUSY: 'register_in_use',
  SQLITE_LOCKED: 'register_in_use',
  SQLITE_PROTOCOL: 'register_in_use',
  SQLITE_CORRUPT: 'register_damaged',
  SQLITE_NOTADB: 'register_damaged',
  SQLITE_FORMAT: 'register_damaged',
  SQLITE_READONLY: 'file_not_writable',
  SQLITE_CANTOPEN: 'file_not_writable',
  SQLITE_PERM: 'file_not_writable',
  SQLITE_IOERR_READ: 'file_not_readable',
  SQLITE_IOERR_SHORT_READ: 'register_damaged',
  SQLITE_IOERR: 'file_not_writable',
  // A key that is new to the change set is already in the register: someone else added it meanwhile.
  SQLITE_CONSTRAINT_UNIQUE: 'register_changed',
  SQLITE_CONSTRAINT_PRIMARYKEY: 'register_changed',
}

/** Failures of the operating system that reach the store outside SQLite (original files, folders, the header). */
const systemMeanings: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'disk_full',
  EDQUOT: 'disk_full',
  ENOENT: 'file_not_found',
  ENOTDIR: 'file_not_writable',
  EEXIST: 'file_not_writable',
  EBUSY: 'file_not_writable',
  EACCES: 'file_not_writable',
  EPERM: 'file_not_writable',
  EROFS: 'file_not_writable',
  ENAMETOOLONG: 'file_not_writable',
  EFBIG: 'disk_full',
  EISDIR: 'file_not_readable',
  ...whereUnreachable('file_not_readable'),
}

/**
 * Turns what the driver or the file system threw into a code, from its `code` and never from its message.
 * Refusals pass as the failures they carry; anything unknown is a bug and is thrown on.
 */
export function toStoreFailure(error: unknown): Failure {
  if (error instanceof Refusal) return error.failure
  const driverCode = codeOf(error)
  const code = error instanceof Database.SqliteError ? meaningOf(driverCode) : systemMeanings[driverCode]
  if (code === undefined) throw error
  return fail(code, undefined, { cause: driverCode })
}

/** Runs a write that stands outside of change sets. @throws Refusal what the disk or another program refuses */
export function refusing<T>(write: () => T): T {
  try {
    return write()
  } catch (error) {
    const { code, at, details } = toStoreFailure(error)
    throw new Refusal(code, at, details)
  }
}

/** Whether what was thrown says that the file is not what was once written; a busy or unreachable one may well be. */
export function saysDamage(error: unknown): boolean {
  return error instanceof Database.SqliteError && meaningOf(error.code) === 'register_damaged'
}

/** Nothing is asked for that a register of this version does not have: where a table is missing, its list of tables is damaged. */
export function lacksTables(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code === 'SQLITE_ERROR'
}

/** As {@link toStoreFailure}, of a register that was being opened. */
export function toOpeningFailure(error: unknown): Failure {
  return lacksTables(error) ? fail('register_damaged', undefined, { reason: 'tables_missing' }) : toStoreFailure(error)
}

function meaningOf(driverCode: string): ErrorCode | undefined {
  return meanings[driverCode] ?? meanings[driverCode.split('_').slice(0, 2).join('_')]
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../src/shared/domain/result'
import { toStoreFailure } from '../../../src/main/store/sqlite/file/sqliteFailure'

const sqlite = (code: string) => new Database.SqliteError('words that nobody may rely on', code)
const system = (code: string) => Object.assign(new Error('x'), { code })

describe('failures of the driver and the disk', () => {
  it.each([
    [sqlite('SQLITE_FULL'), 'disk_full'], [sqlite('SQLITE_IOERR_SHMSIZE'), 'disk_full'], [sqlite('SQLITE_BUSY_SNAPSHOT'), 'register_in_use'], [sqlite('SQLITE_CORRUPT_VTAB'), 'register_damaged'],
    [sqlite('SQLITE_NOTADB'), 'register_damaged'], [sqlite('SQLITE_READONLY_DBMOVED'), 'file_not_writable'], [sqlite('SQLITE_CANTOPEN'), 'file_not_writable'],
    [sqlite('SQLITE_IOERR_READ'), 'file_not_readable'], [sqlite('SQLITE_IOERR_FSYNC'), 'file_not_writable'], [sqlite('SQLITE_CONSTRAINT_UNIQUE'), 'register_changed'],
    [system('ENOSPC'), 'disk_full'], [system('ENOENT'), 'file_not_found'], [system('EACCES'), 'file_not_writable'],
    // Too many files open, a stick that was pulled, a share that is gone, a path longer than the system takes.
    [system('EMFILE'), 'file_not_readable'], [system('ENXIO'), 'file_not_readable'], [system('UNKNOWN'), 'file_not_readable'], [system('ESTALE'), 'file_not_readable'], [system('ENAMETOOLONG'), 'file_not_writable'],
  ])('become codes: %o', (error, code) => {
    expect(toStoreFailure(error)).toMatchObject({ ok: false, code })
  })

  it('lets refusals pass with what they carry', () => {
    expect(toStoreFailure(new Refusal('unknown_batch', undefined, { batch: 7 }))).toEqual({ ok: false, code: 'unknown_batch', details: { batch: 7 } })
  })

  it.each([new TypeError('x is not a function'), sqlite('SQLITE_ERROR'), sqlite('SQLITE_CONSTRAINT_NOTNULL')])('throws bugs on: %o', (error) => {
    expect(() => toStoreFailure(error)).toThrow(error)
  })
})

import { hostname } from 'node:os'
import Database from 'better-sqlite3'
import { fail, succeed, type Result } from '../../../../shared/domain/result'

export interface WriterLock {
  release(): void
}

export interface LockHolder {
  pid: number
  host: string
  /** Epoch milliseconds. */
  since: number
}

/**
 * Makes one program the register's only writer while readers work on: a tiny database beside the register,
 * `name.bzr-lock`, in which the writer keeps an open transaction. The lock is the operating system's, so it ends
 * with the process however that ends; a file with a process number in it would have to be judged stale.
 *
 * @param waitMs how long to wait for another writer to finish before answering `register_in_use`
 */
export function takeWriterLock(registerPath: string, waitMs: number): Result<WriterLock> {
  const db = new Database(`${registerPath}-lock`, { timeout: waitMs })
  try {
    announceHolder(db)
    db.exec('BEGIN IMMEDIATE')
    return succeed({ release: () => db.close() })
  } catch (error) {
    const holder = error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY') ? readHolder(db) : undefined
    db.close()
    if (holder === undefined) throw error
    return fail('register_in_use', undefined, described(holder))
  }
}

function announceHolder(db: Database.Database): void {
  db.exec('BEGIN IMMEDIATE')
  db.exec('CREATE TABLE IF NOT EXISTS holder (pid INTEGER NOT NULL, host TEXT NOT NULL, since INTEGER NOT NULL) STRICT')
  db.exec('DELETE FROM holder')
  db.prepare('INSERT INTO holder (pid, host, since) VALUES (?, ?, ?)').run(process.pid, hostname(), Date.now())
  db.exec('COMMIT')
}

/** With `what` and `at`, its own sentence says who has it and since when. */
function described(holder: Partial<LockHolder>): Record<string, string | number> {
  if (holder.since === undefined) return { ...holder }
  const since = new Date(holder.since)
  const twoDigits = (value: number): string => String(value).padStart(2, '0')
  return { ...holder, what: 'held', at: `${since.getMonth() + 1}-${since.getDate()} ${twoDigits(since.getHours())}:${twoDigits(since.getMinutes())}` }
}

/** Who holds the lock, as far as it is known: the holder may be between taking the lock and writing its name. */
function readHolder(db: Database.Database): Partial<LockHolder> {
  try {
    return db.prepare<[], LockHolder>('SELECT pid, host, since FROM holder').get() ?? {}
  } catch {
    return {}
  }
}

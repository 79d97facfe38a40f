import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { fail, succeed, type Result } from '../../../../shared/domain/result'
import type { ReadDb } from '../file/database'
import { openAsItIs } from '../file/openRegister'
import { registerFacts, sameFacts, type RegisterFacts } from '../file/registerFacts'
import { putBack, setAsideRegister } from '../file/setAside'
import { saysDamage, toStoreFailure } from '../file/sqliteFailure'
import { takeWriterLock } from '../file/writerLock'
import { copySnapshot, copyVerified, isTrueCopy, notTrue, requireRoom, type CopyProgress } from './backupRegister'

const waitForWriterMs = 2_000
const waitForReaderMs = 2_000

/**
 * Puts what a backup holds in the place of what a register holds, in one transaction of the register itself: whoever
 * reads it sees the one or the other, and a program killed in between leaves it as it was. Nothing of the register's
 * former state remains: the caller keeps it first, and proves the backup by {@link damageOf}.
 *
 * @param kept  what the copy holds that was kept; a register that moved on since would lose what is in neither
 * @returns register_in_use, register_changed, backup_not_verified, and what {@link backupRegister} refuses
 */
export function replaceRegister(backup: string, path: string, kept: RegisterFacts, onProgress?: CopyProgress): Promise<Result<RegisterFacts>> {
  return asOnlyWriter(path, async () => {
    const current = reading(path, registerFacts)
    if (!current.ok) return current
    if (!sameFacts(current.value, kept)) return fail('register_changed')
    const opened = openAsItIs(backup)
    if (!opened.ok) return opened
    try {
      requireRoom(backup, dirname(path))
      const facts = await copySnapshot(opened.value.db, path, onProgress)
      return isTrueCopy(path, facts) ? succeed(facts) : notTrue(opened.value.db, 'backup_damaged')
    } finally {
      opened.value.close()
    }
  })
}

/**
 * Puts a verified copy of a backup in the place of a register that is too damaged to be kept as a backup. It keeps its
 * place until the copy is there, and is then set aside as it is, as `aside`.
 *
 * @returns register_in_use also while somebody merely reads it, and what {@link backupRegister} refuses
 */
export function replaceDamaged(backup: string, path: string, onProgress?: CopyProgress): Promise<Result<{ sequence: number; aside: string }>> {
  return asOnlyWriter(path, async () => {
    const opened = openAsItIs(backup)
    if (!opened.ok) return opened
    let aside = path
    const copied = await copyVerified(opened.value, backup, path, {
      damaged: 'backup_damaged', onProgress,
      makeWay() {
        requireNoReader(path)
        aside = setAsideRegister(path)
      },
    })
    if (copied.ok) return succeed({ sequence: copied.value.sequence, aside })
    if (!existsSync(path)) putBack(aside, path)
    return copied
  })
}

async function asOnlyWriter<T>(path: string, work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    const lock = takeWriterLock(path, waitForWriterMs)
    if (!lock.ok) return lock
    try {
      return await work()
    } finally {
      lock.value.release()
    }
  } catch (error) {
    return toStoreFailure(error)
  }
}

function reading<T>(path: string, read: (db: ReadDb) => T): Result<T> {
  const opened = openAsItIs(path)
  if (!opened.ok) return opened
  try {
    return succeed(read(opened.value.db))
  } finally {
    opened.value.close()
  }
}

/**
 * Whoever still had the file open under its former name would, when it lets go of it, remove the log of the register that
 * has the name by then, and with it what was written there.
 *
 * @throws Refusal register_in_use
 */
function requireNoReader(path: string): void {
  const db = new Database(path, { timeout: waitForReaderMs, fileMustExist: true })
  try {
    db.pragma('locking_mode = EXCLUSIVE')
    db.exec('BEGIN EXCLUSIVE')
    db.exec('ROLLBACK')
  } catch (error) {
    // Too damaged to be opened: nobody else has it open either.
    if (!saysDamage(error)) throw error
  } finally {
    db.close()
  }
}

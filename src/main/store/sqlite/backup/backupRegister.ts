import { existsSync, mkdirSync, rmSync, statfsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import type { ErrorCode } from '../../../../shared/domain/errorCodes'
import { fail, Refusal, succeed, type Failure, type Result } from '../../../../shared/domain/result'
import { findDamage } from '../../checkRegister'
import { dropDraft, flushFile, nameDraft } from '../../durableFile'
import type { ReadDb } from '../file/database'
import { newestVersion } from '../migrate'
import { openAsItIs, openRegister, type OpenedRegister } from '../file/openRegister'
import { registerFacts, sameFacts, type RegisterFacts } from '../file/registerFacts'
import { setAsideOrphans } from '../file/setAside'
import { saysDamage, toStoreFailure } from '../file/sqliteFailure'

const pagesPerStep = 512

/** Pages copied so far, and pages altogether. */
export type CopyProgress = (done: number, total: number) => void

/**
 * Copies a register while others read and write it (SQLite's online backup, on one snapshot), opens the copy,
 * compares its counts and digests with the original's, and computes every digest and the journal's chain again. The file
 * gets its name only when all that is done.
 *
 * @returns backup_no_room with `freeMb` and `neededMb`, backup_not_verified, backup_of_damaged with the first `problem`,
 *          and what opening and writing refuse
 */
export async function backupRegister(path: string, target: string, onProgress?: CopyProgress): Promise<Result<RegisterFacts>> {
  const opened = openRegister(path, { mode: 'read' })
  return opened.ok ? copyVerified(opened.value, path, target, { damaged: 'backup_of_damaged', onProgress }) : opened
}

/**
 * The same copy, proved in the same way, for whoever keeps it in another form: it lies at `draft` while `keep` has it, and
 * is gone afterwards.
 *
 * @returns what {@link backupRegister} refuses, and what `keep` throws
 */
export async function backupRegisterBy(path: string, draft: string, keep: (draft: string) => void, onProgress?: CopyProgress): Promise<Result<RegisterFacts>> {
  const opened = openRegister(path, { mode: 'read' })
  return opened.ok ? copyVerified(opened.value, path, draft, { damaged: 'backup_of_damaged', onProgress, keep }) : opened
}

/**
 * Makes a register of a backup: the same verified copy the other way, the backup left as it is. The register is brought
 * to this program's version when it is opened.
 *
 * @returns register_exists where the target is there already, and what {@link backupRegister} refuses
 */
export async function restoreRegister(backup: string, target: string, onProgress?: CopyProgress): Promise<Result<RegisterFacts>> {
  if (existsSync(target)) return fail('register_exists', undefined, { path: target })
  const opened = openAsItIs(backup)
  return opened.ok ? copyVerified(opened.value, backup, target, { damaged: 'backup_damaged', onProgress, makeWay: () => makeWay(target) }) : opened
}

/** Codes by which a copy says that what it was made of is not what was written. */
type DamageCode = 'backup_of_damaged' | 'backup_damaged'

/** Whether a backup was refused because the register itself is damaged. */
export function isDamage(code: ErrorCode): boolean {
  return code === 'backup_of_damaged' || code === 'register_damaged'
}

/** Copying takes its time: a register may have come into being meanwhile. */
function makeWay(target: string): void {
  if (existsSync(target)) throw new Refusal('register_exists', undefined, { path: target })
  setAsideOrphans(target)
}

interface CopyOptions {
  /** What is answered when the source is not what was written. */
  damaged: DamageCode
  onProgress: CopyProgress | undefined
  /** Called when the copy is proved, before it takes its name. */
  makeWay?(): void
  /** Takes the proved copy instead of its name. */
  keep?(draft: string): void
}

/** Copies an opened register, which is closed then, and proves the copy before it gets its name. */
export async function copyVerified({ db, close }: OpenedRegister, path: string, target: string, { damaged, onProgress, makeWay, keep }: CopyOptions): Promise<Result<RegisterFacts>> {
  const draft = `${target}.part`
  try {
    requireRoom(path, dirname(target))
    rmSync(draft, { force: true })
    const facts = await copySnapshot(db, draft, onProgress)
    if (!isTrueCopy(draft, facts)) return notTrue(db, damaged)
    const damage = damageOf(draft)
    if (!damage.ok) return damage
    if (damage.value !== null) return fail(damaged, undefined, { problem: damage.value })
    makeWay?.()
    if (keep === undefined) {
      flushFile(draft)
      nameDraft(draft, target)
    } else keep(draft)
    return succeed(facts)
  } catch (error) {
    return saysDamage(error) ? fail(damaged, undefined, { problem: 'database_damaged' }) : toStoreFailure(error)
  } finally {
    close()
    dropDraft(draft, `${draft}-wal`, `${draft}-shm`, `${draft}-journal`)
  }
}

/**
 * @param moreBytes  what comes into the folder beside the copy
 * @throws Refusal backup_no_room
 */
export function requireRoom(path: string, folder: string, moreBytes = 0): void {
  mkdirSync(folder, { recursive: true })
  const { bavail, bsize } = statfsSync(folder)
  const needed = statSync(path).size + (existsSync(`${path}-wal`) ? statSync(`${path}-wal`).size : 0) + moreBytes
  if (bavail * bsize < needed) throw new Refusal('backup_no_room', undefined, { freeMb: megabytes(bavail * bsize), neededMb: Math.max(1, megabytes(needed)) })
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1_000_000)
}

/** Everything within one read transaction: what is copied is what the facts were read from. */
export async function copySnapshot(db: ReadDb, draft: string, onProgress: CopyProgress = () => undefined): Promise<RegisterFacts> {
  db.exec('BEGIN')
  try {
    const facts = registerFacts(db)
    await db.backup(draft, {
      progress({ totalPages, remainingPages }) {
        onProgress(totalPages - remainingPages, totalPages)
        return pagesPerStep
      },
    })
    return facts
  } finally {
    db.exec('COMMIT')
  }
}

/** Whether a copy is sound in its pages and says what its source said. */
export function isTrueCopy(draft: string, facts: RegisterFacts): boolean {
  const copy = new Database(draft, { fileMustExist: true })
  try {
    return isWhole(copy) && sameFacts(registerFacts(copy), facts)
  } catch (error) {
    if (saysDamage(error)) return false
    throw error
  } finally {
    copy.close()
  }
}

/** A copy is as damaged as what it was made of: only where that is whole did the copying go wrong. */
export function notTrue(source: ReadDb, damaged: DamageCode): Failure {
  return isWhole(source) ? fail('backup_not_verified') : fail(damaged, undefined, { problem: 'database_damaged' })
}

function isWhole(db: ReadDb): boolean {
  try {
    return db.pragma('quick_check', { simple: true }) === 'ok'
  } catch (error) {
    if (saysDamage(error)) return false
    throw error
  }
}

/**
 * The first thing that is not as it was written; null when all is. What an older program wrote has another shape: its
 * pages are looked at, its digests when it has been brought to this program's version.
 *
 * @returns what openAsItIs refuses, and what keeps the file from being read and says nothing of what it holds
 */
export function damageOf(file: string): Result<string | null> {
  const opened = openAsItIs(file)
  if (!opened.ok) return opened.code === 'register_damaged' ? succeed('database_damaged') : opened
  const { db, close } = opened.value
  try {
    if (Number(db.pragma('user_version', { simple: true })) >= newestVersion) return succeed(findDamage(db)?.problem ?? null)
    return succeed(db.pragma('integrity_check(1)', { simple: true }) === 'ok' ? null : 'database_damaged')
  } catch (error) {
    return saysDamage(error) ? succeed('database_damaged') : toStoreFailure(error)
  } finally {
    close()
  }
}

import Database from 'better-sqlite3'
import { succeed, type Result } from '../../shared/domain/result'
import { createFileStore, type FileState } from './fileStore'
import type { CheckReport, RegisterProblem } from './registerProblem'
import { contentOfRecords, checkAttachments } from './sqlite/check/checkAttachments'
import { checkChain } from './sqlite/check/checkChain'
import { checkCounts, checkDatabase, checkSearchIndexes, checkUnitNames } from './sqlite/check/checkDatabase'
import { checkEvidence, checkHandEdits, checkNotes } from './sqlite/check/checkEvidence'
import { checkRecords } from './sqlite/check/checkRecords'
import type { ReadDb } from './sqlite/file/database'
import { openRegister } from './sqlite/file/openRegister'
import { lacksTables, saysDamage } from './sqlite/file/sqliteFailure'

/** More than a person reads; a ruined register would list every row. */
const listedProblems = 1_000

type CheckPart = (db: ReadDb) => Generator<RegisterProblem>

/** Order matters to the reader: the database first, because its damage explains the rest. */
const allParts: readonly CheckPart[] = [
  checkDatabase, checkCounts, checkRecords, checkEvidence, checkHandEdits, checkNotes, checkAttachments, checkChain, checkSearchIndexes, checkUnitNames,
]

/**
 * Looks at everything a register says of itself: SQLite's own integrity, every record's and batch's digest, evidence,
 * the chain of the journal, and the kept originals and attachments. Works on one snapshot while others write.
 *
 * @param owner  of a backup: the register beside whose name its kept files lie; it is then left as an older program made it
 * @returns a report; refusals are those of opening (a file too damaged to open is register_damaged)
 */
export async function checkRegister(path: string, owner?: string): Promise<Result<CheckReport>> {
  const opened = openRegister(path, { mode: 'read', isOfBackup: owner !== undefined })
  if (!opened.ok) return opened
  const { db, close } = opened.value
  const problems: RegisterProblem[] = []
  try {
    checkSnapshot(problems, db)
    await collectKeptFiles(problems, owner ?? path, db)
  } finally {
    close()
  }
  return succeed({ ok: problems.length === 0, problems: problems.slice(0, listedProblems), more: problems.length > listedProblems })
}

/**
 * Whether what an open register says is what was once written: pages, digests and the chain, without the files beside
 * it. Counts and indexes that can be rebuilt are no damage.
 *
 * @param parts  what is looked at; by default everything
 * @returns the first finding, or null
 * @throws what keeps it from being read and says nothing of what it holds
 */
export function findDamage(db: ReadDb, parts: readonly CheckPart[] = proofs): RegisterProblem | null {
  try {
    for (const part of parts) for (const found of part(db)) if (damages.has(found.problem)) return found
    return null
  } catch (error) {
    if (!saysDamage(error) && !lacksTables(error)) throw error
    return { problem: 'database_damaged' }
  }
}

const proofs: readonly CheckPart[] = [checkDatabase, checkRecords, checkEvidence, checkHandEdits, checkNotes, checkAttachments, checkChain]
const damages = new Set<RegisterProblem['problem']>([
  'database_damaged', 'record_changed', 'record_unreadable', 'evidence_changed', 'batch_changed', 'hand_edit_changed', 'note_changed', 'attachment_changed', 'chain_broken',
])

function checkSnapshot(problems: RegisterProblem[], db: ReadDb): void {
  try {
    db.transaction(() => {
      for (const part of allParts) collect(problems, part, db)
    })()
  } catch (error) {
    // Damage can also keep the transaction around the parts from ending.
    if (!(error instanceof Database.SqliteError)) throw error
    problems.push({ problem: 'database_damaged', detail: error.code })
  }
}

function collect(problems: RegisterProblem[], part: (db: ReadDb) => Generator<RegisterProblem>, db: ReadDb): void {
  try {
    for (const problem of part(db)) {
      problems.push(problem)
      if (problems.length > listedProblems) return
    }
  } catch (error) {
    // Damaged pages stop one part of the check; the others may still say what is whole.
    if (!(error instanceof Database.SqliteError)) throw error
    problems.push({ problem: 'database_damaged', detail: error.code })
  }
}

/** Content that several rows speak of is read once. */
async function collectKeptFiles(problems: RegisterProblem[], owner: string, db: ReadDb): Promise<void> {
  const files = createFileStore(owner)
  const states = new Map<string, FileState>()
  const stateOf = async (sha256: string): Promise<FileState> => {
    const state = states.get(sha256) ?? (await files.verify(sha256))
    states.set(sha256, state)
    return state
  }
  const batches = readOrEmpty(() => db.prepare<[], { id: number; sha256: string }>('SELECT id, sha256 FROM batch ORDER BY id').all())
  for (const { id, sha256 } of batches) {
    const state = await stateOf(sha256)
    if (state !== 'intact') problems.push({ problem: state === 'missing' ? 'original_missing' : 'original_changed', batch: id, detail: sha256 })
  }
  for (const { sha256, fileName, subject } of readOrEmpty(() => contentOfRecords(db))) {
    const state = await stateOf(sha256)
    if (state !== 'intact') problems.push({ problem: state === 'missing' ? 'attachment_missing' : 'attachment_altered', ...subject, detail: fileName })
  }
}

function readOrEmpty<T>(read: () => T[]): T[] {
  try {
    return read()
  } catch (error) {
    if (error instanceof Database.SqliteError) return [] // reported as database_damaged already
    throw error
  }
}

import { statSync } from 'node:fs'
import { recordKinds } from '../../../../shared/domain/catalogue/fields'
import type { RegisterProblem } from '../../registerProblem'
import type { ReadDb } from '../file/database'
import { createNameReader } from '../names/nameTable'
import { codecOf } from '../records/recordCodec'
import { createRecordReaders } from '../records/recordStore'
import { checkDigest } from './checkRecords'

/** A register up to this size has all its pages looked at, which then takes a fraction of a second. */
const wholeUpToBytes = 32_000_000
/** Of each kind; of a large register the pages on the way to them are looked at with them. */
const sampledRecords = 200

/**
 * Parts of a quick look: it costs the same however large the register is, and finds a cut tail, a zeroed page near the
 * root of a table, a ruined schema. What it does not find is found by the full check.
 */
export const glances: readonly ((db: ReadDb) => Generator<RegisterProblem>)[] = [checkLength, checkPages, checkSample]

/** A file shorter than its own count of pages has lost its tail; pages that are still in the log are not counted. */
function* checkLength(db: ReadDb): Generator<RegisterProblem> {
  if ((statSync(`${db.name}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) return
  const stated = Number(db.pragma('page_count', { simple: true })) * Number(db.pragma('page_size', { simple: true }))
  if (statSync(db.name).size < stated) yield { problem: 'database_damaged', detail: 'cut' }
}

function* checkPages(db: ReadDb): Generator<RegisterProblem> {
  if (statSync(db.name).size > wholeUpToBytes) return
  const found = db.pragma('quick_check(1)', { simple: true })
  if (found !== 'ok') yield { problem: 'database_damaged', detail: String(found) }
}

/** Records spread evenly over each table, by their digests. */
function* checkSample(db: ReadDb): Generator<RegisterProblem> {
  const readers = createRecordReaders(db, createNameReader(db))
  for (const kind of recordKinds) {
    const { table } = codecOf(kind)
    const last = db.prepare<[], number | null>(`SELECT max(id) FROM ${table}`).pluck().get() ?? 0
    const next = db.prepare<[number], number>(`SELECT id FROM ${table} WHERE id >= ? ORDER BY id LIMIT 1`).pluck()
    const step = Math.max(1, last / sampledRecords)
    for (let from = 1, seen = 0; from <= last; from = Math.max(Math.ceil(from + step), seen + 1)) {
      const id = next.get(from)
      if (id === undefined) break
      seen = id
      const problem = checkDigest(readers(kind), kind, id)
      if (problem) yield problem
    }
  }
}

import { kindNumber, recordKinds, type RecordKind } from '../../../../shared/domain/catalogue/fields'
import { packedSubject } from '../check/packedSubject'
import { operations } from '../journal/journalChain'
import type { ReadDb } from '../file/database'
import { codecOf } from '../records/recordCodec'
import { bothEnds } from './tolerantRows'

/** Ids of the records that a damaged register must have had. */
export type ExpectedRecords = Map<RecordKind, Set<number>>

/** A run of ids longer than this is a flipped digit. */
const longestRun = 10_000_000

/**
 * Several witnesses that rarely lie on one page: the index of the keys, the journal's runs of insertions without what was
 * deleted later, and the rows, hand edits, notes and files that speak of a record.
 *
 * @param damaged  null when nothing of it can be asked
 * @param copied   what could be copied of it
 */
export function expectedRecords(damaged: ReadDb | null, copied: ReadDb): ExpectedRecords {
  const expected: ExpectedRecords = new Map(recordKinds.map((kind) => [kind, new Set<number>()]))
  addJournal(expected, copied)
  for (const table of ['evidence', 'hand_edit', 'note', 'attachment']) {
    for (const rec of copied.prepare<[], unknown>(`SELECT DISTINCT rec FROM ${table}`).pluck().iterate()) {
      const { kind, id } = packedSubject(rec)
      if (kind !== undefined && id !== undefined) expected.get(kind)?.add(id)
    }
  }
  for (const kind of recordKinds) if (damaged !== null) eachKey(damaged, kind, (id) => expected.get(kind)?.add(id))
  return expected
}

/** The keys of some records as far as the index of the keys still has them. */
export function keysOf(damaged: ReadDb | null, kind: RecordKind, ids: ReadonlySet<number>): Map<number, string> {
  const keys = new Map<number, string>()
  if (damaged !== null && ids.size > 0) eachKey(damaged, kind, (id, key) => {
    if (ids.has(id)) keys.set(id, key)
  })
  return keys
}

function eachKey(db: ReadDb, kind: RecordKind, take: (id: number, key: string) => void): void {
  const { table, keyColumn } = codecOf(kind)
  const sql = (direction: string): string => `SELECT id, ${keyColumn} FROM ${table} INDEXED BY sqlite_autoindex_${table}_1 ORDER BY ${keyColumn} ${direction}`
  for (const [id, key] of bothEnds(db, sql)) if (typeof id === 'number' && typeof key === 'string') take(id, key)
}

function addJournal(expected: ExpectedRecords, db: ReadDb): void {
  const kindOf = new Map(recordKinds.map((kind): [number, RecordKind] => [kindNumber[kind], kind]))
  const deleted = db.prepare<[number], [number, number]>(`SELECT kind, record FROM journal WHERE change_set = ? AND op = ${operations.delete}`).raw()
  db.exec('CREATE INDEX IF NOT EXISTS salvage_journal ON journal (change_set)')
  for (const { sequence, inserted } of db.prepare<[], { sequence: number; inserted: string | null }>('SELECT sequence, inserted FROM change_set ORDER BY sequence').all()) {
    for (const [kind, id] of deleted.iterate(sequence)) expected.get(kindOf.get(kind) ?? 'unit')?.delete(id)
    for (const [kind, firstId, lastId] of runsOf(inserted)) {
      const ids = expected.get(kindOf.get(kind) ?? 'unit')
      for (let id = firstId; id <= lastId; id++) ids?.add(id)
    }
  }
  db.exec('DROP INDEX salvage_journal')
}

/** Nothing where a flipped letter left no runs. */
function runsOf(text: string | null): [kind: number, firstId: number, lastId: number][] {
  if (text === null) return []
  try {
    const runs = JSON.parse(text) as unknown
    return Array.isArray(runs) ? runs.filter(isRun) : []
  } catch {
    return []
  }
}

function isRun(run: unknown): run is [number, number, number] {
  return Array.isArray(run) && run.length === 3 && run.every((part) => Number.isSafeInteger(part)) && run[1] > 0 && run[2] - run[1] < longestRun
}

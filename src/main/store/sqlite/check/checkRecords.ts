import { kindDefinitions, kindNumber, recordKinds, type RecordKind } from '../../../../shared/domain/catalogue/fields'
import { Refusal } from '../../../../shared/domain/result'
import type { RegisterProblem } from '../../registerProblem'
import type { StoredRecord } from '../../registerStore'
import { canonicalFields, digestOf } from '../records/canonicalRecord'
import type { ReadDb } from '../file/database'
import { createNameReader } from '../names/nameTable'
import { codecOf } from '../records/recordCodec'
import { createRecordReaders, type RecordReader } from '../records/recordStore'

const pageRecords = 2_000

/** Every record's digest computed again, in pages; and that each is supported by a row or by a person. */
export function* checkRecords(db: ReadDb): Generator<RegisterProblem> {
  const readers = createRecordReaders(db, createNameReader(db))
  for (const kind of recordKinds) {
    yield* checkDigests(db, readers(kind), kind)
    yield* checkSupport(db, kind)
    yield* checkSideTable(db, kind)
  }
}

function* checkDigests(db: ReadDb, reader: RecordReader, kind: RecordKind): Generator<RegisterProblem> {
  const ids = db.prepare<[number, number], number>(`SELECT id FROM ${codecOf(kind).table} WHERE id > ? ORDER BY id LIMIT ?`).pluck()
  let afterId = 0
  for (;;) {
    const page = ids.all(afterId, pageRecords)
    for (const id of page) {
      const problem = checkDigest(reader, kind, id)
      if (problem) yield problem
    }
    const last = page.at(-1)
    if (last === undefined) return
    afterId = last
  }
}

/** What is wrong with one record; undefined when its fields are those that were written. */
export function checkDigest(reader: RecordReader, kind: RecordKind, id: number): RegisterProblem | undefined {
  const record = readOrNull(reader, id)
  if (record === null) return { problem: 'record_unreadable', kind, id }
  const key = record.values[kindDefinitions[kind].key]
  return isWhole(kind, record) ? undefined : { problem: 'record_changed', kind, id, key: String(key) }
}

/**
 * The digest alone is not enough: it takes an unset flag and a stored 0 for the same, and one flipped bit in a row's
 * header turns the one into the other. Nothing is stored that its canonical form would leave out.
 */
function isWhole(kind: RecordKind, { values, digest }: StoredRecord): boolean {
  const fields = canonicalFields(kindDefinitions[kind], values)
  const present = fields.filter((value) => value !== null).length
  return present === Object.keys(values).length && digestOf(fields) === digest
}

/** A name that is gone or a list that cannot be read is one problem of one record; the check goes on. */
function readOrNull(reader: RecordReader, id: number): StoredRecord | null {
  try {
    return reader.byId(id) ?? null
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

function* checkSupport(db: ReadDb, kind: RecordKind): Generator<RegisterProblem> {
  const rec = `r.id * 16 + ${kindNumber[kind]}`
  const unsupported = db.prepare<[], number>(`
    SELECT r.id FROM ${codecOf(kind).table} AS r
     WHERE NOT EXISTS (SELECT 1 FROM evidence WHERE rec = ${rec}) AND NOT EXISTS (SELECT 1 FROM hand_edit WHERE rec = ${rec})`)
  for (const id of unsupported.pluck().iterate()) yield { problem: 'record_unsupported', kind, id }
}

function* checkSideTable(db: ReadDb, kind: RecordKind): Generator<RegisterProblem> {
  const { table, side } = codecOf(kind)
  if (side === undefined) return
  const orphans = db.prepare<[], number>(`
    SELECT DISTINCT s.${side.owner} FROM ${side.table} AS s WHERE NOT EXISTS (SELECT 1 FROM ${table} WHERE id = s.${side.owner})`)
  for (const id of orphans.pluck().iterate()) yield { problem: 'names_without_record', kind, id }
}

import type { RecordKind } from '../../../../shared/domain/catalogue/fields'
import type { RecordStore, StoredRecord } from '../../registerStore'
import type { ReadDb } from '../file/database'
import type { FieldReader } from './fieldReader'
import type { NameSource } from './recordCodec'
import { createRecordCounts } from './recordCounts'
import { walkRecords } from './recordWalk'
import { codecOf, selectList, toStoredRecord, type RawRecord } from './recordCodec'

/** Reads of one kind; every statement is prepared once per connection. */
export interface RecordReader {
  byKey(key: string): StoredRecord | undefined
  byId(id: number): StoredRecord | undefined
  /** In the order of the ids; those that are gone are left out. */
  byIds(ids: readonly number[]): StoredRecord[]
  keyOf(id: number): string | undefined
  count(): number
  /** Records after `afterId` in id order, at most `limit`. */
  page(afterId: number, limit: number): StoredRecord[]
}

export type RecordReaders = (kind: RecordKind) => RecordReader

export function createRecordReaders(db: ReadDb, names: NameSource): RecordReaders {
  const readers = new Map<RecordKind, RecordReader>()
  return (kind) => {
    let reader = readers.get(kind)
    if (reader === undefined) {
      reader = createRecordReader(db, names, kind)
      readers.set(kind, reader)
    }
    return reader
  }
}

function createRecordReader(db: ReadDb, names: NameSource, kind: RecordKind): RecordReader {
  const codec = codecOf(kind)
  const select = `SELECT ${selectList(codec)} FROM ${codec.table}`
  const byKey = db.prepare<[string], RawRecord>(`${select} WHERE ${codec.keyColumn} = ?`).raw()
  const byId = db.prepare<[number], RawRecord>(`${select} WHERE id = ?`).raw()
  // One statement a page: a hundred single look-ups cost twice as much, all of it on the way into the library and back.
  const byIds = db.prepare<[string], RawRecord>(`${select} WHERE id IN (SELECT value FROM json_each(?))`).raw()
  const page = db.prepare<[number, number], RawRecord>(`${select} WHERE id > ? ORDER BY id LIMIT ?`).raw()
  const keyOf = db.prepare<[number], string>(`SELECT ${codec.keyColumn} FROM ${codec.table} WHERE id = ?`).pluck()
  const counts = createRecordCounts(db)
  const toRecord = (raw: RawRecord | undefined) => raw && toStoredRecord(codec, raw, names)
  return {
    byKey: (key) => toRecord(byKey.get(key)),
    byId: (id) => toRecord(byId.get(id)),
    byIds(ids) {
      const found = new Map(byIds.all(JSON.stringify(ids)).map((raw) => [raw[0], raw]))
      return ids.map((id) => toRecord(found.get(id))).filter((record) => record !== undefined)
    },
    keyOf: (id) => keyOf.get(id),
    count: () => counts.of(kind),
    page: (afterId, limit) => page.all(afterId, limit).map((raw) => toStoredRecord(codec, raw, names)),
  }
}

const pageRecords = 2_000

/** The services' view of records. */
export function createRecordStore(db: ReadDb, readers: RecordReaders, pages: FieldReader): RecordStore {
  return {
    async byKeys(kind, keys) {
      const reader = readers(kind)
      const found = new Map<string, StoredRecord>()
      for (const key of keys) {
        const record = found.has(key) ? undefined : reader.byKey(key)
        if (record) found.set(key, record)
      }
      return found
    },
    async byIds(kind, ids) {
      return readers(kind).byIds(ids)
    },
    async fieldsOf(kind, ids, fields) {
      return pages.fieldsOf(kind, ids, fields)
    },
    async keysOf(kind, ids) {
      const reader = readers(kind)
      const keys = new Map<number, string>()
      for (const id of ids) {
        const key = reader.keyOf(id)
        if (key !== undefined) keys.set(id, key)
      }
      return keys
    },
    async count(kind) {
      return readers(kind).count()
    },
    walk: (kind, asked, visit) => walkRecords(db, kind, asked, visit),
    async all(kind) {
      return [...eachRecord(readers(kind))]
    },
  }
}

/** Every record of a kind in id order, read in pages so that no statement stays open. */
export function* eachRecord(reader: RecordReader): Generator<StoredRecord> {
  let afterId = 0
  for (;;) {
    const records = reader.page(afterId, pageRecords)
    yield* records
    const last = records.at(-1)
    if (last === undefined || records.length < pageRecords) return
    afterId = last.id
  }
}


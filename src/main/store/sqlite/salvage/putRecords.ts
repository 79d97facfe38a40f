import type { RecordKind } from '../../../../shared/domain/catalogue/fields'
import { canonicalRecord } from '../records/canonicalRecord'
import type { WriteDb } from '../file/database'
import { createNameWriter } from '../names/nameTable'
import { codecOf } from '../records/recordCodec'
import { createRecordWriter } from '../records/recordWriter'
import type { RecoveredRecord } from './recoverRecords'

/** Writes recovered records under their ids, with their names; indexes are built later, for all at once. */
export function putRecords(db: WriteDb, records: readonly RecoveredRecord[]): void {
  const names = createNameWriter(db)
  for (const [kind, ofKind] of Map.groupBy(records, (record) => record.kind)) {
    const writer = createRecordWriter(db, names, kind)
    for (const { id, values } of ofKind) {
      removeRecord(db, kind, id)
      const record = canonicalRecord(kind, values)
      writer.insert(id, record)
      writer.link(id, record)
    }
  }
}

/** A record without what supports it. */
export function removeRecord(db: WriteDb, kind: RecordKind, id: number): void {
  const { table, side } = codecOf(kind)
  db.prepare(`DELETE FROM ${table} WHERE id = ?`).run(id)
  if (side) db.prepare(`DELETE FROM ${side.table} WHERE ${side.owner} = ?`).run(id)
}

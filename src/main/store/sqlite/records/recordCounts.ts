import { kindNumber, type RecordKind } from '../../../../shared/domain/catalogue/fields'
import type { ReadDb, WriteDb } from '../file/database'

/** Kept with every change set, because counting a million rows takes longer than showing the first of them. */
export interface RecordCounts {
  of(kind: RecordKind): number
}

export function createRecordCounts(db: ReadDb): RecordCounts {
  const count = db.prepare<[number], number>('SELECT count FROM record_count WHERE kind = ?').pluck()
  return { of: (kind) => count.get(kindNumber[kind]) ?? 0 }
}

export function createCountWriter(db: WriteDb): { change(kind: RecordKind, by: number): void } {
  const change = db.prepare<[number, number]>('UPDATE record_count SET count = count + ? WHERE kind = ?')
  return { change: (kind, by) => { change.run(by, kindNumber[kind]) } }
}

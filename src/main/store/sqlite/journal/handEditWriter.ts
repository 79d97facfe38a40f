import { kindNumber, packRecord, type RecordKind, type Values } from '../../../../shared/domain/catalogue/fields'
import { shortHash } from '../records/canonicalRecord'
import type { WriteDb } from '../file/database'
import type { IdRun } from '../records/idRuns'

export interface HandEditWriter {
  put(rec: number, values: Values | null, sequence: number): void
  removeRange(kind: RecordKind, run: IdRun): void
}

export function createHandEditWriter(db: WriteDb): HandEditWriter {
  const replace = db.prepare<[number, string, number, string]>('INSERT OR REPLACE INTO hand_edit (rec, "values", change_set, digest) VALUES (?, ?, ?, unhex(?))')
  const remove = db.prepare<[number]>('DELETE FROM hand_edit WHERE rec = ?')
  const removeRange = db.prepare<[number, number, number]>('DELETE FROM hand_edit WHERE rec BETWEEN ? AND ? AND rec % 16 = ?')
  return {
    removeRange: (kind, { firstId, lastId }) => { removeRange.run(packRecord(kind, firstId), packRecord(kind, lastId), kindNumber[kind]) },
    put(rec, values, sequence) {
      if (values === null) {
        remove.run(rec)
        return
      }
      const text = JSON.stringify(values)
      replace.run(rec, text, sequence, handEditDigest(rec, text, sequence))
    },
  }
}

export function handEditDigest(rec: number, values: string, sequence: number): string {
  return shortHash(JSON.stringify([rec, values, sequence]))
}

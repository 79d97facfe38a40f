import { kindNumber, packRecord, type RecordKind, type Values } from '../../../../shared/domain/catalogue/fields'
import type { Hand } from '../../../../shared/domain/merging/hand'
import { shortHash } from '../records/canonicalRecord'
import type { WriteDb } from '../file/database'
import type { IdRun } from '../records/idRuns'

export interface HandEditWriter {
  /** @param earlier  change sets that set fields before; the others are set by this one */
  put(rec: number, values: Values | null, sequence: number, earlier?: Hand['since']): void
  removeRange(kind: RecordKind, run: IdRun): void
}

export function createHandEditWriter(db: WriteDb): HandEditWriter {
  const replace = db.prepare<[number, string, string | null, number, string]>('INSERT OR REPLACE INTO hand_edit (rec, "values", since, change_set, digest) VALUES (?, ?, ?, ?, unhex(?))')
  const remove = db.prepare<[number]>('DELETE FROM hand_edit WHERE rec = ?')
  const removeRange = db.prepare<[number, number, number]>('DELETE FROM hand_edit WHERE rec BETWEEN ? AND ? AND rec % 16 = ?')
  return {
    removeRange: (kind, { firstId, lastId }) => { removeRange.run(packRecord(kind, firstId), packRecord(kind, lastId), kindNumber[kind]) },
    put(rec, values, sequence, earlier = {}) {
      if (values === null) {
        remove.run(rec)
        return
      }
      const text = JSON.stringify(values)
      const since = sinceText(values, earlier)
      replace.run(rec, text, since, sequence, handEditDigest(rec, text, since, sequence))
    },
  }
}

function sinceText(values: Values, earlier: Hand['since']): string | null {
  const fields = Object.keys(values).filter((field) => earlier[field] !== undefined)
  return fields.length === 0 ? null : JSON.stringify(Object.fromEntries(fields.map((field) => [field, earlier[field]])))
}

/** @param since  as it is stored; null also for what older programs wrote */
export function handEditDigest(rec: number, values: string, since: string | null, sequence: number): string {
  return shortHash(JSON.stringify(since === null ? [rec, values, sequence] : [rec, values, sequence, since]))
}

import { kindNumber, packRecord, type RecordKind } from '../../../shared/domain/catalogue/fields'
import type { Diff } from '../changeSet'
import type { WriteDb } from './database'
import { addToSum, evidenceHash, sumModulus } from './evidenceChecksum'
import type { IdRun } from './idRuns'

export interface EvidenceWriter {
  /** Writes or replaces one row. */
  put(rec: number, source: number, row: number, diff: Diff | null): void
  /** Takes back everything a run of sources said. */
  withdrawSources(firstSource: number, lastSource: number): void
  /** Takes back everything said about one record. */
  withdrawRecord(rec: number): void
  /** Records of a run that any source still speaks about. */
  recordsOfRange(kind: RecordKind, run: IdRun): number[]
  /** Forgets what was counted in a change set that failed. */
  discard(): void
  /** Stores the sources' checksums; once, at the end of a change set. */
  finish(): void
}

interface EvidenceRow {
  source: number
  row: number
  diff: string | null
}

export function createEvidenceWriter(db: WriteDb): EvidenceWriter {
  const insert = db.prepare<[number, number, number, string | null]>('INSERT OR IGNORE INTO evidence (rec, source, row, diff) VALUES (?, ?, ?, ?)')
  const select = db.prepare<[number, number, number], string | null>('SELECT diff FROM evidence WHERE rec = ? AND source = ? AND row = ?').pluck()
  const update = db.prepare<[string | null, number, number, number]>('UPDATE evidence SET diff = ? WHERE rec = ? AND source = ? AND row = ?')
  const ofRecord = db.prepare<[number], EvidenceRow>('SELECT source, row, diff FROM evidence WHERE rec = ?')
  const removeRecord = db.prepare<[number]>('DELETE FROM evidence WHERE rec = ?')
  const removeSources = db.prepare<[number, number]>('DELETE FROM evidence WHERE source BETWEEN ? AND ?')
  const clearSums = db.prepare<[number, number]>('UPDATE source SET evidence_sum = 0 WHERE id BETWEEN ? AND ?')
  const changeSum = db.prepare<[number, number]>(`UPDATE source SET evidence_sum = (evidence_sum + ?) % ${sumModulus} WHERE id = ?`)
  const inRange = db.prepare<[number, number, number], number>('SELECT DISTINCT rec FROM evidence WHERE rec BETWEEN ? AND ? AND rec % 16 = ?').pluck()
  const changes = new Map<number, number>()
  const count = (source: number, part: number) => changes.set(source, addToSum(changes.get(source) ?? 0, part))
  return {
    put(rec, source, row, diff) {
      const text = diff === null ? null : JSON.stringify(diff)
      if (insert.run(rec, source, row, text).changes === 0) {
        count(source, -evidenceHash(rec, row, select.get(rec, source, row) ?? null))
        update.run(text, rec, source, row)
      }
      count(source, evidenceHash(rec, row, text))
    },
    withdrawSources(firstSource, lastSource) {
      removeSources.run(firstSource, lastSource)
      clearSums.run(firstSource, lastSource)
    },
    withdrawRecord(rec) {
      for (const { source, row, diff } of ofRecord.all(rec)) count(source, -evidenceHash(rec, row, diff))
      removeRecord.run(rec)
    },
    recordsOfRange: (kind, { firstId, lastId }) => inRange.all(packRecord(kind, firstId), packRecord(kind, lastId), kindNumber[kind]),
    discard: () => { changes.clear() },
    finish() {
      for (const [source, change] of changes) changeSum.run(change, source)
      changes.clear()
    },
  }
}

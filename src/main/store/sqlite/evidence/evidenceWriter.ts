import { kindNumber, kindOfNumber, packRecord, type RecordKind } from '../../../../shared/domain/catalogue/fields'
import type { Diff } from '../../changeSet'
import type { WriteDb } from '../file/database'
import { addToSum, evidenceHash, sumModulus } from './evidenceChecksum'
import type { IdRun } from '../records/idRuns'
import { codecOf } from '../records/recordCodec'
import { createRowRuns } from '../batches/rowRuns'

export interface EvidenceWriter {
  /** Starts writing rows. */
  open(): EvidenceRun
  /** Takes back everything a run of sources said, keeping what a redo needs of it. */
  withdrawSources(firstSource: number, lastSource: number): void
  /** Lets go of what was kept of a run of withdrawn sources. */
  forgetWithdrawn(firstSource: number, lastSource: number): void
  /** Takes back everything said about one record. */
  withdrawRecord(rec: number): void
  /** Records of a run that any source still speaks about. */
  recordsOfRange(kind: RecordKind, run: IdRun): number[]
  /** Forgets what was counted in a change set that failed. */
  discard(): void
  /** Stores the sources' checksums; once, at the end of a change set. */
  finish(): void
}

/** Rows on their way in; all are there once the run is finished. */
export interface EvidenceRun {
  /** Writes or replaces one row. */
  put(rec: number, source: number, row: number, diff: Diff | null): void
  finish(): void
}

type EvidenceCells = [rec: number, source: number, row: number, diff: string | null]

interface EvidenceRow {
  source: number
  row: number
  diff: string | null
}

export function createEvidenceWriter(db: WriteDb): EvidenceWriter {
  const replace = createReplacer(db)
  const ofRecord = db.prepare<[number], EvidenceRow>('SELECT source, row, diff FROM evidence WHERE rec = ?')
  const removeRecord = db.prepare<[number]>('DELETE FROM evidence WHERE rec = ?')
  const removeSources = db.prepare<[number, number]>('DELETE FROM evidence WHERE source BETWEEN ? AND ?')
  const keepRows = createWithdrawnWriter(db)
  const clearSums = db.prepare<[number, number]>('UPDATE source SET withdrawn_sum = evidence_sum, evidence_sum = 0 WHERE id BETWEEN ? AND ?')
  const changeSum = db.prepare<[number, number]>(`UPDATE source SET evidence_sum = (evidence_sum + ?) % ${sumModulus} WHERE id = ?`)
  const inRange = db.prepare<[number, number, number], number>('SELECT DISTINCT rec FROM evidence WHERE rec BETWEEN ? AND ? AND rec % 16 = ?').pluck()
  const changes = new Map<number, number>()
  const count = (source: number, part: number) => changes.set(source, addToSum(changes.get(source) ?? 0, part))
  const openRun = createRowRuns<EvidenceCells>(db, 'evidence', ['rec', 'source', 'row', 'diff'], {
    written(rows) {
      for (const [rec, source, row, diff] of rows) count(source, evidenceHash(rec, row, diff))
    },
    refused(rows) {
      for (const [rec, source, row, diff] of rows) {
        const before = replace(rec, source, row, diff)
        if (before !== undefined) count(source, -evidenceHash(rec, row, before))
        count(source, evidenceHash(rec, row, diff))
      }
    },
  })
  return {
    open() {
      const run = openRun()
      return { put: (rec, source, row, diff) => { run.add(rec, source, row, diff === null ? null : JSON.stringify(diff)) }, finish: run.finish }
    },
    withdrawSources(firstSource, lastSource) {
      keepRows.keep(firstSource, lastSource)
      removeSources.run(firstSource, lastSource)
      clearSums.run(firstSource, lastSource)
    },
    forgetWithdrawn: keepRows.forget,
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

/** Rows of undone batches, moved aside set by set. A withdrawn row whose record is not there cannot be: evidence goes with its record. */
function createWithdrawnWriter(db: WriteDb): { keep(firstSource: number, lastSource: number): void; forget(firstSource: number, lastSource: number): void } {
  const kinds = db.prepare<[number, number], number>('SELECT DISTINCT kind FROM source WHERE id BETWEEN ? AND ?').pluck()
  const remove = db.prepare<[number, number]>('DELETE FROM withdrawn WHERE source BETWEEN ? AND ?')
  const clearSums = db.prepare<[number, number]>('UPDATE source SET withdrawn_sum = 0 WHERE id BETWEEN ? AND ?')
  return {
    keep(firstSource, lastSource) {
      for (const kind of kinds.all(firstSource, lastSource)) db.prepare<[number, number]>(keepSql(kind)).run(firstSource, lastSource)
    },
    forget(firstSource, lastSource) {
      remove.run(firstSource, lastSource)
      clearSums.run(firstSource, lastSource)
    },
  }
}

/** CROSS JOIN holds the planner to the order of the evidence, with each record beside its row. */
function keepSql(kind: number): string {
  const { table, keyColumn } = codecOf(kindOfNumber(kind))
  return `INSERT INTO withdrawn (source, row, rec, key, diff)
    SELECT e.source, e.row, e.rec, r.${keyColumn}, e.diff FROM evidence AS e CROSS JOIN ${table} AS r ON r.id = e.rec / 16
     WHERE e.source BETWEEN ? AND ? AND e.rec % 16 = ${kind}`
}

/** Writes one row whether it is there or not; answers with the difference it had before, undefined when it is new. */
function createReplacer(db: WriteDb): (...row: EvidenceCells) => string | null | undefined {
  const insert = db.prepare<EvidenceCells>('INSERT OR IGNORE INTO evidence (rec, source, row, diff) VALUES (?, ?, ?, ?)')
  const select = db.prepare<[number, number, number], string | null>('SELECT diff FROM evidence WHERE rec = ? AND source = ? AND row = ?').pluck()
  const update = db.prepare<[string | null, number, number, number]>('UPDATE evidence SET diff = ? WHERE rec = ? AND source = ? AND row = ?')
  return (rec, source, row, diff) => {
    if (insert.run(rec, source, row, diff).changes === 1) return undefined
    const before = select.get(rec, source, row) ?? null
    update.run(diff, rec, source, row)
    return before
  }
}

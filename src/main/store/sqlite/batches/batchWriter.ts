import { kindNumber } from '../../../../shared/domain/catalogue/fields'
import { Refusal } from '../../../../shared/domain/result'
import type { ChangeSet, NewBatch, NewSource } from '../../changeSet'
import { createBatchDigest, type SourceRow, type VerdictRow } from './batchDigest'
import type { WriteDb } from '../file/database'

export interface BatchIds {
  id: number
  /** Id of the first source; the others follow. */
  firstSource: number
}

export interface WrittenBatch extends BatchIds {
  digest: string
}

export interface SourceRun {
  firstSource: number
  lastSource: number
}

export interface BatchWriter {
  /** The ids that the next batch will have; they hold until the end of the transaction. */
  nextIds(): BatchIds
  insert(changes: ChangeSet, batch: NewBatch): WrittenBatch
  /** Marks a batch undone and names its sources; unknown_batch and batch_already_undone are refused. */
  markUndone(id: number, at: number): SourceRun
  /** Marks an undone batch active again and names its sources; unknown_batch and batch_not_undone are refused. */
  markRedone(id: number): SourceRun
}

type BatchCells = [number, string, string, number, string, string, number, string, string, string, string, string]

const batchColumns = 'id, file_name, sha256, size_bytes, format, kind, at, operator, program_version, options, summary, digest'
const sourceColumns = 'id, batch, position, sheet, kind, class, states, header_rows, mapping, context'

export function createBatchWriter(db: WriteDb): BatchWriter {
  const nextBatch = db.prepare<[], number>('SELECT coalesce(max(id), 0) + 1 FROM batch').pluck()
  const nextSource = db.prepare<[], number>('SELECT coalesce(max(id), 0) + 1 FROM source').pluck()
  const insertBatch = db.prepare<BatchCells>(`INSERT INTO batch (${batchColumns}, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, unhex(?), 'active')`)
  const insertSource = db.prepare<SourceRow>(`INSERT INTO source (${sourceColumns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const insertVerdict = db.prepare<VerdictRow>('INSERT INTO row_verdict (source, row, number, verdict, detail) VALUES (?, ?, ?, ?, ?)')
  const insertOutcome = db.prepare<[number, string]>('INSERT INTO row_outcome (source, runs) VALUES (?, ?)')
  const state = db.prepare<[number], string>('SELECT state FROM batch WHERE id = ?').pluck()
  const setUndone = db.prepare<[number, number]>("UPDATE batch SET state = 'undone', undone_at = ? WHERE id = ?")
  const setActive = db.prepare<[number]>("UPDATE batch SET state = 'active', undone_at = NULL WHERE id = ?")
  const sourcesOf = db.prepare<[number], SourceRun>('SELECT coalesce(min(id), 0) AS firstSource, coalesce(max(id), -1) AS lastSource FROM source WHERE batch = ?')
  const nextIds = (): BatchIds => ({ id: nextBatch.get() ?? 1, firstSource: nextSource.get() ?? 1 })
  return {
    nextIds,
    insert(changes, batch) {
      const { id, firstSource } = nextIds()
      const sources = batch.sources.map((source, position) => sourceRow(source, id, firstSource + position, position))
      const verdicts = batch.sources.flatMap((source, position) => verdictRows(source, firstSource + position))
      const cells = batchCells(id, changes, batch)
      const digest = createBatchDigest(cells, sources, verdicts)
      insertBatch.run(...cells, digest)
      for (const source of sources) insertSource.run(...source)
      for (const verdict of verdicts) insertVerdict.run(...verdict)
      batch.sources.forEach(({ outcomes }, position) => { if (outcomes !== undefined) insertOutcome.run(firstSource + position, outcomes) })
      return { id, firstSource, digest }
    },
    markUndone(id, at) {
      const current = state.get(id)
      if (current === undefined) throw new Refusal('unknown_batch', undefined, { value: id })
      if (current === 'undone') throw new Refusal('batch_already_undone', undefined, { batch: id })
      setUndone.run(at, id)
      return sourcesOf.get(id) ?? { firstSource: 0, lastSource: -1 }
    },
    markRedone(id) {
      const current = state.get(id)
      if (current === undefined) throw new Refusal('unknown_batch', undefined, { value: id })
      if (current === 'active') throw new Refusal('batch_not_undone', undefined, { batch: id })
      setActive.run(id)
      return sourcesOf.get(id) ?? { firstSource: 0, lastSource: -1 }
    },
  }
}

type DigestedCells = [number, string, string, number, string, string, number, string, string, string, string]

function batchCells(id: number, changes: ChangeSet, batch: NewBatch): DigestedCells {
  const { fileName, sha256, sizeBytes, format, kind, programVersion, options, summary } = batch
  return [id, fileName, sha256, sizeBytes, format, kind, changes.at, changes.operator, programVersion, JSON.stringify(options), JSON.stringify(summary)]
}

function sourceRow(source: NewSource, batch: number, id: number, position: number): SourceRow {
  const { sheet, kind, states, headerRows, mapping, context } = source
  const lists = [states, headerRows, mapping, context].map((value) => JSON.stringify(value)) as [string, string, string, string]
  return [id, batch, position, sheet, kindNumber[kind], source.class, ...lists]
}

/** A row may carry several remarks of one verdict, so they are numbered within the row. */
function verdictRows(source: NewSource, id: number): VerdictRow[] {
  const numbers = new Map<number, number>()
  const inRowOrder = source.verdicts.toSorted((a, b) => a.row - b.row)
  return inRowOrder.map(({ row, verdict, detail }) => {
    const number = (numbers.get(row) ?? 0) + 1
    numbers.set(row, number)
    return [id, row, number, verdict, JSON.stringify(detail)]
  })
}

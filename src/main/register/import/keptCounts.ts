import type { StoredBatch } from '../../store/registerStore'
import { noRows, type RowCounts } from './answer'

/** What an import counted and kept with its batch (`buildChangeSet`); programs before this one may have kept less, which is none. */
type Kept = Pick<StoredBatch, 'summary'>

/** The rows of a batch. */
export function keptRows({ summary }: Kept): RowCounts {
  return countsIn(summary['rows'])
}

/** The rows of one of its tables, by its place among them. */
export function keptRowsOfTable({ summary }: Kept, position: number): RowCounts {
  const { sheets } = summary
  const sheet: unknown = Array.isArray(sheets) ? sheets[position] : null
  return countsIn(typeof sheet === 'object' && sheet !== null ? Reflect.get(sheet, 'rows') : null)
}

/** Active batches with rows that wait for an answer, and how many, in the order given. */
export function waitingBatches(batches: readonly StoredBatch[]): { batch: StoredBatch; rows: number }[] {
  return batches.flatMap((batch) => {
    const { review: rows } = keptRows(batch)
    return batch.state === 'active' && rows > 0 ? [{ batch, rows }] : []
  })
}

function countsIn(kept: unknown): RowCounts {
  const counts = noRows()
  if (typeof kept !== 'object' || kept === null) return counts
  for (const name of Object.keys(counts) as (keyof RowCounts)[]) {
    const value: unknown = Reflect.get(kept, name)
    if (typeof value === 'number') counts[name] = value
  }
  return counts
}

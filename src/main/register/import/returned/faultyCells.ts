import type { RefusedRow } from '../../../store/registerStore'
import type { ImportAnswer, RejectedRow, ReviewRow, RowFault } from '../answer'

/** A cell that goes back to the sender: what is wrong or doubtful in it. */
export interface FaultyCell {
  sheet: string | null
  row: number
  /** Letters; empty where the table has no column for what is missing. */
  column: string
  /** What stands in it now. */
  value: string
  verdict: 'rejected' | 'review'
  message: string
  /** Readings to choose from. */
  choices: readonly string[]
}

/** Cells of an import that has just been judged. */
export function faultyCellsOf({ rejected, review }: Pick<ImportAnswer, 'rejected' | 'review'>): FaultyCell[] {
  return [...rejected.flatMap((row) => cellsOf(row, 'rejected')), ...review.flatMap((row) => cellsOf(row, 'review'))]
}

/** Cells of a batch, from what is kept of its rows. */
export function faultyCellsOfBatch(rows: readonly RefusedRow[]): FaultyCell[] {
  // Verdicts are the answer's own entries: sheetImport writes both.
  return rows.flatMap(({ verdict, detail }) => cellsOf(detail as unknown as RejectedRow & Partial<Pick<ReviewRow, 'choices'>>, verdict))
}

function cellsOf(entry: RejectedRow & Partial<Pick<ReviewRow, 'choices'>>, verdict: FaultyCell['verdict']): FaultyCell[] {
  const faults: RowFault[] = [entry, ...(entry.also ?? [])]
  return faults.map(({ column, value, message, choices }) => ({ sheet: entry.sheet, row: entry.row, column, value: String(value ?? ''), verdict, message, choices: choices ?? [] }))
}

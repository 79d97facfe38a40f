import { maxRow } from '../limits'

/** Rows put into a sheet: everything from `from` on stands `by` rows lower. */
export interface RowGrowth {
  sheet: string
  from: number
  by: number
  /** The row above is all that the form has of a list: ranges that end with it reach over the new rows as well. */
  stretches?: boolean
}

/** Where a row stands afterwards; the last row a sheet can have stays the last, so that ranges to the bottom stay whole. */
export function shiftedRow(row: number, growths: readonly Omit<RowGrowth, 'sheet'>[]): number {
  return Math.min(Math.max(row, maxRow), growths.reduce((sum, { from, by }) => (row >= from ? sum + by : sum), row))
}

import type { RangeBounds } from './cellRange'

/** A range in the words of its list: rows [from, to) of the result, and the fields of its columns from left to right. */
export interface SelectedRange {
  from: number
  to: number
  fields: readonly string[]
}

/** What a list does with ranges; without an action its key does nothing. */
export interface RangeActions {
  copy(range: SelectedRange): void
  /** `block` has rows of one length, at least one cell; `asked` is the range it was pasted on, grown to its size. */
  paste?(block: readonly (readonly string[])[], target: SelectedRange, cut: { rows: number; columns: number }): void
  /** Delete. */
  clear?(range: SelectedRange): void
  /** One text into every cell (Ctrl+Enter). */
  fillText?(range: SelectedRange, text: string): void
  /** The source repeated over the target (Ctrl+D, Ctrl+R), or drawn further by its handle. */
  fill?(source: SelectedRange, target: SelectedRange, way: FillWay): void
  /** The right mouse button, or the key for it; `field` is that of the cell. */
  menu?(range: SelectedRange, cell: { row: number; field: string }, at: { x: number; y: number }): void
}

export interface FillWay {
  /** Upwards or to the left, in the columns as they stand. */
  isBackwards: boolean
  /** By the handle: a series goes on. */
  goesOn: boolean
}

export function selectedRange({ top, bottom, left, right }: RangeBounds, columns: readonly string[]): SelectedRange {
  return { from: top, to: bottom + 1, fields: columns.slice(left, right + 1) }
}

import { isoDayOfSerial } from '../../../shared/domain/dates/dateSerial'
import type { FormCanvas, GridCell } from './form/formGrid'
import type { CellSpan, FormCell } from './form/formTypes'
import { shownNumber } from './sheet/numberDisplay'

/** A cell with its place, counted from zero, and the range that it covers. */
export interface PlacedCell extends Required<CellSpan> {
  cell: GridCell
}

/** Takes a form row by row as a worksheet does, and gives its cells back to be drawn elsewhere. */
export class PictureCanvas implements FormCanvas {
  /** In points. */
  readonly heights: number[] = []
  readonly #rows: (readonly (GridCell | undefined)[])[] = []
  readonly #spans = new Map<string, { rowSpan: number; colSpan: number }>()
  readonly #hidden = new Set<string>()

  get rowCount(): number {
    return this.heights.length
  }

  addRow(cells: readonly (GridCell | undefined)[], heightPt: number): void {
    this.#rows.push(cells)
    this.heights.push(heightPt)
  }

  merge(top: number, { column, rowSpan = 1, colSpan = 1 }: CellSpan): void {
    this.#spans.set(place(top - 1, column), { rowSpan, colSpan })
    for (let row = top - 1; row < top - 1 + rowSpan; row++) {
      for (let at = column; at < column + colSpan; at++) if (row !== top - 1 || at !== column) this.#hidden.add(place(row, at))
    }
  }

  /** Every cell that is seen, row by row; what a merged range covers is left out. */
  cells(): PlacedCell[] {
    return this.#rows.flatMap((cells, row) => cells.flatMap((cell, column) => {
      if (cell === undefined || this.#hidden.has(place(row, column))) return []
      return [{ row, column, cell, ...(this.#spans.get(place(row, column)) ?? { rowSpan: 1, colSpan: 1 }) }]
    }))
  }
}

function place(row: number, column: number): string {
  return `${row}:${column}`
}

/** What a reader sees in a cell. */
export function shownText({ value, look }: GridCell): string {
  if (typeof value !== 'number') return value ?? ''
  if (look.format === 'yyyy-mm-dd') return isoDayOfSerial(value)
  return shownNumber(value, look.format as FormCell['format']) // body cells carry only the formats of FormCell
}

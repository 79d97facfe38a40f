import type { CellLook } from './styleTable'
import { layOutForm } from './formSheet'
import type { FormCanvas, GridCell } from './formGrid'
import { isoDayOfSerial } from './dateSerial'
import type { CellSpan, FormCell, FormSheet } from './formTypes'
import { shownNumber } from './numberDisplay'

export type FormPart = 'title' | 'subtitle' | 'header' | 'body' | 'note' | 'signature'

/** A cell of a form as it is seen on paper; rows and columns count from zero. */
export interface DrawnCell extends Required<CellSpan> {
  text: string
  part: FormPart
  align: 'left' | 'center' | 'right'
  isBold: boolean
}

export interface DrawnForm {
  /** In digits of the default font. */
  columnWidths: number[]
  /** In points. */
  rowHeights: number[]
  cells: DrawnCell[]
  /** First row of the body. */
  bodyRow: number
}

/** Draws a form for looking at: through the same calls that write its worksheet, so that it equals the print. */
export function drawPrinted(form: FormSheet): DrawnForm {
  const canvas = new PictureCanvas()
  const { widths, bodyRow, noteRow, signatureRow } = layOutForm(form, canvas)
  const partOf = (row: number): FormPart =>
    row === 0 ? 'title' : row === 1 ? 'subtitle' : row < bodyRow ? 'header' : row < noteRow ? 'body' : row < signatureRow ? 'note' : 'signature'
  const cells = canvas.cells().map(({ row, column, rowSpan, colSpan, cell }): DrawnCell => ({
    row, column, rowSpan, colSpan, text: shownText(cell), part: partOf(row), align: cell.look.horizontal ?? 'left', isBold: cell.look.bold === true,
  }))
  return { columnWidths: [...widths], rowHeights: canvas.heights, cells, bodyRow }
}

class PictureCanvas implements FormCanvas {
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

  cells() {
    return this.#rows.flatMap((cells, row) => cells.flatMap((cell, column) => {
      if (cell === undefined || this.#hidden.has(place(row, column))) return []
      return [{ row, column, cell, ...(this.#spans.get(place(row, column)) ?? { rowSpan: 1, colSpan: 1 }) }]
    }))
  }
}

function place(row: number, column: number): string {
  return `${row}:${column}`
}

function shownText({ value, look }: { value: string | number | null; look: CellLook }): string {
  if (typeof value !== 'number') return value ?? ''
  if (look.format === 'yyyy-mm-dd') return isoDayOfSerial(value)
  return shownNumber(value, look.format as FormCell['format']) // body cells carry only the formats of FormCell
}

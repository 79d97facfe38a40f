import { layOutForm } from './formSheet'
import type { CellSpan, FormSheet } from './formTypes'
import { PictureCanvas, shownText } from '../pictureCanvas'

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

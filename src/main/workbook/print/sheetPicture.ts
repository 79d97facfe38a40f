import { layOutForm } from '../write/form/formSheet'
import { FIRST_HEADER_ROW, type FormSheet } from '../write/form/formTypes'
import { PictureCanvas, shownText, type PlacedCell } from '../write/pictureCanvas'
import { digitPt } from '../write/sheet/pageFit'
import { BODY_FONT, BODY_SIZE_PT } from '../write/sheet/styleTable'
import { pagesOfRows, type PageRows } from './pagesOfRows'
import { frameOf, type PageFrame } from './pageFrame'
import type { Type } from './pdfInk'
import { wrapText } from './textLines'

const lineSpacing = 1.36
const cellPaddingPt = 3
const indentPt = 8
/** Left above and below the text in a row that has to grow, and above a text that stands at the top of its row. */
const rowPaddingPt = 3
/** A code is set so much smaller at most before it is broken into two lines. */
const smallestCode = 0.7

/** A cell with its text broken into the lines that fit it. */
export interface PrintedCell {
  place: PlacedCell
  lines: readonly string[]
  type: Type
}

/** A form measured for paper, in points of its full size, and how it is spread over pages. */
export interface SheetPicture {
  /** Left edges of the columns, and the right edge of the last one. */
  lefts: readonly number[]
  rows: readonly { heightPt: number; cells: readonly PrintedCell[] }[]
  frame: PageFrame
  pages: readonly PageRows[]
}

/** Width of a text in a type, in points. */
export type MeasureType = (text: string, type: Type) => number

/** Lays a form out for paper from the same rows that its worksheet has. The generator stops after each row. */
export function* pictureOf(form: FormSheet, measure: MeasureType): Generator<undefined, SheetPicture> {
  const canvas = new PictureCanvas()
  const { widths, bodyRow, noteRow } = layOutForm(form, canvas)
  const lefts = [0]
  for (const digits of widths) lefts.push((lefts.at(-1) ?? 0) + digits * digitPt)
  const rows = canvas.heights.map((heightPt) => ({ heightPt, cells: [] as PrintedCell[] }))
  const joined = new Set<number>()
  for (const place of canvas.cells()) {
    const cell = printedCell(place, lefts, measure)
    const row = rows[place.row]
    row?.cells.push(cell)
    if (row && place.rowSpan === 1) row.heightPt = Math.max(row.heightPt, textHeight(cell) + rowPaddingPt)
    if (place.row >= bodyRow) for (let below = 1; below < place.rowSpan; below++) joined.add(place.row + below)
    if (place.column === 0) yield
  }
  const heights = rows.map(({ heightPt }) => heightPt)
  const frame = frameOf(form.paper, lefts.at(-1) ?? 0, heights.reduce((sum, height) => sum + height, 0))
  const [first, last] = form.printTitleRows ?? [FIRST_HEADER_ROW, bodyRow]
  return { lefts, rows, frame, pages: pagesOfRows({ heights, header: [first - 1, last - 1], tailRow: noteRow, joined, room: frame.room }) }
}

function printedCell(place: PlacedCell, lefts: readonly number[], measure: MeasureType): PrintedCell {
  const { look } = place.cell
  const text = shownText(place.cell)
  const type = { family: look.fontName ?? BODY_FONT, isBold: look.bold === true, sizePt: look.sizePt ?? BODY_SIZE_PT }
  const room = widthOf(place, lefts) - 2 * cellPaddingPt - (look.indent ?? 0) * indentPt
  if (text === '') return { place, type, lines: [] }
  const needed = measure(text, type)
  const isShrunk = look.wrap !== true || (isCode(text) && needed * smallestCode <= room)
  if (!isShrunk) return { place, type, lines: wrapText(text, room, (piece) => measure(piece, type)) }
  return { place, lines: [text], type: needed > room ? { ...type, sizePt: type.sizePt * (room / needed) } : type }
}

/** Numbers and codes: 913702007180000000. */
function isCode(text: string): boolean {
  return /^[\x21-\x7e]+$/u.test(text)
}

function widthOf({ column, colSpan }: PlacedCell, lefts: readonly number[]): number {
  return (lefts[column + colSpan] ?? 0) - (lefts[column] ?? 0)
}

function textHeight({ lines, type }: PrintedCell): number {
  return lines.length * type.sizePt * lineSpacing
}

export interface Box { left: number; top: number; width: number; height: number }

/** The room of a cell on its page, whose row begins at `top`. */
export function boxOf({ place }: PrintedCell, { lefts, rows }: Pick<SheetPicture, 'lefts' | 'rows'>, top: number): Box {
  const height = rows.slice(place.row, place.row + place.rowSpan).reduce((sum, { heightPt }) => sum + heightPt, 0)
  return { left: lefts[place.column] ?? 0, top, width: widthOf(place, lefts), height }
}

/** Where each line of a cell begins from the left, and its middle from the top. */
export function* placedLines(cell: PrintedCell, box: Box, measure: MeasureType): Generator<{ text: string; left: number; middle: number }> {
  const { horizontal, vertical, indent = 0 } = cell.place.cell.look
  const step = cell.type.sizePt * lineSpacing
  const spare = box.height - textHeight(cell)
  const top = box.top + (vertical === 'center' ? spare / 2 : vertical === 'top' ? Math.min(rowPaddingPt, spare) : spare)
  for (const [index, text] of cell.lines.entries()) {
    const free = box.width - 2 * cellPaddingPt - measure(text, cell.type)
    const before = horizontal === 'center' ? free / 2 : horizontal === 'right' ? free : indent * indentPt
    yield { text, left: box.left + cellPaddingPt + before, middle: top + (index + 0.5) * step }
  }
}

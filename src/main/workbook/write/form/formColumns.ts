import type { FormCell, FormSheet, HeaderCell } from './formTypes'
import { shownNumber } from '../sheet/numberDisplay'
import { textWidth, widestLine, widestWord } from '../sheet/textMeasure'

/** Air on both sides of a cell's content, in digits. */
const CELL_PADDING = 2
/** Bold digits and the replacement fonts of other systems are a little wider than the plain face. */
const SAFETY = 1.12
const DEFAULT_MAX_TEXT_WIDTH = 36
const HEADER_LINES_WANTED = 3
/** Headings of up to three Chinese characters stay on one line. */
const UNBROKEN_HEADING = 6
/** Digits across the printable width at full size; a narrower form is stretched towards it, a wider one is shrunk by the printer set-up. */
const PAPER_WIDTH = { A4: 126, A3: 180 } as const
const MAX_STRETCH = 1.8
export const TITLE_SIZE_PT = 18
const BODY_SIZE_PT = 11

/**
 * The width of each column in digits of the default font: enough for every number and date, for texts up to the column's
 * limit, for the header in about three lines, for the title and subtitle across all columns; then stretched to the page.
 */
export function formColumnWidths(sheet: FormSheet): number[] {
  const widths = sheet.columns.map((column, index) =>
    Math.max(column.minWidth ?? 0, bodyNeed(sheet, index), headerNeed(sheet.header, index)))
  for (const cell of sheet.header) widen(widths, cell)
  for (const columns of alikeColumns(sheet.header)) makeAlike(widths, columns)
  const needed = Math.max(titleNeed(sheet), subtitleNeed(sheet), signatureNeed(sheet))
  const total = sum(widths)
  const wanted = Math.max(needed, Math.min(PAPER_WIDTH[sheet.paper], total * MAX_STRETCH))
  const factor = Math.max(1, wanted / total)
  return widths.map((width) => Math.ceil(width * factor * 10) / 10)
}

function bodyNeed(sheet: FormSheet, column: number): number {
  const maxText = sheet.columns[column]?.maxWidth ?? DEFAULT_MAX_TEXT_WIDTH
  const spanned = new Set((sheet.bodyMerges ?? []).filter((merge) => (merge.colSpan ?? 1) > 1).map((merge) => `${merge.row}:${merge.column}`))
  return sheet.rows.reduce((need, cells, row) => {
    const cell = cells[column]
    return cell === undefined || spanned.has(`${row}:${column}`) ? need : Math.max(need, cellNeed(cell, maxText))
  }, 0)
}

function cellNeed({ value, format }: FormCell, maxText: number): number {
  if (value === null) return 0
  if (typeof value === 'number') return textWidth(shownNumber(value, format)) * SAFETY + CELL_PADDING
  const whole = format === 'yyyy-mm-dd' ? textWidth(value) : Math.min(widestLine(value), Math.max(maxText, 2))
  return whole * SAFETY + CELL_PADDING
}

function headerNeed(header: readonly HeaderCell[], column: number): number {
  const own = header.filter((cell) => cell.column === column && (cell.colSpan ?? 1) === 1)
  return Math.max(4, ...own.map((cell) => headerTextNeed(cell)))
}

function headerTextNeed({ text, rowSpan = 1 }: HeaderCell): number {
  const lines = Math.max(HEADER_LINES_WANTED, rowSpan)
  const whole = widestLine(text)
  return Math.max(widestWord(text), Math.ceil(whole / lines), Math.min(whole, UNBROKEN_HEADING)) * SAFETY + CELL_PADDING
}

/** A heading over several columns that are too narrow for it together widens each alike. */
function widen(widths: number[], { text, column, colSpan = 1 }: HeaderCell): void {
  if (colSpan === 1) return
  const need = Math.ceil(widestLine(text) / 2) * SAFETY + CELL_PADDING
  const have = sum(widths.slice(column, column + colSpan))
  for (let index = column; index < column + colSpan && have < need; index++) widths[index] = (widths[index] ?? 0) * (need / have)
}

/**
 * Columns that a reader expects to be equally wide: those with the same heading (制定 under each kind), then those under
 * one heading of the lowest merged level.
 */
function alikeColumns(header: readonly HeaderCell[]): number[][] {
  const leaves = header.filter((cell) => (cell.colSpan ?? 1) === 1 && isLowest(header, cell))
  const sameText = [...Map.groupBy(leaves, (cell) => cell.text).values()].map((cells) => cells.map((cell) => cell.column))
  const spans = header.filter((cell) => (cell.colSpan ?? 1) > 1 && !header.some((other) => (other.colSpan ?? 1) > 1 && isBelow(other, cell)))
  return [...sameText, ...spans.map(({ column, colSpan = 1 }) => Array.from({ length: colSpan }, (_, index) => column + index))]
}

function isLowest(header: readonly HeaderCell[], cell: HeaderCell): boolean {
  return !header.some((other) => isBelow(other, cell))
}

function isBelow(lower: HeaderCell, upper: HeaderCell): boolean {
  return lower.row > upper.row && lower.column >= upper.column && lower.column < upper.column + (upper.colSpan ?? 1)
}

function makeAlike(widths: number[], columns: readonly number[]): void {
  const widest = Math.max(...columns.map((column) => widths[column] ?? 0))
  for (const column of columns) widths[column] = widest
}

/** A long title is wrapped to two lines rather than widening the form beyond the page. */
function titleNeed({ title, paper }: FormSheet): number {
  return Math.min(widestLine(title) * (TITLE_SIZE_PT / BODY_SIZE_PT) * SAFETY, PAPER_WIDTH[paper])
}

function subtitleNeed({ subtitle, headBlock = [], paper }: FormSheet): number {
  const right = Math.max(0, ...[subtitle.right ?? '', ...headBlock].map(textWidth))
  const line = textWidth(subtitle.left ?? '') + textWidth(subtitle.middle ?? '') + right
  return Math.min(line * SAFETY + 3 * CELL_PADDING, PAPER_WIDTH[paper])
}

function signatureNeed({ signature, paper }: FormSheet): number {
  return Math.min(widestLine(signature) * SAFETY + CELL_PADDING, PAPER_WIDTH[paper])
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

import { sum, TITLE_SIZE_PT } from './formColumns'
import type { CellSpan, FormCell, FormSheet, HeaderCell } from './formTypes'
import { textWidth, widestLine, wrappedLines } from '../sheet/textMeasure'

const LINE_PT = 15
const ROW_PADDING_PT = 7
export const NOTE_SIZE_PT = 10
const NOTE_LINE_PT = 14
const MIN_BODY_ROW_PT = 24
const MIN_HEADER_ROW_PT = 22
/** The tallest row a spreadsheet knows. */
const MAX_ROW_PT = 409
/** What a cell's borders and inner margin take from its column, in digits. */
const CELL_PADDING = 1.2
/** What the indent of left-aligned texts takes. */
const INDENT = 1.2

/** Height in points of a note merged over the whole width, in ten-point type. */
export function noteHeight(note: string, width: number): number {
  return limited(wrappedLines(note, (width * 11) / NOTE_SIZE_PT - CELL_PADDING) * NOTE_LINE_PT + 3)
}

/** Height in points of a row whose cells are wrapped in their columns. */
export function textRowHeight(texts: readonly string[], widths: readonly number[], minimumPt = MIN_BODY_ROW_PT): number {
  const lines = Math.max(1, ...texts.map((text, index) => wrappedLines(text, usable(widths[index] ?? 0) - INDENT)))
  return limited(Math.max(minimumPt, lines * LINE_PT + ROW_PADDING_PT))
}

export function titleHeight(title: string, width: number): number {
  return limited(wrappedLines(title, (width * 11) / TITLE_SIZE_PT) * TITLE_SIZE_PT * 1.4 + 12)
}

/** Body rows; merged cells do not count, their rows are as high as their neighbours ask. */
export function bodyRowHeight(cells: readonly FormCell[], widths: readonly number[], merged: ReadonlySet<number>): number {
  const texts = cells.map(({ value }, index) => (typeof value === 'string' && !merged.has(index) ? value : ''))
  return textRowHeight(texts, widths)
}

/** Heights of the header's rows: cells of one row first, then the last row takes what a taller merged cell lacks. */
export function headerHeights(header: readonly HeaderCell[], widths: readonly number[]): number[] {
  const heights = Array.from({ length: headerRowCount(header) }, () => MIN_HEADER_ROW_PT)
  const bySpan = [...header].sort((a, b) => (a.rowSpan ?? 1) - (b.rowSpan ?? 1))
  for (const { row, column, rowSpan = 1, colSpan = 1, text } of bySpan) {
    const width = usable(sum(widths.slice(column, column + colSpan)))
    const need = wrappedLines(text, width) * LINE_PT + ROW_PADDING_PT
    const last = row + rowSpan - 1
    const lacking = need - sum(heights.slice(row, last + 1))
    if (lacking > 0) heights[last] = limited((heights[last] ?? 0) + lacking)
  }
  return heights
}

export function headerRowCount(header: readonly HeaderCell[]): number {
  return Math.max(...header.map((cell) => cell.row + (cell.rowSpan ?? 1)))
}

/**
 * The columns of the subtitle's three parts: the outer ones just wide enough for their text, alike where that leaves the
 * middle part room for its own, so that it stands in the middle of the page.
 */
export function subtitleSpans({ subtitle, headBlock = [] }: FormSheet, widths: readonly number[]): CellSpan[] {
  const count = widths.length
  if (count < 3) return [{ row: 0, column: 0, colSpan: count }]
  const leftNeed = textWidth(subtitle.left ?? '') + CELL_PADDING
  const rightNeed = Math.max(...[subtitle.right ?? '', ...headBlock].map(widestLine)) + CELL_PADDING
  const room = sum(widths) - textWidth(subtitle.middle ?? '') - 2 * CELL_PADDING
  const alike = headBlock.length === 0 && Math.max(leftNeed, rightNeed) * 2 <= room
  const outer = (needs: readonly [number, number]): [number, number] => {
    const left = columnsCovering(widths, needs[0], count - 2)
    return [left, columnsCovering([...widths].reverse(), needs[1], count - left - 1)]
  }
  const own = outer([leftNeed, rightNeed])
  const same = outer([Math.max(leftNeed, rightNeed), Math.max(leftNeed, rightNeed)])
  const middleNeed = textWidth(subtitle.middle ?? '') + CELL_PADDING
  // Few wide columns may give the outer parts much more than they need.
  const isRoomy = sum(widths.slice(same[0], count - same[1])) >= middleNeed
  const [left, right] = alike && isRoomy ? same : own
  return [
    { row: 0, column: 0, colSpan: left },
    { row: 0, column: left, colSpan: count - left - right },
    { row: 0, column: count - right, colSpan: right },
  ]
}

function columnsCovering(widths: readonly number[], need: number, most: number): number {
  let covered = 0
  let count = 0
  while (count < most && covered < need) covered += widths[count++] ?? 0
  return Math.max(1, count)
}

function usable(width: number): number {
  return width - CELL_PADDING
}

function limited(heightPt: number): number {
  return Math.min(Math.ceil(heightPt), MAX_ROW_PT)
}

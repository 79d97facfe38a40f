import type { PrintedCell, PrintedForm } from '../../../shared/bridge/reports'
import { columnLetters } from '../../../shared/domain/columnLetters'

/** A printed form in pixels, before it is scaled to the room there is. */
export interface PaperLayout {
  width: number
  height: number
  lefts: readonly number[]
  tops: readonly number[]
}

/** Width of a digit of the 11-point face, and of a point, at 96 dots an inch. */
const digitPx = 7.33
const pointPx = 96 / 72

export function layOutPaper({ columnWidths, rowHeights }: Pick<PrintedForm, 'columnWidths' | 'rowHeights'>): PaperLayout {
  const lefts = runningSums(columnWidths, digitPx)
  const tops = runningSums(rowHeights, pointPx)
  return { width: lefts.at(-1) ?? 0, height: tops.at(-1) ?? 0, lefts, tops }
}

function runningSums(sizes: readonly number[], unit: number): number[] {
  const sums = [0]
  for (const size of sizes) sums.push((sums.at(-1) ?? 0) + size * unit)
  return sums
}

/** White around the printed part of the sheet, before it is scaled. */
export const sheetMarginPx = 24

/** As large as the room for the whole sheet allows, never larger than life, never so small that it cannot be read. */
export function scaleFor(layout: PaperLayout, roomPx: number): number {
  const smallest = 0.6
  return Math.max(smallest, Math.min(1, roomPx / (layout.width + 2 * sheetMarginPx)))
}

/** The cells of which something shows between two heights. */
export function visibleCells(cells: readonly PrintedCell[], { tops }: PaperLayout, fromPx: number, toPx: number): PrintedCell[] {
  return cells.filter(({ row, rowSpan }) => (tops[row + rowSpan] ?? 0) >= fromPx && (tops[row] ?? 0) <= toPx)
}

export type Direction = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight'

/** The next cell with records in a direction, along the same row or column. */
export function neighbour(cells: readonly PrintedCell[], from: PrintedCell, direction: Direction): PrintedCell | null {
  const isVertical = direction === 'ArrowUp' || direction === 'ArrowDown'
  const sign = direction === 'ArrowDown' || direction === 'ArrowRight' ? 1 : -1
  const distance = (cell: PrintedCell): number => sign * (isVertical ? cell.row - from.row : cell.column - from.column)
  const alongside = cells.filter((cell) => cell.figure !== null && distance(cell) > 0 && (isVertical ? cell.column === from.column : cell.row === from.row))
  return alongside.toSorted((a, b) => distance(a) - distance(b))[0] ?? null
}

/** Sheet address of a cell: G9. */
export function addressOf({ row, column }: Pick<PrintedCell, 'row' | 'column'>): string {
  return `${columnLetters(column)}${row + 1}`
}

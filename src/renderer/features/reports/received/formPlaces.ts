import type { FillingPreview } from '../../../../shared/bridge/fill'
import type { SheetArea } from '../../../../shared/domain/filling/editBindings'
import { columnLetters } from '../../../../shared/domain/columnLetters'
import type { FormCell, FormSheet } from '../../../../shared/domain/filling/formSheet'

/** Where rows and columns of a sheet begin, in pixels, heads of rows and columns apart. */
export interface SheetPlaces { lefts: number[]; tops: number[]; width: number; height: number }

const digitPx = 7.33
const cellPaddingPx = 5
const pointPx = 96 / 72

export function placesOf({ columnWidths, rowHeights }: FormSheet): SheetPlaces {
  const lefts = sums(columnWidths.map((digits) => (digits === 0 ? 0 : digits * digitPx + cellPaddingPx)))
  const tops = sums(rowHeights.map((points) => points * pointPx))
  return { lefts, tops, width: lefts.at(-1) ?? 0, height: tops.at(-1) ?? 0 }
}

function sums(sizes: readonly number[]): number[] {
  return sizes.reduce<number[]>((edges, size) => [...edges, (edges.at(-1) ?? 0) + size], [0])
}

/** The row (one-based) and column at a point of the sheet; the nearest where it lies outside. */
export function cellAt({ lefts, tops }: SheetPlaces, x: number, y: number): { row: number; column: number } {
  return { row: indexAt(tops, y) + 1, column: indexAt(lefts, x) }
}

function indexAt(edges: readonly number[], place: number): number {
  const behind = edges.findIndex((edge) => edge > place)
  return behind < 0 ? Math.max(0, edges.length - 2) : Math.max(0, behind - 1)
}

/** Every cell that shows in an area, the merged ones once. */
export function cellsIn(sheet: FormSheet, area: SheetArea): FormCell[] {
  return sheet.cells.filter(({ row, column, rowSpan, colSpan }) => row <= area.bottom && row + rowSpan > area.top && column <= area.right && column + colSpan > area.left)
}

/** The area from one cell to another, whole merged cells in it. */
export function areaBetween(sheet: FormSheet, from: { row: number; column: number }, to: { row: number; column: number }): SheetArea {
  const area = { sheet: sheet.name, top: Math.min(from.row, to.row), bottom: Math.max(from.row, to.row), left: Math.min(from.column, to.column), right: Math.max(from.column, to.column) }
  return cellsIn(sheet, area).reduce((wide, { row, column, rowSpan, colSpan }) => ({
    ...wide, top: Math.min(wide.top, row), bottom: Math.max(wide.bottom, row + rowSpan - 1), left: Math.min(wide.left, column), right: Math.max(wide.right, column + colSpan - 1),
  }), area)
}

export function writtenArea({ top, bottom, left, right }: Omit<SheetArea, 'sheet'>): string {
  const first = `${columnLetters(left)}${top}`
  const last = `${columnLetters(right)}${bottom}`
  return first === last ? first : `${first}:${last}`
}

/** Whether an area is one cell, merged or not. */
export function isOneCell(sheet: FormSheet, area: SheetArea): boolean {
  return (area.top === area.bottom && area.left === area.right) || cellsIn(sheet, area).some(({ row, column, rowSpan, colSpan }) => row === area.top && column === area.left && row + rowSpan - 1 === area.bottom && column + colSpan - 1 === area.right)
}

/** A line of words that figures may be named by; `each` is how many rows, of a line across columns, each word spans. */
export interface NameLine { isColumn: boolean; range: string; place: string; each: number }

/** Lines of words that an area's figures may be named by: columns to its left, rows above it. */
export function nameLines(sheet: FormSheet, { top, bottom, left, right }: SheetArea): NameLine[] {
  const words = sheet.cells.filter(({ kind }) => kind === 'text')
  const beside = Array.from({ length: left }, (_, at) => left - 1 - at).flatMap((column) => {
    const each = spanOfEach(words.filter((word) => word.column === column).map(({ row, rowSpan }) => ({ at: row, span: rowSpan })), top, bottom)
    return each === null ? [] : [{ isColumn: true, range: `${columnLetters(column)}${top}:${columnLetters(column)}${bottom}`, place: columnLetters(column), each }]
  })
  const above = Array.from({ length: top - 1 }, (_, at) => top - 1 - at).flatMap((row) => {
    const each = spanOfEach(words.filter((word) => word.row === row).map(({ column, colSpan }) => ({ at: column, span: colSpan })), left, right)
    return each === null ? [] : [{ isColumn: false, range: `${columnLetters(left)}${row}:${columnLetters(right)}${row}`, place: String(row), each }]
  })
  return [...beside, ...(right > left ? above : [])]
}

/** How far each word goes where words of one length fill a line from end to end; null where they do not. */
function spanOfEach(words: readonly { at: number; span: number }[], first: number, last: number): number | null {
  const there = words.filter(({ at }) => at >= first && at <= last)
  const places = last - first + 1
  if (there.length === places) return 1
  const each = there[0]?.span ?? 1
  return there.length * each === places && there.every(({ span, at }) => span === each && (at - first) % each === 0) ? each : null
}

/** The words nearest above a column's cell. */
export function headingOver(sheet: FormSheet, row: number, column: number): string {
  const above = sheet.cells.filter((cell) => cell.kind === 'text' && cell.row < row && column >= cell.column && column < cell.column + cell.colSpan)
  return above.toSorted((a, b) => b.row - a.row)[0]?.text.trim() ?? ''
}

export type ShownFigure = FillingPreview['cells'][number]

/** What fills each cell of a sheet, by row and column. */
export function filledBy(preview: FillingPreview | null, sheet: string): Map<string, ShownFigure> {
  return new Map((preview?.cells ?? []).filter((cell) => cell.sheet === sheet).map((cell) => [`${cell.row}:${cell.column}`, cell]))
}

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

/** Lines of words that an area's figures may be named by: columns to its left, rows above it. */
export function nameLines(sheet: FormSheet, area: SheetArea): { isColumn: boolean; range: string; place: string }[] {
  const words = new Set(sheet.cells.filter(({ kind }) => kind === 'text').map(({ row, column }) => `${row}:${column}`))
  const rows = Array.from({ length: area.bottom - area.top + 1 }, (_, at) => area.top + at)
  const columns = Array.from({ length: area.right - area.left + 1 }, (_, at) => area.left + at)
  const beside = Array.from({ length: area.left }, (_, at) => area.left - 1 - at).filter((column) => rows.every((row) => words.has(`${row}:${column}`)))
  const above = Array.from({ length: area.top - 1 }, (_, at) => area.top - 1 - at).filter((row) => columns.every((column) => words.has(`${row}:${column}`)))
  return [
    ...beside.map((column) => ({ isColumn: true, range: `${columnLetters(column)}${area.top}:${columnLetters(column)}${area.bottom}`, place: columnLetters(column) })),
    ...(columns.length > 1 ? above : []).map((row) => ({ isColumn: false, range: `${columnLetters(area.left)}${row}:${columnLetters(area.right)}${row}`, place: String(row) })),
  ]
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

import { columnLetters } from '../../../shared/domain/columnLetters'
import { Refusal } from '../../../shared/domain/result'
import type { Cell, Merge, ReadEvent, Veil } from '../../workbook/types'
import { parseRange } from '../../workbook/xlsx/cellReference'
import type { SheetValues } from '../../workbook/write/sheet/sheetValues'

/** A report has some thousand cells; a file with many more is none of ours. */
const mostCells = 400_000

/**
 * What is to be read in a workbook, by sheet and address: a hidden row or column shows nothing, a formula is no number
 * that was written, whatever result stands beside it, nor is one whose format shows another; what cannot be seen, or is covered, is none either. null for a file that cannot be read as one, or is far
 * too large.
 */
export async function readCells(events: AsyncIterable<ReadEvent>): Promise<Map<string, SheetValues> | null> {
  const sheets = new Map<string, Map<string, string | number>>()
  let current = new Map<string, string | number>()
  let cells = 0
  try {
    for await (const event of events) {
      if (event.type === 'sheet') sheets.set(event.sheet.name ?? '', (current = new Map()))
      if (event.type === 'tail') {
        removeColumns(current, event.tail.hiddenColumns)
        removeCovered(current, event.tail.merges)
        veil(current, event.tail.veils ?? [])
      }
      if (event.type !== 'rows') continue
      for (const { row, cells: values, hidden } of event.rows) {
        cells += values.length
        if (cells > mostCells) return null
        if (hidden) continue
        values.forEach((value, column) => {
          const shown = shownValue(value)
          if (shown !== '') current.set(`${columnLetters(column)}${row}`, shown)
        })
      }
    }
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
  return sheets
}

function removeColumns(cells: Map<string, string | number>, hidden: readonly number[]): void {
  const letters = new Set(hidden.map((column) => columnLetters(column)))
  for (const address of cells.keys()) if (letters.has(address.replace(/\d+$/u, ''))) cells.delete(address)
}

/** Of merged cells only the first shows what it holds. */
function removeCovered(cells: Map<string, string | number>, merges: readonly Merge[]): void {
  if (merges.length === 0) return
  for (const address of cells.keys()) {
    const range = parseRange(address)
    if (range && merges.some(({ top, bottom, left, right }) => range.top >= top && range.top <= bottom && range.left >= left && range.left <= right && (range.top !== top || range.left !== left))) cells.delete(address)
  }
}

/**
 * What a rule shows otherwise is `format`, what something lies over `drawing`. A seal over the names of offices and persons is as it
 * should be: only rows with figures may not be covered.
 */
function veil(cells: Map<string, string | number>, veils: readonly Veil[]): void {
  if (veils.length === 0) return
  const placed = [...cells].map(([address, value]) => ({ address, value, range: parseRange(address) }))
  const withFigures = new Set(placed.flatMap(({ value, range }) => (typeof value === 'number' && range ? [range.top] : [])))
  for (const { address, range } of placed) {
    if (range === undefined) continue
    const over = veils.find(({ isText, range: { top, bottom, left, right } }) => (isText === true || withFigures.has(range.top)) && range.top >= top && range.top <= bottom && range.left >= left && range.left <= right)
    if (over) cells.set(address, over.what)
  }
}

function shownValue(cell: Cell): string | number {
  if (cell === null) return ''
  if (typeof cell !== 'object') return typeof cell === 'boolean' ? String(cell) : cell
  if ('d' in cell) return cell.d
  if ('iso' in cell) return cell.iso
  if ('p' in cell) return cell.p
  return 'e' in cell ? cell.e : '='
}

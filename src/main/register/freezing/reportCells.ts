import { columnLetters } from '../../../shared/domain/columnLetters'
import { Refusal } from '../../../shared/domain/result'
import type { Cell, ReadEvent } from '../../workbook/types'
import type { SheetValues } from '../../workbook/write/sheet/sheetValues'

/** A report has some thousand cells; a file with many more is none of ours. */
const mostCells = 400_000

/**
 * What is to be read in a workbook, by sheet and address: a hidden row or column shows nothing, a formula is no number
 * that was written, whatever result stands beside it, nor is one whose format shows another. null for a file that cannot be read as one, or is far
 * too large.
 */
export async function readCells(events: AsyncIterable<ReadEvent>): Promise<Map<string, SheetValues> | null> {
  const sheets = new Map<string, Map<string, string | number>>()
  let current = new Map<string, string | number>()
  let cells = 0
  try {
    for await (const event of events) {
      if (event.type === 'sheet') sheets.set(event.sheet.name ?? '', (current = new Map()))
      if (event.type === 'tail') removeColumns(current, event.tail.hiddenColumns)
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

function shownValue(cell: Cell): string | number {
  if (cell === null) return ''
  if (typeof cell !== 'object') return typeof cell === 'boolean' ? String(cell) : cell
  if ('d' in cell) return cell.d
  if ('iso' in cell) return cell.iso
  if ('p' in cell) return cell.p
  return 'e' in cell ? cell.e : '='
}

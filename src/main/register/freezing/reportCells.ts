import { columnLetters } from '../../../shared/domain/columnLetters'
import { Refusal } from '../../../shared/domain/result'
import type { Cell, ReadEvent } from '../../workbook/types'
import type { SheetValues } from '../../workbook/write/sheet/sheetValues'

/** A report has some thousand cells; a file with many more is none of ours. */
const mostCells = 400_000

/** All cells of a workbook by sheet and address; null for a file that cannot be read as one, or is far too large. */
export async function readCells(events: AsyncIterable<ReadEvent>): Promise<Map<string, SheetValues> | null> {
  const sheets = new Map<string, Map<string, string | number>>()
  let current = new Map<string, string | number>()
  let cells = 0
  try {
    for await (const event of events) {
      if (event.type === 'sheet') sheets.set(event.sheet.name ?? '', (current = new Map()))
      if (event.type !== 'rows') continue
      for (const { row, cells: values } of event.rows) {
        values.forEach((value, column) => {
          const shown = shownValue(value)
          if (shown !== '') current.set(`${columnLetters(column)}${row}`, shown)
        })
        cells += values.length
        if (cells > mostCells) return null
      }
    }
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
  return sheets
}

function shownValue(cell: Cell): string | number {
  if (cell === null) return ''
  if (typeof cell !== 'object') return typeof cell === 'boolean' ? String(cell) : cell
  if ('d' in cell) return cell.d
  if ('iso' in cell) return cell.iso
  return 'e' in cell ? cell.e : '='
}

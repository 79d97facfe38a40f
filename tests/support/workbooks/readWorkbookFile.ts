import { readWorkbook } from '../../../src/main/workbook/readWorkbook'
import type { Cell, ReadEvent, ReadOptions, Row, SheetInfo, SheetTail, WorkbookInfo } from '../../../src/main/workbook/types'
import { Refusal, type Failure } from '../../../src/shared/domain/result'

export interface ReadSheet {
  sheet: SheetInfo
  rows: Row[]
  tail: SheetTail
}

export interface ReadFile {
  info: WorkbookInfo
  sheets: ReadSheet[]
}

/** Collects the events of a reading; throws what the reading throws. */
export async function collect(events: AsyncIterable<ReadEvent>): Promise<ReadFile> {
  let info: WorkbookInfo | undefined
  const sheets: ReadSheet[] = []
  let open: { sheet: SheetInfo; rows: Row[] } | undefined
  for await (const event of events) {
    if (event.type === 'workbook') info = event.info
    else if (event.type === 'sheet') open = { sheet: event.sheet, rows: [] }
    else if (event.type === 'rows') open?.rows.push(...event.rows)
    else if (open) sheets.push({ ...open, tail: event.tail })
  }
  if (!info) throw new Error('the reading began without a workbook event')
  return { info, sheets }
}

export function readFile(path: string, options: ReadOptions = {}): Promise<ReadFile> {
  return collect(readWorkbook(path, options))
}

/** The refusal of a file that must not be read; throws when it is read after all. */
export async function refusalOf(path: string, options: ReadOptions = {}): Promise<Failure> {
  try {
    await readFile(path, options)
  } catch (error) {
    if (error instanceof Refusal) return error.failure
    throw error
  }
  throw new Error(`${path} was read`)
}

/** The cell at an address such as `C4`. */
export function cellAt(sheet: ReadSheet, address: string): Cell {
  const match = /^([A-Z]+)(\d+)$/.exec(address)
  const row = sheet.rows.find((candidate) => candidate.row === Number(match?.[2]))
  return row?.cells[columnIndex(match?.[1] ?? '')] ?? null
}

export function columnIndex(letters: string): number {
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

/** A cell that holds a text, a number or a truth value, as text; marked and blank cells are empty. */
export function textOf(cell: Cell | undefined): string {
  return cell === undefined || cell === null || typeof cell === 'object' ? '' : String(cell)
}

/** Code and cause of a refusal in one text, such as `not_a_table pdf`. */
export function causeOf(failure: Failure): string {
  const what = failure.details?.['what']
  return typeof what === 'string' ? `${failure.code} ${what}` : failure.code
}

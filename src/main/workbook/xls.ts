import * as XLSX from '@e965/xlsx'
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs'
import { Refusal } from '../../shared/domain/result'
import { chooseSheets } from './chooseSheets'
import type { RaisedTexts } from './ole/raisedBiffTexts'
import type { Cell, Merge, ReadEvent, ReadOptions, Row, SheetInfo, SheetTail } from './types'
import { nameDateFormats } from './xlsbFormats'
import { tellRaisedDigits } from './xlsbRaised'
import { dateLookOf, isPercentFormat, numberCell } from './xlsx/dateFormats'

declare module '@e965/xlsx' {
  /** What `read` does with a package, of a container that was opened before. */
  function parse_zip(container: unknown, options: ParsingOptions): WorkBook
}

XLSX.set_cptable(codePages)

const rowsPerBatch = 500
/** Chinese Windows: what files of old programs mean when they name no code page. */
const defaultCodePage = 936
const states = ['visible', 'hidden', 'veryHidden'] as const

const errorTexts: ReadonlyMap<number, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
  [0x2b, '#GETTING_DATA'],
])

export interface XlsWorkbook {
  /** The whole file or a bare workbook stream. */
  bytes: Buffer
  /** What the container knows. */
  macros: boolean
  format?: 'xls' | 'xlsb'
  mark?: string | undefined
  raisedTexts?: RaisedTexts
}

/**
 * Reads a BIFF5, BIFF8 or binary (.xlsb) workbook from memory. Cells are taken one by one: the library's own row conversion
 * loses errors.
 */
export function* readXls({ bytes, macros, format = 'xls', mark, raisedTexts }: XlsWorkbook, options: ReadOptions): Generator<ReadEvent> {
  const workbook = parse(bytes, format)
  const sheets: SheetInfo[] = workbook.SheetNames.map((name, index) => ({
    index,
    name,
    state: states[workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0] ?? 'visible',
  }))
  if (sheets.length === 0) throw new Refusal('damaged', undefined, { what: 'no_sheets' })
  const base1904 = workbook.Workbook?.WBProps?.date1904 === true
  yield { type: 'workbook', info: { format, base1904, macros, sheets, ...(mark === undefined ? {} : { mark }) } }
  for (const sheet of chooseSheets(sheets, options)) {
    yield { type: 'sheet', sheet }
    const content = workbook.Sheets[sheet.name ?? '']
    const textAt: CellText | undefined = raisedTexts && ((row, column) => raisedTexts(sheet.index, row, column))
    if (content) yield* readSheet(content, { size: bytes.length, maxRows: options.maxRows ?? Number.POSITIVE_INFINITY, tellsPercents: options.tellsPercents ?? false, textAt })
  }
}

function parse(stream: Buffer, format: 'xls' | 'xlsb'): XLSX.WorkBook {
  try {
    const read = format === 'xls' ? XLSX.read : readPackage
    return read(stream, {
      type: 'buffer',
      dense: true,
      cellNF: true,
      cellStyles: true,
      cellFormula: false,
      cellHTML: false,
      cellText: false,
      codepage: defaultCodePage,
    })
  } catch (error) {
    if (error instanceof Error && /password|encrypt/i.test(error.message)) throw new Refusal('encrypted', undefined, { what: 'method' })
    throw new Refusal('damaged', undefined, { what: 'xls' })
  }
}

interface PackageContainer { FileIndex: readonly { name: string; content?: unknown }[]; FullPaths: readonly string[] }

/** A binary workbook, the Chinese date formats of its styles and its raised digits told before the library looks at them. */
function readPackage(stream: Buffer, options: XLSX.ParsingOptions): XLSX.WorkBook {
  const container = XLSX.CFB.read(stream, { type: 'buffer' }) as PackageContainer
  const partsNamed = (name: RegExp): Uint8Array[] => container.FullPaths.flatMap((path, at) => {
    const content = name.test(path) ? container.FileIndex[at]?.content : undefined
    return content instanceof Uint8Array ? [content] : []
  })
  const [styles] = partsNamed(/\/xl\/styles\.bin$/iu)
  if (styles) {
    nameDateFormats(styles)
    tellRaisedDigits(styles, partsNamed(/\/xl\/(?:sharedStrings|worksheets\/[^/]+)\.bin$/iu))
  }
  return XLSX.parse_zip(container, options)
}

/** A text that the library does not read as it stands; row and column from 0. */
type CellText = (row: number, column: number) => string | undefined

interface SheetReading {
  size: number
  maxRows: number
  tellsPercents: boolean
  textAt: CellText | undefined
}

function* readSheet(sheet: XLSX.WorkSheet, reading: SheetReading): Generator<ReadEvent> {
  const { size, maxRows } = reading
  const grid: readonly (readonly (XLSX.CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? []
  let rows: Row[] = []
  let delivered = 0
  for (let index = 0; index < grid.length && delivered < maxRows; index++) {
    const cells = readCells(grid[index] ?? [], index, reading)
    if (cells.length === 0) continue
    rows.push({ row: index + 1, cells, ...(sheet['!rows']?.[index]?.hidden ? { hidden: true } : {}) })
    delivered++
    if (rows.length < rowsPerBatch) continue
    yield { type: 'rows', rows, read: Math.floor((size * index) / grid.length), size }
    rows = []
  }
  if (rows.length > 0) yield { type: 'rows', rows, read: size, size }
  yield { type: 'tail', tail: tailOf(sheet, delivered) }
}

function readCells(line: readonly (XLSX.CellObject | undefined)[], row: number, { tellsPercents, textAt }: SheetReading): Cell[] {
  const cells: Cell[] = []
  // A line may be sparse and as wide as the sheet: only what is there is visited.
  line.forEach((object, column) => {
    const value = object ? (textAt?.(row, column) ?? readCell(object, tellsPercents)) : null
    if (value === null) return
    while (cells.length < column) cells.push(null)
    cells.push(value)
  })
  return cells
}

function readCell(cell: XLSX.CellObject, tellsPercents: boolean): Cell {
  switch (cell.t) {
    case 'n':
      return readNumber(cell, tellsPercents)
    case 's':
      return typeof cell.v === 'string' && cell.v !== '' ? cell.v : null
    case 'b':
      return cell.v === true
    case 'e':
      return { e: errorTexts.get(Number(cell.v)) ?? '#N/A' }
    case 'd':
      return cell.v instanceof Date ? { iso: cell.v.toISOString() } : null
    case 'z':
      return null
  }
}

function readNumber(cell: XLSX.CellObject, tellsPercents: boolean): Cell {
  const value = Number(cell.v)
  if (!Number.isFinite(value)) return { e: 'bad_number' }
  if (tellsPercents && typeof cell.z === 'string' && isPercentFormat(cell.z)) return { p: value }
  return numberCell(value, typeof cell.z === 'string' ? dateLookOf(cell.z) : null)
}

function tailOf(sheet: XLSX.WorkSheet, rows: number): SheetTail {
  const merges: Merge[] = (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r + 1, bottom: e.r + 1, left: s.c, right: e.c }))
  const hiddenColumns: number[] = []
  sheet['!cols']?.forEach((column, index) => {
    if (column?.hidden) hiddenColumns.push(index)
  })
  return { merges, autoFilter: sheet['!autofilter'] !== undefined, hiddenColumns, rows }
}

import ExcelJS from 'exceljs'
import * as XLSX from '@e965/xlsx'
import { encoded, type TextEncodingName } from './encodedText'

/** A cell of a plan; a Date becomes a date cell, `{serial}` a bare number with a date format, its own where it is given; of `raised` the last stands raised. */
export type PlannedCell = string | number | boolean | null | { formula: string; result?: string | number } | { serial: number; format?: string } | { rich: readonly string[] } | { raised: readonly [string, string] } | { error: '#REF!' | '#N/A' }

/** One sheet as a clerk left it. Ranges are Excel addresses. */
export interface PlannedSheet {
  name?: string
  rows: readonly (readonly PlannedCell[])[]
  merges?: readonly string[]
  hiddenRows?: readonly number[]
  hiddenColumns?: readonly number[]
  state?: 'hidden' | 'veryHidden'
  filter?: string
}

const dateFormat = 'yyyy/m/d'

/** An .xlsx file of these sheets. */
export async function xlsxOf(sheets: readonly PlannedSheet[], options: { date1904?: boolean } = {}): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  if (options.date1904) book.properties.date1904 = true
  for (const [index, plan] of sheets.entries()) {
    const sheet = book.addWorksheet(plan.name ?? `Sheet${index + 1}`, plan.state ? { state: plan.state } : {})
    for (const [r, cells] of plan.rows.entries()) for (const [c, cell] of cells.entries()) if (cell !== null) place(sheet.getCell(r + 1, c + 1), cell)
    for (const merge of plan.merges ?? []) sheet.mergeCells(merge)
    for (const row of plan.hiddenRows ?? []) sheet.getRow(row).hidden = true
    for (const column of plan.hiddenColumns ?? []) sheet.getColumn(column).hidden = true
    if (plan.filter) sheet.autoFilter = plan.filter
  }
  return Buffer.from(await book.xlsx.writeBuffer())
}

function place(target: ExcelJS.Cell, cell: Exclude<PlannedCell, null>): void {
  if (typeof cell !== 'object') target.value = cell
  else if ('serial' in cell) {
    target.value = cell.serial
    target.numFmt = cell.format ?? dateFormat
  } else if ('rich' in cell) target.value = { richText: cell.rich.map((text, index) => ({ text, font: { bold: index % 2 === 1 } })) }
  else if ('raised' in cell) target.value = { richText: [{ text: cell.raised[0] }, { text: cell.raised[1], font: { vertAlign: 'superscript' } }] }
  else if ('error' in cell) target.value = { error: cell.error }
  else target.value = cell.result === undefined ? { formula: cell.formula } : { formula: cell.formula, result: cell.result }
}

export type LibraryFormat = 'biff8' | 'xlsb' | 'ods' | 'xlml'

/** The same in a format of SheetJS: .xls, .xlsb, .ods or XML 2003. */
export function libraryFileOf(sheets: readonly PlannedSheet[], bookType: LibraryFormat): Buffer {
  const book = XLSX.utils.book_new()
  for (const [index, plan] of sheets.entries()) {
    const sheet = XLSX.utils.aoa_to_sheet(plan.rows.map((cells) => cells.map(plainCell)))
    for (const [r, cells] of plan.rows.entries()) {
      for (const [c, cell] of cells.entries()) {
        if (cell !== null && typeof cell === 'object' && 'serial' in cell) sheet[XLSX.utils.encode_cell({ r, c })] = { t: 'n', v: cell.serial, z: cell.format ?? dateFormat }
      }
    }
    sheet['!merges'] = (plan.merges ?? []).map((range) => XLSX.utils.decode_range(range))
    XLSX.utils.book_append_sheet(book, sheet, plan.name ?? `Sheet${index + 1}`)
  }
  if (sheets.some(({ state }) => state)) book.Workbook = { Sheets: sheets.map(({ state }) => ({ Hidden: state === undefined ? 0 : state === 'hidden' ? 1 : 2 })) }
  return XLSX.write(book, { type: 'buffer', bookType }) as Buffer
}

/** The cell as text, number or truth value alone. */
export function plainCell(cell: PlannedCell): string | number | boolean | null {
  if (cell === null || typeof cell !== 'object') return cell
  if ('serial' in cell) return cell.serial
  if ('rich' in cell) return cell.rich.join('')
  if ('raised' in cell) return cell.raised.join('')
  return 'error' in cell ? cell.error : (cell.result ?? null)
}

/** A text table: fields are quoted only where they must be. */
export function textTableOf(rows: readonly (readonly PlannedCell[])[], delimiter: string, encoding: TextEncodingName): Buffer {
  const line = (cells: readonly PlannedCell[]): string => cells.map((cell) => quoted(String(plainCell(cell) ?? ''), delimiter)).join(delimiter)
  return encoded(`${rows.map(line).join('\r\n')}\r\n`, encoding)
}

function quoted(text: string, delimiter: string): string {
  return text.includes(delimiter) || text.includes('"') || text.includes('\n') ? `"${text.replaceAll('"', '""')}"` : text
}

/** A page with one table, as query systems name it .xls. */
export function htmlTableOf(rows: readonly (readonly PlannedCell[])[], encoding: 'utf-8' | 'gbk'): Buffer {
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${String(plainCell(cell) ?? '')}</td>`).join('')}</tr>`).join('\n')
  return encoded(`<html><head><meta http-equiv="Content-Type" content="text/html; charset=${encoding}"></head><body><table border="1">\n${body}\n</table></body></html>`, encoding)
}

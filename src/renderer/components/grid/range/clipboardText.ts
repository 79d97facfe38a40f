import { dateSerialOf } from '../../../../shared/domain/dates/dateSerial'

/**
 * Ranges as spreadsheets exchange them: tab-separated text with quotes where a cell holds a tab, a quote or a line
 * break, and the same as an HTML table in which identifiers stay text. Both ways, for Excel and WPS.
 */
export interface CopiedCell {
  text: string
  /** The value behind a number, as a spreadsheet computes with it; everything else is copied as text. */
  number?: number
  /** A date: a whole one, yyyy-mm-dd, is one for a spreadsheet too; a month or a year alone would become some day. */
  isDate?: true
}

export function toTabText(rows: readonly (readonly CopiedCell[])[]): string {
  return rows.map((row) => row.map(({ text, number }) => quoted(number === undefined ? text : String(number))).join('\t')).join('\r\n')
}

function quoted(text: string): string {
  return /["\t\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * A table that Excel and WPS take cell by cell. `mso-number-format:'\@'` is their word for text: without it the 18
 * characters of a credit code become 9.13702E+17. `sdval` and `sdnum` say the same to LibreOffice.
 */
export function toHtmlTable(rows: readonly (readonly CopiedCell[])[]): string {
  const body = rows.map((row) => `<tr>${row.map(htmlCell).join('')}</tr>`).join('')
  return `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"><style>td{white-space:nowrap}br{mso-data-placement:same-cell}.t{mso-number-format:'\\@'}.d{mso-number-format:'yyyy\\-mm\\-dd'}</style></head><body><table>${body}</table></body></html>`
}

function htmlCell({ text, number, isDate }: CopiedCell): string {
  if (number !== undefined) return `<td x:num="${number}" sdval="${number}">${number}</td>`
  const serial = isDate ? dateSerialOf(text) : undefined
  if (serial !== undefined) return `<td class="d" style="mso-number-format:'yyyy\\-mm\\-dd'" x:num="${serial}" sdval="${serial}" sdnum="2052;0;YYYY-MM-DD">${text}</td>`
  // The style stands on the cell too: WPS looks there, Excel in the sheet of styles.
  return `<td class="t" style="mso-number-format:'\\@'" sdnum="2052;0;@">${escaped(text).replaceAll(/\r?\n/gu, '<br>')}</td>`
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/gu, (sign) => entities[sign] ?? sign)
}

/**
 * Reads tab-separated text. A quote opens a quoted cell only at its beginning, as spreadsheets write it; one that never
 * closes is an ordinary sign. The line break at the end makes no row.
 */
export function fromTabText(text: string): string[][] {
  const source = text.replaceAll(/\r\n?/gu, '\n')
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at <= source.length) {
    const { cell, end } = source[at] === '"' ? quotedCell(source, at) : plainCell(source, at)
    row.push(cell)
    if (source[end] !== '\t') {
      rows.push(row)
      row = []
      if (end >= source.length - 1) break
    }
    at = end + 1
  }
  return row.length === 0 ? rows : [...rows, row]
}

function plainCell(source: string, from: number): { cell: string; end: number } {
  let end = from
  while (end < source.length && source[end] !== '\t' && source[end] !== '\n') end++
  return { cell: source.slice(from, end), end }
}

function quotedCell(source: string, from: number): { cell: string; end: number } {
  let cell = ''
  let at = from + 1
  for (;;) {
    const quote = source.indexOf('"', at)
    if (quote === -1) return plainCell(source, from)
    cell += source.slice(at, quote)
    if (source[quote + 1] !== '"') return isEnd(source[quote + 1]) ? { cell, end: quote + 1 } : plainCell(source, from)
    cell += '"'
    at = quote + 2
  }
}

function isEnd(sign: string | undefined): boolean {
  return sign === undefined || sign === '\t' || sign === '\n'
}

import { headingKey, kindHeadings } from '../../../shared/domain/catalogue/headings'
import { parseApplicationNumber } from '../../../shared/domain/patents/patentNumber'
import { parseStandardNumber } from '../../../shared/domain/standards/standardNumber'
import { parseRegistrationNumber } from '../../../shared/domain/trademarks/trademark'
import { parseUscc } from '../../../shared/domain/units/uscc'
import { cellText } from '../import/table/cellText'
import { skipReason } from '../import/table/skipRows'
import type { Cell, Row } from '../../workbook/types'
import { ownerTypeNumber, ownerTypeOfName } from '../columns/ownerTypes'

/** What the lines of a colleague's list are about. */
export type LineKind = 'standards' | 'patents' | 'trademarks' | 'units'

/** Where the keys of a sheet stand. */
export interface LineKeys {
  kind: LineKind
  /** Zero-based columns to look into, the surest first. */
  columns: readonly number[]
  /** Row of the headings over the first line; null where the lines begin at the top. */
  headerRow: number | null
  firstRow: number
  /** Of lists of units: the column with the name of the unit that the line is about; null where there is none. */
  nameColumn: number | null
}

interface KeyReader {
  kind: LineKind
  /** A number as the register stores it, or a name; null for anything else. */
  read(text: string, heading: string, today: string): string | null
}

const individual = ownerTypeNumber('individual')

/** Numbers tell what a list is about better than names do: a list of patents also names their owners. */
const readers: readonly KeyReader[] = [
  { kind: 'standards', read: (text, _heading, today) => standardNo(text, today) },
  { kind: 'patents', read: (text) => {
    const number = parseApplicationNumber(text)
    return number.ok ? number.value : null
  } },
  { kind: 'trademarks', read: (text, heading) => {
    const number = /注册号|商标号|申请\/注册号/u.test(heading) ? parseRegistrationNumber(text) : null
    return number?.ok ? number.value : null
  } },
  { kind: 'units', read: (text) => usccOf(text) ?? (ownerTypeOfName(text) === individual ? null : text) },
]

function standardNo(text: string, today: string): string | null {
  const number = parseStandardNumber(text, { today })
  return number.ok && number.status === 'ok' ? number.value : null
}

function usccOf(text: string): string | null {
  const code = parseUscc(text)
  return code.ok ? code.value : null
}

/** So many rows decide; and a column is the key when so large a part of its lines can be read. */
const searchedRows = 200
const leastShare = 0.5

/**
 * Finds the column that says what each line is about, by what stands in it.
 *
 * @returns null where no column holds numbers or names of the register's kinds
 */
export function findLineKeys(rows: readonly Row[], today: string): LineKeys | null {
  const top = rows.slice(0, searchedRows)
  const width = widthOf(top)
  const header = headerRowOf(top)
  for (const reader of readers) {
    const columns = Array.from({ length: width }, (_, column) => columnOf(reader, top, column, header, today)).filter((found) => found !== null)
    const best = columns.toSorted((a, b) => b.read - a.read)[0]
    if (!best) continue
    const above = header === 0 ? top.findLast(({ row }) => row < best.firstRow)?.row : header
    const nameColumn = reader.kind === 'units' ? nameColumnOf(columns, top.find(({ row }) => row === above)?.cells ?? []) : null
    return { kind: reader.kind, columns: [...new Set(columns.toSorted(bySurety).map(({ column }) => column))], headerRow: above ?? null, firstRow: best.firstRow, nameColumn }
  }
  return null
}

/** Other units that a line names: those over it, and those that it goes through. */
const othersUnit = /上级|主管|推荐|监管|合作|归口|组织|报送|填报|申报|审核|管理|代理|母公司|集团|股东|联合|原|曾/u
const ownUnit = /名称|单位|企业|公司|机构|申请人|权利人|注册人|持有人|主体/u

/** Of the columns that can be names, the first that its heading says to be the unit's own; the first one where no heading says it. */
function nameColumnOf(columns: readonly FoundColumn[], heading: readonly Cell[]): number | null {
  const names = columns.filter(({ codes }) => codes === 0).map(({ column }) => ({ column, text: textOf(heading[column]) })).filter(({ text }) => !othersUnit.test(text))
  return (names.find(({ text }) => ownUnit.test(text)) ?? names[0])?.column ?? null
}

const headingWords = new Set([
  ...Object.values(kindHeadings).flatMap(({ fields }) => Object.values(fields).flat()), '序号', '备注', '联系人', '联系电话', '电话', '手机', '邮箱', '地址', '日期', '类别', '类型', '数量', '金额',
].map(headingKey))

/** So many known headings in one row are no line: a unit may be called like one of them, hardly two. */
const fewestHeadings = 2

function isHeaderRow(cells: readonly Cell[]): boolean {
  const texts = cells.map(textOf).filter((text) => text !== '')
  return texts.filter((text) => headingWords.has(headingKey(text)) || isHeading(text)).length >= fewestHeadings && !texts.some((text) => usccOf(text) !== null)
}

/** The last row of the first headings, which may be of several rows; 0 where none are known. */
function headerRowOf(rows: readonly Row[]): number {
  const first = rows.findIndex(({ cells }) => isHeaderRow(cells))
  if (first < 0) return 0
  const behind = rows.findIndex(({ cells }, at) => at > first && !isHeaderRow(cells))
  return rows[behind < 0 ? first : behind - 1]?.row ?? 0
}

/** Whether a row under the headings is a line: no total, note or signature, no headings printed again. */
export function isLine({ columns, firstRow }: Pick<LineKeys, 'columns' | 'firstRow'>, row: Row): boolean {
  if (row.row < firstRow || columns.every((column) => textOf(row.cells[column]) === '') || isHeaderRow(row.cells)) return false
  return skipReason(row, noMapping, { keyColumns: columns }) === null
}

const noMapping = { fields: new Map(), unmapped: [] }

interface FoundColumn { column: number; read: number; codes: number; firstRow: number }

function bySurety(a: FoundColumn, b: FoundColumn): number {
  return b.codes - a.codes || b.read - a.read || a.column - b.column
}

function columnOf(reader: KeyReader, rows: readonly Row[], column: number, header: number, today: string): FoundColumn | null {
  let heading = ''
  let firstRow = 0
  let filled = 0
  let read = 0
  let codes = 0
  for (const line of rows) {
    const { row, cells } = line
    const text = textOf(cells[column])
    if (text === '' || (firstRow > 0 && !isLine({ columns: [column], firstRow }, line))) continue
    // A lone text over a table is its title, not the first line.
    const isAlone = cells.filter((cell) => textOf(cell) !== '').length === 1 && widthOf(rows) > 1
    const key = !isAlone && row > header && !isHeading(text) ? reader.read(text, heading, today) : null
    if (firstRow === 0 && key === null) {
      heading = text
      continue
    }
    if (firstRow === 0) firstRow = row
    filled++
    if (key !== null) read++
    if (key !== null && key !== text) codes++
    if (key !== null && usccOf(text) !== null) codes++
  }
  return read > 0 && read / filled >= leastShare ? { column, read, codes, firstRow } : null
}

/** Cells of the longest row; a list may have more rows than a call takes arguments. */
export function widthOf(rows: readonly { cells: readonly unknown[] }[]): number {
  return rows.reduce((width, { cells }) => Math.max(width, cells.length), 0)
}

function isHeading(text: string): boolean {
  return /(?:名称|单位|企业|代码|编号|号码|单位名|公司名)$/u.test(text) && text.length <= 12
}

/** The key of one line, read from its surest column that has one. */
export function readLine(keys: LineKeys, cells: readonly Cell[], heading: readonly Cell[], today: string): string[] {
  const reader = readers.find(({ kind }) => kind === keys.kind)
  return keys.columns.flatMap((column) => {
    const text = textOf(cells[column])
    return text === '' ? [] : (reader?.read(text, textOf(heading[column]), today) ?? [])
  })
}

/** The code and the name of the unit that a line is about; a code is one by its shape, also where its last character is wrong. */
export function readUnit({ columns, nameColumn }: LineKeys, cells: readonly Cell[]): { code: string; name: string } | null {
  if (nameColumn === null) return null
  const name = textOf(cells[nameColumn])
  const code = columns.filter((column) => column !== nameColumn).map((column) => textOf(cells[column])).map((text) => usccOf(text) ?? (codeShape.test(text) ? text : null)).find((text) => text !== null)
  return code === undefined || name === '' ? null : { code, name }
}

const codeShape = /^[0-9A-Z]{18}$/u

export function textOf(cell: Cell | undefined): string {
  return cellText(cell).trim()
}

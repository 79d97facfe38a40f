import { headingKey, type ImportKind } from '../../../../shared/domain/catalogue/headings'
import { parseApplicationNumber } from '../../../../shared/domain/patents/patentNumber'
import { parseRegistrationNumber } from '../../../../shared/domain/trademarks/trademark'
import type { Cell, Row } from '../../../workbook/types'
import { cellText } from './cellText'
import { mapColumns, type HeaderColumn } from './columnFields'
import type { SideTable } from './furtherTables'
import { mappedAs, type Header, type HeaderMatch } from './header'

/**
 * Patents and marks under the same headings, where a column says of each row what it is: 知识产权类型 | 名称 | 专利号/注册号. Rows of
 * neither (软著) stay with the patents, whose judge says what is wrong with them.
 */
const typeHeading = /类型|类别|种类/u
const ofMark = /商标/u
const ofPatent = /专利|发明|实用新型|外观/u
const sampledRows = 200

/** @returns null where no column tells them apart, or no other one has the numbers of both */
export function tablesByType(header: Header, rows: readonly Row[], bestOf: (header: Header, kinds: readonly ImportKind[]) => HeaderMatch | null): SideTable[] | null {
  const lastHeader = header.rows.at(-1) ?? 0
  const body = rows.filter((row) => row.row > lastHeader).slice(0, sampledRows)
  const type = header.columns.find((column) => typeHeading.test(column.header) && holds(body, column, isOf(ofMark)) && holds(body, column, isOf(ofPatent)))
  if (type === undefined) return null
  const marks = body.filter((row) => ofMark.test(cellText(row.cells[type.index])))
  const patents = body.filter((row) => ofPatent.test(cellText(row.cells[type.index])))
  const number = header.columns.find((column) => holds(marks, column, isMarkNumber) && holds(patents, column, isPatentNumber))
  if (number === undefined) return null
  const columns = header.columns.map(({ index }) => index)
  const span = { left: Math.min(...columns), right: Math.max(...columns) }
  const ofPatents = under(header, { number, key: '申请号', without: null }, (renamed) => bestOf(renamed, ['patents', 'high_value']))
  const ofMarks = under(header, { number, key: '注册号', without: type }, (renamed) => bestOf(renamed, ['trademarks']))
  if (ofPatents === null || ofMarks === null) return null
  const only = { column: type.index, words: ofMark }
  return [{ match: ofPatents, span: { ...span, rows: { ...only, isSpokenOf: false } } }, { match: ofMarks, span: { ...span, rows: { ...only, isSpokenOf: true }, isFurther: true } }]
}

/** The best match with the headings in the words of one kind; its columns keep what is printed over them. */
function under(header: Header, { number, key, without }: { number: HeaderColumn; key: string; without: HeaderColumn | null }, bestOf: (header: Header) => HeaderMatch | null): HeaderMatch | null {
  const kind = without === null ? 'patents' : 'trademarks'
  const columns = header.columns.filter((column) => column !== without).map((column) => ({ ...column, header: column === number ? key : headingOf(column, kind) }))
  const match = bestOf({ ...header, columns })
  if (match === null) return null
  const printed = new Map(header.columns.map((column) => [column.index, column]))
  return mappedAs({ kind: match.kind, header }, new Map([...match.mapping.fields].map(([field, column]) => [field, printed.get(column.index) ?? column])))
}

/** Of 授权/注册日期 the part that the kind knows: 授权日期 of a patent, 注册日期 of a mark. */
function headingOf({ index, header }: HeaderColumn, kind: ImportKind): string {
  const parts = headingKey(header).split('/')
  const ending = /(?:日期|时间|日|号|人)$/u.exec(header)?.[0] ?? ''
  return parts.flatMap((part) => [part, part + ending]).find((part) => mapColumns([{ index, header: part }], kind).fields.size > 0) ?? header
}

function holds(rows: readonly Row[], { index }: HeaderColumn, test: (cell: Cell | undefined) => boolean): boolean {
  return rows.some((row) => test(row.cells[index]))
}

const longestType = 20

function isOf(words: RegExp): (cell: Cell | undefined) => boolean {
  return (cell) => typeof cell === 'string' && cell.length <= longestType && words.test(cell)
}

const fewestDigits = 5

function isMarkNumber(cell: Cell | undefined): boolean {
  const number = parseRegistrationNumber(cellText(cell))
  return number.ok && number.value.length >= fewestDigits
}

function isPatentNumber(cell: Cell | undefined): boolean {
  return parseApplicationNumber(cellText(cell)).ok
}

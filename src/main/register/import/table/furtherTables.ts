import { isPlaceholder } from '../../../../shared/domain/text'
import { importKinds, kindHeadings, headingKey } from '../../../../shared/domain/catalogue/headings'
import type { Merge, Row } from '../../../workbook/types'
import { cellText, isBlankCell } from './cellText'
import type { HeaderColumn, Mapping } from './columnFields'
import { groupOver, matchHeader, type Header, type HeaderMatch } from './header'
import type { ColumnSpan, Recognised } from './recognised'
import { skipReason } from './skipRows'
import { tableNumber } from './titleFacts'

/**
 * Finds the tables of a sheet that has several: one under another, each with a header of its own, or side by side
 * under one header row. A header printed again is no further table.
 */
export interface FurtherTable {
  /** Place in the rows where it begins, title lines included. */
  at: number
  recognised: Recognised
}

/** With 序号, which no row of a table but its header has. */
const headingWords: ReadonlySet<string> = new Set(['序号', ...importKinds.flatMap((kind) => Object.values(kindHeadings[kind].fields).flat().map(headingKey))])
const looked = 8
/** A header has a known heading among its first texts. */
const lookedInVain = 4
const longestHeading = 24
const deepestHeader = 4
const titleRows = 4

/** Whether a row can be a header: two of its first texts are headings of some kind. Cheap, asked for every row. */
export function mayBeHeader(row: Row): boolean {
  let words = 0
  let seen = 0
  for (const cell of row.cells) {
    if (typeof cell !== 'string') continue
    if (++seen > looked || (words === 0 && seen > lookedInVain)) return false
    if (cell.length <= longestHeading && isHeadingWord(cell) && ++words === 2) return true
  }
  return false
}

const regionHeadings: ReadonlySet<string> = new Set(importKinds.flatMap((kind) => kindHeadings[kind].fields['region'] ?? []).map(headingKey))

/** Whether a row can be the header of a table of figures, of whose headings only that of the regions is known: 地区｜年末数. */
function headsRegions({ cells }: Row): boolean {
  const filled = cells.filter((cell) => !isBlankCell(cell))
  return filled.length > 1 && filled.every((cell) => typeof cell === 'string') && filled.slice(0, 3).some((cell) => regionHeadings.has(headingKey(cellText(cell))))
}

/** Marks that headings are decorated with, and letters wider than usual. */
const decoration = /[\s\u200b-\u200f\ufeff（(［[【〔*★\uff21-\uff5a]/u

/** 1 for UTF-16 units that a heading begins with, decorated or not: most cells are ruled out by theirs. */
const mayBegin = new Uint8Array(0x10000)
for (const word of headingWords) mayBegin[word.charCodeAt(0)] = 1
for (let unit = 0; unit < 0x10000; unit++) if (decoration.test(String.fromCharCode(unit))) mayBegin[unit] = 1

/** Blanks and brackets are folded only where there are some: most cells of a long list are ruled out by one look-up. */
function isHeadingWord(text: string): boolean {
  if (mayBegin[text.charCodeAt(0)] !== 1) return false
  return headingWords.has(text) || (decoration.test(text) && headingWords.has(headingKey(text)))
}

/**
 * The next table below the current ones, if a header with another meaning begins in these rows.
 *
 * @param recognise      what a few rows are, the clerk's wish for one kind left aside
 * @param saysOtherwise  whether the lines above a header of the same columns make its rows another table's
 */
export function findFurtherTable(
  rows: readonly Row[], current: readonly Recognised[], recognise: (rows: readonly Row[]) => Recognised | null, saysOtherwise: (table: Recognised, next: Recognised) => boolean,
): FurtherTable | null {
  const lastHeader = Math.max(0, ...current.flatMap(({ match }) => match.header.rows))
  const ofRegions = current.some(({ match }) => match.mapping.fields.has('region'))
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] as Row
    if (row.row <= lastHeader || !(mayBeHeader(row) || (ofRegions && headsRegions(row)))) continue
    let begin = titleBegin(rows, index, current, lastHeader)
    let recognised = recognise(rows.slice(begin, index + deepestHeader))
    // What looked like a group of headings and heads nothing is a row of the table above.
    const stray = recognised === null ? -1 : lastStray(rows, begin, index, recognised.match.header.rows)
    if (stray >= 0) {
      begin = stray + 1
      recognised = recognise(rows.slice(begin, index + deepestHeader))
    }
    // A larger table may begin right below a short one.
    if (recognised !== null && (recognised.match.header.rows[0] ?? 0) > row.row) recognised = recognise(rows.slice(begin, index + 1))
    if (!recognised?.match.header.rows.includes(row.row) || recognised.match.score < 2) continue
    if (current.some((table) => (sameColumns(table.match, recognised.match) && !saysOtherwise(table, recognised)) || repeatsAwards(table.match, recognised.match, row))) continue
    return { at: begin, recognised }
  }
  return null
}

/** Single texts right above a header belong to it, other than notes and totals of the table before, and so do the lines of a form. */
function titleBegin(rows: readonly Row[], header: number, current: readonly Recognised[], lastHeader: number): number {
  let begin = header
  while (begin > 0 && header - begin < titleRows) {
    const above = rows[begin - 1]
    const texts = textsOf(above)
    const isTitle = texts.length <= 1 || isFormLine(texts) || isGroupRow(texts)
    if (!above || above.row <= lastHeader || !isTitle || (texts.length === 1 && current.some(({ match }) => isFooter(above, match)))) break
    begin--
  }
  return begin
}

function lastStray(rows: readonly Row[], begin: number, header: number, headerRows: readonly number[]): number {
  for (let index = header - 1; index >= begin; index--) {
    const row = rows[index]
    const texts = textsOf(row)
    if (row !== undefined && texts.length > 1 && !isFormLine(texts) && !headerRows.includes(row.row)) return index
  }
  return -1
}

function textsOf(row: Row | undefined): string[] {
  return row?.cells.filter((cell) => !isBlankCell(cell)).map((cell) => cellText(cell).trim()) ?? []
}

/** 填报单位：市北区市场监管局 beside 填报日期：2022年1月5日. */
function isFormLine(texts: readonly string[]): boolean {
  return ofTitle.test(texts[0] ?? '') && texts.every((text) => /^[（(]?[\u4e00-\u9fff]{2,8}(?:[（(][^()（）]{1,6}[)）])?[:：]/u.test(text))
}

/** 单位：万人, 表二：2021年末常住人口 and 截至2021年12月31日： stand above a table. */
const ofTitle = /^[(（]?(?:计量|数量)?单位[:：]|^(?:填报单位|填报日期|所属区市|截[止至]|统计(?:期间|时间|时点)|数据日期)|^(?:单位|企业)名称[:：]|^申报单位[:：(（]/u

function isFooter(row: Row, match: HeaderMatch): boolean {
  const text = cellText(row.cells.find((cell) => !isBlankCell(cell))).trim()
  if (ofTitle.test(text) || tableNumber.test(text)) return false
  const reason = skipReason(row, match.mapping, { keyColumns: [] })
  return reason !== null && reason !== 'section' && !(reason === 'note' && !/[:：]/u.test(text))
}

/** Group headings over a header: all texts, none of them with a digit. */
function isGroupRow(texts: readonly string[]): boolean {
  return texts.every((text) => text.length <= 12 && !/\d/u.test(text))
}

function sameColumns(current: HeaderMatch, next: HeaderMatch): boolean {
  if (current.kind !== next.kind || ![...next.mapping.fields].every(([field, column]) => current.mapping.fields.get(field)?.index === column.index)) return false
  // 工作单位 where 所在地 stood: the columns are others, also where nobody knows what the new one is.
  return [...current.mapping.fields].every(([field, { index }]) => next.mapping.fields.has(field) || !next.header.columns.some((column) => column.index === index))
}

/**
 * The headings of an award list printed again over the next award: without the title that names the awards they would be those
 * of a list of patents.
 */
function repeatsAwards({ kind, header }: HeaderMatch, next: HeaderMatch, row: Row): boolean {
  return kind === 'honours' && next.kind !== kind && row.cells.every((cell, column) => isBlankCell(cell) || header.columns.some((known) => known.index === column && headingKey(ownHeading(known)) === headingKey(cellText(cell))))
}

export interface SideTable { match: HeaderMatch; span: ColumnSpan | null }

/**
 * The tables under one header row: its parts between blank columns, or from each repetition of its first heading on.
 * Parts count as tables of their own only when each is complete and has the first one's key heading, or a key that the whole has
 * no use for: another kind's, or the same in other words (奖项 beside 荣誉名称).
 */
export function sideBySide(match: HeaderMatch, bestOf: (header: Header) => HeaderMatch | null): SideTable[] {
  const parts = partsOfTable(match)
  if (parts.length < 2) return [{ match, span: null }]
  const used = new Set([...match.mapping.fields.values()].map((column) => column.index))
  const tables = parts.flatMap((header, index) => {
    const same = matchHeader(header, match.kind)
    const found = same.score >= 2 ? same : bestOf(header)
    if (!found || found.score < 2) return []
    const keys = keyColumns(found)
    // What a table is of may stand above its columns alone: each award over its own list.
    const isOwn = index === 0 || (found.kind === match.kind && hasKeyHeadingOf(found, match)) || (keys.length > 0 ? keys.every((column) => !used.has(column)) : isUnderOther(header, parts[0]))
    return isOwn ? [{ match: found, span: spanOf(header) }] : []
  })
  const [first] = tables
  return tables.length < 2 || first?.match.kind !== match.kind ? [{ match, span: null }] : tables
}

/** Columns of what looks like a table beside those that were read, and is none that is known: by the heading of the first. */
export function unreadBeside(match: HeaderMatch, tables: readonly SideTable[]): string[] {
  const used = new Set(tables.flatMap((table) => [...table.match.mapping.fields.values()].map(({ index }) => index)))
  const parts = partsOfTable(match).slice(1).filter(({ columns }) => columns.length > 1 && columns.every(({ index }) => !used.has(index)))
  return parts.map(({ columns }) => columns.map(ownHeading).join('、'))
}

function partsOfTable(match: HeaderMatch): Header[] {
  const parts = partsOf(match.header)
  return parts.length > 1 ? parts : repeatedFields(match)
}

/** A table without a gap before it, whose headings say the fields of the first one again in other words. */
function repeatedFields({ kind, header: { rows, columns }, mapping }: HeaderMatch): Header[] {
  const unmapped = new Set(mapping.unmapped.map(({ index }) => index))
  // It has no more columns than the first one has fields: where it may begin is looked for from there on alone.
  const earliest = Math.max(1, columns.length - mapping.fields.size)
  const begin = columns.findIndex((_column, at) => {
    if (at < earliest) return false
    const rest = columns.slice(at)
    if (rest.length < 2 || !rest.every(({ index }) => unmapped.has(index))) return false
    const { mapping: own, score } = matchHeader({ rows, columns: rest }, kind)
    return score === rest.length && [...own.fields.keys()].every((field) => mapping.fields.has(field))
  })
  return begin < 0 ? [{ rows, columns }] : [{ rows, columns: columns.slice(0, begin) }, { rows, columns: columns.slice(begin) }]
}

/** The parts of a header between blank columns, or from each repetition of its first heading on. */
export function partsOf({ rows, columns }: Header): Header[] {
  const [first] = columns
  const parts: Header[] = []
  for (const column of columns) {
    const last = parts.at(-1)
    const previous = last?.columns.at(-1)
    const isNew = !last || !previous || column.index > previous.index + 1 || (first !== undefined && ownHeading(column) === ownHeading(first) && last.columns.length > 1)
    if (isNew) parts.push({ rows, columns: [column] })
    else last.columns.push(column)
  }
  return parts
}

function spanOf({ columns }: Header): ColumnSpan {
  return { left: columns[0]?.index ?? 0, right: columns.at(-1)?.index ?? 0 }
}

function isUnderOther(header: Header, first: Header | undefined): boolean {
  const group = groupOver(header)
  return group !== null && first !== undefined && group !== groupOver(first)
}

function keyColumns(match: HeaderMatch): number[] {
  return kindHeadings[match.kind].required.flatMap((field) => match.mapping.fields.get(field)?.index ?? [])
}

function hasKeyHeadingOf(part: HeaderMatch, whole: HeaderMatch): boolean {
  return kindHeadings[whole.kind].required.every((field) => {
    const [heading, own] = [whole.mapping.fields.get(field), part.mapping.fields.get(field)]
    return heading !== undefined && own !== undefined && ownHeading(own) === ownHeading(heading)
  })
}

/** A column's heading without the groups above it: each of the tables may stand under a title of its own. */
function ownHeading({ header }: HeaderColumn): string {
  return header.split('/').at(-1) ?? ''
}

/** The row as a table sees it that owns only some of the columns. */
export function withinSpan(row: Row, span: ColumnSpan | null): Row {
  if (span === null) return row
  return { ...row, cells: row.cells.map((cell, column) => (isWithin(column, span) || span.shared?.has(column) === true ? cell : null)) }
}

function isWithin(column: number, { left, right }: ColumnSpan): boolean {
  return column >= left && column <= right
}

/** Whether a row that the table has in common with others says nothing of what it lists: a unit with marks, but without patents; a mark among patents. */
export function saysNothing({ cells }: Row, span: ColumnSpan | null, { fields }: Mapping): boolean {
  const { shared, rows } = span ?? {}
  if (rows !== undefined && rows.words.test(cellText(cells[rows.column])) !== rows.isSpokenOf) return true
  return shared !== undefined && [...fields.values()].every(({ index }) => shared.has(index) || isBlankCell(cells[index]) || isPlaceholder(cellText(cells[index])))
}

/** Merges of the columns of a table. */
export function mergesWithin(merges: readonly Merge[], span: ColumnSpan | null): readonly Merge[] {
  return span === null ? merges : merges.filter((merge) => (merge.left >= span.left && merge.right <= span.right) || (merge.left === merge.right && span.shared?.has(merge.left) === true))
}

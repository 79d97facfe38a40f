import { kindHeadings, recordKindOf, type ImportKind } from '../../../../shared/domain/catalogue/headings'
import type { Merge, Row } from '../../../workbook/types'
import { cellText, isBlankCell } from './cellText'
import { isOwnExport, mapColumns, type HeaderColumn, type Mapping } from './columnFields'

/**
 * Finds the header of a government table: the rows of headings under title, unit and 填报单位 lines, up to four rows
 * deep, merged or not (import-sources.md 4, rows 1-3).
 *
 * A heading row is tried as the lowest header row; rows above it join while they look like group headings. A title
 * that spans the table is no heading, except when it stands below the unit line: there it is the top group.
 */
export interface Header {
  rows: number[]
  columns: HeaderColumn[]
}

export interface HeaderMatch {
  kind: ImportKind
  header: Header
  mapping: Mapping
  /** Columns understood; 0 when a required field is missing. */
  score: number
}

const searchedRows = 30
const deepestHeader = 4
/** A merge beyond is no heading: somebody merged the whole row. */
const widestMerge = 256

/**
 * Best header for each kind of file that the first rows could be.
 *
 * @param complete  adds what only the kind knows (columns of figures); null when the header is none of that kind
 */
export function findHeaders(rows: readonly Row[], merges: readonly Merge[], kinds: readonly ImportKind[], complete: (match: HeaderMatch) => HeaderMatch | null): HeaderMatch[] {
  const top = rows.slice(0, searchedRows)
  const headers = top.map((_, bottom) => joinHeader(top, bottom, merges))
  const matches: HeaderMatch[] = []
  for (const kind of kinds) {
    let best: HeaderMatch | null = null
    for (const [bottom, header] of headers.entries()) {
      const match = complete(matchHeader(header, kind))
      // Of equals the deeper one is the header: the year row under "年末常住人口", not the group above it.
      if (match && isBetter(match, best) && namesColumns(top[bottom], match)) best = match
    }
    if (best) matches.push(withHangingRows(best, top, merges, complete))
  }
  return matches
}

/**
 * The header with the rows below that its own merged cells reach into: 比重 over 2020年 | 2010年, beside 地区 merged over both. Its columns stay
 * those that were found where the deeper headings say no more.
 */
function withHangingRows(match: HeaderMatch, top: readonly Row[], merges: readonly Merge[], complete: (match: HeaderMatch) => HeaderMatch | null): HeaderMatch {
  const { header, kind, mapping } = match
  const [first, last] = [header.rows[0] ?? 0, header.rows.at(-1) ?? 0]
  const used = new Set([...mapping.fields.values()].map(({ index }) => index))
  const reached = Math.max(last, ...merges.filter((merge) => merge.top >= first && merge.top <= last && used.has(merge.left) && merge.bottom < first + deepestHeader).map((merge) => merge.bottom))
  if (reached === last) return match
  const rows = top.filter((row) => row.row >= first && row.row <= reached)
  const width = Math.max(...rows.map((row) => row.cells.length), ...header.columns.map(({ index }) => index + 1))
  const deeper = complete(matchHeader(joinRows(rows, width, merges), kind))
  return deeper !== null && deeper.score >= match.score ? deeper : { ...match, header: { ...header, rows: rows.map((row) => row.row) } }
}

function isBetter(match: HeaderMatch, best: HeaderMatch | null): boolean {
  if (best === null || match.score > best.score) return match.score > 0
  return match.score === best.score && match.header.rows.includes(best.header.rows.at(-1) ?? -1)
}

function namesColumns(row: Row | undefined, match: HeaderMatch): boolean {
  return row !== undefined && [...match.mapping.fields.values()].some((column) => !isBlankCell(row.cells[column.index]))
}

/** Maps a header's columns to the fields of one kind. */
export function matchHeader(header: Header, kind: ImportKind): HeaderMatch {
  const mapping = mapColumns(header.columns, kind)
  const missing = kindHeadings[kind].required.some((field) => !mapping.fields.has(field)) && !isOwnExport(header.columns, recordKindOf[kind])
  // 申请号 stands in lists of patents: it does not speak for a list of marks.
  const other = kind === 'trademarks' && mapping.fields.has('applicationNumber') ? 1 : 0
  return { kind, header, mapping, score: missing ? 0 : mapping.fields.size - other }
}

/** The match with these columns for its fields; all others are unmapped. */
export function mappedAs(match: Pick<HeaderMatch, 'kind' | 'header'>, fields: ReadonlyMap<string, HeaderColumn>): HeaderMatch {
  const used = new Set([...fields.values()].map(({ index }) => index))
  const { kind, header } = match
  return { kind, header, mapping: { fields, unmapped: header.columns.filter(({ index }) => !used.has(index)) }, score: fields.size }
}

/** The headings of rows that are known to be the header. */
export function headerAt(headerRows: readonly number[], rows: readonly Row[], merges: readonly Merge[]): Header {
  const width = Math.max(0, ...rows.filter((row) => row.row <= Math.max(...headerRows)).map((row) => row.cells.length))
  return joinRows(rows.filter((row) => headerRows.includes(row.row)), width, merges)
}

/** Joins the heading rows that end at `rows[bottom]`. */
export function joinHeader(rows: readonly Row[], bottom: number, merges: readonly Merge[]): Header {
  const last = rows[bottom]
  if (!last) return { rows: [], columns: [] }
  // A merged heading covers its columns also where nothing stands in them yet.
  const covered = merges.filter((merge) => merge.top >= (rows[0]?.row ?? 0) && merge.top <= last.row && merge.right < widestMerge).map((merge) => merge.right + 1)
  const width = Math.max(...rows.slice(0, bottom + 1).map((row) => row.cells.length), ...covered)
  const depth = headerDepth(rows, bottom, merges, width)
  return joinRows(rows.slice(bottom - depth + 1, bottom + 1), width, merges)
}

/** Joins rows that are known to be the header, over so many columns. */
export function joinRows(used: readonly Row[], width: number, merges: readonly Merge[]): Header {
  const last = used.at(-1)
  const written = used.map((row) => writtenTexts(row, width, merges))
  // A group heading without merges (web exports, other programs) covers the blank cells to its right.
  const filled = written.map(({ texts, isMerged }, at) => (used[at] === last || isMerged ? texts : spreadRight(texts)))
  const columns: HeaderColumn[] = []
  for (let column = 0; column < width; column++) {
    // What only reaches a column from the left heads nothing: the gap between two tables.
    if (written.every(({ texts }) => texts[column] === '')) continue
    const parts: string[] = []
    for (const texts of filled) {
      const text = texts[column] ?? ''
      if (text !== '' && parts.at(-1) !== text) parts.push(text)
    }
    if (parts.length > 0) columns.push({ index: column, header: parts.join('/') })
  }
  return { rows: used.map((row) => row.row), columns }
}

const unitLine = /(?:填报单位|填表单位|制表|单位|截止(?:日期|时间)|统计(?:期间|时间)|数据(?:来源|日期)|来源|查询日期|提供单位|填报日期|普查标准时点|报送单位)[^:：]{0,10}[:：]/u

/** A line that fills in a form: 所属区市：李沧区. */
const labelled = /^(?!其中)[\u4e00-\u9fff]{2,10}[:：]\s*[^\s:：]/u

const groupOfRows = /^(?:[(（][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.．])/u

function headerDepth(rows: readonly Row[], bottom: number, merges: readonly Merge[], width: number): number {
  let depth = 1
  while (depth < deepestHeader && depth <= bottom) {
    const above = rows[bottom - depth]
    const below = rows[bottom - depth + 1]
    if (!above || !below || above.row !== below.row - 1) break
    if (!isGroupRow(rows, bottom - depth, merges, width)) break
    depth++
  }
  return depth
}

/** A row above the headings joins when it groups columns: several headings, or one spanning title under the unit line. */
function isGroupRow(rows: readonly Row[], index: number, merges: readonly Merge[], width: number): boolean {
  const row = rows[index]
  if (!row) return false
  const texts = row.cells.map(cellText).filter((text) => text.trim() !== '')
  if (texts.length === 0 || texts.some((text) => unitLine.test(text) || labelled.test(text.trim()) || text.length > 60)) return false
  if (row.cells.some((cell) => typeof cell === 'number')) return false
  const spans = merges.filter((merge) => merge.top <= row.row && merge.bottom >= row.row && merge.right > merge.left)
  const spansAll = spans.some((merge) => merge.left === 0 && merge.right >= width - 1)
  if (spansAll || texts.length === 1) {
    // 一、发明专利（2件） heads the rows below the headings, and no columns.
    if (texts.length !== 1 || !spansAll || groupOfRows.test(texts[0]?.trim() ?? '')) return false
    return rows.slice(0, index).some((above) => above.cells.some((cell) => unitLine.test(cellText(cell))))
  }
  const below = rows[index + 1]
  const hangsDown = merges.some((merge) => merge.top === row.row && merge.bottom > row.row && merge.bottom <= (below?.row ?? 0) + deepestHeader)
  const leavesGaps = below !== undefined && below.cells.some((cell, column) => !isBlankCell(cell) && isBlankCell(row.cells[column]))
  return spans.length > 0 || hangsDown || leavesGaps
}

/** The headings of a row, merged ones in each of their columns. @returns isMerged: whether any reaches over several */
function writtenTexts(row: Row, width: number, merges: readonly Merge[]): { texts: string[]; isMerged: boolean } {
  const texts = Array.from({ length: width }, (_, column) => headingText(row, column))
  let isMerged = false
  for (const merge of merges) {
    if (row.row < merge.top || row.row > merge.bottom || merge.left >= width) continue
    if (merge.right > merge.left) isMerged = true
    if (merge.top !== row.row) continue
    const text = texts[merge.left] ?? ''
    for (let column = merge.left; column <= Math.min(merge.right, width - 1); column++) texts[column] = text
  }
  return { texts, isMerged }
}

function spreadRight(texts: readonly string[]): string[] {
  let last = ''
  return texts.map((text) => (last = text === '' ? last : text))
}

function headingText(row: Row, column: number): string {
  return cellText(row.cells[column]).replace(/[\s\u200b-\u200f\ufeff]+/gu, ' ').trim()
}

/** What stands over all columns of a table: 即墨区 over the one, 莱西市 over the one beside it. */
export function groupOver({ columns }: Header): string | null {
  const groups = new Set(columns.map(({ header }) => (header.includes('/') ? header.split('/')[0] : undefined)))
  const [only] = groups
  return groups.size === 1 ? (only ?? null) : null
}

import { columnLetters } from '../../../../shared/domain/columnLetters'
import { kindDefinitions, type RecordKind } from '../../../../shared/domain/catalogue/fields'
import { exportLabelsOf, headingKey, kindHeadings, recordKindOf, secondFields, tellingParts, type ImportKind } from '../../../../shared/domain/catalogue/headings'
import { tagsField } from '../../../../shared/domain/tags'
import type { Merge, Row } from '../../../workbook/types'
import { cellText, isBlankCell } from './cellText'
import { nearHeading } from './nearHeadings'

/**
 * Finds the header of a government table: the rows of headings under title, unit and 填报单位 lines, up to four rows
 * deep, merged or not (import-sources.md 4, rows 1-3).
 *
 * A heading row is tried as the lowest header row; rows above it join while they look like group headings. A title
 * that spans the table is no heading, except when it stands below the unit line: there it is the top group.
 */
export interface HeaderColumn {
  index: number
  /** Joined top-down with "/", as printed. */
  header: string
}

export interface Header {
  rows: number[]
  columns: HeaderColumn[]
}

export interface Mapping {
  /** Field name to column. `@name` fields are the register's own export columns. */
  fields: ReadonlyMap<string, HeaderColumn>
  unmapped: HeaderColumn[]
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
    if (best) matches.push(best)
  }
  return matches
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
  return { kind, header, mapping, score: missing ? 0 : mapping.fields.size }
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
  const filled = used.map((row) => fillRow(row, width, merges, row !== last))
  const written = used.map((row) => fillRow(row, width, merges, false))
  const columns: HeaderColumn[] = []
  for (let column = 0; column < width; column++) {
    // What only reaches a column from the left heads nothing: the gap between two tables.
    if (written.every((texts) => texts[column] === '')) continue
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

function fillRow(row: Row, width: number, merges: readonly Merge[], spreads: boolean): string[] {
  const texts = Array.from({ length: width }, (_, column) => headingText(row, column))
  let merged = false
  for (const merge of merges) {
    if (row.row < merge.top || row.row > merge.bottom || merge.left >= width) continue
    if (merge.right > merge.left) merged = true
    if (merge.top !== row.row) continue
    const text = texts[merge.left] ?? ''
    for (let column = merge.left; column <= Math.min(merge.right, width - 1); column++) texts[column] = text
  }
  // A group heading without merges (web exports, other programs) covers the blank cells to its right.
  if (spreads && !merged) for (let column = 1; column < width; column++) if (texts[column] === '') texts[column] = texts[column - 1] ?? ''
  return texts
}

function headingText(row: Row, column: number): string {
  return cellText(row.cells[column]).replace(/[\s\u200b-\u200f\ufeff]+/gu, ' ').trim()
}

/** 更正后发布日期 is 发布日期, and counts before a column of that name beside it. */
const corrected = /(^|\/)(?:(?:更正|变更|调整|修改|勘误)后的?|现(?=(?:起草|发布|实施|归口|注册|所属|单位|企业)))(?=[^/]+$)/u
const beforePlain = 0.5

function mapColumns(columns: readonly HeaderColumn[], kind: ImportKind): Mapping {
  const fields = new Map<string, HeaderColumn>()
  const words = wordsOf(kind)
  const wishes: { field: string; rank: number; column: HeaderColumn }[] = []
  for (const column of columns) {
    const heading = column.header.replace(corrected, '$1')
    const before = heading === column.header ? 0 : beforePlain
    for (const [rank, key] of spellings(heading).entries()) {
      for (const wish of words.get(key) ?? []) wishes.push({ field: wish.field, rank: wish.rank + rank * 100 - before, column })
    }
  }
  wishes.sort((a, b) => a.rank - b.rank || a.column.index - b.column.index)
  const taken = new Set<number>()
  for (const wish of wishes) {
    if (taken.has(wish.column.index) || fields.has(wish.field)) continue
    fields.set(wish.field, wish.column)
    taken.add(wish.column.index)
  }
  mapNearHeadings(columns, words, fields, taken)
  mapTellingParts(columns, kind, fields, taken)
  const labels = exportLabelsOf(kind)
  const isOwn = isOwnExport(columns, recordKindOf[kind])
  for (const column of columns) {
    const name = labels.get(headingKey(column.header))
    if (name === undefined || (taken.has(column.index) && !isOwn) || fields.has(`@${name}`)) continue
    fields.set(`@${name}`, column)
    taken.add(column.index)
  }
  return { fields, unmapped: columns.filter((column) => !taken.has(column.index)) }
}

/** Columns without a known heading, where theirs is a known one but for how it was typed. */
function mapNearHeadings(columns: readonly HeaderColumn[], words: ReadonlyMap<string, Wish[]>, fields: Map<string, HeaderColumn>, taken: Set<number>): void {
  // One telling heading at least: rows of text must not be searched for likenesses.
  if (fields.size === 0) return
  for (const column of columns) {
    if (taken.has(column.index)) continue
    const near = nearHeading(headingKey(column.header).split('/').at(-1) ?? '', words.keys())
    const field = near === null ? undefined : words.get(near)?.[0]?.field
    if (field === undefined || fields.has(field)) continue
    fields.set(field, column)
    taken.add(column.index)
  }
}

/** Columns whose heading tells its field by a part of it; where two tell the same, none is taken. */
function mapTellingParts(columns: readonly HeaderColumn[], kind: ImportKind, fields: Map<string, HeaderColumn>, taken: Set<number>): void {
  if (fields.size === 0) return
  const names = new Set(Object.keys(kindHeadings[kind].fields))
  for (const [field, part] of tellingParts) {
    if (fields.has(field) || !names.has(field)) continue
    const [only, ...more] = columns.filter(({ index, header }) => !taken.has(index) && part.test(headingKey(header).split('/').at(-1) ?? ''))
    if (only === undefined || more.length > 0) continue
    fields.set(field, only)
    taken.add(only.index)
  }
}

/**
 * Whether the columns are exactly those of the register's own export of a kind; exports of earlier versions have no tags,
 * and a key that is made of the other fields may have been taken out.
 */
export function isOwnExport(columns: readonly HeaderColumn[], kind: RecordKind): boolean {
  const found = new Set(columns.map((column) => headingKey(column.header)))
  const { fields, key } = kindDefinitions[kind]
  const missing = fields.filter((field) => !found.has(headingKey(field.label)))
  return found.size === fields.length - missing.length && missing.every(({ name }) => name === tagsField || (name === 'key' && key === 'key'))
}

/** More than a field has words, and less than a spelling of a heading counts. */
const behindFirst = 50

type Wish = { field: string; rank: number }
const wordTables = new Map<ImportKind, Map<string, Wish[]>>()

function wordsOf(kind: ImportKind): Map<string, Wish[]> {
  const known = wordTables.get(kind)
  if (known) return known
  const table = new Map<string, Wish[]>()
  for (const [field, names] of Object.entries(kindHeadings[kind].fields)) {
    for (const [rank, name] of names.entries()) {
      const key = headingKey(name)
      const list = table.get(key) ?? []
      list.push({ field, rank: secondFields.has(field) ? rank + behindFirst : rank })
      table.set(key, list)
    }
  }
  wordTables.set(kind, table)
  return table
}

/** A heading in two languages, "Patent No. 专利号": words with small letters beside characters, a blank between them. */
const foreignWords = /^[A-Z][A-Za-z0-9 .,'&()/-]*[a-z.][A-Za-z0-9 .,'&()/-]*\s(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff)）])\s[(（]?[A-Z][A-Za-z0-9 .,'&/-]*[a-z.][)）]?$/gu

/** Comparable spellings of a joined heading, most telling first: whole, last two parts, last part, each without its bracket, then in one language. */
function spellings(header: string): string[] {
  const own = spellingsOf(header)
  const plain = header.split('/').map((part) => part.replace(foreignWords, '').trim()).join('/')
  return plain === header ? own : [...new Set([...own, ...spellingsOf(plain)])]
}

function spellingsOf(header: string): string[] {
  const whole = headingKey(header)
  const parts = whole.split('/')
  const tail = parts.slice(-2)
  const found = [whole, tail.join('/'), tail.join(''), ...withGroup(tail), parts.at(-1) ?? '']
  const bare = found.map((text) => text.replace(/\([^()]*\)$/u, ''))
  return [...new Set([...found, ...bare])].filter((text) => text !== '')
}

/** What a group of columns is called beyond its subject: 标准信息, 专利基本情况. */
const groupEnding = /(?:基本|主要|相关)?(?:信息|情况|资料|内容)$/u

/** A heading said together with its group: "标准信息/编号" is 标准编号, "日期/发布" 发布日期. */
function withGroup([group, own]: readonly string[]): string[] {
  if (group === undefined || own === undefined) return []
  // 发布 under 发布、实施日期 is 发布日期.
  const when = /(?:日期|时间)$/u.exec(group)?.[0]
  return [group.replace(groupEnding, '') + own, own + group, ...(when === undefined ? [] : [own + when])]
}

/** The mapping as cli.md prints it. */
export function describeMapping(mapping: Mapping): Record<string, { column: string; header: string }> {
  return Object.fromEntries([...mapping.fields].map(([field, column]) => [field, { column: columnLetters(column.index), header: column.header }]))
}

/** What stands over all columns of a table: 即墨区 over the one, 莱西市 over the one beside it. */
export function groupOver({ columns }: Header): string | null {
  const groups = new Set(columns.map(({ header }) => (header.includes('/') ? header.split('/')[0] : undefined)))
  const [only] = groups
  return groups.size === 1 ? (only ?? null) : null
}

import { headingKey, importKinds, kindHeadings, recordKindOf, type ImportKind } from '../../../../shared/domain/catalogue/headings'
import { withArabicYears } from '../../../../shared/domain/dates/chineseYears'
import type { Merge, Row } from '../../../workbook/types'
import { crosstabMatch, oneRegionMatch } from '../kinds/crosstab'
import { indicatorGroups, type IndicatorGroup } from '../kinds/indicatorColumns'
import { honourOfTitle, honoursByTitle } from '../kinds/honours'
import { regionsAcrossMatch } from '../kinds/regionsAcross'
import { entityColumns, populationColumns } from '../kinds/regionTables'
import { numbersByTypeMatch } from '../kinds/numbersByType'
import { yearHeaded } from '../kinds/titlePeriod'
import { matchByContent, provenKeyColumn } from '../table/contentColumns'
import { partsOf, sideBySide, unreadBeside, type SideTable } from '../table/furtherTables'
import { isOwnExport, type HeaderColumn, type Mapping } from '../table/columnFields'
import { findHeaders, groupOver, joinRows, matchHeader, type Header, type HeaderMatch } from '../table/header'
import { isKeyOf, telltaleFields } from '../table/keyContent'
import { isBlankCell } from '../table/cellText'
import type { Recognised, SheetSurroundings } from '../table/recognised'
import { readFurtherTitle, readTitleFacts, type TitleFacts } from '../table/titleFacts'

const figureKinds: readonly ImportKind[] = ['population', 'market_entities', 'indicators']

/**
 * Finds the kind and header of a sheet from its first rows. Columns decide; where several kinds fit equally, words in
 * title, sheet and file name do (a high-value list has the columns of any patent list).
 *
 * @param asked  the kind the clerk named, which is then the only one tried
 * @returns      best first; empty when no known table is there
 */
export function recogniseSheet(rows: readonly Row[], merges: readonly Merge[], around: SheetSurroundings, asked?: ImportKind): Recognised[] {
  const found: (Recognised & { weight: number })[] = []
  const titleOf = (match: HeaderMatch): TitleFacts => {
    const firstRow = match.header.rows[0] ?? 1
    const above = rows.filter((row) => row.row < firstRow)
    return around.over === undefined ? readTitleFacts(above, around.sheet, around.fileName) : readFurtherTitle(above, around.sheet, around.fileName, around.over)
  }
  // People and entities of districts across have a kind of their own.
  const placeOf = (title: TitleFacts) => (text: string): string | null => around.cityOf?.(text) ?? (/人口|主体/u.test(title.text) ? null : around.districtOf?.(text) ?? null)
  const complete = (match: HeaderMatch): HeaderMatch | null => {
    const crosswise = match.kind === 'indicators' ? crosstabMatch(match.header, placeOf(titleOf(match))) : null
    if (crosswise && !isOwnExport(match.header.columns, 'indicator')) return crosswise
    if (match.kind === 'indicators' && match.score === 0) return oneRegionMatch(match.header, regionAbove(titleOf(match), around), rows)
    if (match.score === 0 && figureKinds.includes(match.kind)) return regionsAcrossMatch(match.header, match.kind, titleOf(match), around)
    if (match.kind === 'patents' || match.kind === 'high_value') return numbersByTypeMatch(match, rows)
    if (match.score === 0 && match.kind === 'honours') return honoursByTitle(match, titleOf(match).title) ?? honoursByTitle(match, awardOver(match.header))
    return match.score > 0 && figureKinds.includes(match.kind) ? withFigures(match, titleOf(match)) : match
  }
  for (const match of findHeaders(rows, merges, asked ? [asked] : importKinds, complete)) {
    const title = titleOf(match)
    found.push({ match, title, weight: weigh(match, title) })
  }
  return found.sort((a, b) => b.weight - a.weight)
}

/**
 * The sheet's first table: the best header, unless a complete table with rows of its own stands above it.
 * A key column whose heading misleads is corrected by its content.
 */
export function recogniseFirst(rows: readonly Row[], merges: readonly Merge[], around: SheetSurroundings, asked?: ImportKind): Recognised | null {
  const best = believable(recogniseSheet(rows, merges, around, asked), rows, merges, around, asked)
  if (!best) return null
  const headerAt = rows.findIndex((row) => row.row >= (best.match.header.rows[0] ?? 0))
  if (headerAt >= 2) {
    const above = rows.slice(0, headerAt)
    const earlier = recogniseFirst(above, merges, around, asked)
    if (earlier && hasBody(earlier.match, above)) return earlier
  }
  return withProvenDistrict(withProvenKey(best, rows), rows, around)
}

/**
 * The first of the matches, unless its key column holds none of the numbers its heading speaks of and another kind's
 * does: codes of organisations under 注册号 are no trademarks.
 */
function believable(matches: readonly Recognised[], rows: readonly Row[], merges: readonly Merge[], around: SheetSurroundings, asked?: ImportKind): Recognised | null {
  const [best] = matches
  if (!best) return null
  if (!asked && best.match.kind === 'units') {
    // Reporters and their codes stand in lists of every kind: numbers of standards or patents beside them are what it lists.
    const listed = recogniseByContent(rows, merges, around)
    if (listed && listed.match.kind !== 'units') return matches.find(({ match }) => match.kind === listed.match.kind) ?? listed
  }
  if (validKeys(best.match, rows) !== 0) return best
  const proven = matches.find(({ match }) => telltaleFields[match.kind] !== undefined && (validKeys(match, rows) ?? 0) > 1)
  return proven ?? (asked || provenKeyColumn(best.match, rows) ? null : recogniseByContent(rows, merges, around)) ?? best
}

/** How many cells of the key column are valid numbers of the kind; null where keys have no form, or too few stand there to tell. */
function validKeys(match: HeaderMatch, rows: readonly Row[]): number | null {
  const [field] = kindHeadings[match.kind].required
  const column = match.mapping.fields.get(telltaleFields[match.kind] ?? field ?? '')
  const last = match.header.rows.at(-1) ?? 0
  const cells = rows.filter((row) => row.row > last).slice(0, 100).map((row) => row.cells[column?.index ?? -1]).filter((cell) => !isBlankCell(cell))
  if (column === undefined || cells.length < 2 || isKeyOf(match.kind, cells[0]) === undefined) return null
  return cells.filter((cell) => isKeyOf(match.kind, cell)).length
}

/** A table whose headings are absent or unknown, by what stands in its columns. */
export function recogniseByContent(rows: readonly Row[], merges: readonly Merge[], around: SheetSurroundings, asked?: ImportKind): Recognised | null {
  const found = matchByContent(rows, merges, asked)
  if (!found) return null
  const { match, bodyFrom } = found
  const title = readTitleFacts(rows.filter((row) => row.row < (match.header.rows[0] ?? bodyFrom)), around.sheet, around.fileName)
  const named = [...match.mapping.fields.keys()].filter((field) => match.header.rows.length === 0 || field === telltaleFields[match.kind])
  return { match, title, byContent: named, ...(bodyFrom > 0 ? { bodyFrom } : {}) }
}

/** The recognised table and those beside it under the same header row. */
export function tablesSideBySide(recognised: Recognised, around: SheetSurroundings): Recognised[] {
  const title = { ...recognised.title, text: recognised.title.text || around.fileName }
  const bestOf = (header: Header): HeaderMatch | null => matchesOf(header, importKinds, recognised.title).sort((a, b) => weigh(b, recognised.title) - weigh(a, recognised.title))[0] ?? null
  const tables: SideTable[] = sideBySide(recognised.match, bestOf)
  const unread = unreadBeside(recognised.match, tables)
  return tables.map(({ match, span }, at) => ({ ...recognised, match, title: span === null ? title : titleUnder(match.header, title), ...(span === null ? {} : { span }), ...(at === 0 && unread.length > 0 ? { unread } : {}) }))
}

/** The region that a list of indicators is of: what the clerk named, else what stands above it, the sheet or the file. */
function regionAbove(title: TitleFacts, { regionIn }: SheetSurroundings): string | null {
  return regionIn?.([title.reporter, title.title, title.sheet, title.fileStem]) ?? null
}

/** What stands over the first of several tables side by side. */
function awardOver(header: Header): string {
  return groupOver(partsOf(header)[0] ?? header) ?? ''
}

/** Of tables side by side each is of the year, quarter or award that stands over its columns alone. */
function titleUnder(header: Header, title: TitleFacts): TitleFacts {
  const group = groupOver(header)
  if (group === null) return title
  const year = yearHeaded(group)
  return year === null && honourOfTitle(group) === null ? title : { ...title, title: withArabicYears(group), year: year === null ? title.year : Number(year), over: title }
}

function matchesOf(header: Header, kinds: readonly ImportKind[], title: TitleFacts, rows: readonly Row[] = []): HeaderMatch[] {
  return kinds.flatMap((kind) => {
    const match = kind === 'patents' || kind === 'high_value' ? numbersByTypeMatch(matchHeader(header, kind), rows) : matchHeader(header, kind)
    const byTitle = match.score === 0 && kind === 'honours' ? honoursByTitle(match, groupOver(header) ?? title.title) : null
    const complete = match.score > 0 && figureKinds.includes(kind) ? withFigures(match, title) : byTitle ?? match
    return complete && complete.score > 0 ? [complete] : []
  })
}

/** Whether rows of the table's own stand below its header: valid keys, or for keys without a form rows as full as the header. */
function hasBody(match: HeaderMatch, rows: readonly Row[]): boolean {
  const last = match.header.rows.at(-1) ?? 0
  const [keyField] = kindHeadings[match.kind].required
  const key = keyField === undefined ? undefined : match.mapping.fields.get(keyField)
  const columns = [...match.mapping.fields.values()]
  return rows.some((row) => {
    if (row.row <= last || key === undefined) return false
    const isKey = isKeyOf(match.kind, row.cells[key.index])
    return isKey ?? columns.filter((column) => !isBlankCell(row.cells[column.index])).length * 2 >= Math.max(4, columns.length)
  })
}

function withProvenKey(recognised: Recognised, rows: readonly Row[]): Recognised {
  const { match } = recognised
  const column = provenKeyColumn(match, rows)
  const field = telltaleFields[match.kind]
  if (column === null || field === undefined) return recognised
  const fields = new Map([...match.mapping.fields].filter(([name, { index }]) => name !== field && index !== column.index))
  fields.set(field, column)
  const displaced = [...match.mapping.fields].find(([name, { index }]) => name !== field && index === column.index)
  const former = match.mapping.fields.get(field)
  // Two headings that changed places: what stood under the other one's name is the other.
  if (displaced && former) fields.set(displaced[0], former)
  const used = new Set([...fields.values()].map(({ index }) => index))
  const mapping: Mapping = { fields, unmapped: match.header.columns.filter(({ index }) => !used.has(index)) }
  return { ...recognised, match: { ...match, mapping, score: fields.size }, byContent: displaced && former ? [field, displaced[0]] : [field] }
}

/** Gives records that have a district a column of nothing but names of districts, where no heading says which it is. */
function withProvenDistrict(recognised: Recognised, rows: readonly Row[], { districtOf }: SheetSurroundings): Recognised {
  const { match } = recognised
  if (districtOf === undefined || match.mapping.fields.has('district') || !('district' in kindHeadings[match.kind].fields)) return recognised
  const last = match.header.rows.at(-1) ?? 0
  const [only, ...more] = match.mapping.unmapped.filter(({ index, header }) => {
    const cells = rows.filter((row) => row.row > last).slice(0, 200).flatMap((row) => (isBlankCell(row.cells[index]) ? [] : [row.cells[index]]))
    return !/原|迁/u.test(header) && cells.length > 1 && cells.every((cell) => typeof cell === 'string' && cell.length <= 12 && districtOf(cell.trim()) !== null)
  })
  if (only === undefined || more.length > 0) return recognised
  const mapping: Mapping = { fields: new Map([...match.mapping.fields, ['district', only]]), unmapped: match.mapping.unmapped.filter((column) => column !== only) }
  return { ...recognised, match: { ...match, mapping, score: mapping.fields.size }, byContent: [...(recognised.byContent ?? []), 'district'] }
}

/** As {@link recogniseSheet}, with the header rows that the clerk pointed at. */
export function recogniseAt(headerRows: readonly number[], rows: readonly Row[], merges: readonly Merge[], around: SheetSurroundings, asked?: ImportKind): Recognised[] {
  const header = headerAt(headerRows, rows, merges)
  const title = readTitleFacts(rows.filter((row) => row.row < Math.min(...headerRows)), around.sheet, around.fileName)
  const found = matchesOf(header, asked ? [asked] : importKinds, title, rows).map((match) => ({ match, title, weight: weigh(match, title) }))
  return found.sort((a, b) => b.weight - a.weight)
}

/** The headings of rows that are known to be the header. */
export function headerAt(headerRows: readonly number[], rows: readonly Row[], merges: readonly Merge[]): Header {
  const width = Math.max(0, ...rows.filter((row) => row.row <= Math.max(...headerRows)).map((row) => row.cells.length))
  return joinRows(rows.filter((row) => headerRows.includes(row.row)), width, merges)
}

/** Adds the columns of figures to a region table; without any it is no such table, unless it is an own export, which has a figure a row. */
function withFigures(match: HeaderMatch, title: TitleFacts): HeaderMatch | null {
  if (isOwnExport(match.header.columns, recordKindOf[match.kind])) return match
  const columns = match.header.columns
  const ofRows = { ...title, rowYears: match.mapping.fields.has('year') }
  const extra = new Map<string, HeaderColumn>()
  if (match.kind === 'population') for (const { field, column } of populationColumns(columns, ofRows)) extra.set(field, column)
  if (match.kind === 'market_entities') for (const { field, column } of entityColumns(columns, ofRows)) extra.set(field, column)
  if (match.kind === 'indicators') {
    const groups = indicatorGroups(columns, title.text)
    if (/区市|区县|区\(市\)|县市区/u.test(headingKey(match.mapping.fields.get('region')?.header ?? '')) && !isDistrictCircular(groups, columns)) return null
    for (const group of groups) {
      extra.set(group.field, group.value)
      for (const role of ['growth', 'share', 'rank', 'previous', 'target'] as const) {
        const column = group[role]
        if (column) extra.set(`${group.indicator}_${role}`, column)
      }
    }
  }
  if (extra.size === 0) return null
  const used = new Set([...extra.values()].map((column) => column.index))
  // What an export would call by the same word is this table's own.
  const others = [...match.mapping.fields].filter(([name, { index }]) => !name.startsWith('@') || !used.has(index))
  const mapping: Mapping = { fields: new Map([...others, ...extra]), unmapped: match.mapping.unmapped.filter((column) => !used.has(column.index)) }
  return { ...match, mapping, score: mapping.fields.size }
}

/** Lists have a column of districts too: a circular has nothing but figures, each with its growth, share, rank, goal or the year before. */
function isDistrictCircular(groups: readonly IndicatorGroup[], columns: readonly HeaderColumn[]): boolean {
  // Tables side by side have each of their headings again.
  const headings = new Set(columns.map(({ header }) => header.split('/').at(-1)))
  const taken = groups.reduce((sum, { growth, share, rank, previous, target }) => sum + 1 + [growth, share, rank, previous, target].filter((column) => column !== undefined).length, 0)
  return groups.length > 0 && groups.every(({ growth, share, rank, previous, target }) => growth ?? share ?? rank ?? previous ?? target) && headings.size - taken <= 3
}

const criteria = ['strategic', 'overseasFamily', 'tenYears', 'pledge', 'award']

function weigh(match: HeaderMatch, title: TitleFacts): number {
  const words = kindHeadings[match.kind].titleWords.filter((word) => title.text.toUpperCase().includes(word.toUpperCase())).length
  const flags = criteria.filter((field) => match.mapping.fields.has(field)).length
  // The columns of a high-value list are those of a patent list: only its title or the criteria tell it.
  if (match.kind === 'high_value' && ((words === 0 && flags < 2) || isOwnExport(match.header.columns, 'patent'))) return 0
  if (match.kind === 'high_value') return match.score + 0.9
  return match.score + Math.min(words, 3) * 0.3
}

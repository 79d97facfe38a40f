import { headingKey, importKinds, kindHeadings, looseCriteria, type ImportKind } from '../../../../shared/domain/catalogue/headings'
import { withArabicYears } from '../../../../shared/domain/dates/chineseYears'
import type { Merge, Row } from '../../../workbook/types'
import { completeMatch, type TableTop } from '../kinds/completeMatch'
import { honourOfTitle } from '../kinds/awardTitle'
import { isRoleOfGroup } from '../kinds/draftingPlaces'
import { yearHeaded } from '../figures/titlePeriod'
import { isOwnExport } from '../table/columnFields'
import { matchByContent, provenKeyColumn } from '../table/contentColumns'
import { sideBySide, unreadBeside } from '../table/furtherTables'
import { findHeaders, groupOver, headerAt, matchHeader, type Header, type HeaderMatch } from '../table/header'
import { jointTables } from '../table/jointTables'
import { telltaleFields } from '../table/keyContent'
import { tablesByType } from '../table/typedRows'
import type { Recognised, SheetSurroundings } from '../table/recognised'
import { readFurtherTitle, readTitleFacts, type TitleFacts } from '../table/titleFacts'
import { hasBody, validKeys, withProvenDistrict, withProvenKey, withProvenOwner } from './provenColumns'

/**
 * Finds the kind and header of a sheet from its first rows. Columns decide; where several kinds fit equally, words in
 * title, sheet and file name do (a high-value list has the columns of any patent list).
 *
 * @param asked  the kind the clerk named, which is then the only one tried
 * @returns      best first; empty when no known table is there
 */
export function recogniseSheet(rows: readonly Row[], merges: readonly Merge[], around: SheetSurroundings, asked?: ImportKind): Recognised[] {
  const topOf = (match: HeaderMatch): TableTop => ({ rows, around, title: () => titleOver(match, rows, around) })
  const found = findHeaders(rows, merges, asked ? [asked] : importKinds, (match) => completeMatch(match, topOf(match))).map((match) => weighed(match, titleOver(match, rows, around)))
  return found.sort((a, b) => b.weight - a.weight)
}

function titleOver({ header }: HeaderMatch, rows: readonly Row[], { sheet, fileName, over }: SheetSurroundings): TitleFacts {
  const firstRow = header.rows[0] ?? 1
  const above = rows.filter((row) => row.row < firstRow)
  return over === undefined ? readTitleFacts(above, sheet, fileName) : readFurtherTitle(above, sheet, fileName, over)
}

function weighed(match: HeaderMatch, title: TitleFacts): Recognised & { weight: number } {
  return { match, title, weight: weigh(match, title) }
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
  return withProvenOwner(withProvenDistrict(withProvenKey(best, rows), rows, around), rows)
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
export function tablesSideBySide(recognised: Recognised, around: SheetSurroundings, rows: readonly Row[]): Recognised[] {
  const title = { ...recognised.title, text: recognised.title.text || around.fileName }
  const top: TableTop = { rows: [], around, title: () => recognised.title }
  const bestOf = (header: Header, kinds: readonly ImportKind[] = importKinds): HeaderMatch | null => matchesOf(header, kinds, top).sort((a, b) => weigh(b, recognised.title) - weigh(a, recognised.title))[0] ?? null
  const { header: all } = recognised.match
  const tables = tablesByType(all, rows, bestOf) ?? jointTables(all, bestOf) ?? sideBySide(recognised.match, bestOf)
  const unread = unreadBeside(recognised.match, tables)
  return tables.map(({ match, span }, at) => ({ ...recognised, match, title: span === null ? title : titleUnder(match.header, title), ...(span === null ? {} : { span }), ...(at === 0 && unread.length > 0 ? { unread } : {}) }))
}

/** Of tables side by side each is of the year, quarter, award or role that stands over its columns alone. */
function titleUnder(header: Header, title: TitleFacts): TitleFacts {
  const group = groupOver(header)
  if (group === null) return title
  const year = yearHeaded(group)
  if (isRoleOfGroup(group)) return { ...title, lead: group }
  return year === null && honourOfTitle(group) === null ? title : { ...title, title: withArabicYears(group), year: year === null ? title.year : Number(year), over: title }
}

function matchesOf(header: Header, kinds: readonly ImportKind[], top: TableTop): HeaderMatch[] {
  return kinds.flatMap((kind) => {
    const match = completeMatch(matchHeader(header, kind), top)
    return match !== null && match.score > 0 ? [match] : []
  })
}

/** As {@link recogniseSheet}, with the header rows that the clerk pointed at. */
export function recogniseAt(headerRows: readonly number[], rows: readonly Row[], merges: readonly Merge[], around: SheetSurroundings, asked?: ImportKind): Recognised[] {
  const header = headerAt(headerRows, rows, merges)
  const title = readTitleFacts(rows.filter((row) => row.row < Math.min(...headerRows)), around.sheet, around.fileName)
  const found = matchesOf(header, asked ? [asked] : importKinds, { rows, around, title: () => title }).map((match) => weighed(match, title))
  return found.sort((a, b) => b.weight - a.weight)
}

const criteria = ['strategic', 'overseasFamily', 'tenYears', 'pledge', 'award']

/** Whether a column speaks for no list of high-value patents by itself, or is not there. */
function isLoose(heading: string | undefined): boolean {
  return heading === undefined || [...looseCriteria.pledge, ...looseCriteria.award].includes(headingKey(heading.split('/').at(-1) ?? ''))
}

function weigh(match: HeaderMatch, title: TitleFacts): number {
  const words = kindHeadings[match.kind].titleWords.filter((word) => title.text.toUpperCase().includes(word.toUpperCase())).length
  const flags = match.mapping.fields.has('criteriaNamed') ? criteria.length : criteria.filter((field) => !isLoose(match.mapping.fields.get(field)?.header)).length
  // The columns of a high-value list are those of a patent list: only its title or the criteria tell it.
  if (match.kind === 'high_value' && ((words === 0 && flags < 2) || isOwnExport(match.header.columns, 'patent'))) return 0
  if (match.kind === 'high_value') return match.score + 0.9
  return match.score + Math.min(words, 3) * 0.3
}

import { importKinds, kindHeadings, type ImportKind } from '../../../shared/domain/catalogue/headings'
import type { Merge, Row } from '../../workbook/types'
import { entityColumns, indicatorGroups, populationColumns } from './kinds/figureTables'
import { findHeaders, isOwnExport, joinRows, matchHeader, type Header, type HeaderColumn, type HeaderMatch, type Mapping } from './table/header'
import { readTitleFacts, type TitleFacts } from './table/titleFacts'

/** What a sheet turned out to be. */
export interface Recognised {
  match: HeaderMatch
  title: TitleFacts
}

export interface SheetSurroundings {
  sheet: string | null
  fileName: string
}

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
    return readTitleFacts(rows.filter((row) => row.row < firstRow), around.sheet, around.fileName)
  }
  const complete = (match: HeaderMatch): HeaderMatch | null => (match.score > 0 && figureKinds.includes(match.kind) ? withFigures(match, titleOf(match)) : match)
  for (const match of findHeaders(rows, merges, asked ? [asked] : importKinds, complete)) {
    const title = titleOf(match)
    found.push({ match, title, weight: weigh(match, title) })
  }
  return found.sort((a, b) => b.weight - a.weight)
}

/** As {@link recogniseSheet}, with the header rows that the clerk pointed at. */
export function recogniseAt(headerRows: readonly number[], rows: readonly Row[], merges: readonly Merge[], around: SheetSurroundings, asked?: ImportKind): Recognised[] {
  const header = headerAt(headerRows, rows, merges)
  const title = readTitleFacts(rows.filter((row) => row.row < Math.min(...headerRows)), around.sheet, around.fileName)
  const found = (asked ? [asked] : importKinds).flatMap((kind) => {
    const match = matchHeader(header, kind)
    const complete = match.score > 0 && figureKinds.includes(kind) ? withFigures(match, title) : match
    return complete && complete.score > 0 ? [{ match: complete, title, weight: weigh(complete, title) }] : []
  })
  return found.sort((a, b) => b.weight - a.weight)
}

/** The headings of rows that are known to be the header. */
export function headerAt(headerRows: readonly number[], rows: readonly Row[], merges: readonly Merge[]): Header {
  const width = Math.max(0, ...rows.filter((row) => row.row <= Math.max(...headerRows)).map((row) => row.cells.length))
  return joinRows(rows.filter((row) => headerRows.includes(row.row)), width, merges)
}

/** Adds the columns of figures to a region table; without any it is no such table. */
function withFigures(match: HeaderMatch, title: TitleFacts): HeaderMatch | null {
  const columns = match.header.columns
  const extra = new Map<string, HeaderColumn>()
  if (match.kind === 'population') for (const { field, column } of populationColumns(columns, title)) extra.set(field, column)
  if (match.kind === 'market_entities') for (const { field, column } of entityColumns(columns, title)) extra.set(field, column)
  if (match.kind === 'indicators') {
    for (const group of indicatorGroups(columns)) {
      extra.set(group.field, group.value)
      for (const role of ['growth', 'share', 'rank'] as const) {
        const column = group[role]
        if (column) extra.set(`${group.indicator}_${role}`, column)
      }
    }
  }
  if (extra.size === 0) return null
  const used = new Set([...extra.values()].map((column) => column.index))
  const mapping: Mapping = { fields: new Map([...match.mapping.fields, ...extra]), unmapped: match.mapping.unmapped.filter((column) => !used.has(column.index)) }
  return { ...match, mapping, score: mapping.fields.size }
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

import { headingKey, recordKindOf, type ImportKind } from '../../../../shared/domain/catalogue/headings'
import type { Row } from '../../../workbook/types'
import { isOwnExport, type HeaderColumn } from '../table/columnFields'
import { partsOf } from '../table/furtherTables'
import { groupOver, mappedAs, type HeaderMatch } from '../table/header'
import type { SheetSurroundings } from '../table/recognised'
import type { TitleFacts } from '../table/titleFacts'
import { crosstabMatch, oneRegionMatch } from '../figures/crosstab'
import { honoursByTitle, partOfAward } from './awardTitle'
import { indicatorOfTitle } from '../figures/timeColumns'
import { indicatorGroups, roleField, type IndicatorGroup } from '../figures/indicatorColumns'
import { oneUnitARowMatch } from './oneUnitARow'
import { awardsUnderCategory } from './severalAwards'
import { numberedUnitsMatch, tickedRolesMatch } from './numberedUnits'
import { numbersByKindMatch } from './numbersByKind'
import { numbersByTypeMatch } from './numbersByType'
import { regionsAcrossMatch } from '../figures/regionsAcross'
import { entityColumns, populationColumns } from '../figures/regionTables'

/** What a table stands in and holds, for what its headings alone do not tell. */
export interface TableTop {
  rows: readonly Row[]
  around: SheetSurroundings
  /** Read when a kind asks for it: most headers are told by their columns. */
  title(): TitleFacts
}

const figureKinds: readonly ImportKind[] = ['population', 'market_entities', 'indicators']

/**
 * Adds to a match what only its kind knows: regions across, columns of figures, numbers by type, an award that the title names.
 *
 * @param match  of the headings alone; its score is 0 where a required one is missing
 * @returns      null when the header is none of the kind's
 */
export function completeMatch(match: HeaderMatch, { rows, around, title }: TableTop): HeaderMatch | null {
  const { kind, score } = match
  if (kind === 'patents' || kind === 'high_value') return numbersByTypeMatch(match, rows)
  if (kind === 'standards') return oneUnitARowMatch(tickedRolesMatch(withRestOfList(numberedUnitsMatch(numbersByKindMatch(match))), rows), rows)
  if (kind === 'honours') return score === 0 ? (awardsUnderCategory(match, rows) ?? honoursUnder(match, title())) : match
  if (kind === 'trademarks' && score === 0) return marksAppliedFor(match)
  // 标准编号/项目名称 in a list of subsidies.
  if (kind === 'pilots' && /标准编?号/u.test(match.mapping.fields.get('project')?.header ?? '')) return null
  if (kind === 'pilots' && score === 0) return pilotsByTitle(match, title())
  if (!figureKinds.includes(kind)) return match
  const crosswise = kind === 'indicators' ? crosstabMatch(match.header, placesAcross(title(), around)) : null
  if (crosswise && !isOwnExport(match.header.columns, 'indicator')) return crosswise
  if (score > 0) return withFigures(match, title())
  return kind === 'indicators' ? oneRegionMatch(match.header, regionAbove(title(), around), rows) : regionsAcrossMatch(match.header, kind, title(), around)
}

/** Marks that are only applied for: 申请号 heads patents too, so a heading has to speak of marks, and classes stand beside it. */
function marksAppliedFor(match: HeaderMatch): HeaderMatch {
  const { fields } = match.mapping
  const number = fields.get('applicationNumber')
  if (number === undefined || !fields.has('classes') || !match.header.columns.some(({ header }) => header.includes('商标'))) return match
  const renamed = [...fields].map(([field, at]): [string, HeaderColumn] => [field === 'applicationNumber' ? 'registrationNumber' : field, at])
  return { ...match, mapping: { ...match.mapping, fields: new Map(renamed) }, score: fields.size }
}

/** 参与起草单位 beside 第一起草单位 or 牵头单位 is the rest of the list; alone it is the whole. */
function withRestOfList(match: HeaderMatch): HeaderMatch {
  const { fields } = match.mapping
  const column = fields.get('draftingUnits')
  if (column === undefined || fields.has('otherDraftingUnits') || !(fields.has('draftingUnit1') || fields.has('leadUnit'))) return match
  if (!/参与|参加|参编|协作/u.test(column.header.split('/').at(-1) ?? '')) return match
  const renamed = [...fields].map(([field, at]): [string, HeaderColumn] => [field === 'draftingUnits' ? 'otherDraftingUnits' : field, at])
  return { ...match, mapping: { ...match.mapping, fields: new Map(renamed) } }
}

/** A list of pilots without a column of types, under a title or a heading that says what it lists: 标准化试点示范项目一览表, 试点项目名称. */
function pilotsByTitle(match: HeaderMatch, title: TitleFacts): HeaderMatch {
  const { fields } = match.mapping
  const described = ['name', 'level', 'year', 'status', 'district', 'uscc'].filter((field) => fields.has(field)).length
  return fields.has('project') && described > 1 && /试点|示范/u.test(title.title + (fields.get('project')?.header ?? '')) ? { ...match, score: fields.size } : match
}

/** A list of the award that stands over its columns, over the table, or over the first of several side by side. */
function honoursUnder(match: HeaderMatch, { title, over, lead }: TitleFacts): HeaderMatch | null {
  const { header } = match
  return honoursByTitle(match, groupOver(header) ?? title) ?? honoursByTitle(match, title) ?? honoursByTitle(match, groupOver(partsOf(header)[0] ?? header) ?? '') ?? (over === undefined || partOfAward(title) === null ? null : honoursByTitle(match, over.title)) ?? honoursByTitle(match, lead ?? '')
}

/** Whether a heading of a crosstab is a place; people and entities of districts across have a kind of their own. */
function placesAcross(title: TitleFacts, { cityOf, districtOf }: SheetSurroundings): (text: string) => string | null {
  const isOfOtherKind = /人口|主体/u.test(title.text)
  return (text) => cityOf?.(text) ?? (isOfOtherKind ? null : districtOf?.(text) ?? null)
}

/** The region that a list of indicators is of: what the clerk named, else what stands above it, the sheet or the file. */
function regionAbove(title: TitleFacts, { regionIn }: SheetSurroundings): string | null {
  return regionIn?.([title.reporter, title.title, title.sheet, title.fileStem]) ?? null
}

/** Adds the columns of figures to a region table; without any it is no such table, unless it is an own export, which has a figure a row. */
function withFigures(match: HeaderMatch, title: TitleFacts): HeaderMatch | null {
  if (isOwnExport(match.header.columns, recordKindOf[match.kind])) return match
  const columns = match.header.columns
  const ofRows = { ...title, rowYears: match.mapping.fields.has('year') }
  const extra = new Map<string, HeaderColumn>()
  if (match.kind === 'population' && indicatorOfTitle(title.title) === null) for (const { field, column } of populationColumns(columns, ofRows)) extra.set(field, column)
  if (match.kind === 'market_entities') for (const { field, column } of entityColumns(columns, ofRows)) extra.set(field, column)
  if (match.kind === 'indicators') {
    const groups = indicatorGroups(columns, title.text)
    if (/区市|区县|区\(市\)|县市区/u.test(headingKey(match.mapping.fields.get('region')?.header ?? '')) && !isDistrictCircular(groups, columns)) return null
    for (const group of groups) {
      extra.set(group.field, group.value)
      for (const role of ['growth', 'share', 'rank', 'previous', 'target'] as const) {
        const column = group[role]
        if (column) extra.set(roleField(group, role), column)
      }
    }
  }
  if (extra.size === 0) return null
  const used = new Set([...extra.values()].map((column) => column.index))
  // What an export would call by the same word is this table's own.
  const others = [...match.mapping.fields].filter(([name, { index }]) => !name.startsWith('@') || !used.has(index))
  return mappedAs(match, new Map([...others, ...extra]))
}

/** No list has a column of these. */
const densities: ReadonlySet<string> = new Set(['inventions_per_10k', 'high_value_per_10k', 'trademarks_per_100_entities'])

/** What stands beside figures and is none of them. */
const besideFigures = /^(?:年末)?(?:常住|户籍|总)?人口|增加|增减|变化/u

/** Whatever a table of figures has beside them: its places, numbers of rows, remarks. */
const ofEveryTable = /^(?:序号|编号|排序|备注|说明|(?:各|所属|所在)?(?:区市?|区县|县市区|区\(市\)|地区|单位)(?:名称)?)$/u

/**
 * Lists have a column of districts too: a circular has nothing but figures, each with its growth, share, rank, goal or the year
 * before; or several, and no column at all of which it is not known what it counts.
 */
function isDistrictCircular(groups: readonly IndicatorGroup[], columns: readonly HeaderColumn[]): boolean {
  // Tables side by side have each of their headings again.
  const headings = new Set(columns.map(({ header }) => header.split('/').at(-1) ?? ''))
  const telling = [...headings].map(headingKey).filter((heading) => !besideFigures.test(heading))
  const taken = groups.reduce((sum, { growth, share, rank, previous, target }) => sum + 1 + [growth, share, rank, previous, target].filter((column) => column !== undefined).length, 0)
  if (groups.length > 1 && telling.filter((heading) => !ofEveryTable.test(heading)).length === taken) return true
  const isOfFigures = groups.length > 0 && groups.every(({ growth, share, rank, previous, target, isHeadedByTime }) => growth ?? share ?? rank ?? previous ?? target ?? isHeadedByTime)
  return (isOfFigures || groups.some(({ indicator }) => densities.has(indicator))) && telling.length - taken <= 3
}

import type { ImportKind } from '../../../../shared/domain/catalogue/headings'
import { headingKey } from '../../../../shared/domain/catalogue/headings'
import { cellText } from '../table/cellText'
import type { HeaderColumn, Mapping } from '../table/columnFields'
import { mappedAs, type Header, type HeaderMatch } from '../table/header'
import type { SheetSurroundings } from '../table/recognised'
import type { RowReader } from '../sheet/rowReader'
import { isUnitDoubtful, readFigure } from './readFigure'
import { isInPersons } from './yearFigures'
import type { KindJudge, RowStatement, SheetContext } from '../kinds/kindJudge'
import { yearIn, type FigureStatement, type FigureTitle } from './yearFigures'

/** Population or market entities laid out crosswise: a year a row, a region of the city a column. */
const yearHeadings = new Set(['年份', '年度', '统计年度', '年', '指标', '指标名称', '项目', '区市', '地区', '时间'])
const regionPrefix = 'region:'
const fewestRegions = 2
const subjects: Partial<Record<ImportKind, RegExp>> = { population: /人口/u, market_entities: /市场主体|经营主体/u }

/** The match of such a table's header under a title that says what it counts; null for any other header. */
export function regionsAcrossMatch(header: Header, kind: ImportKind, title: FigureTitle, { districtOf, cityOf }: SheetSurroundings): HeaderMatch | null {
  const subject = subjects[kind]
  if (subject === undefined || !subject.test(title.text) || districtOf === undefined) return null
  const fields = new Map<string, HeaderColumn>()
  for (const column of header.columns) {
    const heading = column.header.split('/').at(-1) ?? ''
    const region = districtOf(heading) ?? (/^全市$|合计|总计/u.test(heading) ? cityOf?.('全市') : null) ?? null
    if (region !== null && !fields.has(`${regionPrefix}${region}`)) fields.set(`${regionPrefix}${region}`, column)
    else if (column.index === header.columns[0]?.index && yearHeadings.has(headingKey(heading))) fields.set('year', column)
  }
  if (!fields.has('year') || fields.size - 1 < fewestRegions) return null
  return mappedAs({ kind, header }, fields)
}

export function isRegionsAcross(mapping: Mapping): boolean {
  return !mapping.fields.has('region') && [...mapping.fields.keys()].some((field) => field.startsWith(regionPrefix))
}

/** Judges rows of which each gives one figure to each of the regions. */
export function judgeRegionsAcross(context: SheetContext, state: FigureStatement): KindJudge {
  const regions = [...context.mapping.fields].filter(([field]) => field.startsWith(regionPrefix))
  return {
    recordKind: context.kind === 'population' ? 'population' : 'market_entities',
    sourceClass: 'official',
    keyFields: ['year'],
    read: (reader) => readYearRow(reader, context, regions, state),
  }
}

function readYearRow(reader: RowReader, { title, kind }: SheetContext, regions: readonly [string, HeaderColumn][], state: FigureStatement): RowStatement[] {
  const words = cellText(reader.cell('year'))
  const year = yearIn(words) ?? (/人口|主体/u.test(words) ? title.year : null)
  if (year === null) reader.fault('year', 'missing_key', { isKey: true })
  else if (/户籍|城镇|乡村|男|女|密度|增长|同比|其中/u.test(words)) reader.fault('year', 'other_figure', { isKey: true })
  if (year === null || reader.faults.length > 0) return []
  const isInOnes = /[(（]人[)）]/u.test(words) || (!/万/u.test(words) && (kind === 'population' ? isInPersons(title) : title.measure?.startsWith('万') !== true))
  const series = `${/普查|[六七]普/u.test(words) ? 'census' : 'yearend'}${year}`
  const statements = regions.flatMap(([field, column]) => {
    const figure = readFigure(reader, field, true)
    return figure === null || isUnitDoubtful(reader, field, figure, !isInOnes) ? [] : [state(field.slice(regionPrefix.length), { field, column, year, series, isInOnes }, figure)]
  })
  if (statements.length === 0 && reader.faults.length === 0) reader.fault(regions[0]?.[0] ?? 'year', 'missing_value')
  return statements
}

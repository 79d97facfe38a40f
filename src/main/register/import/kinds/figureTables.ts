import { chineseNumber } from '../../../../shared/domain/dates/dates'
import type { ParsedFigure } from '../../../../shared/domain/numbers'
import type { StatedValues } from '../../../../shared/domain/merging/statement'
import { headingKey } from '../../../../shared/domain/catalogue/headings'
import type { HeaderColumn } from '../table/header'
import { cellText } from '../table/cellText'
import type { RowReader } from '../sheet/rowReader'
import { isCrosstab, judgeCrosstab } from './crosstab'
import { decimalShift, indicatorWords, inUnit, readFigure } from './figures'
import type { KindJudgeFactory, RowStatement, SheetContext } from './kindJudge'

/** Tables of figures by region: population, market entities (one column a year) and received indicators. */

export interface YearColumn { field: string; column: HeaderColumn; year: number; series: string; persons: boolean }

/** Columns of a population table: series by the words 普查 or 年末, unit of measure by heading or unit line. */
export function populationColumns(columns: readonly HeaderColumn[], title: { text: string; year: number | null; measure: string | null }): YearColumn[] {
  const read = yearColumns(columns, /人口/u, title).map(({ column, year }) => {
    const census = /普查|七普|六普/u.test(column.header) || (!/年末/u.test(column.header) && /普查|七普|六普/u.test(title.text))
    const persons = /\(人\)/u.test(headingKey(column.header)) || (!/万/u.test(column.header) && title.measure === '人')
    const censusYear = /六普|第六次/u.test(title.text) ? 2010 : 2020
    const of = census ? (year ?? censusYear) : year
    if (of === null) return null
    return { field: `y${of}`, column, year: of, series: census ? `census${of}` : `yearend${of}`, persons }
  }).filter((column) => column !== null)
  const single = onePerSeries(read, /常住/u)
  // A year can have both: the census says so in its field.
  return single.map((column) => (single.filter(({ field }) => field === column.field).length > 1 && column.series.startsWith('census') ? { ...column, field: column.series } : column))
}

export function entityColumns(columns: readonly HeaderColumn[], title: { text: string; year: number | null; measure: string | null }): YearColumn[] {
  const read = yearColumns(columns, /市场主体|经营主体|实有数|户数/u, title).flatMap(({ column, year }) => (year === null ? [] : [{ field: `m${year}`, column, year, series: String(year), persons: true }]))
  return onePerSeries(read, /合计|总计|总数|总量|总户数|小计/u)
}

/** Parts of a figure beside the whole: 城镇人口, 男, 个体工商户; none of them is the figure that is asked for. */
const parts = /户籍|城镇|乡村|城乡|农村|城市人口|流动|外来|暂住|男|女|出生|死亡|自然|就业|从业|劳动|\d岁|民族|其中|个体|企业|合作社|新增|新设|注销|净增/u

/** Of several columns for one series the one that says it is the whole; where none or several do, none is taken: a figure is never guessed. */
function onePerSeries(columns: readonly YearColumn[], isWhole: RegExp): YearColumn[] {
  return columns.filter((column) => {
    const rivals = columns.filter(({ series }) => series === column.series)
    if (rivals.length === 1) return true
    const whole = rivals.filter(({ column: { header } }) => isWhole.test(header))
    return whole.length === 1 && whole[0] === column
  })
}

/** "2021年末" over a column, or over the whole beside its parts: "2021年/合计". */
const yearHeading = /^(?:.*\/)?(?:19|20)\d{2}年?(?:末|底)?(?:\(.*\))?(?:\/(?:合计|总计|总数|总量|总户数|小计))?$/u

const bareWhole = /^(?:合计|总计|总数|总量|数量|期末数|期末数量|年末数)(?:\(.*\))?$/u

function yearColumns(columns: readonly HeaderColumn[], subject: RegExp, title: { text: string; year: number | null }): { column: HeaderColumn; year: number | null }[] {
  const found: { column: HeaderColumn; year: number | null }[] = []
  const ofTitle = subject.test(title.text) ? columns.filter(({ header }) => bareWhole.test(headingKey(header))) : []
  for (const column of columns) {
    if (/同比|增长|占比|比重|位次|排名|密度|每|人均|拥有量|专利|商标/u.test(column.header) || parts.test(lastHeading(column.header))) continue
    const year = /(?:19|20)\d{2}/u.exec(column.header)?.[0]
    const speaks = subject.test(column.header)
    if (speaks || (year !== undefined && subject.test(title.text) && yearHeading.test(headingKey(column.header)))) {
      found.push({ column, year: year === undefined ? title.year : Number(year) })
    }
  }
  // 合计 beside its parts, under a title that says of what.
  return found.length === 0 && ofTitle.length === 1 ? ofTitle.map((column) => ({ column, year: title.year })) : found
}

/** What stands over the column itself, below the groups it belongs to. */
function lastHeading(header: string): string {
  return header.split('/').at(-1) ?? header
}

export const judgePopulation: KindJudgeFactory = (context) => {
  const columns = populationColumns(context.header.columns, context.title)
  return {
    recordKind: 'population',
    sourceClass: 'official',
    keyFields: ['region'],
    read: (reader) => readRegionRow(reader, context, columns, (region, column, figure) => {
      const wan = figure.magnitude === 'one' && (figure.unit === '人' || (figure.unit === null && column.persons)) ? decimalShift(figure.value, -4) : figure.magnitude === 'one' ? figure.value : decimalShift(figure.value, -4)
      const key = `${region}|${column.series}`
      return { key, values: { key, region, series: column.series, year: column.year, populationWan: wan } }
    }),
  }
}

export const judgeMarketEntities: KindJudgeFactory = (context) => {
  const columns = entityColumns(context.header.columns, context.title)
  return {
    recordKind: 'market_entities',
    sourceClass: 'official',
    keyFields: ['region'],
    totals: { field: 'region', isTotal: (text) => context.districts.isWholeCity(text) || context.districts.isProvince(text) },
    read: (reader) => readRegionRow(reader, context, columns, (region, column, figure) => {
      const scaled = figure.magnitude === 'one' && /万户|\(万/u.test(headingKey(column.column.header)) ? decimalShift(figure.value, 4) : figure.value
      const key = `${region}|${column.year}`
      return { key, values: { key, region, year: column.year, entities: Math.round(scaled) } }
    }),
  }
}

type FigureStatement = (region: string, column: YearColumn, figure: ParsedFigure) => RowStatement

function readRegionRow(reader: RowReader, context: SheetContext, columns: readonly YearColumn[], state: FigureStatement): RowStatement[] {
  const region = readRegion(reader, context)
  const statements: RowStatement[] = []
  for (const column of columns) {
    const figure = readFigure(reader, column.field, columns.length > 1)
    if (figure !== null && region !== null) statements.push(state(region, column, figure))
  }
  if (statements.length === 0 && reader.faults.length === 0) reader.fault(columns[0]?.field ?? 'region', 'missing_value')
  return statements
}

function readRegion(reader: RowReader, context: SheetContext): string | null {
  const raw = reader.identifier('region', true)
  if (reader.faults.some((fault) => fault.isKey)) return null
  const text = raw === null ? '' : String(raw).normalize('NFKC').trim()
  if (text === '') {
    reader.fault('region', 'missing_key', { isKey: true })
    return null
  }
  if (context.districts.isWholeCity(text)) {
    reader.notice('region', 'city_total_row', text)
    return context.districts.cityCode
  }
  if (isMergedRegion(reader, context, text)) return null
  const place = context.districts.resolve(text.replace(/^其中[:：]?/u, ''))
  if (place.historical) reader.notice('region', 'district_alias_historical', text)
  if (place.code !== null && !text.startsWith('其中')) return place.code
  if (place.zone !== null || place.status === 'zone_without_district') reader.fault('region', 'zone_without_population', { verdict: 'review', isKey: true })
  else if (place.status === 'ambiguous') reader.fault('region', 'district_ambiguous', { verdict: 'review', choices: context.districts.names(), isKey: true })
  else reader.fault('region', 'unknown_region', { isKey: true })
  return null
}

/** Asks about a region that was merged into a larger one: its figure would be taken for the larger one's. */
function isMergedRegion(reader: RowReader, context: SheetContext, text: string): boolean {
  const region = context.districts.mergedInto(text)
  if (region === null) return false
  reader.fault('region', 'merged_region', { verdict: 'review', isKey: true, words: { region } })
  return true
}

export interface IndicatorGroup { indicator: string; heading: string; unit: string; field: string; value: HeaderColumn; growth?: HeaderColumn; share?: HeaderColumn; rank?: HeaderColumn }

/** Groups 数值 | 同比 | 占比 | 位次 under one indicator heading (report-forms.md F10). */
export function indicatorGroups(columns: readonly HeaderColumn[]): IndicatorGroup[] {
  const groups = new Map<string, Partial<Record<'value' | 'growth' | 'share' | 'rank', HeaderColumn>>>()
  let lastValue = ''
  for (const column of columns) {
    const parts = levelsOf(column.header)
    const role = roleOf(parts.at(-1) ?? '')
    const grouped = parts.length > 1 && role !== null ? parts.slice(0, -1).join('/') : column.header
    // Under a group without a value of its own, growth and rank stand right of the value they are about, as under one header row.
    const isBeside = role !== null && role !== 'value' && (parts.length === 1 || (!groups.has(grouped) && groups.has(lastValue) && sameGroup(lastValue, column.header)))
    const heading = isBeside ? column.header : grouped
    const known = indicatorWords.some(([pattern]) => pattern.test(heading))
    const beside = isBeside && (parts.length > 1 || !known) ? groups.get(lastValue) : undefined
    if (beside && beside[role ?? 'value'] === undefined) beside[role ?? 'value'] = column
    if (beside !== undefined && parts.length > 1) continue
    if (parts.length > 1 ? role === null && !known : !known) continue
    if (parts.length === 1 || role === null) lastValue = heading
    const group = groups.get(heading) ?? {}
    const place = parts.length > 1 && role !== null ? role : 'value'
    if (place !== null && group[place] === undefined) group[place] = column
    groups.set(heading, group)
  }
  const taken = new Set<string>()
  return [...groups].flatMap(([heading, group]) => {
    if (!group.value) return []
    const meant = indicatorWords.find(([pattern]) => pattern.test(heading))?.[1] ?? heading
    // 授权 of all patents and of inventions are two figures: the second one keeps its own name.
    const indicator = taken.has(meant) ? heading : meant
    taken.add(indicator)
    const unit = /[(（]([^()（）]{1,8})[)）]\s*$/u.exec(heading)?.[1] ?? ''
    return [{ indicator, heading, unit, field: `${indicator}_value`, value: group.value, ...(group.growth ? { growth: group.growth } : {}), ...(group.share ? { share: group.share } : {}), ...(group.rank ? { rank: group.rank } : {}) }]
  })
}

/** The headings over a column from the outermost in; the stroke of 件/万人 is none between them. */
function levelsOf(header: string): string[] {
  return header.split(/\/(?![^(（]*[)）])/u)
}

/** Whether two joined headings stand below one and the same group. */
function sameGroup(first: string, second: string): boolean {
  const groupOf = (header: string): string => levelsOf(header).slice(0, -1).join('/')
  return groupOf(first) !== '' && groupOf(first) === groupOf(second)
}

function roleOf(text: string): 'value' | 'growth' | 'share' | 'rank' | null {
  const key = headingKey(text)
  if (/^(?:数值|数量|指标值|完成值|总量|值)/u.test(key)) return 'value'
  if (/同比|增长|增幅/u.test(key)) return 'growth'
  if (/占比|比重/u.test(key)) return 'share'
  if (/位次|排名|名次/u.test(key)) return 'rank'
  return null
}

export const judgeIndicators: KindJudgeFactory = (context) => (isCrosstab(context.mapping) ? judgeCrosstab(context, periodOf(context, yearOf(context))) : judgeCityRows(context))

function yearOf({ title }: SheetContext): string {
  if (title.year !== null) return String(title.year)
  return title.statusDate === null ? '' : title.statusDate.slice(0, 4)
}

const judgeCityRows: KindJudgeFactory = (context) => {
  const groups = indicatorGroups(context.header.columns)
  const period = yearOf(context)
  return {
    recordKind: 'indicator',
    sourceClass: 'official',
    keyFields: ['region'],
    totals: { field: 'region', isTotal: (text) => context.districts.isProvince(text) },
    read: (reader) => readCityRow(reader, context, groups, periodOf(context, period)),
  }
}

/** "2021年上半年", "2021年第三季度", "2021年1-9月" of a title; else the year. */
function periodOf(context: SheetContext, year: string): string {
  const text = context.title.title || context.title.text
  if (year === '') return year
  const quarters = /(?:前|第?[一1](?:季度)?\s*(?:[至到]|[-—–~～])\s*第?)\s*([二两三四2-4])个?季度/u.exec(text)?.[1]
  if (quarters !== undefined) return sinceJanuary(year, 3 * ('一二三四'.indexOf(quarters.replace('两', '二')) + 1 || Number(quarters)))
  const months = /前\s*(\d{1,2}|[一二三四五六七八九十]{1,2})个月/u.exec(text)?.[1]
  if (months !== undefined) return sinceJanuary(year, Number(months) || (chineseNumber(months) ?? 12))
  const quarter = /(?:第?([一二三四1-4])季度|Q([1-4]))/u.exec(text)
  if (quarter) return `${year}Q${'一二三四'.includes(quarter[1] ?? '-') ? '一二三四'.indexOf(quarter[1] ?? '') + 1 : (quarter[1] ?? quarter[2])}`
  if (/上半年/u.test(text)) return `${year}H1`
  if (/下半年/u.test(text)) return `${year}H2`
  const upTo = /年\s*0?1月?\s*[-—–~～至到]\s*(\d{1,2})月/u.exec(text)?.[1]
  if (upTo !== undefined) return sinceJanuary(year, Number(upTo))
  const month = /年\s*(\d{1,2})月(?!\d|日|—|-)/u.exec(text)?.[1]
  return month === undefined ? year : `${year}-${month.padStart(2, '0')}`
}

/** The months of a year up to one of them, under the name that a period has. */
function sinceJanuary(year: string, month: number): string {
  const named: Readonly<Record<number, string>> = { 1: `${year}-01`, 3: `${year}Q1`, 6: `${year}H1`, 12: year }
  const lastDay = new Date(Date.UTC(Number(year), month, 0)).getUTCDate()
  return named[month] ?? (month < 12 ? `${year}-01-01..${year}-${String(month).padStart(2, '0')}-${lastDay}` : year)
}

function readCityRow(reader: RowReader, context: SheetContext, groups: readonly IndicatorGroup[], period: string): RowStatement[] {
  const raw = reader.identifier('region', true)
  if (reader.faults.some((fault) => fault.isKey)) return []
  const city = raw === null ? null : context.districts.cityOf(String(raw))
  if (raw === null || String(raw).trim() === '') reader.fault('region', 'missing_key', { isKey: true })
  else if (city === null) reader.fault('region', 'unknown_region', { isKey: true })
  else if (isMergedRegion(reader, context, String(raw).normalize('NFKC').trim())) return []
  const statements: RowStatement[] = []
  for (const group of groups) {
    const figure = readFigure(reader, group.field, groups.length > 1)
    if (figure === null || city === null) continue
    const key = [city, group.indicator, period].join('|')
    const values: StatedValues = { key, region: city, indicator: group.indicator, period, heading: group.heading, value: inUnit(figure, group.unit), unit: group.unit || (figure.unit ?? '') }
    for (const name of ['growth', 'share'] as const) {
      const text = percentText(reader, group[name])
      if (text !== null) values[name] = text
    }
    const rank = group.rank === undefined ? '' : cellText(reader.row.cells[group.rank.index]).trim()
    if (/^\d+$/u.test(rank)) values.rank = Number(rank)
    statements.push({ key, values })
  }
  if (statements.length === 0 && reader.faults.length === 0) reader.fault(groups[0]?.field ?? 'region', 'missing_value')
  return statements
}

/** Growth and share as received: a fraction in a percent cell is printed with one decimal, a text stays. */
function percentText(reader: RowReader, column: HeaderColumn | undefined): string | null {
  if (column === undefined) return null
  const cell = reader.row.cells[column.index]
  if (typeof cell === 'number') return `${(Math.round(cell * 1000) / 10).toFixed(1)}%`
  const text = cellText(cell).normalize('NFKC').trim()
  return text === '' ? null : text
}

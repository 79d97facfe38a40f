import { withArabicYears } from '../../../../shared/domain/dates/chineseYears'
import { headingKey } from '../../../../shared/domain/catalogue/headings'
import type { ParsedFigure } from '../../../../shared/domain/numbers'
import { isPartOfRowAbove } from '../../../../shared/domain/places/districts'
import type { HeaderColumn } from '../table/columnFields'
import { cellText } from '../table/cellText'
import type { RowReader } from '../sheet/rowReader'
import { decimalShift, isUnitDoubtful, readFigure } from './readFigure'
import type { KindJudgeFactory, RowStatement, SheetContext } from '../kinds/kindJudge'
import { isRegionsAcross, judgeRegionsAcross } from './regionsAcross'
import { periodOf } from './titlePeriod'
import { isInPersons, yearIn, type DatedColumn, type FigureStatement, type FigureTitle, type YearColumn } from './yearFigures'

/** Tables of population and market entities by region: a column for each year, or a column that says the year of each row. */

/** Columns of a population table: series by the words 普查 or 年末, unit of measure by heading or unit line. */
export function populationColumns(columns: readonly HeaderColumn[], title: FigureTitle): YearColumn[] {
  const read = yearColumns(columns, /人口/u, title).map(({ column, year }) => {
    const census = /普查|七普|六普/u.test(column.header) || (!/年末/u.test(column.header) && /普查|七普|六普/u.test(title.text))
    const isInOnes = /\(人\)/u.test(headingKey(column.header)) || (!/万/u.test(column.header) && isInPersons(title))
    const censusYear = /六普|第六次/u.test(title.text) ? 2010 : 2020
    const of = census && !title.rowYears ? (year ?? censusYear) : year
    if (of === null) return title.rowYears ? { field: census ? 'census' : 'yearend', column, year: null, series: census ? 'census' : 'yearend', isInOnes } : null
    return { field: `y${of}`, column, year: of, series: census ? `census${of}` : `yearend${of}`, isInOnes }
  }).filter((column) => column !== null)
  const single = onePerSeries(read, /常住/u)
  // A year can have both: the census says so in its field.
  return single.map((column) => (single.filter(({ field }) => field === column.field).length > 1 && column.series.startsWith('census') ? { ...column, field: column.series } : column))
}

export function entityColumns(columns: readonly HeaderColumn[], title: FigureTitle): YearColumn[] {
  // 户数 beside people are households.
  if (/人口|户籍/u.test(title.text) && !/主体/u.test(title.text)) return []
  const read = yearColumns(columns, /市场主体|经营主体|实有|户数/u, title).flatMap(({ column, year }): YearColumn[] => {
    const isInOnes = countsOnes(column, title)
    if (year !== null) return [{ field: `m${year}`, column, year, series: String(year), isInOnes }]
    return title.rowYears ? [{ field: 'entities', column, year, series: '', isInOnes }] : []
  })
  return onePerSeries(read, /合计|总计|总数|总量|总户数|小计/u)
}

/** Counted one by one, and not in 万户 by the heading or the unit line. */
function countsOnes({ header }: HeaderColumn, { measure }: FigureTitle): boolean {
  return !/万户|\(万/u.test(headingKey(header)) && measure?.startsWith('万') !== true
}

/** Parts of a figure beside the whole: 城镇人口, 男, 个体工商户; none of them is the figure that is asked for. */
const parts = /户籍|城镇|乡村|城乡|农村|城市人口|流动|外来|暂住|男|女|出生|死亡|自然|家庭|居民|就业|从业|劳动|\d岁|民族|其中|个体|企业|合作社|新增|新设|注销|净增/u

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

function yearColumns(columns: readonly HeaderColumn[], subject: RegExp, title: FigureTitle): { column: HeaderColumn; year: number | null }[] {
  const found: { column: HeaderColumn; year: number | null }[] = []
  const ofTitle = subject.test(title.text) ? columns.filter(({ header }) => bareWhole.test(headingKey(header))) : []
  for (const column of columns) {
    if (/同比|增长|占比|比重|位次|排名|密度|每|人均|拥有量|专利|商标/u.test(column.header) || parts.test(lastHeading(column.header)) || isUnderPart(column.header, subject)) continue
    const heading = withArabicYears(column.header)
    const year = /(?:19|20)\d{2}/u.exec(heading)?.[0]
    const speaks = subject.test(heading)
    if (speaks || (year !== undefined && subject.test(title.text) && yearHeading.test(headingKey(heading)))) {
      found.push({ column, year: year === undefined ? yearOfAll(title) : Number(year) })
    }
  }
  // 合计 beside its parts, under a title that says of what.
  return found.length === 0 && ofTitle.length === 1 ? ofTitle.map((column) => ({ column, year: yearOfAll(title) })) : found
}

/** Figures up to the last day of a year are of its end. */
function yearOfAll({ year, rowYears, statusDate }: FigureTitle): number | null {
  if (rowYears) return null
  return year ?? (statusDate?.endsWith('-12-31') ? Number(statusDate.slice(0, 4)) : null)
}

/** 其中：企业 over 期末实有 is a part of the figure; a group that names the figure itself is none, whatever it includes. */
function isUnderPart(header: string, subject: RegExp): boolean {
  return header.split('/').slice(0, -1).some((group) => parts.test(group) && !subject.test(group))
}

/** What stands over the column itself, below the groups it belongs to. */
function lastHeading(header: string): string {
  return header.split('/').at(-1) ?? header
}

export const judgePopulation: KindJudgeFactory = (context) => {
  if (isRegionsAcross(context.mapping)) return judgeRegionsAcross(context, statePopulation)
  const columns = populationColumns(context.header.columns, { ...context.title, rowYears: context.mapping.fields.has('year') })
  return {
    recordKind: 'population',
    sourceClass: 'official',
    keyFields: ['region'],
    read: (reader) => readRegionRow(reader, context, columns, statePopulation),
  }
}

/** The figure of one region and year; a census and the end of its year are two. */
const statePopulation: FigureStatement = (region, { series, year, isInOnes }, figure) => {
  const wan = figure.magnitude === 'one' && !(figure.unit === '人' || (figure.unit === null && isInOnes)) ? figure.value : decimalShift(figure.value, -4)
  const key = `${region}|${series}`
  return { key, values: { key, region, series, year, populationWan: wan } }
}

export const judgeMarketEntities: KindJudgeFactory = (context) => {
  if (isRegionsAcross(context.mapping)) return judgeRegionsAcross(context, stateEntities)
  const columns = entityColumns(context.header.columns, { ...context.title, rowYears: context.mapping.fields.has('year') })
  return {
    recordKind: 'market_entities',
    sourceClass: 'official',
    keyFields: ['region'],
    totals: { field: 'region', isTotal: (text) => context.districts.isWholeCity(text) || context.districts.isProvince(text) },
    read: (reader) => readRegionRow(reader, context, columns, stateEntities),
  }
}

const stateEntities: FigureStatement = (region, { year, isInOnes }, figure) => {
  const scaled = figure.magnitude === 'one' && figure.unit === null && !isInOnes ? decimalShift(figure.value, 4) : figure.value
  const key = `${region}|${year}`
  return { key, values: { key, region, year, entities: Math.round(scaled) } }
}

function isPartOfOne(figure: ParsedFigure, { isInOnes }: YearColumn): boolean {
  return figure.magnitude === 'one' && (figure.unit !== null || isInOnes) && !Number.isInteger(figure.value)
}

function readRegionRow(reader: RowReader, context: SheetContext, columns: readonly YearColumn[], state: FigureStatement): RowStatement[] {
  const region = readRegion(reader, context)
  const statements: RowStatement[] = []
  for (const column of columns) {
    const figure = readFigure(reader, column.field, columns.length > 1)
    const dated = datedColumn(reader, column)
    if (figure !== null && isWithinYear(column, context)) reader.fault(column.field, 'not_year_end')
    // Less than nobody lives nowhere.
    else if (figure !== null && figure.value < 0) reader.fault(column.field, 'bad_number')
    // 120.007 户 is a thousands mark of another country, and no seventh of a household.
    else if (figure !== null && state === stateEntities && isPartOfOne(figure, column)) reader.fault(column.field, 'bad_number')
    else if (figure !== null && isUnitDoubtful(reader, column.field, figure, !column.isInOnes)) continue
    else if (figure !== null && region !== null && dated !== null) statements.push(state(region, dated, figure))
  }
  if (statements.length === 0 && reader.faults.length === 0) reader.fault(columns[0]?.field ?? 'region', 'missing_value')
  return statements
}

/**
 * Whether a figure is of the middle of a year (2021年6月末), by its heading or, where that names no year, by the title: it must
 * not stand for the year's end. The day of a census is its own.
 */
function isWithinYear({ column, series, year }: YearColumn, context: SheetContext): boolean {
  if (series.startsWith('census') || year === null) return false
  const heading = withArabicYears(column.header)
  const isDated = heading.includes(String(year))
  const month = /年\s*0?(\d{1,2})\s*月/u.exec(heading)?.[1] ?? (isDated ? undefined : /年\s*0?(\d{1,2})\s*月[底末]/u.exec(context.title.title)?.[1])
  if (month !== undefined) return Number(month) !== 12
  const period = isDated ? String(year) : periodOf(context, String(year))
  return !/^\d{4}(?:H2|Q4|-12)?$/u.test(period)
}

/** The column with the year and the kind of figure that its row says. */
function datedColumn(reader: RowReader, column: YearColumn): DatedColumn | null {
  const { year } = column
  if (year !== null) return { ...column, year }
  const ofRow = yearIn(cellText(reader.cell('year')))
  if (ofRow === null) {
    reader.fault('year', 'missing_key', { isKey: true })
    return null
  }
  const basis = reader.text('basis')
  if (basis !== null && /户籍|城镇|流动/u.test(basis)) reader.fault('basis', 'other_figure')
  const series = basis === null ? column.series : /普查|[六七]普|census/iu.test(basis) ? 'census' : column.series
  return { ...column, year: ofRow, series: `${series}${ofRow}` }
}

function readRegion(reader: RowReader, context: SheetContext): string | null {
  const raw = reader.key('region')
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
  const place = context.districts.resolve(text)
  if (place.historical) reader.notice('region', 'district_alias_historical', text, place.code === null ? undefined : context.districts.nameOf(place.code))
  if (place.code !== null && !isPartOfRowAbove(text)) return place.code
  if (place.zone !== null || place.status === 'zone_without_district') reader.fault('region', 'zone_without_population', { verdict: 'review', isKey: true })
  else if (place.status === 'ambiguous') reader.fault('region', 'district_ambiguous', { verdict: 'review', choices: context.districts.names(), isKey: true })
  else reader.fault('region', 'unknown_region', { isKey: true })
  return null
}

/** Asks about a region that was merged into a larger one: its figure would be taken for the larger one's. */
export function isMergedRegion(reader: RowReader, context: SheetContext, text: string): boolean {
  const region = context.districts.mergedInto(text)
  if (region === null) return false
  reader.fault('region', 'merged_region', { verdict: 'review', isKey: true, words: { region } })
  return true
}

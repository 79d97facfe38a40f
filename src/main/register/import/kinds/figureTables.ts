import { chineseNumber } from '../../../../shared/domain/dates/dates'
import type { StatedValues } from '../../../../shared/domain/merging/statement'
import { headingKey } from '../../../../shared/domain/catalogue/headings'
import type { HeaderColumn } from '../table/header'
import { cellText } from '../table/cellText'
import type { RowReader } from '../sheet/rowReader'
import { isCrosstab, judgeCrosstab } from './crosstab'
import { indicatorOf, inUnit, isOfOneType, readFigure } from './figures'
import type { KindJudgeFactory, RowStatement, SheetContext } from './kindJudge'
import { isMergedRegion } from './regionTables'

/** Received indicators: a row for each city, a group of columns for each indicator. */

export interface IndicatorGroup { indicator: string; heading: string; unit: string; field: string; value: HeaderColumn; growth?: HeaderColumn; share?: HeaderColumn; rank?: HeaderColumn }

/** Groups 数值 | 同比 | 占比 | 位次 under one indicator heading (report-forms.md F10). */
export function indicatorGroups(columns: readonly HeaderColumn[], title = ''): IndicatorGroup[] {
  const groups = new Map<string, GroupColumns>()
  let lastValue = ''
  for (const column of columns) {
    const parts = levelsOf(column.header)
    const role = roleOf(parts.at(-1) ?? '')
    const grouped = parts.length > 1 && role !== null ? parts.slice(0, -1).join('/') : column.header
    // Under a group without a value of its own, growth and rank stand right of the value they are about, as under one header row.
    const isBeside = role !== null && role !== 'value' && (parts.length === 1 || (!groups.has(grouped) && groups.has(lastValue) && sameGroup(lastValue, column.header)))
    const heading = isBeside ? column.header : grouped
    const known = indicatorOf(heading, title) !== null
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
  takeRankBefore(columns, groups)
  const whole = [...groups.keys()].find((heading) => indicatorOf(heading, title) === 'patents_granted' && !isOfOneType(heading))
  const taken = new Set<string>()
  return [...groups].flatMap(([heading, group]) => {
    if (!group.value) return []
    const meant = indicatorOf(heading, title) ?? heading
    // 授权 of all patents and of inventions are two figures: the whole has the name, else the first; the other keeps its own.
    const indicator = taken.has(meant) || (meant === 'patents_granted' && whole !== undefined && heading !== whole) ? heading : meant
    taken.add(indicator)
    const unit = /[(（]([^()（）]{1,8})[)）]\s*$/u.exec(heading)?.[1] ?? ''
    return [{ indicator, heading, unit, field: `${indicator}_value`, value: group.value, ...(group.growth ? { growth: group.growth } : {}), ...(group.share ? { share: group.share } : {}), ...(group.rank ? { rank: group.rank } : {}) }]
  })
}

type GroupColumns = Partial<Record<'value' | 'growth' | 'share' | 'rank', HeaderColumn>>

/** 位次 before the region is the place by the one indicator of the table. */
function takeRankBefore(columns: readonly HeaderColumn[], groups: Map<string, GroupColumns>): void {
  const [only, ...more] = groups.values()
  const ranks = columns.filter(({ header }) => roleOf(header) === 'rank')
  if (only?.value !== undefined && only.rank === undefined && more.length === 0 && ranks.length === 1 && ranks[0]) only.rank = ranks[0]
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
  if (/增长量|增长数|增减量|增加/u.test(key)) return null
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
  const groups = indicatorGroups(context.header.columns, context.title.text)
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
  const month = /年\s*(\d{1,2})月(?!\d|日|—|-|底|末)/u.exec(text)?.[1]
  return month === undefined ? (closingPeriod(context, year) ?? year) : `${year}-${month.padStart(2, '0')}`
}

/** The part of the year that 截止日期 closes, where no words name one: 截至2021年6月底 is the first half. */
function closingPeriod({ title }: SheetContext, year: string): string | null {
  const found = /(?:截止|截至|统计时点)[^\d\n]{0,12}(\d{4})[年.\-/](\d{1,2})(?:月底|月末|[月.\-/](\d{1,2}))/u.exec(title.text)
  if (!found || found[1] !== year) return null
  const [month, day] = [Number(found[2]), found[3] === undefined ? null : Number(found[3])]
  const lastDay = new Date(Date.UTC(Number(year), month, 0)).getUTCDate()
  // Trademarks are counted up to the 15th (domain.md 3).
  return month >= 1 && month <= 12 && (day === null || day === lastDay || day === 15) ? sinceJanuary(year, month) : null
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
  const city = raw === null ? null : (context.districts.cityOf(String(raw)) ?? context.districts.resolve(String(raw)).code)
  if (raw === null || String(raw).trim() === '') reader.fault('region', 'missing_key', { isKey: true })
  else if (city === null) reader.fault('region', 'unknown_region', { isKey: true })
  else if (isMergedRegion(reader, context, String(raw).normalize('NFKC').trim())) return []
  const statements: RowStatement[] = []
  for (const group of groups) {
    const figure = readFigure(reader, group.field, groups.length > 1)
    if (figure === null || city === null) continue
    const key = [city, group.indicator, period].join('|')
    const values: StatedValues = { key, region: city, indicator: group.indicator, period, heading: group.heading, value: inUnit(figure, group.unit || (context.title.measure ?? '')), ...unitOf(group.unit || (figure.unit ?? '') || (context.title.measure ?? '')) }
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

/** The unit a figure is in; none where nothing says it. */
function unitOf(unit: string): StatedValues {
  return unit === '' ? {} : { unit }
}

/** Growth and share as received: a fraction in a percent cell is printed with one decimal, a text stays. */
function percentText(reader: RowReader, column: HeaderColumn | undefined): string | null {
  if (column === undefined) return null
  const cell = reader.row.cells[column.index]
  if (typeof cell === 'number') return `${(Math.round(cell * 1000) / 10).toFixed(1)}%`
  const text = cellText(cell).normalize('NFKC').trim()
  return text === '' ? null : text
}

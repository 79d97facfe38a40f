import { headingKey } from '../../../../shared/domain/catalogue/headings'
import type { Row } from '../../../workbook/types'
import { cellText } from '../table/cellText'
import type { HeaderColumn, Mapping } from '../table/columnFields'
import { mappedAs, type Header, type HeaderMatch } from '../table/header'
import type { RowReader } from '../sheet/rowReader'
import { indicatorOf, inUnit, readFigure } from './readFigure'
import type { KindJudge, RowStatement, SheetContext } from '../kinds/kindJudge'
import { percentText } from './percentText'
import { targetName, timeRoleOf, yearBefore } from './timeColumns'
import { yearHeaded } from './titlePeriod'

/**
 * Received indicators laid out crosswise: an indicator a row, a city or district a column. Each filled cell is a fact of its own,
 * as in the tables that have a city a row.
 */
const indicatorHeadings = new Set(['指标', '指标名称', '项目', '指标项目', '统计指标', '主要指标', '名称'])
const unitHeadings = new Set(['单位', '计量单位', '指标单位'])
const cityPrefix = 'city:'
const fewestCities = 2
/** Rows that describe the row above them rather than an indicator of their own. */
const derived = /同比|环比|增长|增幅|位次|排名|名次/u

/** The match of a crosstab's header; null for any other header. */
export function crosstabMatch(header: Header, regionOf: (text: string) => string | null): HeaderMatch | null {
  const fields = new Map<string, HeaderColumn>()
  const newest = newestYear(header)
  for (const column of header.columns) {
    const levels = column.header.split('/')
    // 本年 and 上年 under each city.
    const heading = (levels.length > 1 && timeRoleOf(levels.at(-1) ?? '') !== null ? levels.at(-2) : levels.at(-1)) ?? ''
    const key = headingKey(heading).replace(/\(.*\)$/u, '')
    const city = regionOf(heading)
    // 莱芜市 beside 济南市, which it is part of today: its figures are nobody's.
    // 2020年 beside 2021年 is the year before, whatever the title calls it.
    if (city !== null && !fields.has(cityField(city, column, newest))) fields.set(cityField(city, column, newest), column)
    else if (indicatorHeadings.has(key) && !fields.has('indicator')) fields.set('indicator', column)
    else if (unitHeadings.has(key)) fields.set('unit', column)
  }
  const cities = [...fields.keys()].filter((field) => field.startsWith(cityPrefix)).length
  if (!fields.has('indicator') || cities < fewestCities) return null
  return mappedAs({ kind: 'indicators', header }, fields)
}

function newestYear({ columns }: Header): string | null {
  return columns.reduce<string | null>((newest, { header }) => {
    const year = yearHeaded(header)
    return year !== null && year > (newest ?? '') ? year : newest
  }, null)
}

/** A city's column; of an earlier year than the newest, of the year before and of a goal under a name of its own. */
function cityField(city: string, { header }: HeaderColumn, newest: string | null): string {
  const year = yearHeaded(header)
  const role = timeRoleOf(header.split('/').at(-1) ?? '')
  return `${cityPrefix}${city}${year === null || year === newest ? '' : `:${year}`}${role === null || role === 'current' ? '' : `:${role}`}`
}

/**
 * The match of a list of indicators of one region, which stands above the table: 指标 | 单位 | 目标值 | 完成值, 指标 | 本年累计 | 上年同期.
 *
 * @param rows  of which one at least must be an indicator that is known
 */
export function oneRegionMatch(header: Header, region: string | null, rows: readonly Row[]): HeaderMatch | null {
  const [own, ...more] = header.columns.filter(({ header: text }) => indicatorHeadings.has(headingKey(text.split('/').at(-1) ?? '')))
  const current = header.columns.filter(({ header: text }) => timeRoleOf(text.split('/').at(-1) ?? '') === 'current')
  const [value] = current
  if (region === null || own === undefined || more.length > 0 || value === undefined || current.length > 1) return null
  const last = header.rows.at(-1) ?? 0
  if (!rows.some((row) => row.row > last && indicatorOf(cellText(row.cells[own.index])) !== null)) return null
  const fields = new Map([['indicator', own], [`${cityPrefix}${region}`, value]])
  for (const column of header.columns) {
    const text = column.header.split('/').at(-1) ?? ''
    const role = timeRoleOf(text)
    if (unitHeadings.has(headingKey(text))) fields.set('unit', column)
    else if ((role === 'previous' || role === 'target') && !fields.has(`${cityPrefix}${region}:${role}`)) fields.set(`${cityPrefix}${region}:${role}`, column)
    else if (headingKey(text).startsWith('同比') && !fields.has('growth')) fields.set('growth', column)
  }
  return mappedAs({ kind: 'indicators', header }, fields)
}

export function isCrosstab(mapping: Mapping): boolean {
  return mapping.fields.has('indicator') && !mapping.fields.has('region')
}

export function judgeCrosstab(context: SheetContext, periodOf: (heading: string) => string): KindJudge {
  const cities = [...context.mapping.fields].filter(([field]) => field.startsWith(cityPrefix)).map(([field, { header }]): CityColumn => {
    const role = field.split(':').find((part) => part === 'previous' || part === 'target') ?? null
    return { field, region: field.split(':')[1] ?? '', role, period: role === 'previous' ? yearBefore(periodOf(header)) : periodOf(header) }
  })
  const isInPercent = context.title.measure?.includes('%') === true
  const named = new Map<string, string>()
  return { recordKind: 'indicator', sourceClass: 'official', keyFields: ['indicator'], read: (reader) => readIndicatorRow(reader, cities, isInPercent, named) }
}

/** 其中：发明专利授权量 is a part of the row above it. */
const partOfAbove = /^\s*(?:其中|#)/u

/**
 * Under what name a row's figures are kept. Of several rows that mean one indicator (专利授权量, 发明专利授权量) the first has its name, a part
 * and the others keep their own words: one must not stand for the other.
 */
function nameOfRow(heading: string, named: Map<string, string>): string {
  const indicator = partOfAbove.test(heading) ? null : indicatorOf(heading)
  if (indicator === null) return heading
  const first = named.get(indicator) ?? heading
  named.set(indicator, first)
  return first === heading ? indicator : heading
}

interface CityColumn { field: string; region: string; role: 'previous' | 'target' | null; period: string }

function readIndicatorRow(reader: RowReader, cities: readonly CityColumn[], isInPercent: boolean, named: Map<string, string>): RowStatement[] {
  const heading = reader.text('indicator')
  if (heading === null) reader.fault('indicator', 'missing_key', { isKey: true })
  else if (derived.test(heading)) reader.fault('indicator', 'other_figure', { isKey: true })
  if (cities.some(({ period }) => period === '')) reader.fault('indicator', 'year_missing', { isKey: true })
  if (heading === null || reader.faults.length > 0) return []
  const indicator = nameOfRow(heading, named)
  const unit = cellText(reader.cell('unit')).trim() || (/[(（]([^()（）]{1,8})[)）]\s*$/u.exec(heading)?.[1] ?? '')
  const growth = percentText(reader, reader.mapping.fields.get('growth'), isInPercent)
  const statements = cities.flatMap(({ field, region, role, period }) => {
    const figure = readFigure(reader, field, true)
    if (figure === null) return []
    const name = role === 'target' ? targetName({ indicator, heading }) : indicator
    const key = [region, name, period].join('|')
    return [{ key, values: { key, region, indicator: name, period, heading, ...(growth === null || role !== null ? {} : { growth }), value: inUnit(figure, unit), ...(unit || figure.unit ? { unit: unit || figure.unit } : {}) } }]
  })
  if (statements.length === 0 && reader.faults.length === 0) reader.fault(cities[0]?.field ?? 'indicator', 'missing_value')
  return statements
}

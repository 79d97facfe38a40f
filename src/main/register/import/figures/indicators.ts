import type { StatedValues } from '../../../../shared/domain/merging/statement'
import type { RowReader } from '../sheet/rowReader'
import { isCrosstab, judgeCrosstab } from './crosstab'
import { inUnit, isUnitDoubtful, measureOfCounts, readFigure } from './readFigure'
import { indicatorGroups, roleField, type IndicatorGroup } from './indicatorColumns'
import type { KindJudgeFactory, RowStatement, SheetContext } from '../kinds/kindJudge'
import { percentText } from './percentText'
import { readRank } from '../kinds/rank'
import { isMergedRegion } from './regionTables'
import { targetName, yearBefore } from './timeColumns'
import { periodOfColumn } from './titlePeriod'

/** Received indicators: a row for each city, a group of columns for each indicator. */

export const judgeIndicators: KindJudgeFactory = (context) => (isCrosstab(context.mapping) ? judgeCrosstab(context, (heading) => periodOfColumn(context, heading, yearOf(context))) : judgeCityRows(context))

function yearOf({ title }: SheetContext): string {
  if (title.year !== null) return String(title.year)
  return title.statusDate === null ? '' : title.statusDate.slice(0, 4)
}

const judgeCityRows: KindJudgeFactory = (context) => {
  const groups = indicatorGroups(context.header.columns, context.title.text)
  const periods = new Map(groups.map(({ heading, value }) => [heading, periodOfColumn(context, value.header, yearOf(context))]))
  return {
    recordKind: 'indicator',
    sourceClass: 'official',
    keyFields: ['region'],
    totals: { field: 'region', isTotal: (text) => context.districts.isProvince(text) },
    read: (reader) => readCityRow(reader, context, groups, periods),
  }
}

function readCityRow(reader: RowReader, context: SheetContext, groups: readonly IndicatorGroup[], periods: ReadonlyMap<string, string>): RowStatement[] {
  const raw = reader.key('region')
  if (reader.faults.some((fault) => fault.isKey)) return []
  const city = raw === null ? null : regionOf(String(raw), context)
  if (raw === null || String(raw).trim() === '') reader.fault('region', 'missing_key', { isKey: true })
  else if (city === null) reader.fault('region', 'unknown_region', { isKey: true })
  else if ([...periods.values()].includes('')) reader.fault('region', 'year_missing', { isKey: true })
  else if (isMergedRegion(reader, context, String(raw).normalize('NFKC').trim())) return []
  const statements: RowStatement[] = []
  for (const group of groups) {
    const figure = readFigure(reader, group.field, groups.length > 1)
    const period = periods.get(group.heading) ?? ''
    if (city === null || period === '') continue
    statements.push(...besideValue(reader, context, group, { city, period }))
    if (figure === null) continue
    const indicator = nameIn(group, period)
    const key = [city, indicator, period].join('|')
    // What is counted in 万件 by the unit line is so in every column of counts: a cell in 件 is brought to that.
    const unit = group.unit || (figure.unit === '%' ? '' : measureOfCounts(context.title.measure ?? ''))
    if (unit.startsWith('万') && isUnitDoubtful(reader, group.field, figure, true)) continue
    const values: StatedValues = { key, region: city, indicator, period, heading: group.heading, value: inUnit(figure, unit), ...unitOf(unit || (figure.unit ?? '')) }
    for (const name of ['growth', 'share'] as const) {
      const text = percentText(reader, group[name], context.title.measure?.includes('%') === true)
      if (text !== null) values[name] = text
    }
    const rank = group.rank === undefined ? null : readRank(reader.row.cells[group.rank.index] ?? null).rank
    if (rank !== null) values.rank = rank
    statements.push({ key, values })
  }
  if (statements.length === 0 && reader.faults.length === 0) reader.fault(groups[0]?.field ?? 'region', 'missing_value')
  return statements
}

/** The year before and the goal of an indicator, each a figure of its own; a blank one is not reported. */
function besideValue(reader: RowReader, { title }: SheetContext, group: IndicatorGroup, { city, period }: { city: string; period: string }): RowStatement[] {
  const others = [[group.previous, 'previous', nameIn(group, period), yearBefore(period)], [group.target, 'target', targetName(group), period]] as const
  return others.flatMap(([column, role, indicator, when]) => {
    const figure = column === undefined ? null : readFigure(reader, roleField(group, role), true)
    if (column === undefined || figure === null) return []
    const unit = group.unit || (figure.unit === '%' ? '' : measureOfCounts(title.measure ?? ''))
    const key = [city, indicator, when].join('|')
    return [{ key, values: { key, region: city, indicator, period: when, heading: column.header, value: inUnit(figure, unit), ...unitOf(unit || (figure.unit ?? '')) } }]
  })
}

/** Under what name a figure is kept: that of a month of which nobody says which keeps its heading. */
function nameIn({ indicator, heading, isOfMonth }: IndicatorGroup, period: string): string {
  return isOfMonth && !/^\d{4}-\d{2}$/u.test(period) ? heading : indicator
}

const withoutZone = /[(（]不含[^()（）]{2,20}[)）]$/u

/**
 * Code of the city or district that a row is of. A zone is a row of its own, cut out of its host, and goes by its name; its
 * host is then 城阳区（不含高新区） (domain.md 4.1). Under 其中：高新区 it stays in its host and goes by another name, since the two
 * figures are of different extent. Null for any other place.
 */
function regionOf(text: string, { districts }: SheetContext): string | null {
  const known = districts.cityOf(text)
  if (known !== null) return known
  const bare = text.trim().replace(withoutZone, '')
  return districts.resolve(bare).code ?? districts.receivedZone(bare)
}

/** The unit a figure is in; none where nothing says it. */
function unitOf(unit: string): StatedValues {
  return unit === '' ? {} : { unit }
}

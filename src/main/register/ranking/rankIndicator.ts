import { indicatorDefinition, isCounted, isStock, leadingTerm, nameOf, type Indicator } from '../../../shared/domain/catalogue/indicators'
import type { RuleName } from '../../../shared/domain/catalogue/rules'
import { rankDescending } from '../../../shared/domain/counting/rank'
import { percentagePoints, quotientGrowth, share } from '../../../shared/domain/numbers'
import { succeed, type Result } from '../../../shared/domain/result'
import type { RegisterColumns } from '../columns/registerColumns'
import { readOptions, yearBefore, type CountingOptions, type RankRequest } from './countingOptions'
import { evaluate, type Figure, type Figures } from './figures'
import type { RankAnswer, RankRow, RankRules } from './rankAnswer'
import { rankReceived } from './receivedFigures'
import type { RegionRow } from './regionRows'

/**
 * Ranks the districts (or, with received figures, the cities) by an indicator, with the same period one year earlier
 * beside it (cli.md `rank`).
 *
 * @returns usage failures of {@link readOptions}, population_missing, market_entities_missing, unknown_name
 */
export async function rankIndicator(columns: RegisterColumns, indicator: Indicator, request: RankRequest): Promise<Result<RankAnswer>> {
  const options = readOptions(indicator, request)
  if (!options.ok) return options
  if (options.value.source === 'received') return succeed(await rankReceived(columns, indicator, options.value))
  const now = await evaluate(columns, indicator, options.value)
  if (!now.ok) return now
  const before = await evaluate(columns, indicator, yearBefore(options.value))
  return succeed(answerOf(indicator, options.value, now.value, before.ok ? before.value : null))
}

function answerOf(indicator: Indicator, options: CountingOptions, now: Figures, before: Figures | null): RankAnswer {
  const { rows, city } = now.rows
  const ranks = rankDescending(rankable(now))
  const previousRanks = before ? rankDescending(rankable(before)) : []
  const all = rows.map((row, index) => rankRow(indicator, row, index, { now, before, rank: ranks[index] ?? null, previousRank: previousRanks[index] ?? null }))
  return {
    ...namedAs(indicator), unit: indicatorDefinition(indicator).unit, period: options.period.name, asOf: isStock(indicator) ? now.moment.asOf : now.moment.to,
    rules: rulesOf(indicator, options, now), ...noDataOf(now),
    rows: all.filter((_, index) => index !== city && (isShownRow(indicator, now, index) || Boolean(before?.values[index]?.count))),
    total: all[city] ?? rankRow(indicator, { code: null, name: '', level: 'city', isPartOfHost: false }, city, { now, before, rank: null, previousRank: null }),
  }
}

/** Said only where there are no figures. */
export function noDataOf({ isWithoutRecords }: Figures): { noData?: 'no_records' } {
  return isWithoutRecords ? { noData: 'no_records' } : {}
}

/** Printed values of the rows that take part: districts and zones cut out of them. */
export function rankable({ rows, values }: Figures): (number | null)[] {
  return rows.rows.map((row, index) => (isRanked(row) ? (values[index]?.value ?? null) : null))
}

export function isRanked(row: RegionRow): boolean {
  return row.level === 'district' || (row.level === 'zone' && !row.isPartOfHost)
}

interface RowContext { now: Figures; before: Figures | null; rank: number | null; previousRank: number | null }

function rankRow(indicator: Indicator, row: RegionRow, index: number, { now, before, rank, previousRank }: RowContext): RankRow {
  const figure = now.values[index]
  const previous = before?.values[index]
  return {
    code: row.code, name: row.name, level: row.level, value: figure?.value ?? null, rank,
    previous: previous?.value ?? null, previousRank, growth: growthOf(indicator, figure, previous),
    share: isCounted(indicator) ? share(figure?.count ?? null, now.values[now.rows.city]?.count ?? null) : '-',
  }
}

/** Standards have a row 其他 only where something counts in it. */
export function isShownRow(indicator: Indicator, { rows, values }: Figures, index: number): boolean {
  return index !== rows.other || !indicatorDefinition(indicator).rules.includes('standard_full_count') || Boolean(values[index]?.count)
}

/** Counts and densities grow in %, from their full precision; percentages move in 百分点, with one decimal (domain.md 6). */
export function growthOf(indicator: Indicator, now: Figure | undefined, before: Figure | undefined, decimals = 1): string {
  if (now?.value === null || now === undefined || before?.value === null || before === undefined) return '-'
  if (indicatorDefinition(indicator).shape === 'ratio') {
    const points = percentagePoints(String(now.value), String(before.value))
    return points === '-' ? points : `${points}百分点`
  }
  return quotientGrowth(now, before, decimals)
}

/** The rules of an answer, with the days of its period. */
export function rulesOf(indicator: Indicator, options: CountingOptions, figures: Figures): RankRules {
  return {
    leadRule: usesLeadRule(indicator) ? options.leadRule : null, zones: options.zones, source: options.source, scope: options.scope, filters: options.filters,
    population: figures.series, from: figures.moment.from, to: figures.moment.to, names: ruleNames(indicator, options),
  }
}

/** Who leads matters where standards are counted as such, or by their role. */
export function usesLeadRule(indicator: Indicator): boolean {
  const { count, filters } = leadingTerm(indicator)
  return count === 'standards' && (isCounted(indicator) || filters?.role !== undefined)
}

/** The name in an answer, and the version of what the office defines itself. */
export function namedAs(indicator: Indicator): { indicator: string; version?: number } {
  return typeof indicator === 'string' ? { indicator } : { indicator: nameOf(indicator), version: indicator.version }
}

/** Every rule behind the figures by name, for answers and 口径说明. */
export function ruleNames(indicator: Indicator, options: Pick<CountingOptions, 'leadRule' | 'zones'>): RuleName[] {
  return [
    ...(usesLeadRule(indicator) ? [`lead_${options.leadRule}` as const] : []),
    ...indicatorDefinition(indicator).rules,
    `zones_${options.zones}`, 'rank_competition', 'growth_from_zero',
  ]
}

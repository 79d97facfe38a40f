import { calendarOf, indicatorDefinition, isStock, nameOf, type Indicator } from '../../../shared/domain/catalogue/indicators'
import { rankDescending } from '../../../shared/domain/counting/rank'
import { receivedZone } from '../../../shared/domain/places/receivedZones'
import { parsePeriod, periodEnd, previousYear, type Period } from '../../../shared/domain/dates/periods'
import type { ReceivedFigure } from '../columns/denominators'
import type { RegisterColumns } from '../columns/registerColumns'
import { momentFor, type CountingOptions } from './countingOptions'
import type { RankAnswer, RankRow } from './rankAnswer'

/** The regions of a scope in their fixed order, the whole last. */
function regionsOf(columns: RegisterColumns, options: CountingOptions) {
  const { city } = columns
  return options.scope === 'cities'
    ? { rows: city.neighbours, level: 'city' as const, whole: { ...city.province, name: '全省' } }
    : { rows: city.districts, level: 'district' as const, whole: { code: city.code, name: '全市' } }
}

/** A zone has a name and no code (domain.md 4.1). */
interface ReceivedRegion { code: string | null; name: string; key: string; isPartOfHost: boolean }

/**
 * Zones that a received table has rows for, whatever the own reports do: it cut them out of their hosts, unless it says that
 * they are a part of them. A part is in nobody's rank.
 */
function zonesIn(figures: ReadonlyMap<string, ReceivedFigure>): ReceivedRegion[] {
  return [...figures.keys()].filter((region) => !/^\d+$/u.test(region)).sort().map((key) => {
    const { name, isPartOfHost } = receivedZone(key)
    // Two tables of one period may have it both ways.
    return { code: null, key, name: isPartOfHost && figures.has(name) ? key : name, isPartOfHost }
  })
}

function keyed({ code, name }: { code: string; name: string }): ReceivedRegion {
  return { code, name, key: code, isPartOfHost: false }
}

function ranksOf(rows: readonly ReceivedRegion[], figures: ReadonlyMap<string, ReceivedFigure>): (number | null)[] {
  return rankDescending(rows.map(({ key, isPartOfHost }) => (isPartOfHost ? null : figures.get(key)?.value ?? null)))
}

/** Figures another office sent, as they are; only the places are computed (domain.md 6; F10). */
export async function rankReceived(columns: RegisterColumns, indicator: Indicator, options: CountingOptions): Promise<RankAnswer> {
  const { rows: regions, level, whole } = regionsOf(columns, options)
  const now = byRegion(await columns.received(), indicator, options.period)
  const rows: readonly ReceivedRegion[] = [...regions.map(keyed), ...(level === 'district' ? zonesIn(now) : [])]
  const before = byRegion(await columns.received(), indicator, previousYear(options.period))
  const ranks = ranksOf(rows, now)
  const previousRanks = ranksOf(rows, before)
  const rowOf = (region: ReceivedRegion, rank: number | null, previousRank: number | null): RankRow => {
    const figure = now.get(region.key)
    return {
      code: region.code, name: region.name, level: region.code === null ? 'zone' : level, value: figure?.value ?? null, rank, previous: before.get(region.key)?.value ?? null, previousRank,
      growth: figure?.growth ?? '-', share: figure?.share ?? '-',
    }
  }
  const moment = momentFor(indicator, options)
  const isReceived = [...rows, keyed(whole)].some(({ key }) => now.has(key))
  return {
    indicator: nameOf(indicator), unit: [...now.values()].find(({ unit }) => unit !== null)?.unit ?? indicatorDefinition(indicator).unit,
    period: options.period.name, asOf: moment.asOf,
    rules: {
      leadRule: null, zones: options.zones, source: options.source, scope: options.scope, filters: {}, population: null, from: moment.from, to: moment.to,
      names: ['received_not_recomputed', 'rank_competition'],
    },
    ...(isReceived ? {} : { noData: 'not_received' as const }),
    rows: rows.map((region, index) => rowOf(region, ranks[index] ?? null, previousRanks[index] ?? null)),
    total: { ...rowOf(keyed(whole), null, null), level: 'city' },
  }
}

/** The figures of a period; a stock is one of its last day, under whatever period that ends with it the table came. */
export function byRegion(figures: readonly ReceivedFigure[], indicator: Indicator, period: Period): Map<string, ReceivedFigure> {
  const own = figures.filter((figure) => figure.indicator === nameOf(indicator))
  const exact = own.filter((figure) => figure.period === period.name)
  if (exact.length > 0 || !isStock(indicator)) return new Map(exact.map((figure) => [figure.region, figure]))
  const day = periodEnd(period, calendarOf(indicator))
  const sameDay = own.filter(({ period: name }) => {
    const of = parsePeriod(name)
    return of.ok && periodEnd(of.value, of.value.range ? 'calendar' : calendarOf(indicator)) === day
  })
  return new Map(sameDay.map((figure) => [figure.region, figure]))
}

import { indicatorDefinition, indicatorNames, isIndicatorName, isStock, type IndicatorName } from '../../../shared/domain/catalogue/indicators'
import type { Output } from '../../../shared/bridge/contract'
import type { RegisterColumns } from '../columns/registerColumns'

const mostYears = 15

/** What can be asked of this register: indicators, years with figures, populations, received circulars. */
export async function countingChoices(columns: RegisterColumns, today: string): Promise<Output<'counting.indicators'>> {
  const known = await yearsKnown(columns)
  const thisYear = Number(today.slice(0, 4))
  const whole = known.filter((year) => year < thisYear)
  return {
    indicators: indicatorNames.map((name) => {
      const { label, unit, definition } = indicatorDefinition(name)
      return { name, label, unit, definition, isStock: isStock(name) }
    }),
    years: [...new Set([...(known.length === 0 ? [thisYear, thisYear - 1] : known)])].slice(0, mostYears),
    period: String(whole[0] ?? known[0] ?? thisYear - 1),
    populations: [...(await columns.denominators()).populations.keys()].toSorted().toReversed(),
    received: receivedPeriods(await columns.received()),
    districtCount: columns.city.districts.length,
    cityCount: columns.city.neighbours.length,
  }
}

/** Years in which a standard was published or a patent granted, newest first. */
async function yearsKnown(columns: RegisterColumns): Promise<number[]> {
  const years = new Set<number>()
  for (const dates of [(await columns.standards()).publishedOn, (await columns.patents()).grantedOn, (await columns.trademarks()).registeredOn]) {
    for (const date of dates) years.add(Math.floor(date / 10_000))
  }
  years.delete(0)
  return [...years].sort((a, b) => b - a)
}

function receivedPeriods(figures: readonly { indicator: string; period: string }[]) {
  const byPeriod = new Map<string, Set<IndicatorName>>()
  for (const { indicator, period } of figures) {
    if (!isIndicatorName(indicator)) continue
    byPeriod.set(period, (byPeriod.get(period) ?? new Set()).add(indicator))
  }
  return [...byPeriod].toSorted(([a], [b]) => (a < b ? 1 : -1)).map(([period, indicators]) => ({ period, indicators: [...indicators] }))
}

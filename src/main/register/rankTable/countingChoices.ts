import { countDefinition, indicatorDefinition, indicatorNames, isCounted, isIndicatorName, isStock, leadingTerm, nameOf, type Indicator, type IndicatorName } from '../../../shared/domain/catalogue/indicators'
import type { Output } from '../../../shared/bridge/contract'
import { shortLabel } from '../../../shared/text/shortLabel'
import type { RegisterColumns } from '../columns/registerColumns'
import { ownIndicators, standing } from '../indicators/ownIndicators'
import { listKindOf } from './behindList'

const mostYears = 15

/** What can be asked of this register: indicators, years with figures, populations, received circulars. */
export async function countingChoices(columns: RegisterColumns, today: string): Promise<Output<'counting.indicators'>> {
  const known = await yearsKnown(columns)
  const thisYear = Number(today.slice(0, 4))
  const whole = known.find(({ year, isWhole }) => isWhole && year < thisYear)
  return {
    indicators: [...indicatorNames, ...standing(await ownIndicators(columns))].map(choiceOf),
    years: (known.length === 0 ? [thisYear, thisYear - 1] : known.map(({ year }) => year)).slice(0, mostYears),
    period: String((whole ?? known[0])?.year ?? thisYear - 1),
    populations: [...(await columns.denominators()).populations.keys()].toSorted().toReversed(),
    received: receivedPeriods(await columns.received()),
    isEmpty: known.length === 0 && (await columns.honours()).length === 0 && (await columns.pilots()).length === 0 && (await columns.pcts()).count === 0,
    districtCount: columns.city.districts.length,
    cityCount: columns.city.neighbours.length,
  }
}

function choiceOf(indicator: Indicator): Output<'counting.indicators'>['indicators'][number] {
  const { label, unit, definition } = indicatorDefinition(indicator)
  const name = nameOf(indicator)
  return { name, label, short: shortLabel(name, label), unit, definition, isStock: isStock(indicator), isCounted: isCounted(indicator), kind: listKindOf(countDefinition(leadingTerm(indicator).count).subject) }
}

interface KnownYear {
  year: number
  /** Whether anything of its last quarter is known: a year that has only begun to come in is no year to rank by. */
  isWhole: boolean
}

/** Years in which a standard was published, a patent granted or a mark registered, newest first. */
async function yearsKnown(columns: RegisterColumns): Promise<KnownYear[]> {
  const years = new Map<number, KnownYear>()
  for (const dates of [(await columns.standards()).publishedOn, (await columns.patents()).grantedOn, (await columns.trademarks()).registeredOn]) {
    for (const date of dates) {
      const year = Math.floor(date / 10_000)
      const known = years.get(year) ?? { year, isWhole: false }
      known.isWhole ||= date % 10_000 >= 1001
      years.set(year, known)
    }
  }
  years.delete(0)
  return [...years.values()].sort((a, b) => b.year - a.year)
}

function receivedPeriods(figures: readonly { indicator: string; period: string }[]) {
  const byPeriod = new Map<string, Set<IndicatorName>>()
  for (const { indicator, period } of figures) {
    if (!isIndicatorName(indicator)) continue
    byPeriod.set(period, (byPeriod.get(period) ?? new Set()).add(indicator))
  }
  return [...byPeriod].toSorted(([a], [b]) => (a < b ? 1 : -1)).map(([period, indicators]) => ({ period, indicators: [...indicators] }))
}

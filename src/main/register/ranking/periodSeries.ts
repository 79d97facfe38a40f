import { calendarOf, indicatorDefinition, isCounted, isStock, type Indicator } from '../../../shared/domain/catalogue/indicators'
import { addDays, addMonths, dayNumberOf } from '../../../shared/domain/dates/calendar'
import { parsePeriod, previousPeriod, yearToDate, type Period, type PeriodCalendar } from '../../../shared/domain/dates/periods'
import { percentagePoints, share } from '../../../shared/domain/numbers'
import { fail, Refusal, succeed, type Result } from '../../../shared/domain/result'
import type { RegisterColumns } from '../columns/registerColumns'
import { momentFor, readOptions, yearBefore, type CountingOptions, type RankRequest } from './countingOptions'
import { evaluate, type Figure, type Figures } from './figures'
import { growthOf, isShownRow, namedAs, noDataOf, rulesOf } from './rankIndicator'
import type { SeriesAnswer, SeriesRow, SeriesWindow } from './seriesAnswer'

/** The questions behind the columns; null where a column has no meaning for the indicator. */
interface Steps {
  now: CountingOptions
  /** 上期. */
  prior: CountingOptions
  /** 上年同期. */
  yearBefore: CountingOptions
  /** 当年累计 and the same days a year earlier: flows. */
  yearToDate: CountingOptions | null
  yearToDateBefore: CountingOptions | null
  /** 总累计: counts of flows. */
  ever: CountingOptions | null
  /** 上年末: stocks. */
  yearEnd: CountingOptions | null
}

type Evaluated = Record<keyof Steps, Figures | null>

/**
 * An indicator with the columns of a Chinese statistical table (domain.md 6): the period, the one before (环比), the same
 * a year earlier (同比), 当年累计, 总累计 and 占比 of flows, 上年末 of stocks. A column whose divisor is missing is empty.
 *
 * @returns usage failures of `readOptions`, population_missing, market_entities_missing, unknown_name
 */
export async function periodSeries(columns: RegisterColumns, indicator: Indicator, request: RankRequest): Promise<Result<SeriesAnswer>> {
  const options = readOptions(indicator, request)
  if (!options.ok) return options
  // What was received has no days: nothing in it can be added up anew.
  if (options.value.source === 'received') return fail('usage_bad_value', undefined, { option: '--source', value: 'received', expected: 'own' })
  const steps = stepsOf(indicator, options.value)
  const now = await evaluate(columns, indicator, steps.now)
  if (!now.ok) return now
  return succeed(answerOf(indicator, steps, { ...(await evaluateOthers(columns, indicator, steps)), now: now.value }))
}

function stepsOf(indicator: Indicator, now: CountingOptions): Steps {
  const isFlow = !isStock(indicator)
  const calendar = calendarOf(indicator)
  const cumulative = isFlow ? between(now, yearToDate(now.period, calendar)) : null
  return {
    now, prior: periodBefore(now), yearBefore: yearBefore(now),
    yearToDate: cumulative, yearToDateBefore: cumulative === null ? null : yearBefore(cumulative),
    ever: isFlow && isCounted(indicator) ? between(now, { from: firstDayEver, to: momentFor(indicator, now).to }) : null,
    yearEnd: isFlow ? null : { ...now, asOf: lastDayOfYearBefore(momentFor(indicator, now).asOf, calendar) },
  }
}

/** Before anything that a register can hold. */
const firstDayEver = '1900-01-01'

function between(options: CountingOptions, { from, to }: SeriesWindow): CountingOptions {
  return { ...options, period: rangeOf(from, to) }
}

function rangeOf(from: string, to: string): Period {
  const period = parsePeriod(`${from}..${to}`)
  if (!period.ok) throw new Refusal('unexpected')
  return period.value
}

/** The period before; a day of its own for stocks moves back by the period's length. */
function periodBefore(options: CountingOptions): CountingOptions {
  const { period, asOf } = options
  return { ...options, period: previousPeriod(period), asOf: asOf === null ? null : dayBefore(asOf, period) }
}

function dayBefore(day: string, { months, range }: Period): string {
  if (range) return addDays(day, dayNumberOf(range.from) - dayNumberOf(range.to) - 1)
  return months ? addMonths(day, months.first - months.last - 1) : day
}

/** The end of the (statistical) year before the one that the day is in. */
function lastDayOfYearBefore(day: string, calendar: PeriodCalendar): string {
  return addDays(yearToDate(rangeOf(day, day), calendar).from, -1)
}

async function evaluateOthers(columns: RegisterColumns, indicator: Indicator, steps: Steps): Promise<Omit<Evaluated, 'now'>> {
  const at = async (options: CountingOptions | null): Promise<Figures | null> => {
    if (options === null) return null
    const figures = await evaluate(columns, indicator, options)
    return figures.ok ? figures.value : null
  }
  return {
    prior: await at(steps.prior), yearBefore: await at(steps.yearBefore), yearToDate: await at(steps.yearToDate),
    yearToDateBefore: await at(steps.yearToDateBefore), ever: await at(steps.ever), yearEnd: await at(steps.yearEnd),
  }
}

function answerOf(indicator: Indicator, steps: Steps, figures: Evaluated & { now: Figures }): SeriesAnswer {
  const { now } = figures
  const rows = now.rows.rows.map((_, index) => rowOf(indicator, index, figures))
  const window = (step: CountingOptions | null): SeriesWindow | null => (step === null ? null : windowOfStep(indicator, step))
  return {
    ...namedAs(indicator), unit: indicatorDefinition(indicator).unit, period: steps.now.period.name, asOf: isStock(indicator) ? now.moment.asOf : now.moment.to,
    rules: rulesOf(indicator, steps.now, now), ...noDataOf(now),
    windows: { now: windowOfStep(indicator, steps.now), prior: windowOfStep(indicator, steps.prior), yearBefore: windowOfStep(indicator, steps.yearBefore), yearToDate: window(steps.yearToDate), yearEnd: window(steps.yearEnd) },
    rows: rows.filter((row, index) => index !== now.rows.city && (isShownRow(indicator, now, index) || Boolean(row.yearBefore))),
    total: rows[now.rows.city] ?? rowOf(indicator, now.rows.city, figures),
  }
}

/** Days of a flow; of a stock its one day. */
function windowOfStep(indicator: Indicator, step: CountingOptions): SeriesWindow {
  const { from, to, asOf } = momentFor(indicator, step)
  return isStock(indicator) ? { from: asOf, to: asOf } : { from, to }
}

function rowOf(indicator: Indicator, index: number, figures: Evaluated & { now: Figures }): SeriesRow {
  const at = (step: keyof Steps): Figure | undefined => figures[step]?.values[index]
  const value = (step: keyof Steps): number | null => at(step)?.value ?? null
  const place = figures.now.rows.rows[index]
  const part = shareIn(indicator, figures.now, index)
  const partBefore = shareIn(indicator, figures.yearBefore, index)
  const points = percentagePoints(part, partBefore)
  return {
    code: place?.code ?? null, name: place?.name ?? '', level: place?.level ?? 'city',
    value: value('now'), prior: value('prior'), chain: growthOf(indicator, at('now'), at('prior'), 2),
    yearBefore: value('yearBefore'), growth: growthOf(indicator, at('now'), at('yearBefore')),
    yearToDate: value('yearToDate'), yearToDateBefore: value('yearToDateBefore'), yearToDateGrowth: growthOf(indicator, at('yearToDate'), at('yearToDateBefore')),
    ever: value('ever'), yearEnd: value('yearEnd'), sinceYearEnd: growthOf(indicator, at('now'), at('yearEnd')),
    share: part, shareBefore: partBefore, shareChange: points === '-' ? points : `${points}百分点`,
  }
}

/** Part of the city's figure; only counts have parts. */
function shareIn(indicator: Indicator, figures: Figures | null, index: number): string {
  if (figures === null || !isCounted(indicator)) return '-'
  return share(figures.values[index]?.count ?? null, figures.values[figures.rows.city]?.count ?? null)
}

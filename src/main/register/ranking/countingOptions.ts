import { addYears } from '../../../shared/domain/dates/calendar'
import { allowedFilters, calendarOf, isStock, nameOf, type Indicator } from '../../../shared/domain/catalogue/indicators'
import { filterDefinitions, filterValue, isFilterName, type Filters } from '../../../shared/domain/catalogue/filters'
import type { LeadRule } from '../../../shared/domain/counting/leadRules'
import { parsePeriod, periodEnd, previousYear, windowOf, type Period, type PeriodCalendar } from '../../../shared/domain/dates/periods'
import { fail, succeed, type Failure, type Result } from '../../../shared/domain/result'
import { packDate, type PackedWindow } from '../columns/packedDate'
import type { ZonePolicy } from './regionRows'

export type FigureSource = 'own' | 'received'
export type Scope = 'districts' | 'cities'

/** How an indicator is asked for, as it comes from the command line or the window; absent means the default of cli.md. */
export interface RankRequest {
  period?: string | undefined
  asOf?: string | undefined
  /** `name=value`; commas in the value mean any of them. */
  filters?: readonly string[] | undefined
  leadRule?: LeadRule | undefined
  zones?: ZonePolicy | undefined
  source?: FigureSource | undefined
  scope?: Scope | undefined
  population?: string | undefined
}

/** The same, checked and complete. */
export interface CountingOptions {
  period: Period
  /** As-of date of stocks where it was given. */
  asOf: string | null
  filters: Filters
  leadRule: LeadRule
  zones: ZonePolicy
  source: FigureSource
  scope: Scope
  population: string | null
  /** Counts of a stock only what is still in force on this later day (YYYY-MM-DD); absent: all that is in force. */
  lastingUntil?: string
}

/**
 * Checks a request for one indicator.
 *
 * @returns usage_missing_argument without a period, usage_bad_value, usage_as_of_with_flow
 */
export function readOptions(indicator: Indicator, request: RankRequest): Result<CountingOptions> {
  const { asOf } = request
  if (asOf !== undefined && !isStock(indicator)) return fail('usage_as_of_with_flow', undefined, { indicator: nameOf(indicator) })
  const period = readPeriod(request.period ?? (asOf === undefined ? undefined : `${asOf}..${asOf}`))
  if (!period.ok) return period
  const filters = readFilters(indicator, request.filters ?? [])
  if (!filters.ok) return filters
  const source = request.source ?? 'own'
  const scope = request.scope ?? 'districts'
  if (scope === 'cities' && source === 'own') return badValue('--scope', 'cities', '--source received')
  return succeed({
    period: period.value, asOf: asOf ?? null, filters: filters.value, source, scope,
    leadRule: request.leadRule ?? 'first', zones: request.zones ?? 'host', population: request.population ?? null,
  })
}

/** A period as it was typed. @returns usage_missing_argument, usage_bad_value */
export function readPeriod(text: string | undefined): Result<Period> {
  if (text === undefined) return fail('usage_missing_argument', undefined, { value: '--period' })
  const period = parsePeriod(text)
  return period.ok ? succeed(period.value) : badValue('--period', text, '2021, 2021H1, 2021Q3, 2021-06, 2021-01-05..2021-03-01')
}

function readFilters(indicator: Indicator, written: readonly string[]): Result<Filters> {
  const filters: Filters = {}
  for (const text of written) {
    const at = text.indexOf('=')
    const name = at < 0 ? text : text.slice(0, at)
    const allowed = allowedFilters(indicator)
    if (at < 0 || !isFilterName(name) || !allowed.includes(name)) return badValue('--filter', text, allowed.map((known) => `${known}=…`).join(', '))
    const words = text.slice(at + 1).split(/[,，]/).map((word) => word.trim()).filter((word) => word !== '')
    const values = words.map((word) => filterValue(name, word))
    const known = values.filter((value) => value !== null)
    if (known.length === 0 || known.length < values.length) return badValue('--filter', text, (filterDefinitions[name].values ?? []).map(({ value }) => value).join(', '))
    const before = filters[name] ?? known
    const both = before.filter((value) => known.includes(value))
    // Nothing would be counted, not even a record that has both (criteria, tags).
    if (both.length === 0) return badValue('--filter', text, `${name}=${[...before, ...known].join(',')}`)
    filters[name] = both
  }
  return succeed(filters)
}

function badValue(option: string, value: string, expected: string): Failure {
  return fail('usage_bad_value', undefined, { option, value, expected })
}

/** The days of one figure. */
export interface Moment {
  window: PackedWindow
  from: string
  to: string
  /** Day of stocks. */
  asOf: string
  /** Year whose year-end market entities divide. */
  year: number
}

/** The days that a period means under a calendar; stocks are of its last day unless another is named. */
export function momentOf(options: Pick<CountingOptions, 'period' | 'asOf'>, calendar: PeriodCalendar): Moment {
  const { from, to } = windowOf(options.period, calendar)
  const asOf = options.asOf ?? periodEnd(options.period, calendar)
  const year = options.asOf === null ? options.period.year : Number(options.asOf.slice(0, 4))
  return { window: { from: packDate(from), to: packDate(to) }, from, to, asOf, year }
}

/** The same question one year earlier. */
export function yearBefore<T extends Pick<CountingOptions, 'period' | 'asOf'>>(options: T): T {
  return { ...options, period: previousYear(options.period), asOf: options.asOf === null ? null : addYears(options.asOf, -1) }
}

/** The same under the calendar of an indicator. */
export function momentFor(indicator: Indicator, options: CountingOptions): Moment {
  return momentOf(options, calendarOf(indicator))
}

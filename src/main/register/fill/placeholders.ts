import { windowOf, type Period, type PeriodCalendar } from '../../../shared/domain/dates/periods'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'

/** What a bound text may speak of. */
export interface TextFacts {
  period: Period
  /** As-of date of stocks. */
  asOf: string | null
  today: string
  office: string
}

/**
 * A bound text with {year}, {from}, {to}, {asOf}, {today} and {office} in place; dates as 2021年12月31日.
 *
 * @returns invalid_bindings for another name in braces
 */
export function filledText(text: string, { period, asOf, today, office }: TextFacts): Result<string> {
  const { from, to } = windowOf(period, 'calendar')
  const known: Readonly<Record<string, string>> = {
    year: String(period.year), from: inWords(from), to: inWords(to), asOf: inWords(asOf ?? to), today: inWords(today), office,
  }
  return withKnown(text, known)
}

/**
 * A value of a list's filter with {year}, {period} (from..to), {from}, {to}, {asOf} and {today} in place, as filters write them: so
 * the list is the next period's when the form is filled again.
 *
 * @returns invalid_bindings for another name in braces
 */
export function filledFilter(value: string, { period, asOf, today }: TextFacts, calendar: PeriodCalendar): Result<string> {
  const { from, to } = windowOf(period, calendar)
  return withKnown(value, { year: String(period.year), period: `${from}..${to}`, from, to, asOf: asOf ?? to, today })
}

function withKnown(text: string, known: Readonly<Record<string, string>>): Result<string> {
  const unknown = [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name).find((name) => known[name] === undefined)
  if (unknown !== undefined) return fail('invalid_bindings', undefined, { reason: t('fill.unknownPlaceholder', { value: `{${unknown}}`, known: Object.keys(known).map((name) => `{${name}}`).join('、') }) })
  return succeed(text.replaceAll(/\{([^{}]*)\}/g, (_written, name: string) => known[name] ?? ''))
}

function inWords(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${year}年${Number(month)}月${Number(day)}日`
}

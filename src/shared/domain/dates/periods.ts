import { addDays, addMonths, addYears, dayNumberOf, daysInMonth, isIsoDay, isoOf, twoDigits } from './calendar'
import { type Rejected, reject } from '../parsed'
import { foldText } from '../text'

/** `calendar` for standards, patents and honours; `trademark` runs from the 16th to the 15th (domain.md 3). */
export type PeriodCalendar = 'calendar' | 'trademark'
export type PeriodKind = 'year' | 'half' | 'quarter' | 'month' | 'range'

/** A reporting period as the clerk names it; which days it covers depends on the calendar (`windowOf`). */
export interface Period {
  /** Canonical text: 2021, 2021H1, 2021Q3, 2021-06, 2021-01-05..2021-03-01. */
  name: string
  kind: PeriodKind
  year: number
  /** First and last month, 1–12; null for a range of days. */
  months: { first: number; last: number } | null
  range: { from: string; to: string } | null
}

/** Both days inclusive. */
export interface DayWindow { from: string; to: string }

export type PeriodResult = { ok: true; value: Period } | Rejected<'bad_date' | 'bad_format'>

const shape = /^(\d{4})(?:(H[12]|Q[1-4])|-(\d{2}))?$/
/** As clerks write them: 2021年, 2021年度, 2021年上半年, 2021年第三季度, 2021年6月. */
const writtenShape = /^(\d{4})年?(?:(上|下)半年|第?([1-4一二三四])季度|(0?[1-9]|1[0-2])月份?)$|^(\d{4})年度?$/
const rangeShape = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/

/** Reads a `--period` value (cli.md "Values"), also as a clerk writes it (2021年第三季度). */
export function parsePeriod(text: string): PeriodResult {
  const folded = canonicalName(foldText(text).toUpperCase().replaceAll(/\s/gu, ''))
  const range = rangeShape.exec(folded)
  if (range) return rangePeriod(range[1] ?? '', range[2] ?? '')
  const match = shape.exec(folded)
  if (!match) return reject('bad_format')
  const year = Number(match[1])
  if (year < 1900 || year > 2200) return reject('bad_date')
  if (match[3] !== undefined) return monthPeriod(year, Number(match[3]))
  return { ok: true, value: partOfYear(year, match[2] ?? '') }
}

function canonicalName(text: string): string {
  const match = writtenShape.exec(text)
  if (!match) return text
  const [, year, half, quarter, month, wholeYear] = match
  if (wholeYear !== undefined) return wholeYear
  if (half !== undefined) return `${year}H${half === '上' ? 1 : 2}`
  if (quarter !== undefined) return `${year}Q${'一二三四'.indexOf(quarter) + 1 || quarter}`
  return `${year}-${twoDigits(Number(month))}`
}

function rangePeriod(from: string, to: string): PeriodResult {
  if (!isIsoDay(from) || !isIsoDay(to) || from > to) return reject('bad_date')
  return { ok: true, value: { name: `${from}..${to}`, kind: 'range', year: Number(to.slice(0, 4)), months: null, range: { from, to } } }
}

function monthPeriod(year: number, month: number): PeriodResult {
  if (month < 1 || month > 12) return reject('bad_date')
  return { ok: true, value: { name: `${year}-${twoDigits(month)}`, kind: 'month', year, months: { first: month, last: month }, range: null } }
}

function partOfYear(year: number, part: string): Period {
  const index = Number(part.slice(1)) - 1
  const length = part === '' ? 12 : part.startsWith('H') ? 6 : 3
  const first = part === '' ? 1 : index * length + 1
  const kind = part === '' ? 'year' : part.startsWith('H') ? 'half' : 'quarter'
  return { name: `${year}${part}`, kind, year, months: { first, last: first + length - 1 }, range: null }
}

export function yearPeriod(year: number): Period {
  return partOfYear(year, '')
}

/**
 * The days of a period. Trademarks: a period of months runs from the 16th of the month before to the 15th of its last
 * month, so 2021Q3 = 2021-06-16..2021-09-15; a range of days is taken as written in both calendars.
 */
export function windowOf(period: Period, calendar: PeriodCalendar): DayWindow {
  if (period.range) return { from: period.range.from, to: period.range.to }
  const { first, last } = period.months ?? { first: 1, last: 12 }
  if (calendar === 'trademark') {
    return { from: addMonths(isoOf(period.year, first, 16), -1), to: isoOf(period.year, last, 15) }
  }
  return { from: isoOf(period.year, first, 1), to: isoOf(period.year, last, daysInMonth(period.year, last)) }
}

/** The as-of date a stock takes when none is given: the period's last day (trademarks: the 15th). */
export function periodEnd(period: Period, calendar: PeriodCalendar): string {
  return windowOf(period, calendar).to
}

/** The same period one year earlier, for 同比. */
export function previousYear(period: Period): Period {
  if (!period.range) {
    const name = period.name.replace(/^\d{4}/, String(period.year - 1))
    return { ...period, name, year: period.year - 1 }
  }
  const from = addYears(period.range.from, -1)
  const to = isWholeMonths(period.range) ? lastDayOfMonth(addYears(period.range.to, -1)) : addYears(period.range.to, -1)
  return { ...period, name: `${from}..${to}`, year: Number(to.slice(0, 4)), range: { from, to } }
}

/** January and February 2021 stand against those of 2020 with its 29th, whether they are named as months or by their days. */
function isWholeMonths({ from, to }: DayWindow): boolean {
  return from.endsWith('-01') && to === lastDayOfMonth(to)
}

function lastDayOfMonth(day: string): string {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  return isoOf(year, month, daysInMonth(year, month))
}

/** 当年累计: from the beginning of the period's (statistical) year to the period's end. */
export function yearToDate(period: Period, calendar: PeriodCalendar): DayWindow {
  const { to } = windowOf(period, calendar)
  const year = Number(to.slice(0, 4))
  const start = calendar === 'trademark' ? (to > isoOf(year, 12, 15) ? isoOf(year, 12, 16) : isoOf(year - 1, 12, 16)) : isoOf(year, 1, 1)
  return { from: start, to }
}

/** The period of the same length just before, for 环比. */
export function previousPeriod(period: Period): Period {
  if (period.range) {
    const to = addDays(period.range.from, -1)
    const span = dayNumberOf(period.range.to) - dayNumberOf(period.range.from)
    const from = addDays(to, -span)
    return { ...period, name: `${from}..${to}`, year: Number(to.slice(0, 4)), range: { from, to } }
  }
  const { first, last } = period.months ?? { first: 1, last: 12 }
  const length = last - first + 1
  if (period.kind === 'year') return yearPeriod(period.year - 1)
  const year = first === 1 ? period.year - 1 : period.year
  const newFirst = first === 1 ? 13 - length : first - length
  if (period.kind === 'month') return { ...period, name: `${year}-${twoDigits(newFirst)}`, year, months: { first: newFirst, last: newFirst } }
  return partOfYear(year, `${period.kind === 'half' ? 'H' : 'Q'}${(newFirst - 1) / length + 1}`)
}

/** Both ends belong to the window. */
export function isWithin(day: string, window: DayWindow): boolean {
  return day >= window.from && day <= window.to
}

import { daysInMonth } from '../../../shared/domain/dates/calendar'

/**
 * Dates in typed arrays: the digits of YYYY-MM-DD as one number, 20210305. Unknown parts are zeros (2021-03 is 20210300,
 * 2021 is 20210000), an absent date is 0. Whole dates compare as they are; partial ones through their first and last day.
 */
export const noDate = 0
/** Later than every date. */
export const never = 99_991_231

/** A calendar text as its packed number; `noDate` for none. What is stored is a date by then: nothing is checked. */
export function packDate(text: string | number | null | undefined): number {
  if (typeof text !== 'string' || text.length < 4) return noDate
  const year = digits(text, 0, 4)
  const month = text.length >= 7 ? digits(text, 5, 2) : 0
  const day = text.length >= 10 ? digits(text, 8, 2) : 0
  return year * 10_000 + month * 100 + day
}

function digits(text: string, start: number, length: number): number {
  let value = 0
  for (let at = start; at < start + length; at++) value = value * 10 + (text.charCodeAt(at) - 48)
  return value
}

/** The calendar text of a packed date, as exact as it was; null for `noDate`. */
export function unpackDate(packed: number): string | null {
  if (packed === noDate) return null
  const text = String(packed).padStart(8, '0')
  const [year, month, day] = [text.slice(0, 4), text.slice(4, 6), text.slice(6)]
  return month === '00' ? year : day === '00' ? `${year}-${month}` : `${year}-${month}-${day}`
}

/** The first day a date can mean. */
export function firstDay(packed: number): number {
  if (packed === noDate || packed % 100 !== 0) return packed
  return packed % 10_000 === 0 ? packed + 101 : packed + 1
}

/** The last day a date can mean. */
export function lastDay(packed: number): number {
  if (packed === noDate || packed % 100 !== 0) return packed
  if (packed % 10_000 === 0) return packed + 1231
  return packed + daysInMonth(Math.floor(packed / 10_000), Math.floor(packed / 100) % 100)
}

/** Both days inclusive. */
export interface PackedWindow { from: number; to: number }

/** Whether everything a date can mean lies in the window: a month-only date counts where the whole month is inside. */
export function isInWindow(packed: number, window: PackedWindow): boolean {
  if (packed % 100 !== 0) return packed >= window.from && packed <= window.to
  return packed !== noDate && firstDay(packed) >= window.from && lastDay(packed) <= window.to
}

/** Whether an event certainly lies on or before a day. */
export function hasHappenedBy(packed: number, day: number): boolean {
  return packed !== noDate && packed <= day && (packed % 100 !== 0 || lastDay(packed) <= day)
}

/** `years` later on the corresponding day; from 29 February the 28th where there is none. */
export function plusYears(packed: number, years: number): number {
  return packed % 10_000 === 229 ? plusMonths(packed, years * 12) : packed + years * 10_000
}

/** `months` later, on the last day of the month where that is too short. */
export function plusMonths(packed: number, months: number): number {
  const day = packed % 100
  const index = Math.floor(packed / 10_000) * 12 + (Math.floor(packed / 100) % 100) - 1 + months
  const year = Math.floor(index / 12)
  const month = (index % 12) + 1
  return year * 10_000 + month * 100 + Math.min(day, daysInMonth(year, month))
}

import { isIsoDay, twoDigits } from '../dates/calendar'
import { parsePeriod, windowOf } from '../dates/periods'
import { foldText } from '../text'

/** Days from the first to the last; null is an open end. */
export interface DayRange { from: string | null; to: string | null }

/**
 * Days that a filter of a date means: a day (2021-06-30, 2021.6.30), a period (2021, 2021H1, 2021Q3, 2021-06), or from..to with
 * either side left out. Null when it is none of these.
 */
export function dayRange(text: string): DayRange | null {
  const sides = foldText(text).toUpperCase().split('..').map((side) => side.trim())
  if (sides.length > 2 || sides.every((side) => side === '')) return null
  const [first = '', last = first] = sides
  const [begin, end] = [daysOf(first), daysOf(last)]
  if (begin === null || end === null) return null
  const range = { from: begin.from, to: end.to }
  return range.from === null || range.to === null || range.from <= range.to ? range : null
}

function daysOf(side: string): DayRange | null {
  if (side === '') return { from: null, to: null }
  const written = withDashes(side)
  if (/^\d{4}-\d{2}-\d{2}$/.test(written)) return isIsoDay(written) ? { from: written, to: written } : null
  const period = parsePeriod(written)
  return period.ok ? windowOf(period.value, 'calendar') : null
}

/** 2021.6, 2021/6/5 and 2021年6月5日 as 2021-06 and 2021-06-05. */
function withDashes(side: string): string {
  const [, year, month, day] = /^(\d{4})[-./年](\d{1,2})(?:[-./月](\d{1,2})日?)?$/.exec(side) ?? []
  return year === undefined ? side : [year, ...[month, day].flatMap((part) => (part === undefined ? [] : [twoDigits(Number(part))]))].join('-')
}

/** Numbers that a filter means: 9, 2019..2021, or one end alone. Null when it is none of these. */
export function numberRange(text: string): { from: number; to: number } | null {
  const match = /^(\d{1,15}(?:\.\d{1,6})?)?(\.\.)?(\d{1,15}(?:\.\d{1,6})?)?$/.exec(foldText(text))
  if (!match || (match[1] === undefined && match[3] === undefined)) return null
  const from = Number(match[1] ?? Number.NEGATIVE_INFINITY)
  return { from, to: match[2] === undefined ? from : Number(match[3] ?? Number.POSITIVE_INFINITY) }
}

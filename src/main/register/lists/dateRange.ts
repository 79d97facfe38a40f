import { parsePeriod, windowOf } from '../../../shared/domain/dates/periods'
import { isInWindow, noDate, packDate, type PackedWindow } from '../columns/packedDate'

const open: PackedWindow = { from: noDate, to: 99_991_231 }

/**
 * Days that a filter of a date means: a day, a period (2021, 2021H1, 2021Q3, 2021-06), or from..to with either side
 * left out. Null when it is none of these.
 */
export function dateRange(text: string): PackedWindow | null {
  const sides = text.split('..')
  if (sides.length > 2) return null
  const [first = '', last = first] = sides
  const from = first === '' ? open : window(first)
  const to = last === '' ? open : window(last)
  if (from === null || to === null || text === '' || text === '..') return null
  const range = { from: from.from, to: to.to }
  return range.from <= range.to ? range : null
}

function window(text: string): PackedWindow | null {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? parsePeriod(`${text}..${text}`) : parsePeriod(text)
  if (!day.ok) return null
  const { from, to } = windowOf(day.value, 'calendar')
  return { from: packDate(from), to: packDate(to) }
}

/** Whether all that a date of unknown precision can mean lies in the range. */
export function isInRange(packed: number, range: PackedWindow): boolean {
  return isInWindow(packed, range)
}

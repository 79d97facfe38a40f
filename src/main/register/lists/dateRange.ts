import { dayRange } from '../../../shared/domain/search/writtenRange'
import { isInWindow, noDate, packDate, type PackedWindow } from '../columns/packedDate'

const open: PackedWindow = { from: noDate, to: 99_991_231 }

/** Days that a filter of a date means (`dayRange`); null when it means none. */
export function dateRange(text: string): PackedWindow | null {
  const range = dayRange(text)
  return range === null ? null : { from: range.from === null ? open.from : packDate(range.from), to: range.to === null ? open.to : packDate(range.to) }
}

/** Whether all that a date of unknown precision can mean lies in the range. */
export function isInRange(packed: number, range: PackedWindow): boolean {
  return isInWindow(packed, range)
}

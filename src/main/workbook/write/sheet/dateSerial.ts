import { dateSerialOf } from '../../../../shared/domain/dates/dateSerial'
import type { DateCell, IsoDateCell } from '../../types'

/** Days between the two systems of dates. */
const DAYS_1904 = 1_462

/**
 * The cell that a copy has in place of a date: in the 1900 system, and showing as much. undefined for a date that its file
 * writes as text and shows whole, or of which there is no serial number: that one stays a text.
 */
export function copyOfDate(cell: DateCell | IsoDateCell, base1904: boolean): DateCell | undefined {
  if ('d' in cell) return { ...cell, d: cell.d + (base1904 ? DAYS_1904 : 0) }
  const { iso, shows } = cell
  const d = shows === undefined ? undefined : dateSerialOf(iso.slice(0, 'yyyy-mm-dd'.length))
  return d === undefined || shows === undefined ? undefined : { d, shows }
}

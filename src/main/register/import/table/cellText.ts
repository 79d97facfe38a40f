import { dateAsShown, dateOfSerial, parseDate } from '../../../../shared/domain/dates/dates'
import type { Cell } from '../../../workbook/types'

/** A cell as the clerk reads it, for headings, titles and messages; never used to store a value. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return cell
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  // What the reader found wrong by itself has no text: only an office program's own errors stand in the cell.
  if ('e' in cell) return cell.e.startsWith('#') ? cell.e : ''
  if ('d' in cell) return String(cell.d)
  if ('iso' in cell) return cell.iso
  if ('p' in cell) return `${Number((cell.p * 100).toPrecision(12))}%`
  return ''
}

/** A cell as the office program shows it. */
export function shownText(cell: Cell | undefined, base1904: boolean): string {
  if (typeof cell !== 'object' || cell === null || !('d' in cell || ('iso' in cell && cell.shows))) return cellText(cell)
  const date = 'd' in cell ? dateOfSerial(cell.d, { base1904 }) : parseDate(cell.iso)
  if (!date.ok || date.value === null) return cellText(cell)
  if (cell.shows === 'no_year') return `${Number(date.value.slice(5, 7))}月${Number(date.value.slice(8))}日`
  const shown = dateAsShown(date, cell.shows)
  return shown.ok ? (shown.value ?? '') : date.value
}

const readable = /[^\s\u200b-\u200f\u2060\ufeff]/u

/** True for a cell that holds nothing to read: blank, spaces, or only invisible characters. */
export function isBlankCell(cell: Cell | undefined): boolean {
  if (cell === null || cell === undefined) return true
  if (typeof cell !== 'string') return false
  const first = cell.charCodeAt(0)
  // Nearly every filled cell begins with printable ASCII or a Chinese character.
  return !((first > 0x20 && first < 0x7f) || (first >= 0x4e00 && first <= 0x9fff)) && !readable.test(cell)
}

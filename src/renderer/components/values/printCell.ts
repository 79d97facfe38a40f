import { hasText, listed, textOf } from '../../../shared/text/t'
import { locale } from '../../../shared/text/language'

export type PrintableCell = string | number | boolean | readonly (string | number)[] | null | undefined

/** A cell as a clerk reads it: enumerations in Chinese, lists joined, nothing as “—”. */
export function printCell(cell: PrintableCell): string {
  if (cell === null || cell === undefined || cell === '') return '—'
  if (Array.isArray(cell)) return cell.length === 0 ? '—' : listed(cell.map(printWord))
  return typeof cell === 'number' ? cell.toLocaleString(locale()) : printWord(cell as string | boolean)
}

function printWord(word: string | number | boolean): string {
  const key = `value.${word}`
  return hasText(key) ? textOf(key) : String(word)
}

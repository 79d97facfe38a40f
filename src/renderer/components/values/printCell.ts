import { hasText, textOf } from '../../../shared/text/t'

export type PrintableCell = string | number | boolean | readonly (string | number)[] | null | undefined

/** A cell as a clerk reads it: enumerations in Chinese, lists joined, nothing as “—”. */
export function printCell(cell: PrintableCell): string {
  if (cell === null || cell === undefined || cell === '') return '—'
  if (Array.isArray(cell)) return cell.length === 0 ? '—' : cell.map(printWord).join('、')
  return typeof cell === 'number' ? cell.toLocaleString('zh-CN') : printWord(cell as string | boolean)
}

function printWord(word: string | number | boolean): string {
  const key = `value.${word}`
  return hasText(key) ? textOf(key) : String(word)
}

import type { ListKind } from '../../../shared/bridge/lists'
import { choiceLabel } from '../../../shared/domain/catalogue/choices'
import { listField } from '../../../shared/domain/catalogue/listFields'
import { locale } from '../../../shared/text/language'
import { named } from '../../../shared/text/named'
import { listed } from '../../../shared/text/t'

export type PrintableCell = string | number | boolean | readonly (string | number)[] | null | undefined

/** Numbers that name something are not grouped: the year is 2021, not 2,021. */
const ungrouped: ReadonlySet<string> = new Set(['year', 'rank', 'classes'])

/** A cell of a kind's list as a clerk reads it: choices in Chinese, lists joined, nothing as “—”. */
export function printValue(kind: ListKind, name: string, cell: PrintableCell): string {
  if (cell === null || cell === undefined || cell === '') return '—'
  const values = Array.isArray(cell) ? (cell as readonly (string | number)[]) : [cell as string | number | boolean]
  return values.length === 0 ? '—' : listed(values.map((value) => printOne(kind, name, value)))
}

function printOne(kind: ListKind, name: string, value: string | number | boolean): string {
  if (typeof value === 'number') return ungrouped.has(name) ? String(value) : value.toLocaleString(locale(), { maximumFractionDigits: 4 })
  const set = listField(kind, name)?.choices ?? (typeof value === 'boolean' ? 'flag' : undefined)
  return set === undefined ? String(value) : named(choiceLabel(set, String(value)))
}

import type { Values } from '../../../shared/domain/catalogue/fields'
import type { StatedValues } from '../../../shared/domain/merging/statement'

/** Names a field that a row does not change, or with a null row, that no row of the sheet changes. */
export function keepKey(sheet: string | null, row: number | null, field: string): string {
  return `${sheet ?? ''}|${row ?? '*'}|${field}`
}

/** What a key of `keepKey` names. A sheet's name may hold the sign between the parts, a field's does not. */
export function parseKeepKey(key: string): { sheet: string; row: number | null; field: string } {
  const parts = key.split('|')
  const [row = '*', field = ''] = parts.slice(-2)
  return { sheet: parts.slice(0, -2).join('|'), row: row === '*' ? null : Number(row), field }
}

/** What a row says, but for fields that the clerk keeps as the register has them. */
export function withoutKept(stated: StatedValues, record: Values, kept: ReadonlySet<string>, sheet: string | null, row: number): StatedValues {
  const isKept = (field: string): boolean => (record[field] ?? null) !== null && (kept.has(keepKey(sheet, row, field)) || kept.has(keepKey(sheet, null, field)))
  return Object.fromEntries(Object.entries(stated).filter(([field]) => !isKept(field)))
}

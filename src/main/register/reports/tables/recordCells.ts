import type { RecordKind, Values } from '../../../../shared/domain/catalogue/fields'
import type { RecordStore, StoredRecord } from '../../../store/registerStore'
import type { TableCell } from './formTable'

/** How fields of records stand in the cells of a detail list. */

export function dateCell(value: Values[string]): TableCell {
  return textOf(value) === '' ? { value: null } : { value: textOf(value), format: 'yyyy-mm-dd' }
}

export function orBlank(value: string): TableCell {
  return { value: value === '' ? null : value }
}

export function textOf(value: Values[string]): string {
  return typeof value === 'string' ? value : ''
}

export function listed(value: Values[string]): string {
  return Array.isArray(value) ? value.map(String).join('、') : ''
}

/** Whole records by id, each read once. */
export async function valuesById(records: RecordStore, kind: RecordKind, ids: readonly number[]): Promise<Map<number, Values>> {
  const found: StoredRecord[] = await records.byIds(kind, [...new Set(ids)])
  return new Map(found.map(({ id, values }) => [id, values]))
}

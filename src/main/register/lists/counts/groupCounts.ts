import type { Groups } from '../../../../shared/bridge/lists'
import { listDefinitions, listField, type ListField, type ListKind } from '../../../../shared/domain/catalogue/listFields'
import { succeed, type Result } from '../../../../shared/domain/result'
import type { ListQuery } from '../listQuery'
import type { ListService, Tabulated } from '../listService'
import { unknownField } from '../planList'
import type { Dimension, Side } from './tabulate'

export interface GroupWish {
  query: ListQuery
  /** One field or two, the second within the first; `year` is that of the kind's own date. */
  by: readonly string[]
}

/** More than a person reads. */
const mostGroups = 200

/**
 * How many records of a query there are of each value of a field, and within these of each value of another.
 *
 * @returns usage_bad_value for an unknown field or filter, or where there would be too many groups to count
 */
export async function countGroups(lists: Pick<ListService, 'tabulate'>, { query, by: [first = '', second] }: GroupWish, today: string): Promise<Result<Groups>> {
  const rows = dimensionOf(query.kind, first)
  if (!rows.ok) return rows
  const columns = second === undefined ? succeed(null) : dimensionOf(query.kind, second)
  if (!columns.ok) return columns
  const counted = await lists.tabulate(query, { rows: rows.value, columns: columns.value, split: null }, today)
  return counted.ok ? succeed(groupsOf(counted.value, rows.value.field, columns.value?.field ?? null)) : counted
}

function dimensionOf(kind: ListKind, name: string): Result<Dimension> {
  const { yearField } = listDefinitions[kind]
  const field = listField(kind, name) ?? (name === 'year' && yearField !== undefined ? listField(kind, yearField) : undefined)
  return field === undefined ? unknownField(kind, 'by', name) : succeed({ field, grain: 'year' })
}

function groupsOf({ sides: [, rows, columns], counts, total }: Tabulated, first: ListField, second: ListField | null): Groups {
  // Of the second field, the whole: every value once, and those without one.
  const whole = columns.values.length
  const groups = counted(rows, first, (row) => counts.at(0, row, whole))
  return {
    total, distinct: groups.length,
    groups: groups.slice(0, mostGroups).map(({ place, value, count }) => ({
      value, count,
      parts: second === null ? [] : counted(columns, second, (column) => counts.at(0, place, column)).slice(0, mostGroups).map(({ value: part, count: of }) => ({ value: part, count: of })),
    })),
  }
}

interface CountedValue { place: number; value: string; count: number }

/** The values somebody has: districts as their codes stand, years newest first, everything else most frequent first; without a value last. */
function counted({ values }: Side, { type }: ListField, countOf: (place: number) => number): CountedValue[] {
  const found = values.flatMap((value, place) => (countOf(place) === 0 ? [] : [{ place, value: value === null ? '' : String(value), count: countOf(place) }]))
  return found.toSorted((a, b) => Number(a.value === '') - Number(b.value === '') || inOrder(type, a, b))
}

function inOrder(type: ListField['type'], a: CountedValue, b: CountedValue): number {
  if (type === 'district' || type === 'districts') return a.place - b.place
  return type === 'date' || type === 'number' ? b.place - a.place : b.count - a.count || a.place - b.place
}

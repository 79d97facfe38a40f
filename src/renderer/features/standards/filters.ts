import type { ListFilter } from '../../../shared/bridge/lists'

export function valuesOf(filters: readonly ListFilter[], field: string): ReadonlySet<string> {
  return new Set(filters.find((filter) => filter.field === field)?.values)
}

/** Adds the value to the field's filter, or takes it out; a filter without values disappears. */
export function toggleValue(filters: readonly ListFilter[], field: string, value: string): ListFilter[] {
  const values = new Set(valuesOf(filters, field))
  if (!values.delete(value)) values.add(value)
  const others = filters.filter((filter) => filter.field !== field)
  return values.size === 0 ? others : [...others, { field, values: [...values] }]
}

export function withoutField(filters: readonly ListFilter[], field: string): ListFilter[] {
  return filters.filter((filter) => filter.field !== field)
}

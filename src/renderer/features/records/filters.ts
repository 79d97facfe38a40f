import type { FilterMatch, ListFilter } from '../../../shared/bridge/lists'
import { rangeEnds } from '../../../shared/text/filterWords'

/** A filter that ticks values: no part of a text, no range. */
export function valuesOf(filters: readonly ListFilter[], field: string): ReadonlySet<string> {
  const found = filters.find((filter) => filter.field === field)
  return new Set(found?.match === undefined ? found?.values : [])
}

/** Adds the value to the field's filter, or takes it out; a filter without values disappears. */
export function toggleValue(filters: readonly ListFilter[], field: string, value: string): ListFilter[] {
  const values = new Set(valuesOf(filters, field))
  if (!values.delete(value)) values.add(value)
  return withFilter(filters, { field, values: [...values] })
}

/** The filter in place of the field's other one; without values the field is not filtered. */
export function withFilter(filters: readonly ListFilter[], filter: ListFilter): ListFilter[] {
  const others = withoutField(filters, filter.field)
  return filter.values.length === 0 ? others : [...others, filter]
}

export function withoutField(filters: readonly ListFilter[], field: string): ListFilter[] {
  return filters.filter((filter) => filter.field !== field)
}

/** Only records with this value; an empty text is none. */
export function onlyValue(filters: readonly ListFilter[], field: string, value: string): ListFilter[] {
  return withFilter(filters, { field, values: [value] })
}

/** One value more that must not be; where the field has another condition, this one takes its place. */
export function excludeValue(filters: readonly ListFilter[], field: string, value: string): ListFilter[] {
  const known = filters.find((filter) => filter.field === field)
  const values = known?.match === 'excludes' ? known.values : []
  return withFilter(filters, { field, values: [...new Set([...values, value])], match: 'excludes' })
}

/** A condition on the text of a field; without a text there is none. */
export function textCondition(field: string, match: Exclude<FilterMatch, 'excludes'>, text: string): ListFilter {
  return { field, values: text.trim() === '' ? [] : [text.trim()], match }
}

/** Both ends of a written range: 2021..2022, 2021.., or one value for both. */
export function rangeOf(filter: ListFilter | undefined): { from: string; to: string } {
  return rangeEnds(filter?.match === undefined ? (filter?.values[0] ?? '') : '')
}

/** A range as a filter's value; null when neither end is given. */
export function rangeText(from: string, to: string): string | null {
  const [first, last] = [from.trim(), to.trim()]
  if (first === '' && last === '') return null
  return first === last ? first : `${first}..${last}`
}

import type { Facet } from '../../../../shared/bridge/lists'
import { choiceLabel } from '../../../../shared/domain/catalogue/choices'
import { listDefinitions, listField, type ListField } from '../../../../shared/domain/catalogue/listFields'
import { orderByPinyin } from '../../../../shared/domain/order/pinyinOrder'
import { succeed, type Result } from '../../../../shared/domain/result'
import { cleanText, foldText } from '../../../../shared/domain/text'
import type { ListQuery } from '../listQuery'
import type { FieldFacet, ListService } from '../listService'

export interface FacetWish {
  query: ListQuery
  fields: readonly string[]
  /** Only values that contain this as they are shown. */
  part?: string | undefined
  order?: 'count' | 'value' | undefined
}

/** More than a person picks from; a title or a name has as many values as there are records. */
const mostValues = 500

/** The values of fields with their counts, as a list to tick: narrowed by a part of the text and put in order. */
export async function facetLists(lists: ListService, { query, fields, part = '', order = 'count' }: FacetWish, today: string): Promise<Result<Facet[]>> {
  const found: Facet[] = []
  for (const name of fields) {
    const field = listField(query.kind, name)
    const facet = field === undefined ? await yearFacet(lists, query, name, today) : await lists.facets(query, [field], today)
    if (!facet.ok) return facet
    const [first] = facet.value
    if (first !== undefined) found.push(listOf(first, field, part, order))
  }
  return succeed(found)
}

/** Records by the year of the kind's own date; nothing for any other unknown field. */
async function yearFacet(lists: ListService, query: ListQuery, name: string, today: string): Promise<Result<FieldFacet[]>> {
  const { yearField } = listDefinitions[query.kind]
  const field = name === 'year' && yearField !== undefined ? listField(query.kind, yearField) : undefined
  if (field === undefined) return succeed([])
  const days = await lists.facets({ ...query, filters: query.filters.filter((filter) => filter.field !== name) }, [field], today, 'all')
  if (!days.ok) return days
  const years = new Map<string, number>()
  for (const { value, count } of days.value[0]?.values ?? []) years.set(value.slice(0, 4), (years.get(value.slice(0, 4)) ?? 0) + count)
  const values = [...years].map(([value, count]) => ({ value, count })).toSorted((a, b) => b.count - a.count)
  return succeed([{ field: name, values, empty: days.value[0]?.empty ?? 0 }])
}

function listOf({ field: name, values, empty }: FieldFacet, field: ListField | undefined, part: string, order: 'count' | 'value'): Facet {
  const shown = (value: string): string => (field?.choices === undefined ? value : choiceLabel(field.choices, value))
  const wanted = comparable(part)
  const matching = wanted === '' ? values : values.filter(({ value }) => comparable(shown(value)).includes(wanted))
  const listed = matching.slice(0, mostValues)
  const inOrder = order === 'count' ? listed : valueOrder(listed, field, shown)
  return { field: name, values: inOrder, distinct: values.length, empty }
}

function valueOrder(values: Facet['values'], field: ListField | undefined, shown: (value: string) => string): Facet['values'] {
  if (field?.type === 'number' || field?.type === 'numbers') return values.toSorted((a, b) => Number(a.value) - Number(b.value))
  if (field === undefined || field.type === 'date') return values.toSorted((a, b) => (a.value < b.value ? 1 : -1))
  return Array.from(orderByPinyin(values.map(({ value }) => shown(value))), (index) => values[index]).filter((value) => value !== undefined)
}

function comparable(text: string): string {
  return foldText(cleanText(text)).toLowerCase()
}

import type { Facet } from '../../../shared/bridge/lists'
import { listField, type ListKind } from '../../../shared/domain/catalogue/listFields'

/** Districts stand in the order of their codes, in every field that has them; other values as they came. @param places names in that order */
export function inPlaceOrder(kind: ListKind, facet: Facet, places: readonly string[]): Facet {
  const type = listField(kind, facet.field)?.type
  if (type !== 'district' && type !== 'districts' && facet.field !== 'region') return facet
  const rank = (value: string): number => (places.includes(value) ? places.indexOf(value) : places.length)
  return { ...facet, values: facet.values.toSorted((a, b) => rank(a.value) - rank(b.value)) }
}

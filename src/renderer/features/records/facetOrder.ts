import type { Facet } from '../../../shared/bridge/lists'
import { listField, type ListKind } from '../../../shared/domain/catalogue/listFields'

/** Districts stand in the order of their codes, in every field that has them; other values as they came. @param places names in that order */
export function inPlaceOrder(kind: ListKind, facet: Facet, places: readonly string[]): Facet {
  const type = listField(kind, facet.field)?.type
  if (type !== 'district' && type !== 'districts' && facet.field !== 'region') return facet
  const rank = (value: string): number => (places.includes(value) ? places.indexOf(value) : places.length)
  return { ...facet, values: facet.values.toSorted((a, b) => rank(a.value) - rank(b.value)) }
}

/** A facet as it is drawn. */
export interface ShownFacet extends Facet {
  /** Whether the records without a value have a line, which they keep when none is left. */
  hasEmptyLine: boolean
}

/**
 * A facet after a value was ticked: what stood there stands there still, with its new count and be it none, so that
 * nothing moves under the mouse; what has come since stands behind.
 */
export function inStandingPlaces(facet: Facet, before: ShownFacet | undefined): ShownFacet {
  const hasEmptyLine = facet.empty > 0 || before?.hasEmptyLine === true
  if (before === undefined) return { ...facet, hasEmptyLine }
  const counts = new Map(facet.values.map(({ value, count }) => [value, count]))
  const stood = new Set(before.values.map(({ value }) => value))
  const values = [...Array.from(stood, (value) => ({ value, count: counts.get(value) ?? 0 })), ...facet.values.filter(({ value }) => !stood.has(value))]
  return { ...facet, values, hasEmptyLine }
}

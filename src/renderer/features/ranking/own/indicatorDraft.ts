import type { IndicatorDraft, OwnIndicators } from '../../../../shared/bridge/ownIndicators'
import { readCondition, writeCondition, type WrittenCondition } from '../../../../shared/domain/catalogue/writtenCondition'

export const shapeKinds = ['count', 'per_10k', 'per_100', 'ratio'] as const
export type ShapeKind = (typeof shapeKinds)[number]

/** One condition while it is being written: its field and its values may still be missing. */
export type FilterDraft = WrittenCondition

/** An indicator while it is being written. */
export interface Draft {
  id: string
  name: string
  unit: string
  decimals: number | null
  shape: ShapeKind
  of: string
  filters: readonly FilterDraft[]
  wholeOf: string
  wholeFilters: readonly FilterDraft[]
  everywhere: boolean
  definition: string
  /** Named counting rules: the window does not ask for them, and keeps those that were written elsewhere. */
  rules: readonly string[]
}

const firstCount = 'standards'

/** An empty one, under a name that is free. */
export function newDraft(own: OwnIndicators): Draft {
  const taken = new Set(own.indicators.map(({ id }) => id))
  let number = 1
  while (taken.has(`own_${number}`)) number++
  return { id: `own_${number}`, name: '', unit: unitOf(own, firstCount), decimals: null, shape: 'count', of: firstCount, filters: [], wholeOf: firstCount, wholeFilters: [], everywhere: false, definition: '', rules: [] }
}

export function unitOf({ counts }: OwnIndicators, name: string): string {
  return counts.find((count) => count.name === name)?.unit ?? ''
}

export function draftOf({ id, name, unit, decimals, definition, shape, of, filters, whole, rules }: IndicatorDraft): Draft {
  return {
    id, name, unit, decimals: decimals ?? null, definition: definition ?? '', shape: shapeKinds.find((kind) => kind === shape) ?? 'count', of,
    filters: filters.map(filterOf), wholeOf: whole?.of ?? of, wholeFilters: (whole?.filters ?? []).map(filterOf), everywhere: whole?.everywhere === true, rules: rules ?? [],
  }
}

/** What a kept indicator asks can be read: it was judged with the same reader. */
function filterOf(written: string): FilterDraft {
  return readCondition(written) ?? { field: '', match: 'is', values: [] }
}

/** As the register takes it; a condition without a value is not there yet. */
export function writtenOf(draft: Draft, own: OwnIndicators): IndicatorDraft {
  const { id, name, unit, decimals, definition, of, rules } = draft
  const shape = draft.shape === 'count' ? (own.counts.find((count) => count.name === of)?.shape ?? 'flow') : draft.shape
  return {
    id, name: name.trim(), unit: unit.trim(), shape, of, filters: filtersOf(draft.filters), ...(decimals === null ? {} : { decimals }),
    ...(definition.trim() === '' ? {} : { definition: definition.trim() }),
    ...(shape === 'ratio' ? { whole: { of: draft.wholeOf, filters: filtersOf(draft.wholeFilters), everywhere: draft.everywhere } } : {}),
    ...(rules.length === 0 ? {} : { rules: [...rules] }),
  }
}

function filtersOf(filters: readonly FilterDraft[]): string[] {
  return filters.filter(({ field, values }) => field !== '' && values.length > 0).map(writeCondition)
}

/** The unit that goes with a shape, where the clerk has not written one of her own. */
export function usualUnit(shape: ShapeKind, counted: string): string {
  return { count: counted, per_10k: `${counted}/万人`, per_100: `${counted}/百户`, ratio: '%' }[shape]
}

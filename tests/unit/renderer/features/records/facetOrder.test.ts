import { describe, expect, it } from 'vitest'
import type { Facet } from '../../../../../src/shared/bridge/lists'
import { inStandingPlaces } from '../../../../../src/renderer/features/records/facetOrder'

const facet = (empty: number, ...values: [string, number][]): Facet => ({ field: 'kind', distinct: values.length, empty, values: values.map(([value, count]) => ({ value, count })) })

describe('the values of a facet after one was ticked', () => {
  it('stand where they stood, with their new counts, those without records as well', () => {
    const before = inStandingPlaces(facet(2, ['national', 30], ['industry', 20], ['local', 10]), undefined)
    const after = inStandingPlaces(facet(0, ['local', 9], ['national', 3]), before)
    expect(after.values).toEqual([{ value: 'national', count: 3 }, { value: 'industry', count: 0 }, { value: 'local', count: 9 }])
    expect(after).toMatchObject({ empty: 0, hasEmptyLine: true, distinct: 2 })
  })

  it('come back where they were, and what was not there stands behind', () => {
    const before = inStandingPlaces(facet(0, ['national', 30], ['industry', 20]), undefined)
    const narrowed = inStandingPlaces(facet(0, ['industry', 5]), before)
    const widened = inStandingPlaces(facet(1, ['group', 90], ['industry', 40], ['national', 8]), narrowed)
    expect(widened.values.map(({ value }) => value)).toEqual(['national', 'industry', 'group'])
    expect(widened.hasEmptyLine).toBe(true)
  })

  it('stand most frequent first where nothing stood before', () => {
    expect(inStandingPlaces(facet(0, ['local', 9], ['national', 3]), undefined)).toMatchObject({ values: [{ value: 'local' }, { value: 'national' }], hasEmptyLine: false })
  })
})

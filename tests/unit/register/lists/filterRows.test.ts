import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idsOfRows, rowsOfIds } from '../../../../src/main/register/lists/filterRows'
import { sortByNumbers } from '../../../../src/main/register/lists/sortRows'

const ascending = fc.uniqueArray(fc.integer({ min: 1, max: 5_000 }), { maxLength: 200 }).map((ids) => Int32Array.from(ids.toSorted((a, b) => a - b)))

describe('rows of ids', () => {
  it('are where looking for each id finds it, whatever the gaps; unknown ids have none', () => {
    fc.assert(fc.property(ascending, ascending, (ids, wanted) => {
      const naive = [...wanted].map((id) => ids.indexOf(id)).filter((row) => row >= 0)
      expect([...rowsOfIds(ids, wanted)]).toEqual(naive)
      expect([...idsOfRows(ids, rowsOfIds(ids, wanted))]).toEqual([...wanted].filter((id) => ids.includes(id)))
    }))
  })
})

describe('rows by numbers', () => {
  it('stand in ascending order, equal ones as they came', () => {
    const day = fc.integer({ min: 0, max: 99_991_231 })
    fc.assert(fc.property(fc.array(fc.oneof(day, fc.constant(20_210_305)), { maxLength: 100 }), (days) => {
      const rows = Int32Array.from(days.keys())
      expect([...sortByNumbers(rows, Int32Array.from(days), 99_991_231)]).toEqual([...rows].toSorted((a, b) => (days[a] ?? 0) - (days[b] ?? 0)))
    }))
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ListsBuilder } from '../../../../src/main/register/columns/fieldColumns'
import { ValueNumbers, type RankedColumn } from '../../../../src/main/register/columns/rankedColumn'
import { filterRows, idsOfRows, passTable, rowsOfIds } from '../../../../src/main/register/lists/filterRows'
import { rankLists, sortRows } from '../../../../src/main/register/lists/sortRows'

function columnOf(cells: readonly (number | null)[]): RankedColumn {
  const numbers = new ValueNumbers()
  const ranks = Int32Array.from(cells, (cell) => numbers.of(cell))
  return { ranks, values: numbers.finish(ranks, 'plain') }
}

const cell = fc.option(fc.integer({ min: 0, max: 100_000 }), { freq: 5 })

function compare(a: number | null, b: number | null, descending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return descending ? b - a : a - b
}

describe('sorting rows by counting', () => {
  it('does what a stable comparison does, over several keys and in either direction', () => {
    const rows = fc.array(fc.tuple(cell, cell), { maxLength: 300 })
    fc.assert(fc.property(rows, fc.boolean(), fc.boolean(), (cells, first, second) => {
      const keys = [{ column: columnOf(cells.map(([a]) => a)), descending: first }, { column: columnOf(cells.map(([, b]) => b)), descending: second }]
      const expected = cells.map((_, row) => row).toSorted((a, b) => compare(cells[a]?.[0] ?? null, cells[b]?.[0] ?? null, first) || compare(cells[a]?.[1] ?? null, cells[b]?.[1] ?? null, second))
      expect(Array.from(sortRows(null, keys) ?? [])).toEqual(expected)
    }))
  })

  it('needs two passes for many values and still keeps their order', () => {
    const cells = Array.from({ length: 150_000 }, (_, row) => (row * 7_919) % 150_000)
    const sorted = sortRows(null, [{ column: columnOf(cells), descending: true }]) ?? new Int32Array()
    expect(Array.from(sorted.subarray(0, 3), (row) => cells[row])).toEqual([149_999, 149_998, 149_997])
    expect(sorted.every((row, at) => cells[row] === 149_999 - at)).toBe(true)
  })

  it('sorts only the rows it is given', () => {
    const column = columnOf([5, 1, null, 3])
    expect(Array.from(sortRows(Int32Array.of(0, 2, 3), [{ column, descending: false }]) ?? [])).toEqual([3, 0, 2])
  })

  it('places lists value by value, a shorter one before its continuation, empty ones last', () => {
    const builder = new ListsBuilder(5)
    builder.add(0, [2, 1])
    builder.add(2, [1, 9])
    builder.add(3, [2])
    builder.add(4, [1, 9])
    const { ranks } = rankLists(builder.finish('plain'))
    expect(Array.from(ranks)).toEqual([2, 3, 0, 1, 0])
  })
})

describe('filtering rows', () => {
  it('keeps the rows that pass every test, in their order', () => {
    const column = columnOf([5, 1, null, 3, 5])
    const above2 = { column, passes: passTable(column.values, (value) => Number(value) > 2, false) }
    const orEmpty = { column, passes: passTable(column.values, (value) => value === 5, true) }
    expect(Array.from(filterRows(null, [above2]) ?? [])).toEqual([0, 3, 4])
    expect(Array.from(filterRows(null, [orEmpty]) ?? [])).toEqual([0, 2, 4])
    expect(Array.from(filterRows(Int32Array.of(1, 3, 4), [above2, orEmpty]) ?? [])).toEqual([4])
    expect(filterRows(null, [])).toBeNull()
  })

  it('passes a row with several values when one of them passes', () => {
    const builder = new ListsBuilder(3)
    builder.add(0, ['a', 'b'])
    builder.add(2, ['b'])
    const lists = builder.finish('plain')
    expect(Array.from(filterRows(null, [{ lists, passes: passTable(lists.values, (value) => value === 'b', false) }]) ?? [])).toEqual([0, 2])
    expect(Array.from(filterRows(null, [{ lists, passes: passTable(lists.values, () => false, true) }]) ?? [])).toEqual([1])
  })

  it('turns ids into rows and back, leaving out ids that are gone', () => {
    const ids = Int32Array.of(2, 5, 9, 14)
    expect(Array.from(rowsOfIds(ids, Int32Array.of(1, 5, 14, 20)))).toEqual([1, 3])
    expect(Array.from(idsOfRows(ids, Int32Array.of(3, 0)))).toEqual([14, 2])
  })
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { RowRuns, rowsOfRuns, type RowOutcome } from '../../../src/shared/domain/rowRuns'

function written(rows: readonly [number, RowOutcome][]): string {
  const runs = new RowRuns()
  for (const [row, outcome] of rows) runs.add(row, outcome)
  return runs.toString()
}

it('half a million new rows are one run', () => {
  expect(written(Array.from({ length: 500_000 }, (_, at) => [at + 2, 'new']))).toBe('n2-500001')
})

it('gaps and other outcomes begin another run', () => {
  expect(written([[2, 'new'], [3, 'new'], [5, 'new'], [6, 'changed'], [9, 'same']])).toBe('n2-3 n5 c6 s9')
})

it('any rows in ascending order read as they were written', () => {
  const row = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom<RowOutcome>('new', 'changed', 'same'))
  fc.assert(fc.property(fc.array(row, { maxLength: 60 }), (steps) => {
    let last = 0
    const rows = steps.map(([gap, outcome]): [number, RowOutcome] => [last += gap, outcome])
    expect([...rowsOfRuns(written(rows))]).toEqual(rows)
  }))
})

it('what is no run says nothing', () => {
  expect([...rowsOfRuns('x7 nn s')]).toEqual([])
})

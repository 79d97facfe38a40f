import { describe, expect, it } from 'vitest'
import { addToSum, evidenceHash } from '../../../src/main/store/sqlite/evidence/evidenceChecksum'

const rows: [number, number, string | null][] = [[34, 2, null], [50, 3, '{"title":"别名"}'], [2 ** 40, 1_048_576, null]]
const sumOf = (some: typeof rows) => some.reduce((sum, row) => addToSum(sum, evidenceHash(...row)), 0)

describe('the checksum of evidence', () => {
  it('does not depend on the order of rows', () => {
    expect(sumOf(rows.toReversed())).toBe(sumOf(rows))
  })

  it('returns to nothing when every row is taken back', () => {
    expect(rows.reduce((sum, row) => addToSum(sum, -evidenceHash(...row)), sumOf(rows))).toBe(0)
  })

  it.each<[number, number, string | null]>([[35, 2, null], [34, 3, null], [34, 2, ''], [34, 2, '{}']])('tells (%i, %i, %s) from the first row', (...row) => {
    expect(evidenceHash(...row)).not.toBe(evidenceHash(34, 2, null))
  })
})

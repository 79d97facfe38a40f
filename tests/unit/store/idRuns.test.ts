import { describe, expect, it } from 'vitest'
import { idRuns } from '../../../src/main/store/sqlite/records/idRuns'

describe('runs of ids', () => {
  it('joins neighbours and keeps gaps', () => {
    expect([...idRuns([1, 2, 3, 7, 9, 10])]).toEqual([{ firstId: 1, lastId: 3 }, { firstId: 7, lastId: 7 }, { firstId: 9, lastId: 10 }])
    expect([...idRuns([])]).toEqual([])
  })
})

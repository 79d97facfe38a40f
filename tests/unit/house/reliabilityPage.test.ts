import { describe, expect, it } from 'vitest'
import { reliabilityPage } from '../../../scripts/reliabilityPage.mjs'

const run = {
  figures: { kills: 1_000, requests: 0 }, share: 0.5, lengths: { KILLS: 1_000, DISK_FAULTS: 300, ROT_FLIPS: 2_000, MUTATIONS: 200_000, REGISTER_SEQUENCES: 100_000, CARRIED_WALKS: 600 },
  isCut: true, startedAt: Date.UTC(2022, 0, 17, 8), endedAt: Date.UTC(2022, 0, 17, 9, 30), passed: 12, failed: 0, isWhole: true, commit: 'abc1234', machine: '2 processors',
}

describe('the page of the long run', () => {
  it('has each figure beside its goal, and says of a suite without one that it was not run', () => {
    const rows = reliabilityPage(run).split('\n').filter((line) => line.startsWith('| '))
    expect(rows.map((row) => row.split('|').slice(2, 4).map((cell) => cell.trim()))).toEqual([
      ['last run', 'goal'], ['1,000', '1,000'], ['not run', '300'], ['not run', '2,000'], ['not run', '200,000'], ['not run', '100,000'], ['not run', '600'], ['0', '0'],
    ])
  })

  it('says when and how long it ran, which share of the full length, and whether anything failed', () => {
    expect(reliabilityPage(run)).toContain('All 12 tests passed. 2022-01-17 08:00 UTC, 90.0 min, 50 % of the full length (`--share 0.5`), commit abc1234.')
    expect(reliabilityPage({ ...run, isWhole: false, failed: 2 })).toContain('**2 of 14 tests failed.**')
  })
})

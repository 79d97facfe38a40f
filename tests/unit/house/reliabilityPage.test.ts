import { describe, expect, it } from 'vitest'
import { lengths } from '../../../scripts/longLengths.mjs'
import { reliabilityPage, withSuiteAlone } from '../../../scripts/reliabilityPage.mjs'

const run = {
  figures: { kills: 1_000, requests: 0, upgrades: 7 }, remarks: { upgrades: 'one left out' }, share: 0.5, lengths,
  isCut: true, startedAt: Date.UTC(2022, 0, 17, 8), endedAt: Date.UTC(2022, 0, 17, 9, 30), passed: 12, failed: 0, isWhole: true, commit: 'abc1234', machine: '2 processors',
}

describe('the page of the long run', () => {
  it('has each figure beside its goal, and says of a suite without one that it was not run', () => {
    const cells = reliabilityPage(run).split('\n').filter((line) => line.startsWith('| ')).map((line) => line.split('|').slice(1, 4).map((cell) => cell.trim()))
    const cellsOf = (words: string): string[] | undefined => cells.find(([what]) => what?.includes(words))?.slice(1)
    expect(cellsOf('what')).toEqual(['last run', 'goal'])
    expect(cellsOf('programs killed')).toEqual(['1,000', '1,000'])
    expect(cellsOf('the disk filled up')).toEqual(['not run', '300'])
    expect(cellsOf('requests seen')).toEqual(['0', '0'])
    expect(cellsOf('earlier programs')).toEqual(['7 (one left out)', 'all'])
    expect(cells.filter((row) => row.includes('undefined') || row.includes('NaN'))).toEqual([])
  })

  it('says when and how long it ran, which share of the full length, and whether anything failed', () => {
    expect(reliabilityPage(run)).toContain('All 12 tests passed. 2022-01-17 08:00 UTC, 90.0 min, 50 % of the full length (`--share 0.5`), commit abc1234.')
    expect(reliabilityPage({ ...run, isWhole: false, failed: 2 })).toContain('**2 of 14 tests failed.**')
  })

  it('takes over the figures of a suite that ran by itself, says so, and leaves the others', () => {
    const before = reliabilityPage(run)
    const after = withSuiteAlone(before, { figures: { pages: 1_200, requests: 5 }, remarks: { pages: 'half within 5 ms' }, lengths, endedAt: Date.UTC(2022, 1, 1), commit: 'def5678' })
    const changed = after.split('\n').filter((line, at) => line !== before.split('\n')[at])
    expect(changed).toEqual([expect.stringMatching(/^\| pages asked .* \| 1,200 \(half within 5 ms; run by itself 2022-02-01, commit def5678\) \| 99 of 100 within 100 ms \|$/u)])
  })
})

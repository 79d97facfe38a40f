import { expect, it } from 'vitest'
import type { Progress } from '../../../../../src/main/register/import/session/importJob'
import { ProgressMeter } from '../../../../../src/main/register/import/session/progressMeter'

it('reckons pace and remaining time from the first rows, not from the texts that are read before them', () => {
  const told: Progress[] = []
  let now = 1_000
  const meter = new ProgressMeter((progress) => void told.push(progress), () => now)
  // Half of the file is read when the first rows come.
  meter.take({ read: 500, size: 1_000, rows: 500 })
  expect(told).toEqual([{ read: 500, size: 1_000, rows: 500, rowsPerSecond: 0, remainingMs: null }])
  now += 50
  meter.take({ read: 510, size: 1_000, rows: 600 })
  expect(told).toHaveLength(1)
  now += 950
  meter.take({ read: 550, size: 1_000, rows: 10_500 })
  expect(told.at(-1)).toEqual({ read: 550, size: 1_000, rows: 10_500, rowsPerSecond: 10_000, remainingMs: 9_000 })
})

it('does not foretell the end of a file that is longer than was thought', () => {
  const told: Progress[] = []
  let now = 0
  const meter = new ProgressMeter((progress) => void told.push(progress), () => now)
  meter.take({ read: 10, size: 100, rows: 1 })
  now = 1_000
  meter.take({ read: 120, size: 100, rows: 11 })
  expect(told.at(-1)).toEqual({ read: 120, size: 120, rows: 11, rowsPerSecond: 10, remainingMs: null })
})

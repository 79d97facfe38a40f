import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { comparedWith, readRecorded } from '../../bench/lastRun'
import type { BenchResult } from '../../bench/result'

const result = (id: string, ratio: number | null): BenchResult => ({ id, n: 1_000_000, ours: 1, peer: 1, unit: 'ms', ratio, bar: null, moon: null, met: null, oursSpread: [1, 1], peerSpread: null })
const recorded = (id: string, ratio: number | null) => ({ recordedOn: '2026-11-26', results: [{ id, n: 1_000_000, ours: 1, unit: 'ms', ratio }] })

describe('a bench beside the last recorded one', () => {
  it('names a row whose ratio has moved by more than a fifth, knowing which side of it is good', () => {
    expect(comparedWith([result('rank', 6)], recorded('rank', 9))).toEqual(['worse than on 2026-11-26: rank at 1,000,000: ratio 9 then, 6 now'])
    expect(comparedWith([result('rank', 12)], recorded('rank', 9))[0]).toMatch(/^better/)
    expect(comparedWith([result('bytes-per-record', 1.4)], recorded('bytes-per-record', 1))[0]).toMatch(/^worse/)
  })

  it('says nothing of rows within the machine’s mood, of other sizes, or without a peer', () => {
    const calm = ['as on 2026-11-26, within 20 %']
    expect(comparedWith([result('rank', 8)], recorded('rank', 9))).toEqual(calm)
    expect(comparedWith([{ ...result('rank', 1), n: 10_000 }], recorded('rank', 9))).toEqual(calm)
    expect(comparedWith([result('rank', null)], recorded('rank', 9))).toEqual(calm)
  })

  it('reads what docs/bench.json holds', () => {
    expect(readRecorded(join(import.meta.dirname, '../../../docs/bench.json'))?.results.length).toBeGreaterThan(10)
    expect(readRecorded(join(import.meta.dirname, 'none.json'))).toBeNull()
  })
})

import { describe, expect, it } from 'vitest'
import type { FoundGroup, FoundHit } from '../../../../src/shared/bridge/search'
import { findLines, nextLine } from '../../../../src/renderer/features/find/findLines'

function aHit(id: number): FoundHit {
  const text = { field: 'title', label: '名称', text: `第 ${id} 条`, ranges: [] }
  return { id, key: text, title: text, others: [] }
}

const groups: FoundGroup[] = [{ kind: 'units', count: 1, hits: [aHit(1)] }, { kind: 'standards', count: 7, hits: [aHit(2), aHit(3)] }]

describe('the lines of the find panel', () => {
  it('are the hits of each kind, and behind them the way to all where there are more', () => {
    expect(findLines(groups).map(({ kind, hit }) => [kind, hit?.id ?? 'all'])).toEqual([['units', 1], ['standards', 2], ['standards', 3], ['standards', 'all']])
  })

  it('are gone through by the arrow keys, round the ends', () => {
    expect([nextLine(0, 'ArrowDown', 4), nextLine(3, 'ArrowDown', 4), nextLine(0, 'ArrowUp', 4), nextLine(0, 'Enter', 4), nextLine(0, 'ArrowDown', 0)]).toEqual([1, 0, 3, null, null])
  })
})

import { describe, expect, it } from 'vitest'
import { joinEffects } from '../../../../../../src/renderer/features/imports/result/joinedEffect'
import type { IndicatorEffect } from '../../../../../../src/shared/bridge/imports'

type Region = IndicatorEffect['regions'][number]
const region = (name: string, before: number | null, after: number, rankBefore: number | null, rankAfter: number): Region => ({ name, before, after, rankBefore, rankAfter })
const standards = (before: number | null, after: number, regions: Region[]): IndicatorEffect => ({ indicator: 'standards', label: '标准', unit: '项', period: '2021', before, after, regions })

describe('the effect of several writings', () => {
  it('reaches from before the first to after the last, in the city and in every district', () => {
    const joined = joinEffects([
      [standards(null, 30, [region('崂山区', null, 20, null, 1), region('黄岛区', null, 10, null, 2)])],
      // 崂山区 does not move by the second file and is not listed there.
      [standards(30, 55, [region('黄岛区', 10, 25, 2, 1), region('胶州市', 0, 10, 3, 3)])],
      [standards(55, 56, [region('崂山区', 20, 21, 2, 2)])],
    ])
    expect(joined).toEqual([standards(null, 56, [region('崂山区', null, 21, null, 2), region('黄岛区', null, 25, null, 1), region('胶州市', 0, 10, 3, 3)])])
  })

  it('keeps an indicator that only one of them counts', () => {
    const pct: IndicatorEffect = { ...standards(1, 2, []), indicator: 'pct' }
    expect(joinEffects([[standards(0, 3, [])], [standards(3, 3, []), pct]])).toEqual([standards(0, 3, []), pct])
  })
})

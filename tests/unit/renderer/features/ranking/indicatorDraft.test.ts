import { describe, expect, it } from 'vitest'
import type { IndicatorDraft, OwnIndicators } from '../../../../../src/shared/bridge/ownIndicators'
import { draftOf, writtenOf } from '../../../../../src/renderer/features/ranking/own/indicatorDraft'

const own: OwnIndicators = { indicators: [], counts: [{ name: 'standards', label: '标准', unit: '项', shape: 'flow' }] }

describe('an own indicator that is opened in the window', () => {
  const written: IndicatorDraft = {
    id: 'national_share', name: '国家标准占比', unit: '%', decimals: 2, definition: '国家标准占全部标准的比重', shape: 'ratio', of: 'standards',
    filters: ['kind=national', 'title!=海洋,啤酒'], whole: { of: 'standards', filters: ['title^=海'], everywhere: true }, rules: ['standard_best_role', 'lead_first'],
  }

  it('is written again with every part of it, its named rules too', () => {
    expect(writtenOf(draftOf(written), own)).toEqual(written)
  })

  it('keeps conditions that were written with spaces', () => {
    expect(writtenOf(draftOf({ ...written, filters: [' kind = national ， local '] }), own).filters).toEqual(['kind=national,local'])
  })
})

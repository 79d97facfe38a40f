import { describe, expect, it } from 'vitest'
import type { ClusterMember, UnitCluster } from '../../../../../src/shared/bridge/units'
import { choiceOf, differs, draftOf, keepMember, mergedValue, takeField, toggleMember } from '../../../../../src/renderer/features/units/merge/mergeDraft'

const counts = { standards: 0, lead: 0, patents: 0, validPatents: 0, trademarks: 0, pct: 0, honours: 0, pilots: 0 }
const member = (parts: Partial<ClusterMember>): ClusterMember => ({ ref: '', id: null, code: null, name: '', otherNames: [], fields: {}, counts, sources: [], ...parts })
const first = member({ ref: 'A', id: 1, code: 'A', name: '甲有限公司', fields: { uscc: 'A', name: '甲有限公司', district: '黄岛区', formerNames: '老甲' } })
const second = member({ ref: 'B', id: 2, code: 'B', name: '甲公司', fields: { uscc: 'B', name: '甲公司', district: '城阳区', address: '一号' } })
const bare = member({ ref: '甲', name: '甲', otherNames: ['甲（青岛）'] })
const members = [first, second, bare]
const cluster: UnitCluster = { key: 'A|B|甲', percent: 95, reasons: [], doubts: [], members }

describe('what a clerk chooses for a group', () => {
  it('begins with the first member, filled up from those that say more', () => {
    const draft = draftOf(cluster)
    expect(draft).toMatchObject({ keep: 'A', joined: ['B', '甲'], from: { name: 'A', district: 'A', address: 'B' } })
    expect(mergedValue(members, draft, 'address')).toBe('一号')
    expect(mergedValue(members, draft, 'aliases')).toBe('甲公司；甲；甲（青岛）')
    expect(choiceOf(draft)).toEqual({ keep: 'A', others: ['B', '甲'], from: { address: 'B' } })
  })

  it('takes a field from another member, and forgets it when that member is left out', () => {
    const draft = takeField(draftOf(cluster), 'name', '甲')
    expect(mergedValue(members, draft, 'name')).toBe('甲')
    expect(choiceOf(draft).from).toEqual({ address: 'B', name: '甲' })
    const without = toggleMember(members, draft, '甲')
    expect(mergedValue(members, without, 'name')).toBe('甲有限公司')
    expect(choiceOf(without)).toEqual({ keep: 'A', others: ['B'], from: { address: 'B' } })
  })

  it('keeps another member, and what was kept goes into it', () => {
    const draft = keepMember(members, draftOf(cluster), 'B')
    expect(draft).toMatchObject({ keep: 'B', joined: ['甲', 'A'] })
    expect(mergedValue(members, draft, 'district')).toBe('城阳区')
    expect(mergedValue(members, draft, 'uscc')).toBe('B')
  })

  it('marks the fields in which those that are joined disagree', () => {
    const draft = draftOf(cluster)
    expect(differs(members, draft, 'district')).toBe(true)
    expect(differs(members, toggleMember(members, draft, 'B'), 'district')).toBe(false)
    expect(differs(members, draft, 'address')).toBe(false)
  })
})

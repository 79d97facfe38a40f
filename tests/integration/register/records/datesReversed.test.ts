import { describe, expect, it } from 'vitest'
import { reasonsOf } from '../../../../src/main/register/records/shown/statusReason'

const reversed = (kind: 'standard' | 'patent' | 'trademark', values: Record<string, string>) => reasonsOf(kind, values, [], '2022-01-17').filter(({ code }) => code === 'datesReversed')

describe('dates that cannot follow each other', () => {
  it('are told first in the panel, with both days', () => {
    const [first] = reasonsOf('standard', { publishedOn: '2021-05-01', effectiveOn: '2021-04-30' }, [], '2022-01-17')
    expect(first).toEqual({ code: 'datesReversed', values: { later: '实施日期', laterDay: '2021-04-30', earlier: '发布日期', earlierDay: '2021-05-01' } })
  })

  it('are looked for over a missing one in between', () => {
    expect(reversed('patent', { filedOn: '2020-03-01', lapsedOn: '2019-01-01' })).toHaveLength(1)
    expect(reversed('trademark', { appliedOn: '2020-03-01', registeredOn: '2020-02-29' })).toHaveLength(1)
  })

  it('are in order where they are equal, or where the month alone cannot tell', () => {
    expect(reversed('standard', { publishedOn: '2021-05-01', effectiveOn: '2021-05-01' })).toEqual([])
    expect(reversed('standard', { publishedOn: '2021-05-20', effectiveOn: '2021-05' })).toEqual([])
    expect(reversed('standard', { publishedOn: '2021-05' })).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { foldRecord } from '../../../../src/shared/domain/merging/foldRecord'
import type { Statement, StatedValues } from '../../../../src/shared/domain/merging/statement'

const [shinan, huangdao, laoshan, jimo] = ['370202', '370211', '370212', '370215'] as const
const lists = (...said: StatedValues[]): Statement[] => said.map((values, at) => ({ order: [at + 1, 1], class: 'official', values }))
const past = (statements: Statement[], hand?: Parameters<typeof foldRecord>[2]): unknown[] => {
  const { district, previousDistrict, movedOn } = foldRecord('unit', statements, hand)
  return [previousDistrict ?? null, movedOn ?? null, district ?? null]
}

describe('the past of a unit that moves', () => {
  it('stays in the district that was known, where the list of the move names only the new one', () => {
    expect(past(lists({ district: jimo }, { district: shinan, movedOn: '2022-05-01' }))).toEqual([jimo, '2022-05-01', shinan])
    expect(past(lists({ district: jimo }, { district: shinan, movedOn: '2022-05-01' }, { district: shinan, movedOn: '2022-05-01' }, { district: shinan }))).toEqual([jimo, '2022-05-01', shinan])
  })

  it('is the one before the last move, not the one before an earlier move', () => {
    expect(past(lists({ district: shinan, previousDistrict: jimo, movedOn: '2021-08-11' }, { district: laoshan, movedOn: '2022-01-11' }))).toEqual([shinan, '2022-01-11', laoshan])
  })

  it('is what a list says of it, also a later one', () => {
    expect(past(lists({ district: jimo }, { district: shinan, previousDistrict: huangdao, movedOn: '2022-05-01' }))).toEqual([huangdao, '2022-05-01', shinan])
    expect(past(lists({ district: jimo }, { district: shinan, movedOn: '2022-05-01' }, { district: shinan, previousDistrict: laoshan, movedOn: '2022-05-01' }))).toEqual([laoshan, '2022-05-01', shinan])
  })

  it('is nobody’s guess: a district that changes without a day, or that is only said again, was always so', () => {
    expect(past(lists({ district: jimo }, { district: shinan }))).toEqual([null, null, shinan])
    expect(past(lists({ district: shinan }, { district: shinan, movedOn: '2022-05-01' }))).toEqual([null, '2022-05-01', shinan])
  })

  it('goes with the file that knew it', () => {
    expect(past(lists({ district: shinan, movedOn: '2022-05-01' }))).toEqual([null, '2022-05-01', shinan])
  })

  it('is kept where a person tells the move, unless she says of it herself', () => {
    const hand = (values: Record<string, string | null>) => ({ values, since: Object.fromEntries(Object.keys(values).map((field) => [field, 1])) })
    expect(past(lists({ district: jimo }), hand({ district: shinan, movedOn: '2022-05-01' }))).toEqual([jimo, '2022-05-01', shinan])
    expect(past(lists({ district: jimo }), hand({ district: shinan, movedOn: '2022-05-01', previousDistrict: null }))).toEqual([null, '2022-05-01', shinan])
  })
})

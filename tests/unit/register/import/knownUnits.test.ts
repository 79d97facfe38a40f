import { describe, expect, it } from 'vitest'
import { KnownUnits } from '../../../../src/main/register/import/knownUnits'
import type { Values } from '../../../../src/shared/domain/catalogue/fields'

const directory = (...units: Values[]): KnownUnits => new KnownUnits(units.map((values, at) => ({ kind: 'unit', id: at + 1, digest: '', values })))

describe('the directory of units that rows are judged by', () => {
  it('knows a unit by its name, its former names and its aliases', () => {
    const units = directory({ uscc: 'A', name: '青岛嵘拓包装有限公司', formerNames: ['青岛嵘拓塑料厂'], aliases: ['嵘拓包装'] })
    expect(['青岛嵘拓包装有限公司', '青岛嵘拓塑料厂', '嵘拓包装', '青岛别家有限公司'].map((name) => units.resolve(name)?.uscc ?? null)).toEqual(['A', 'A', 'A', null])
  })

  it('answers for a merged unit with the one that stands, and proposes that one alone', () => {
    const units = directory({ uscc: 'A', name: '青岛嵘拓包装有限公司' }, { uscc: 'B', name: '青岛嵘拓包装有限责任公司', mergedInto: 'A' })
    expect(units.resolve('青岛嵘拓包装有限责任公司')).toMatchObject({ id: 1, uscc: 'A' })
    expect(units.similar('青岛嵘拓包装股份有限公司').map(({ uscc }) => uscc)).toEqual(['A'])
  })

  it('gives no answer to a name that two units share', () => {
    expect(directory({ uscc: 'A', name: '青岛恒信有限公司' }, { uscc: 'B', name: '青岛恒信有限公司' }).resolve('青岛恒信有限公司')).toBeNull()
  })

  it('proposes a handful of the many that differ in nothing but their legal form, and none by a short name', () => {
    const many = Array.from({ length: 9 }, (_, at) => ({ uscc: `U${at}`, name: '青岛嵘拓包装有限公司' }))
    expect(directory(...many).similar('青岛嵘拓包装股份有限公司').map(({ uscc }) => uscc)).toEqual(['U0', 'U1', 'U2', 'U3', 'U4'])
    expect(directory({ uscc: 'A', name: '嵘拓有限公司' }).similar('嵘拓股份有限公司')).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { kindDefinitions, type KindDefinition, type Values } from '../../../src/shared/domain/catalogue/fields'
import { canonicalFields, digestOf } from '../../../src/main/store/sqlite/records/canonicalRecord'

const definition = kindDefinitions.patent
const digest = (values: Values, of: KindDefinition = definition) => digestOf(canonicalFields(of, values))
const values: Values = { applicationNumber: '2019', title: '电梯', parties: ['甲', '乙'], ipc: ['B66B'], strategic: 1 }

describe('the canonical form of a record', () => {
  it('takes every way of being empty for the same', () => {
    expect(digest({ ...values, type: null, ownerUscc: '', publications: [], pledge: null, award: 0 })).toBe(digest(values))
  })

  it('does not depend on the order in which values were given', () => {
    expect(digest(Object.fromEntries(Object.entries(values).reverse()))).toBe(digest(values))
  })

  it.each<[string, Values]>([
    ['a letter', { title: '电锑' }], ['the order of names', { parties: ['乙', '甲'] }], ['a flag', { strategic: null }],
    ['one name cut in two', { parties: ['甲乙'] }], ['the field a value is in', { title: null, ownerAddress: '电梯' }],
  ])('differs by %s', (_what, change) => {
    expect(digest({ ...values, ...change })).not.toBe(digest(values))
  })

  it('keeps its digest when the catalogue grows by a field that is empty', () => {
    const grown = { ...definition, kind: definition.kind, fields: [...definition.fields, { name: 'later', column: 'later', type: 'text' as const, label: '以后' }] }
    expect(digestOf([...canonicalFields(grown, values), null, null])).toBe(digest(values))
  })

  it('is the text that SQLite will give back, also for half a surrogate pair', () => {
    expect(canonicalFields(definition, { title: '\ud842电' })[2]).toBe('\ufffd电')
  })

  it('orders a drafting list by position and keeps its gaps', () => {
    const fields = canonicalFields(kindDefinitions.standard, { drafting: [[4, '乙'], [1, '甲']] })
    expect(fields.find(Array.isArray)).toEqual([[1, '甲'], [4, '乙']])
  })
})

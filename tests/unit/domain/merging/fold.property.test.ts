import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RecordKind } from '../../../../src/shared/domain/catalogue/fields'
import { Fold, foldRecord } from '../../../../src/shared/domain/merging/foldRecord'
import type { Statement, StatedValues } from '../../../../src/shared/domain/merging/statement'

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { freq: 2, nil: null })
const unit = fc.constantFrom('甲厂', '乙厂', '丙（中国）公司', '丙(中国)公司')
const day = fc.constantFrom('2021', '2021-02', '2021-02-18', '2021-03-01')
const district = fc.constantFrom('370202', '370211', '370215')
const said: Partial<Record<RecordKind, fc.Arbitrary<StatedValues>>> = {
  standard: fc.record({
    title: maybe(fc.constantFrom('一', '二')), publishedOn: maybe(day), newOrRevised: maybe(fc.constantFrom('new', 'revised')), systems: maybe(fc.uniqueArray(fc.constantFrom('甲', '乙', '丙'))),
    _list: maybe(fc.record({ names: fc.array(unit, { maxLength: 4 }), cut: fc.boolean() })),
    _position: maybe(fc.record({ name: unit, rank: maybe(fc.integer({ min: 1, max: 4 })), total: maybe(fc.integer({ min: 1, max: 5 })) })),
  }),
  patent: fc.record({
    title: maybe(fc.constantFrom('一', '二')), grantedOn: maybe(day), lapsedOn: maybe(day), statedStatus: maybe(fc.constantFrom('valid', 'invalid')), _asOf: maybe(day), _firstParty: maybe(unit),
    publications: maybe(fc.uniqueArray(fc.constantFrom('CN1A', 'CN1B', 'CN2A'))), listedHighValue: maybe(fc.constant(1)),
  }),
  unit: fc.record({ name: maybe(unit), formerNames: maybe(fc.uniqueArray(unit)), address: maybe(fc.constantFrom('一', '二')), district: maybe(district), previousDistrict: maybe(district), movedOn: maybe(day) }),
}

const sequence = fc.constantFrom<RecordKind>('standard', 'patent', 'unit').chain((kind) => fc.record({
  kind: fc.constant(kind),
  statements: fc.array(fc.record({ class: fc.constantFrom('register' as const, 'official' as const, 'vendor' as const, 'reported' as const), values: said[kind] ?? fc.constant({}) }), { minLength: 1, maxLength: 12 })
    .map((rows) => rows.map((row, at): Statement => ({ ...row, order: [Math.floor(at / 3), at] }))),
}))

describe('statements that come one after the other', () => {
  it('are asked for after each of them, and come to what they all come to at once, in whatever order they are given then', () => {
    fc.assert(fc.property(sequence, ({ kind, statements }) => {
      const fold = new Fold(kind)
      for (const [at, statement] of statements.entries()) {
        expect(fold.canTake(statement)).toBe(true)
        fold.take(statement)
        expect(fold.values()).toEqual(foldRecord(kind, statements.slice(0, at + 1).toReversed()))
      }
    }), { numRuns: 300 })
  })

  it('are not taken out of their order, nor with edits of an export', () => {
    const fold = new Fold('unit')
    fold.take({ order: [1, 5], class: 'reported', values: { name: '甲厂' } })
    expect(fold.canTake({ order: [1, 4], class: 'reported', values: { name: '甲厂' } })).toBe(false)
    expect(fold.canTake({ order: [1, 6], class: 'reported', values: { name: '乙厂', _edited: ['name'] } })).toBe(false)
  })
})

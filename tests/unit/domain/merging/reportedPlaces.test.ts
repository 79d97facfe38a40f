import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Fold, foldRecord } from '../../../../src/shared/domain/merging/foldRecord'
import type { Statement } from '../../../../src/shared/domain/merging/statement'

const position = fc.record({ name: fc.constantFrom('甲', '乙', '丙', '丁', '戊'), rank: fc.option(fc.integer({ min: 1, max: 4 })), total: fc.option(fc.integer({ min: 1, max: 6 })) })
const list = fc.record({ names: fc.uniqueArray(fc.constantFrom('甲', '乙', '丙', '丁'), { minLength: 1 }), cut: fc.boolean() })
const words = fc.record({ _position: position, _list: list, title: fc.constantFrom('冰箱', '冰柜') }, { requiredKeys: ['_position'] })

describe('places that rows report one after the other', () => {
  it('come to what all of them come to at once, and say of each whether it adds anything', () => {
    fc.assert(fc.property(fc.array(words, { minLength: 1, maxLength: 12 }), (rows) => {
      const statements = rows.map((values, at): Statement => ({ order: [1, at], class: 'reported', values: { standardNo: 'GB/T 1-2021', ...values } }))
      const fold = new Fold('standard')
      for (const [at, statement] of statements.entries()) {
        const before = foldRecord('standard', statements.slice(0, at))
        const effect = fold.take(statement)
        const after = foldRecord('standard', statements.slice(0, at + 1))
        if (effect === 'none') expect(places(after)).toEqual(places(before))
        if (effect === 'grows') expect(places(after)).not.toEqual(places(before))
        // What is told late differs in the places alone.
        expect({ ...fold.values(undefined, true), ...places(after) }).toEqual({ ...after, ...places(after) })
      }
      expect(fold.values()).toEqual(foldRecord('standard', statements))
    }))
  })
})

function places({ drafting = null, listLength = null, listComplete = null, listConflict = null }: ReturnType<typeof foldRecord>) {
  return { drafting, listLength, listComplete, listConflict }
}

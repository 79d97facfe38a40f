import { describe, expect, it } from 'vitest'
import { foldRecord } from '../../../../src/shared/domain/merging/foldRecord'
import type { Statement, StatedValues } from '../../../../src/shared/domain/merging/statement'

const official: Statement = { order: [1, 2], class: 'official', values: { title: '原名', committee: '原委' } }

function edited(values: StatedValues, exportedAt?: number, order = 2): Statement {
  return { order: [order, 2], class: 'reported', values: { ...values, _edited: Object.keys(values), ...(exportedAt === undefined ? {} : { _exportedAt: exportedAt }) } }
}

/** Set by a person with change set 5. */
const hand = { values: { title: '手改名' }, since: { title: 5 } }

describe('a field that a person has set, and that was edited in an export', () => {
  it.each([
    ['made before', 4, '手改名'], ['that shows it', 5, '表里改的'], ['made later', 9, '表里改的'], ['that does not say what it shows', undefined, '手改名'],
  ])('%s comes to what was said last', (_which, exportedAt, title) => {
    expect(foldRecord('standard', [official, edited({ title: '表里改的' }, exportedAt)], hand)).toMatchObject({ title, committee: '原委' })
  })

  it('holds where it is not known since when it stands', () => {
    expect(foldRecord('standard', [official, edited({ title: '表里改的' }, 9)], { ...hand, since: {} })).toMatchObject({ title: '手改名' })
  })

  it('holds against edits of other fields', () => {
    expect(foldRecord('standard', [official, edited({ committee: '表里的委' }, 9)], hand)).toMatchObject({ title: '手改名', committee: '表里的委' })
  })

  it('gives way to the last of several edits, whichever of them shows it', () => {
    expect(foldRecord('standard', [official, edited({ title: '先改的' }, 9), edited({ title: '再改的' }, 4, 3)], hand)).toMatchObject({ title: '再改的' })
  })

  it('is a drafting list as a whole', () => {
    const list = { values: { drafting: [[1, '甲厂']] as [number, string][], listLength: 1, listComplete: 1 }, since: { drafting: 5, listLength: 5, listComplete: 5 } }
    expect(foldRecord('standard', [official, edited({ _list: { names: ['乙厂', '甲厂'], cut: false } }, 7)], list)).toMatchObject({ drafting: [[1, '乙厂'], [2, '甲厂']], listLength: 2 })
  })
})

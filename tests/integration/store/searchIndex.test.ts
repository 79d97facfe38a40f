import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { searchExpression } from '../../../src/shared/domain/search/bigrams'
import { aBatch, aChangeSet, anInsert, aPatent } from '../../support/registers/changeSets'
import { tempRegister } from '../../support/registers/tempRegister'

describe('the search index', () => {
  it('misses no record that contains the words', async () => {
    using register = tempRegister()
    const store = register.open()
    const texts = fc.sample(fc.string({ unit: fc.constantFrom(...'电梯制动装置𠮷ＡＢab1234 -/（）—·', '\ud842'), maxLength: 24 }), { numRuns: 300, seed: 7 })
    await store.apply(aChangeSet({ batch: aBatch(), inserts: texts.map((title, at) => anInsert('patent', aPatent({ applicationNumber: `N${at}`, title, parties: [] }), at + 2)) }))
    const search = store.db.prepare<[string], number>('SELECT rowid FROM patent_search(?)').pluck()
    const missed = texts.flatMap((text, at) => [[0, 2], [1, 4], [2, 3], [0, 24]].flatMap(([from, to]) => {
      const query = [...text].slice(from, to).join('')
      const expression = searchExpression(query)
      return expression === null || search.all(expression).includes(at + 1) ? [] : [[text, query]]
    }))
    expect(missed).toEqual([])
  })

  it('follows updates and deletions', async () => {
    using register = tempRegister()
    const store = register.open()
    const hits = (query: string) => store.db.prepare<[string], number>('SELECT rowid FROM patent_search(?)').pluck().all(searchExpression(query) ?? '')
    await store.apply(aChangeSet({ batch: aBatch(), inserts: [anInsert('patent', aPatent({ title: '冰箱' }))] }))
    const [record] = await store.records.byIds('patent', [1])
    await store.apply(aChangeSet({ updates: [{ kind: 'patent', id: 1, basedOn: record?.digest ?? '', values: aPatent({ title: '空调' }), old: { title: '冰箱' } }] }))
    expect([hits('冰箱'), hits('空调'), hits('海尔')]).toEqual([[], [1], [1]])
    await store.apply(aChangeSet({ kind: 'undo_batch', undoes: 1, readAt: 2, removes: [{ kind: 'patent', ids: [1] }] }))
    expect([hits('空调'), hits('海尔')]).toEqual([[], []])
  })

  it('gathers more than SQLite would before it writes', async () => {
    using register = tempRegister()
    const store = register.open()
    await store.apply(aChangeSet({ batch: aBatch(), inserts: [anInsert('patent', aPatent({ title: '空调' }))] }))
    expect(store.db.prepare<[], number>("SELECT v FROM patent_search_config WHERE k = 'hashsize'").pluck().get()).toBe(4 * 1024 ** 2)
  })

  it('finds what is written after a change that was given up', async () => {
    using register = tempRegister()
    const store = register.open()
    const refused = await store.apply(aChangeSet({ updates: [{ kind: 'patent', id: 1, basedOn: '', values: aPatent({ title: '冰箱' }), old: {} }] }))
    await store.apply(aChangeSet({ batch: aBatch(), inserts: [anInsert('patent', aPatent({ title: '空调' }))] }))
    const search = store.db.prepare<[string], number>('SELECT rowid FROM patent_search(?)').pluck()
    expect([refused.ok, search.all(searchExpression('空调') ?? ''), search.all(searchExpression('冰箱') ?? '')]).toEqual([false, [1], []])
  })
})

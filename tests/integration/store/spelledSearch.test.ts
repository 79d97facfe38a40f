import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SpelledSearch } from '../../../src/main/store/listStore'
import { createListReader } from '../../../src/main/store/sqlite/records/listReader'
import { createSpelledSearch } from '../../../src/main/store/sqlite/search/spelledSearch'
import { holdsAllWords, queryWords, type WordMatch } from '../../../src/shared/domain/search/matching'
import type { SqliteStore } from '../../../src/main/store/sqlite/createStore'
import { aBatch, aChangeSet, anInsert, aPatent, aSource } from '../../support/registers/changeSets'
import { tempRegister, type TempRegister } from '../../support/registers/tempRegister'

let register: TempRegister
let store: SqliteStore
let search: SpelledSearch

beforeEach(() => {
  register = tempRegister()
  store = register.open()
  search = createSpelledSearch(store.db, createListReader(store.db))
})
afterEach(() => register[Symbol.dispose]())

interface Texts { title: string; parties: string[]; number: string }

async function addPatents(store: SqliteStore, patents: readonly Texts[]): Promise<void> {
  const inserts = patents.map(({ title, parties, number }, at) => anInsert('patent', aPatent({ applicationNumber: `${at}-${number}`, title, parties }), at + 2))
  await store.apply(aChangeSet({ batch: aBatch({ sources: [aSource({})] }), inserts }))
}

/** What a full scan finds, by the definition of a hit alone. */
function scanned(patents: readonly Texts[], words: readonly string[], match: WordMatch): number[] {
  return patents.flatMap(({ title, parties, number }, at) => {
    const texts = [{ text: `${at}-${number}`, isNumber: true }, ...[title, ...parties].map((text) => ({ text, isNumber: false }))]
    return holdsAllWords(words, texts, match) ? [at + 1] : []
  })
}

async function ids(query: string): Promise<number[]> {
  return Array.from((await search.spelled('patent', queryWords(query))) ?? [])
}

/** Few characters with several readings among them, so that hits and near misses are frequent. */
const text = fc.string({ unit: fc.constantFrom(...'电梯地低重长乐全电梯地低重长乐全𬭎𩽾Ａa1 -（'), maxLength: 20 })
const patents = fc.array(fc.record({ title: text, parties: fc.array(text.filter((name) => name.trim() !== ''), { maxLength: 2 }), number: fc.string({ unit: fc.constantFrom(...'ZL电梯1-/.'), maxLength: 5 }) }), { minLength: 10, maxLength: 40 })
const pieces = ['hong', 'an', 'h', 'dian', 'ti', 'quan', 'di', 'de', 'zhong', 'chong', 'chang', 'zhang', 'le', 'yue', 'd', 't', 'q', 'zh', 'ch', 'c', 'l', 'z', 'a']
const spelled = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''))
const queries = fc.array(fc.array(fc.oneof({ weight: 4, arbitrary: spelled }, text), { minLength: 1, maxLength: 2 }).map((words) => words.join(' ')), { minLength: 40, maxLength: 40 })

describe('a search that knows pinyin', () => {
  it('finds what a full scan finds, on random registers and queries', async () => {
    await fc.assert(fc.asyncProperty(patents, queries, async (records, asked) => {
      using register = tempRegister()
      const store = register.open()
      await addPatents(store, records)
      const lists = createListReader(store.db)
      // Narrowed down by the index to the end, and read as early as may be.
      const [byIndex, byText] = [0, 1_000].map((fewEnough) => createSpelledSearch(store.db, lists, fewEnough))
      for (const words of asked.map(queryWords).filter((words) => words.length > 0)) {
        const expected = scanned(records, words, 'spelled')
        expect(Array.from((await byIndex?.spelled('patent', words)) ?? []), words.join(' ')).toEqual(expected)
        expect(Array.from((await byText?.spelled('patent', words)) ?? []), words.join(' ')).toEqual(expected)
        expect(Array.from(await lists.search('patent', words).all()), words.join(' ')).toEqual(scanned(records, words, 'written'))
      }
    }), { numRuns: 6, seed: 11 })
  })

  it('knows what was changed, added and deleted since it was last asked', async () => {
    await addPatents(store, [{ title: '电梯安全', parties: [], number: '1' }, { title: '冰箱', parties: ['青岛电梯厂'], number: '2' }])
    expect([await ids('dtaq'), await ids('dianti'), await ids('bx')]).toEqual([[1], [1, 2], [2]])
    const [record] = await store.records.byIds('patent', [2])
    await store.apply(aChangeSet({ updates: [{ kind: 'patent', id: 2, basedOn: record?.digest ?? '', values: aPatent({ applicationNumber: '1-2', title: '电台安全', parties: [] }), old: { title: '冰箱' } }] }))
    expect([await ids('dtaq'), await ids('dianti'), await ids('bx')]).toEqual([[1, 2], [1], []])
  })

  it('gives up when nobody waits for the answer', async () => {
    await addPatents(store, [{ title: '电梯安全', parties: [], number: '1' }])
    expect(await search.spelled('patent', ['dtaq'], () => true)).toBeNull()
  })

  it('gives the first hits of a long word, then all, and ends early when nobody waits', async () => {
    await addPatents(store, Array.from({ length: 1_200 }, (_, at) => ({ title: at % 3 === 0 ? '电梯安全钳' : '电梯全安', parties: [], number: `${at}` })))
    const lists = createListReader(store.db)
    const hits = lists.search('patent', ['电梯安全'])
    expect(Array.from(await hits.first(2))).toEqual([1, 4])
    expect([await hits.count(), (await hits.all()).length, Array.from(await hits.first(3))]).toEqual([400, 400, [1, 4, 7]])
    expect(await search.spelled('patent', ['电梯安全', 'dtaqq'], () => true)).toBeNull()
  })

  it('reads kinds that have no index', async () => {
    const inserts = ['质量强市示范项目', '服务业标准化试点'].map((project, at) => anInsert('pilot', { key: `k${at}`, project, pilotType: '试点', name: '青岛甲厂' }))
    await store.apply(aChangeSet({ batch: aBatch({ sources: [aSource({ kind: 'pilot' })] }), inserts }))
    expect(Array.from((await search.spelled('pilot', ['fwybzh'])) ?? [])).toEqual([2])
  })
})

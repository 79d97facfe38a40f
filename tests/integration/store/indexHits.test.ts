import { expect, it } from 'vitest'
import { createListReader } from '../../../src/main/store/sqlite/records/listReader'
import { aBatch, aChangeSet, anInsert, aPatent, aSource } from '../../support/registers/changeSets'
import { tempRegister } from '../../support/registers/tempRegister'

const patents = (from: number, count: number, titleOf: (at: number) => string) =>
  aChangeSet({ batch: aBatch({ fileName: `${from}.xlsx`, sha256: String(from).padStart(64, '0'), sources: [aSource({})] }), inserts: Array.from({ length: count }, (_, at) => anInsert('patent', aPatent({ applicationNumber: `${from + at}`, title: titleOf(at), parties: [] }), at + 2)) })

it('gives any page of the hits of a word as the whole of them has it, whichever was asked for before', async () => {
  using register = tempRegister()
  const store = register.open()
  await store.apply(patents(0, 2_400, (at) => (at % 2 === 0 ? '电梯' : '冰箱')))
  const whole = await createListReader(store.db).search('patent', ['电梯']).all()
  expect(whole).toHaveLength(1_200)
  const hits = createListReader(store.db).search('patent', ['电梯'])
  for (const [from, to] of [[1_100, 1_200], [1_100, 1_200], [0, 50], [1_150, 1_300], [1_000, 1_100], [990, 1_010], [1_200, 1_300]] as const) {
    expect(await hits.range(from, to), `${from}-${to}`).toEqual(whole.subarray(from, to))
  }
  expect([await hits.count(), Array.from(await hits.first(2))]).toEqual([1_200, [1, 3]])
})

it('shares an answer between those who ask for the same words, until the register changes', async () => {
  using register = tempRegister()
  const store = register.open()
  await store.apply(patents(0, 3, () => '电梯'))
  const lists = createListReader(store.db)
  const before = lists.search('patent', ['电梯'])
  expect(await before.count()).toBe(3)
  expect(lists.search('patent', ['电梯'])).toBe(before)
  expect(lists.search('patent', ['冰箱'])).not.toBe(before)
  await store.apply(patents(3, 2, () => '电梯'))
  const after = lists.search('patent', ['电梯'])
  expect([await after.count(), (await after.all()).length]).toEqual([5, 5])
})

it('keeps the hits of a few searches only', async () => {
  using register = tempRegister()
  const store = register.open()
  await store.apply(patents(0, 1, () => '电梯'))
  const lists = createListReader(store.db)
  const first = lists.search('patent', ['电梯'])
  for (let other = 0; other < 20; other++) lists.search('patent', [`冰${String.fromCodePoint(0x4e00 + other)}`])
  expect(lists.search('patent', ['电梯'])).not.toBe(first)
})

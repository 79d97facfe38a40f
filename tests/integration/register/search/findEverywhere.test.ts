import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findEverywhere, foundKinds, type FindSources } from '../../../../src/main/register/search/findEverywhere'
import type { SqliteStore } from '../../../../src/main/store/sqlite/createStore'
import { createListReader } from '../../../../src/main/store/sqlite/records/listReader'
import { createSpelledSearch } from '../../../../src/main/store/sqlite/search/spelledSearch'
import { aBatch, aChangeSet, anInsert, aPatent, aSource } from '../../../support/registers/changeSets'
import { tempRegister, type TempRegister } from '../../../support/registers/tempRegister'
import { valueOf } from '../../../support/valueOf'

let register: TempRegister
let sources: FindSources
let store: SqliteStore

beforeEach(async () => {
  register = tempRegister()
  store = register.open()
  const lists = createListReader(store.db)
  sources = { search: (kind, words) => lists.search(kind, words), ...createSpelledSearch(store.db, lists) }
  const standards = ['电梯制造与安装', '自动扶梯 电梯安全', '电梯安全', '通用零件'].map((title, at) => anInsert('standard', { standardNo: `GB/T ${1234 + at}-2020`, title, drafting: [[1, '青岛电梯厂']] }))
  await store.apply(aChangeSet({ batch: aBatch({ sources: [aSource({ kind: 'standard' })] }), inserts: [
    ...standards,
    anInsert('patent', aPatent({ applicationNumber: '201611021124.3', title: '一种电梯安全钳', parties: ['青岛甲公司', '青岛DTAQ公司'] })),
    anInsert('unit', { uscc: '91370200163562681G', name: '青岛甲公司', formerNames: ['青岛电梯厂', '青岛二厂'] }),
    anInsert('trademark', { registrationNumber: '12342020', name: '蓝海', classes: [7], owner: '青岛甲公司' }),
    anInsert('honour', { key: 'h', honour: '中国专利奖', recipient: '青岛乙公司', objectNumber: 'ZL201910123456.X' }),
    anInsert('pilot', { key: 'p', project: '电梯安全示范', name: '青岛甲公司' }),
  ] }))
})
afterEach(() => register[Symbol.dispose]())

async function find(text: string, limit = 10) {
  return valueOf(await findEverywhere(sources, { text, kinds: foundKinds, limit }))
}

async function counts(text: string): Promise<Record<string, number>> {
  return Object.fromEntries((await find(text)).map(({ kind, count }) => [kind, count]))
}

describe('finding everywhere', () => {
  it.each([
    ['电梯', { units: 1, standards: 4, patents: 1, pilots: 1 }], ['dtaq', { standards: 2, patents: 1, pilots: 1 }], ['diantianquan', { standards: 2, patents: 1, pilots: 1 }],
    ['12342020', { standards: 1, trademarks: 1 }], ['gbt1234', { standards: 1 }], ['青岛二厂', { units: 1 }], ['qdec', { units: 1 }], ['dtaq 一种', { patents: 1 }], ['没有的词', {}], ['201910123456x', { honours: 1 }], ['  ', {}],
  ])('groups the hits of %s by kind', async (text, expected) => {
    expect(await counts(text)).toEqual(expected)
  })

  it('finds numbers of every kind with and without their punctuation, the very number first', async () => {
    await store.apply(aChangeSet({ batch: aBatch(), inserts: [
      anInsert('patent', aPatent({ applicationNumber: '202110998877.5', title: '装置', publications: ['CN1123456789A', 'CN112345678A'], pctNumber: 'PCT/CN2021/123456' }), 2),
      anInsert('patent', aPatent({ applicationNumber: '202110998878.X', title: '方法', publications: ['CN112345678B'], pctNumber: undefined }), 3),
      anInsert('pct', { pctNumber: 'PCT/CN2021/123456', title: '装置', applicants: ['青岛甲公司'] }),
      anInsert('trademark', { registrationNumber: 'G1234567', name: '远洋', classes: [9], owner: '青岛甲公司' }),
      anInsert('honour', { key: 'k', honour: '省长质量奖', recipient: '青岛甲公司', document: '鲁政字〔2021〕218号', uscc: '91370200163562681G' }),
    ] }))
    const keys = async (text: string) => (await find(text)).map(({ kind, hits }) => [kind, ...hits.map(({ key }) => key.text)])
    expect(await keys('CN112345678A')).toEqual([['patents', '202110998877.5']])
    expect(await keys('112345678')).toEqual([['patents', '202110998877.5', '202110998878.X']])
    expect(await keys('cn112345678b')).toEqual([['patents', '202110998878.X']])
    for (const text of ['PCT/CN2021/123456', 'PCTCN2021123456', 'cn2021/123456']) expect(await keys(text)).toEqual([['patents', '202110998877.5'], ['pct', 'PCT/CN2021/123456']])
    expect(await keys('g1234567')).toEqual([['trademarks', 'G1234567']])
    expect(await counts('鲁政字2021218号')).toEqual({ honours: 1 })
    expect(await counts('9137-0200-1635')).toEqual({ units: 1, honours: 1 })
    const [patents] = await find('cn112345678a')
    expect(patents?.hits[0]?.others).toEqual([{ field: 'publications', label: '公开（公告）号', text: 'CN112345678A', ranges: [{ start: 0, end: 12 }] }])
  })

  it('reads the characters of names that take four bytes, and marks them whole', async () => {
    await store.apply(aChangeSet({ batch: aBatch(), inserts: [
      anInsert('patent', aPatent({ applicationNumber: '202110998879.X', title: '夹具', parties: ['张𬭎伟', '李𬘭'] }), 2),
      anInsert('patent', aPatent({ applicationNumber: '202110998880.1', title: '𬭎门', parties: ['张伟'] }), 3),
      anInsert('unit', { uscc: '91370200163562682G', name: '青岛𬭎达公司' }),
    ] }))
    const keys = async (text: string) => (await find(text)).flatMap(({ hits }) => hits.map(({ key }) => key.text))
    for (const text of ['zhanghongwei', 'zhhw', 'zhongw', 'lichen', 'lich']) expect(await keys(text), text).toEqual(['202110998879.X'])
    expect(await keys('hongda')).toEqual(['91370200163562682G'])
    expect(await keys('qdhd')).toEqual(['91370200163562682G'])
    expect(await keys('hong')).toEqual(['91370200163562682G', '202110998880.1', '202110998879.X'])
    const [patents] = await find('zhanghong')
    expect(patents?.hits[0]?.others).toMatchObject([{ text: '张𬭎伟', ranges: [{ start: 0, end: 3 }] }])
  })

  it('puts the very name first, then what begins with the words, then other names, then other texts', async () => {
    const [standards] = (await find('电梯安全')).filter(({ kind }) => kind === 'standards')
    expect(standards?.hits.map(({ title }) => title.text)).toEqual(['电梯安全', '自动扶梯 电梯安全'])
    const [all] = (await find('电梯')).filter(({ kind }) => kind === 'standards')
    expect(all?.hits.map(({ title }) => title.text)).toEqual(['电梯制造与安装', '电梯安全', '自动扶梯 电梯安全', '通用零件'])
  })

  it('puts what is written before what is spelled, and shows both where they stand', async () => {
    const [patents] = (await find('dtaq')).filter(({ kind }) => kind === 'patents')
    expect(patents?.hits[0]).toMatchObject({ title: { ranges: [{ start: 2, end: 6 }] }, others: [{ field: 'parties', text: '青岛DTAQ公司', ranges: [{ start: 2, end: 6 }] }] })
  })

  it('shows the former name that led to a unit', async () => {
    const [units] = await find('qdec')
    expect(units?.hits[0]).toMatchObject({ title: { text: '青岛甲公司', ranges: [] }, others: [{ field: 'formerNames', label: '曾用名', text: '青岛二厂', ranges: [{ start: 0, end: 4 }] }] })
  })

  it('shows as many hits as are asked for', async () => {
    const many = Array.from({ length: 230 }, (_, at) => anInsert('standard', { standardNo: `GB/T ${9000 + at}-2020`, title: '扶手带' }))
    await store.apply(aChangeSet({ batch: aBatch({ sources: [aSource({ kind: 'standard' })] }), inserts: many }))
    for (const text of ['扶手带', 'fushoudai']) expect((await find(text, 500)).map(({ count, hits }) => [count, hits.length]), text).toEqual([[230, 230]])
  })

  it('puts what mixes initials with syllables last, the kinds that have nothing better too', async () => {
    await store.apply(aChangeSet({ batch: aBatch({ sources: [aSource({ kind: 'unit' })] }), inserts: [
      anInsert('unit', { uscc: '91370200MA14719190', name: '青岛拓启软件有限公司' }), anInsert('standard', { standardNo: 'GB/T 9-2020', title: '青岛拓启方法' }),
    ] }))
    const found = await find('dtaq')
    expect(found.map(({ kind }) => kind)).toEqual(['standards', 'patents', 'pilots', 'units'])
    expect(found[0]?.hits.map(({ title }) => title.text)).toEqual(['电梯安全', '自动扶梯 电梯安全', '青岛拓启方法'])
  })

  it('counts all and shows as many as asked', async () => {
    const [standards] = (await find('电梯', 1)).filter(({ kind }) => kind === 'standards')
    expect([standards?.count, standards?.hits.length]).toEqual([4, 1])
  })

  it('stops when a newer question has come', async () => {
    let asked = 0
    expect(await findEverywhere(sources, { text: '电梯', kinds: foundKinds, limit: 5, isStale: () => ++asked > 2 })).toMatchObject({ ok: false, code: 'job_cancelled' })
  })
})

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { countProblems, problemList } from '../../../src/main/register/doctor/problems'
import { problemSourcesOf } from '../../../src/main/register/doctor/problemSources'
import { problemRows, writeWorklists } from '../../../src/main/register/doctor/worklist'
import { apartRecords, takeBackApart, tellRecordsApart } from '../../../src/main/register/doctor/apartRecords'
import { compareGroups } from '../../../src/main/register/doctor/compareRecords'
import { twinList } from '../../../src/main/register/doctor/twinList'
import { deleteRecord } from '../../../src/main/register/records/edit/deleteRecord'
import { readingIn } from '../../../src/main/register/records/fieldReaders'
import type { RecordServices } from '../../../src/main/register/records/recordServices'
import { undoChange } from '../../../src/main/register/records/edit/undoChange'
import type { Values } from '../../../src/shared/domain/catalogue/fields'
import { openSession, type RegisterSession } from '../../../src/main/register/opened/session'
import { aBatch, aChangeSet, anInsert, aPatent, aSource } from '../../support/registers/changeSets'
import type { SqliteStore } from '../../../src/main/store/sqlite/createStore'
import type { ProblemName } from '../../../src/shared/domain/catalogue/problems'
import { tempRegister, type TempRegister } from '../../support/registers/tempRegister'

const today = '2022-01-17'
let register: TempRegister
let session: RegisterSession
let store: SqliteStore
let folder: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'worklists-'))
  register = tempRegister()
  store = register.open()
  const mark = { registrationNumber: '1', name: '蓝海', classes: [7], owner: '青岛甲公司', termStartOn: '2020-01-01', termEndOn: '2029-12-31' }
  await store.apply(aChangeSet({ batch: aBatch({ sources: [aSource({ kind: 'standard' })] }), inserts: [
    anInsert('unit', { uscc: '91370200163562681G', name: '青岛甲公司', district: '370212' }), anInsert('unit', { uscc: '913702122646060131', name: '青岛乙公司' }), anInsert('unit', { uscc: '91370213163562690B', name: '青岛 乙公司', district: '370213' }),
    anInsert('standard', { standardNo: 'GB/T 1-2009', title: '导则', publishedOn: '2009-06-17', effectiveOn: '2010-01-01', drafting: [[1, '青岛甲公司'], [2, '青岛丙公司']] }),
    anInsert('standard', { standardNo: 'GB/T 1-2020', title: '导则', publishedOn: '2020-03-31', effectiveOn: '2020-10-01', replaces: ['GB/T 1-2009'], drafting: [[1, '青岛甲公司']] }),
    anInsert('standard', { standardNo: 'GB/T 2-2021', title: '词汇', publishedOn: '2021-06', effectiveOn: '2021', abolishedOn: '2020-12-31' }),
    anInsert('patent', aPatent({ applicationNumber: '201611021124.3', parties: ['青岛甲公司'], ownerPlace: null, filedOn: '2016-11-18' })),
    anInsert('patent', aPatent({ applicationNumber: '202210123457.X', title: null, parties: [], filedOn: '2022-01-01' })),
    anInsert('trademark', mark), anInsert('trademark', { ...mark, registrationNumber: '2', owner: null, termEndOn: '2019-01-01' }),
  ] }))
  const opened = openSession(register.path)
  if (!opened.ok) throw new Error(opened.code)
  session = opened.value
})
afterEach(async () => {
  await session.close()
  register[Symbol.dispose]()
  rmSync(folder, { recursive: true, force: true })
})

describe('数据体检', () => {
  it('counts the records with each problem', async () => {
    const counts = await countProblems(await problemSourcesOf(session, today))
    expect(Object.fromEntries(counts.filter(({ count }) => count > 0).map(({ problem, count }) => [problem, count]))).toEqual({
      unit_without_district: 1, unit_name_shared: 2, standard_without_units: 1, standard_dates_reversed: 1, standard_replaced_in_force: 1,
      patent_without_title: 1, patent_without_owner: 1, patent_without_district: 1, patent_dates_reversed: 1, mark_without_owner: 1, mark_without_district: 1, mark_dates_reversed: 1,
    })
  })

  it('tells what cannot be: days to come, numbers that say otherwise, odd terms, circles of parents', async () => {
    await store.apply(aChangeSet({ batch: aBatch({ sources: [aSource()] }), inserts: [
      anInsert('unit', { uscc: '91370200MA3C00001A', name: '青岛丁公司', district: '370212', parent: '91370200MA3C00002B', endedOn: '2022-02' }), anInsert('unit', { uscc: '91370200MA3C00002B', name: '青岛戊公司', district: '370212', parent: '91370200MA3C00001A' }),
      anInsert('unit', { uscc: '91370200MA3C00003C', name: '青岛己公司', district: '370212', parent: '91370200MA3C00001A', endedOn: '2022' }),
      anInsert('standard', { standardNo: 'GB/T 3-2021', title: '丙', kind: 'industry', publishedOn: '2022-01-18', drafting: [[1, '青岛甲公司']] }), anInsert('standard', { standardNo: 'GBZ 3-2021', title: '丁', kind: 'national_health', publishedOn: '2022-01-17', effectiveOn: '2023-01-01', drafting: [[1, '青岛甲公司']] }),
      anInsert('patent', aPatent({ applicationNumber: '201620000001.1', type: 'invention', title: '一', filedOn: '2016-01-01', grantedOn: '2022-02-01', parties: ['青岛甲公司'] })), anInsert('patent', aPatent({ applicationNumber: '201880000001.1', type: 'invention', title: '二', filedOn: '2016-01-01', parties: ['青岛甲公司'] })),
      anInsert('patent', aPatent({ applicationNumber: '201610000003.1', type: 'invention', title: '三', filedOn: '2017-01-01', grantedOn: '2019-01-01', lapsedOn: '2037-01-01', parties: ['青岛甲公司'] })),
      anInsert('trademark', { registrationNumber: '3', name: '甲', owner: '青岛甲公司', termStartOn: '2014-08-28', termEndOn: '2034-08-27' }), anInsert('trademark', { registrationNumber: '4', name: '乙', owner: '青岛甲公司', termStartOn: '2014-08-28', termEndOn: '2023-08-27', cancelledOn: '2022-06-01' }),
      anInsert('unit', { uscc: '91370200MA3C00008H', name: '青岛寅公司', district: '370202', zone: '青岛高新区' }), anInsert('unit', { uscc: '91370200MA3C00009J', name: '青岛卯公司', district: '370214', zone: '青岛高新区' }), anInsert('unit', { uscc: '91370200MA3C00010K', name: '青岛辰公司', district: '370202', zone: '某科技园' }),
      anInsert('unit', { uscc: '91370200MA3C00004D', name: '青岛庚公司', district: '370212', movedOn: '2021-03-01', endedOn: '2021-02-28' }), anInsert('unit', { uscc: '91370200MA3C00005E', name: '青岛辛公司', district: '370212', renamedOn: '2021-03', endedOn: '2021-03-01' }),
      anInsert('unit', { uscc: '91370200MA3C00006F', name: '青岛壬公司', district: '370212', parent: '91370200MA3C00007G' }), anInsert('unit', { uscc: '91370200MA3C00007G', name: '青岛癸公司', district: '370212', mergedInto: '91370200MA3C00006F' }),
      anInsert('trademark', { registrationNumber: '5', name: '丙', owner: '青岛甲公司', registeredOn: '2014-08-28', termStartOn: '2014-08-28', termEndOn: '2024-08-27', cancelledOn: '2014-01-01' }),
      anInsert('pilot', { key: 'a', project: '试点', name: '青岛甲公司', district: '370212', year: 2023 }), anInsert('pilot', { key: 'b', project: '试点', name: '青岛甲公司', district: '370212', year: 2022 }),
    ] }))
    const sources = await problemSourcesOf(session, today)
    const found = async (problem: ProblemName): Promise<string[]> => (await problemRows(session, problem, today, 0, 10)).rows.map(({ key }) => key)
    expect((await countProblems(sources)).filter(({ problem }) => problem.endsWith('_dated_ahead')).map(({ problem, count }) => [problem, count])).toEqual([
      ['unit_dated_ahead', 1], ['standard_dated_ahead', 1], ['patent_dated_ahead', 1], ['mark_dated_ahead', 1], ['pct_dated_ahead', 0], ['honour_dated_ahead', 0], ['pilot_dated_ahead', 1],
    ])
    expect(await found('unit_own_parent')).toEqual(['91370200MA3C00001A', '91370200MA3C00002B', '91370200MA3C00006F'])
    expect(await found('unit_zone_elsewhere')).toEqual(['91370200MA3C00008H'])
    expect(await found('unit_dates_reversed')).toEqual(['91370200MA3C00004D'])
    expect(await found('mark_dates_reversed')).toEqual(['2', '5'])
    expect(await found('standard_kind_conflict')).toEqual(['GB/T 3-2021'])
    expect(await found('patent_number_conflict')).toEqual(['201620000001.1', '201610000003.1'])
    expect(await found('mark_term_odd')).toEqual(['4'])
  })

  it('tells words without their dates, marks without classes, codes of others and figures of more than all', async () => {
    const honour = { honour: '中国质量奖', level: '国家级', publishedOn: '2021-09-01', district: '370212', status: '授予' }
    await store.apply(aChangeSet({ batch: aBatch({ sources: [aSource()] }), inserts: [
      anInsert('standard', { standardNo: 'GB/T 3-2015', title: '丙', kind: 'national', publishedOn: '2015-01-18', statedStatus: '废止', drafting: [[1, '青岛甲公司']] }),
      anInsert('patent', aPatent({ applicationNumber: '201610000001.1', title: '一', filedOn: '2016-01-01', grantedOn: null, statedStatus: 'valid', parties: ['青岛甲公司'] })),
      anInsert('honour', { ...honour, key: 'a', recipient: '青岛甲公司', uscc: '913702122646060131' }), anInsert('honour', { ...honour, key: 'b', recipient: '青岛甲公司', uscc: '91370200163562681G' }),
      anInsert('honour', { ...honour, key: 'c', recipient: '青岛 甲公司（崂山）', uscc: '913702122646060131' }),
      anInsert('population', { key: '370200|yearend2020', region: '370200', series: 'yearend2020', year: 2020, populationWan: 100 }), anInsert('population', { key: '370212|yearend2020', region: '370212', series: 'yearend2020', year: 2020, populationWan: 101 }),
      anInsert('population', { key: '370212|yearend2021', region: '370212', series: 'yearend2021', year: 2021, populationWan: 500 }),
    ] }))
    const found = async (problem: ProblemName): Promise<string[]> => (await problemRows(session, problem, today, 0, 10)).rows.map(({ key }) => key)
    expect(await found('standard_abolished_undated')).toEqual(['GB/T 3-2015'])
    expect(await found('patent_without_grant')).toEqual(['201610000001.1'])
    expect(await found('honour_code_conflict')).toHaveLength(1)
    expect(await found('population_odd')).toEqual(['370212|yearend2020'])
  })

  it('takes merged units for one, and finds other names that two units share', async () => {
    const unit = { district: '370212' }
    await store.apply(aChangeSet({ batch: aBatch({ sources: [aSource()] }), inserts: [
      anInsert('unit', { ...unit, uscc: '91370200MA3C00001A', name: '青岛丁公司', formerNames: ['青岛老厂'] }), anInsert('unit', { ...unit, uscc: '91370200MA3C00002B', name: '青岛戊公司', aliases: ['青岛 老厂', '青岛老厂', '青岛己公司'] }),
      anInsert('unit', { ...unit, uscc: '91370200MA3C00003C', name: '青岛己公司' }), anInsert('unit', { uscc: '91370200MA3C00004D', name: '青岛己公司', mergedInto: '91370200MA3C00003C' }),
    ] }))
    expect((await problemRows(session, 'unit_name_shared', today, 0, 10)).rows.map(({ key }) => key)).toEqual(['913702122646060131', '91370213163562690B', '91370200MA3C00001A', '91370200MA3C00002B'])
    expect((await problemRows(session, 'unit_without_district', today, 0, 10)).rows.map(({ key }) => key)).toEqual(['913702122646060131'])
  })

  it.each(['patent_without_district', 'patent_number_conflict', 'unit_own_parent', 'standard_replaced_in_force'] as const)('is given up while it looks for one problem: %s', async (problem) => {
    const sources = await problemSourcesOf(session, today)
    const over = new AbortController()
    over.abort()
    await expect(problemList(sources, problem, { signal: over.signal })).rejects.toMatchObject({ failure: { code: 'job_cancelled' } })
    expect((await problemList(sources, problem, { signal: new AbortController().signal })).count).toBe((await problemList(sources, problem)).count)
  })

  it('lists the records of one problem with what a person needs to mend them', async () => {
    expect(await problemRows(session, 'standard_replaced_in_force', today, 0, 10)).toEqual({
      problem: 'standard_replaced_in_force', kind: 'standards', total: 1, rows: [{ id: 1, key: 'GB/T 1-2009', title: '导则', districts: ['崂山区'] }],
    })
    expect((await problemRows(session, 'unit_name_shared', today, 1, 2)).rows.map(({ key }) => key)).toEqual(['91370213163562690B'])
  })

  it('puts what may be one record under several numbers one after the other', async () => {
    const sameMark = { name: '青岛 星', classes: [7, 9], owner: '青岛甲公司', registeredOn: '2020-03-01' }
    const applied = await store.apply(aChangeSet({ batch: aBatch({ sources: [aSource()] }), inserts: [
      anInsert('patent', aPatent({ applicationNumber: '201910000001.1', title: '一种泵' })), anInsert('patent', aPatent({ applicationNumber: '201910000002.2', title: '一种阀' })),
      anInsert('patent', aPatent({ applicationNumber: '201910000003.3', title: '一种 泵' })), anInsert('patent', aPatent({ applicationNumber: '201910000004.4', title: '一种泵', parties: ['青岛乙公司'] })),
      anInsert('patent', aPatent({ applicationNumber: '201910000005.5', title: '一种泵', filedOn: null })), anInsert('patent', aPatent({ applicationNumber: '201910000006.6', title: '一种阀' })),
      anInsert('trademark', { ...sameMark, registrationNumber: '31' }), anInsert('trademark', { ...sameMark, registrationNumber: '32', name: '青岛星' }), anInsert('trademark', { ...sameMark, registrationNumber: '33', classes: [7] }),
      anInsert('standard', { standardNo: 'T/QDA 1-2021', title: '通则', kind: 'group', publishedOn: '2021-03-01' }), anInsert('standard', { standardNo: 'T/QDA 01-2021', title: '通则', kind: 'group', publishedOn: '2021-03-01' }),
    ] }))
    expect(applied).toMatchObject({ ok: true })
    const keysOf = async (problem: ProblemName) => (await problemRows(session, problem, today, 0, 10)).rows.map(({ key }) => key)
    expect(await keysOf('patent_twice')).toEqual(['201910000001.1', '201910000003.3', '201910000002.2', '201910000006.6'])
    expect(await keysOf('mark_twice')).toEqual(['31', '32'])
    expect(await keysOf('standard_twice')).toEqual(['T/QDA 1-2021', 'T/QDA 01-2021'])
  })

  it('says how far it is, and is given up between two of its questions or within one', async () => {
    const told: number[] = []
    await countProblems(await problemSourcesOf(session, today), { onProgress: (share) => told.push(share) })
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect([told[0], (told.at(-1) ?? 0) > 0.9]).toEqual([0, true])
    const abort = new AbortController()
    const givenUp = countProblems(await problemSourcesOf(session, today), { signal: abort.signal, onProgress: (share) => { if (share > 0.5) abort.abort() } })
    await expect(givenUp).rejects.toMatchObject({ failure: { code: 'job_cancelled' } })
    await expect(twinList(session, 'mark_twice', 0, 10, { signal: AbortSignal.abort() })).resolves.toMatchObject({ total: 0 })
    await store.apply(aChangeSet({ batch: aBatch({ sources: [aSource()] }), inserts: [anInsert('trademark', { registrationNumber: '9' })] }))
    await expect(twinList(session, 'mark_twice', 0, 10, { signal: AbortSignal.abort() })).rejects.toMatchObject({ failure: { code: 'job_cancelled' } })
  })

  describe('records that may be one', () => {
    const twin = { title: '一种泵', type: 'invention', filedOn: '2019-01-01' } as const
    const aTwin = (applicationNumber: string, more: Values = {}) => anInsert('patent', aPatent({ ...twin, applicationNumber, ...more }))
    const services = (): RecordServices => ({ store, history: session.history, notes: session.notes, reading: readingIn(session.places, today), operator: '王芳', now: () => 5, apply: (changes) => store.apply(changes) })
    const idsOf = async (...numbers: string[]) => [...(await store.records.byKeys('patent', numbers)).values()].map(({ id }) => id)
    const groups = async () => (await twinList(session, 'patent_twice', 0, 10)).groups.map(({ ids, key, count }) => [key, ids.length, count])

    beforeEach(async () => {
      const applied = await store.apply(aChangeSet({ batch: aBatch({ sources: [aSource()] }), inserts: [aTwin('201910000001.1', { ipc: ['F04B1/00'] }), aTwin('201910000003.3'), aTwin('201910000004.4', { title: '一种阀' }), aTwin('201910000005.5', { title: '一种阀' })] }))
      expect(applied).toMatchObject({ ok: true })
    })

    it('stand side by side field by field, with what differs and the rows they come from', async () => {
      const found = await compareGroups(session, 'patent_twice', 0, 1)
      if (!found.ok) throw new Error(found.code)
      expect([found.value.total, found.value.groups.map(({ count, records }) => [count, records.map(({ key }) => key)])]).toEqual([2, [[2, ['201910000001.1', '201910000003.3']]]])
      const [group] = found.value.groups
      expect(group?.fields.filter(({ differs }) => differs).map(({ name, texts }) => [name, texts])).toEqual([['applicationNumber', ['201910000001.1', '201910000003.3']], ['ipc', ['F04B1/00', 'B66B5/00；B66B1/32']]])
      expect(group?.fields.find(({ name }) => name === 'title')).toMatchObject({ texts: ['一种泵', '一种泵'], differs: false, isFixed: false })
    })

    it('are not offered again when somebody says that they are not one, until one more looks like them', async () => {
      const ids = await idsOf('201910000001.1', '201910000003.3')
      expect(await tellRecordsApart(services(), 'patent', ids)).toMatchObject({ ok: true, value: { what: 'told_apart', key: '201910000001.1、201910000003.3' } })
      expect(await tellRecordsApart(services(), 'patent', ids)).toMatchObject({ ok: true, value: { sequence: null } })
      expect(await groups()).toEqual([['201910000004.4', 2, 2]])
      expect((await countProblems(await problemSourcesOf(session, today))).find(({ problem }) => problem === 'patent_twice')).toMatchObject({ count: 2 })
      await store.apply(aChangeSet({ batch: aBatch({ sources: [aSource()] }), inserts: [aTwin('201910000009.9')] }))
      expect(await groups()).toEqual([['201910000001.1', 3, 3], ['201910000004.4', 2, 2]])
    })

    it('are offered again when that is undone or taken back, and stay apart when they come back under other ids', async () => {
      const ids = await idsOf('201910000001.1', '201910000003.3')
      const told = await tellRecordsApart(services(), 'patent', ids)
      if (!told.ok) throw new Error(told.code)
      expect(await undoChange(services(), told.value.sequence ?? 0)).toMatchObject({ ok: true, value: { key: '201910000001.1、201910000003.3' } })
      expect(await groups()).toHaveLength(2)
      await tellRecordsApart(services(), 'patent', ids)
      await deleteRecord(services(), 'patent', ids[0] ?? 0)
      await store.apply(aChangeSet({ batch: aBatch({ sources: [aSource()] }), inserts: [aTwin('201910000001.1')] }))
      expect(await groups()).toEqual([['201910000004.4', 2, 2]])
      expect((await apartRecords(services(), 'patent', 9)).sets).toMatchObject([{ numbers: ['201910000001.1', '201910000003.3'], operator: '王芳' }])
      expect(await takeBackApart(services(), 'patent', ['201910000003.3', '201910000001.1'])).toMatchObject({ ok: true, value: { what: 'together' } })
      expect(await groups()).toHaveLength(2)
      expect(await takeBackApart(services(), 'patent', ['201910000003.3', '201910000001.1'])).toMatchObject({ ok: false, code: 'unknown_record' })
    })
  })

  it('writes one worklist for each district that has something to mend', async () => {
    const written = await writeWorklists(session, { problem: null, out: join(folder, '清单'), today, creator: '王芳', at: 0 })
    expect(written.ok && written.value.map(({ district, rows }) => [district, rows])).toEqual([['崂山区', 1], ['李沧区', 1], ['其他', 11]])
    expect(readdirSync(join(folder, '清单')).toSorted()).toEqual(['其他_待改清单.xlsx', '崂山区_待改清单.xlsx', '李沧区_待改清单.xlsx'].toSorted())
  })

  it('writes one list of all districts to a file, and refuses other formats', async () => {
    const out = join(folder, '清单.csv')
    expect(await writeWorklists(session, { problem: 'unit_name_shared', out, today, creator: '', at: 0 })).toMatchObject({ ok: true, value: [{ district: null, rows: 2 }] })
    expect(readFileSync(out, 'utf8').trim().split(/\r?\n/u).slice(1)).toEqual([
      '李沧区,几个信用代码同一个名称、曾用名或别名，按它认不出是哪一家,单位,91370213163562690B,青岛 乙公司,', '其他,几个信用代码同一个名称、曾用名或别名，按它认不出是哪一家,单位,913702122646060131,青岛乙公司,',
    ])
    expect(await writeWorklists(session, { problem: null, out: join(folder, '清单.doc'), today, creator: '', at: 0 })).toMatchObject({ ok: false, code: 'usage_bad_value' })
  })
})

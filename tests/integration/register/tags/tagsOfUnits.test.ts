import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCounting, type Counting } from '../../../../src/main/register/counting'
import { defineIndicator } from '../../../../src/main/register/indicators/defineIndicator'
import { openSession, type RegisterSession } from '../../../../src/main/register/opened/session'
import { editFields } from '../../../../src/main/register/records/edit/editFields'
import type { RecordServices } from '../../../../src/main/register/records/recordServices'
import { mergeUnits } from '../../../../src/main/register/units/mergeUnits'
import { subjectsNamed } from '../../../../src/main/register/units/namedSubjects'
import { verifyFigures } from '../../../../src/main/register/verify/verifyFigures'
import type { SqliteStore } from '../../../../src/main/store/sqlite/createStore'
import type { IndicatorName } from '../../../../src/shared/domain/catalogue/indicators'
import { aBatch, aChangeSet, anInsert, aPatent, aSource } from '../../../support/registers/changeSets'
import { recordServicesOver } from '../../../support/registers/recordServices'
import { tempRegister, type TempRegister } from '../../../support/registers/tempRegister'
import { valueOf } from '../../../support/valueOf'

/** Two units, the first of them tagged, and what belongs to each. */
const [tagged, other, former] = ['青岛甲电梯有限公司', '青岛乙电梯有限公司', '青岛丙电梯有限公司'] as const
const codes = { [tagged]: '91370200MA00000010', [other]: '91370200MA00000028', [former]: '91370200MA00000036' }
const drafted = (number: number, ...units: string[]) => anInsert('standard', { standardNo: `GB/T ${number}-2021`, kind: 'national', newOrRevised: 'new', publishedOn: '2021-05-06', drafting: units.map((name, at): [number, string] => [at + 1, name]) })
const owned = (number: string, owner: string) => anInsert('patent', aPatent({ applicationNumber: number, parties: [owner] }))
const marked = (number: string, owner: string) => anInsert('trademark', { registrationNumber: number, classes: [9], owner, registeredOn: '2021-03-01', termEndOn: '2031-02-28' })
const awarded = (key: string, recipient: string, tags: readonly string[] = []) => anInsert('honour', { key, honour: '市长质量奖', session: key, recipient, publishedOn: '2021-06-01', status: '授予', ...(tags.length > 0 ? { tags } : {}) })

let register: TempRegister
let store: SqliteStore
let services: RecordServices
let session: RegisterSession
let counting: Counting

beforeAll(async () => {
  register = tempRegister()
  store = register.open()
  services = recordServicesOver(store)
  await store.apply(aChangeSet({ batch: aBatch({ sources: [aSource({ states: ['uscc', 'name', 'district'] })] }), inserts: [
    anInsert('unit', { uscc: codes[tagged], name: tagged, district: '370212' }), anInsert('unit', { uscc: codes[other], name: other, district: '370202' }), anInsert('unit', { uscc: codes[former], name: former, district: '370202' }),
    drafted(1, tagged, other), drafted(2, other), drafted(3, other, tagged), drafted(4, '市外某公司'),
    owned('201910123456X', tagged), owned('2019101234575', other), marked('9000001', other), marked('9000002', tagged), marked('9000003', former),
    awarded('一', tagged), awarded('二', other, ['复核']),
  ] }))
  expect(await editFields(services, 'unit', 1, { tags: '重点、规上' })).toMatchObject({ ok: true })
  session = valueOf(openSession(register.path))
  counting = await createCounting(store)
})
afterAll(async () => {
  await session.close()
  register[Symbol.dispose]()
})

async function ranked(indicator: IndicatorName, ...filters: string[]): Promise<Record<string, number | null>> {
  const answer = valueOf(await counting.rank(indicator, { period: '2021', filters }))
  return Object.fromEntries([...answer.rows, answer.total].filter(({ value }) => value !== 0).map(({ name, value }) => [name, value]))
}

async function behind(indicator: IndicatorName, district: string | undefined, ...filters: string[]): Promise<string[]> {
  const answer = await counting.records(indicator, { period: '2021', filters, district })
  return answer.ok ? answer.value.rows.map(({ key }) => key) : [answer.code]
}

describe('a ranking narrowed by the tags of units', () => {
  it('counts a standard only where a tagged unit drafted it, and in the role of that unit', async () => {
    expect(await ranked('standards')).toEqual({ 市南区: 3, 崂山区: 2, 全市: 3 })
    expect(await ranked('standards', 'unitTags=重点')).toEqual({ 崂山区: 2, 全市: 2 })
    expect(await ranked('standards', 'unitTags=重点', 'role=lead')).toEqual({ 崂山区: 1, 全市: 1 })
    expect(await behind('standards', '崂山区', 'unitTags=重点', 'role=lead')).toEqual(['GB/T 1-2021'])
  })

  it.each([['patents_granted', ['201910123456X']], ['trademarks_valid', ['9000002']], ['honours', ['一']]] as const)('counts %s of tagged owners, and lists as many', async (indicator, keys) => {
    expect(await ranked(indicator, 'unitTags=规上,没有的')).toEqual({ 崂山区: 1, 全市: 1 })
    expect(await behind(indicator, undefined, 'unitTags=规上')).toEqual(keys)
    expect(await ranked(indicator, 'unitTags=没有的')).toEqual({})
  })

  it('also narrows honours by their own tags', async () => {
    expect(await ranked('honours', 'tags=复核')).toEqual({ 市南区: 1, 全市: 1 })
  })

  it('stands in an indicator of the office, and the recount agrees with it', async () => {
    const written = (id: string, of: string) => ({ id, name: `重点企业${of}`, unit: '项', shape: of === 'trademarks_valid' ? 'stock' : 'flow', of, filters: ['unitTags=重点'] })
    for (const of of ['standards', 'honours', 'trademarks_valid']) expect(await defineIndicator(services, await session.columns.current(), written(`of_${of}`, of))).toMatchObject({ ok: true })
    const verified = await verifyFigures(store, await session.columns.current(), '2021')
    expect(verified.ok && verified.value.indicators.filter(({ indicator }) => indicator.startsWith('of_')).map(({ ok }) => ok)).toEqual([true, true, true])
    expect(verified).toMatchObject({ ok: true, value: { ok: true } })
  })

  it('asks of a unit that was merged what the one it went into has', async () => {
    expect(await mergeUnits(services, await subjectsNamed(session, [codes[tagged], codes[former]], '2022-01-17'), { keep: codes[tagged], others: [codes[former]], from: {} })).toMatchObject({ ok: true })
    expect(await ranked('trademarks_valid', 'unitTags=重点')).toEqual({ 崂山区: 2, 全市: 2 })
  })
})

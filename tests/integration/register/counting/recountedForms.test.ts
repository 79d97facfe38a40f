import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCounting, type Counting } from '../../../../src/main/register/counting'
import { openSession, type RegisterSession } from '../../../../src/main/register/opened/session'
import { editFields } from '../../../../src/main/register/records/edit/editFields'
import type { ReportRequest } from '../../../../src/main/register/reports/produceReport'
import type { FormName } from '../../../../src/shared/domain/catalogue/forms'
import { listField } from '../../../../src/shared/domain/catalogue/listFields'
import type { Values } from '../../../../src/shared/domain/catalogue/fields'
import { aBatch, aChangeSet, anInsert, aSource } from '../../../support/registers/changeSets'
import { recordServicesOver, valuesOf } from '../../../support/registers/recordServices'
import { tempRegister } from '../../../support/registers/tempRegister'
import { valueOf } from '../../../support/valueOf'

/** Cells of forms that a count written apart from the program did not confirm, each with the rule that decides. */
const register = tempRegister()
const folder = mkdtempSync(join(tmpdir(), 'recounted-'))
let session: RegisterSession
let counting: Counting

const standard = (standardNo: string, kind: string, publishedOn: string, drafting: [number, string][], more: Values = {}): Values =>
  ({ standardNo, title: standardNo, kind, newOrRevised: 'new', publishedOn, drafting, listLength: drafting.length, listComplete: 1, ...more })
const pilot = (key: string, status: string | null): Values => ({ key, project: `标准化试点${key}`, pilotType: '服务业标准化', level: '国家级', name: '青岛乙有限公司', uscc: '91370200MA00000001', year: 2021, status })
const patent = (applicationNumber: string, type: string, filedOn: string): Values => ({ applicationNumber, type, parties: ['王某'], ownerPlace: '370212', filedOn })

beforeAll(async () => {
  const store = register.open()
  const inserts = [
    anInsert('unit', { uscc: '91370200MA00000000', name: '青岛甲有限公司', formerNames: ['青岛旧甲厂'], district: '370214', zone: '青岛高新区' }),
    anInsert('unit', { uscc: '91370200MA00000001', name: '青岛乙有限公司', district: '370212' }),
    anInsert('standard', standard('ISO 1:2021', 'international', '2021-07', [[1, '外地有限公司'], [2, '青岛旧甲厂'], [3, '青岛甲有限公司'], [4, '青岛乙有限公司']], { forewordLead: ['外地有限公司'] })),
    anInsert('standard', standard('ISO 2:2021', 'international', '2021-08-01', [[1, '青岛旧甲厂'], [2, '外地有限公司'], [3, '青岛甲有限公司']])),
    ...[['1', '通过验收'], ['2', '未通过'], ['3', '在建'], ['4', '撤销'], ['5', '待验收'], ['6', null]].map(([key, status]) => anInsert('pilot', pilot(key ?? '', status ?? null))),
    ...['2020-01-31', '2020-02-29', '2020-03-01', '2021-01-05', '2021-02-28'].map((filedOn, at) => anInsert('patent', patent(`2020${at}`, 'invention', filedOn))),
    ...['invention', 'utility_model', 'design'].map((type, at) => anInsert('patent', patent(`2009${at}`, type, '2009-05-05'))),
  ]
  const applied = await store.apply(aChangeSet({ batch: aBatch({ sources: [aSource()] }), inserts }))
  if (!applied.ok) throw new Error(applied.code)
  await store.close()
  session = valueOf(openSession(register.path))
  counting = await createCounting(session.store, session.columns)
})
afterAll(async () => {
  await session.close()
  register[Symbol.dispose]()
  rmSync(folder, { recursive: true, force: true })
})

/** The rows of a form's first sheet, and the notes under it. */
async function produce(form: FormName, request: Omit<ReportRequest, 'out'>): Promise<{ rows: unknown[][]; notes: string }> {
  const out = join(folder, `${form}-${Math.random().toString(36).slice(2)}.xlsx`)
  valueOf(await counting.report(form, { ...request, out }, { operator: '王芳', now: Date.UTC(2022, 0, 17) }))
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(out)
  const rows: unknown[][] = []
  workbook.worksheets[0]?.eachRow((row) => { rows.push((row.values as unknown[]).slice(1)) })
  return { rows, notes: rows.map(([first]) => (typeof first === 'string' ? first : '')).join('') }
}

const listed = ({ rows }: { rows: unknown[][] }): unknown[][] => rows.filter(([index]) => typeof index === 'number')

describe('a unit that a drafting list names twice, under its former and its present name', () => {
  it('is one row of F1, in the place and role that are its best', async () => {
    const rows = listed(await produce('F1', { period: '2021' }))
    expect(rows.map((row) => [row[2], row[4], row[10], row[12]])).toEqual([
      ['青岛甲有限公司', 'ISO 1:2021', 2, '参与'], ['青岛乙有限公司', 'ISO 1:2021', 4, '参与'], ['青岛甲有限公司', 'ISO 2:2021', 1, '主导'],
    ])
  })

  it('is paid once for a standard, as the one who leads where it does', async () => {
    const rows = listed(await produce('F11', { period: '2021' })).filter(([, , unit]) => unit === '青岛甲有限公司')
    expect(rows.map((row) => [row[4], row[5], row[9], row[10]])).toEqual([['参与国际', 'ISO 1:2021', 20, 20], ['主持国际', 'ISO 2:2021', 50, 70]])
  })
})

describe('F11', () => {
  it('prints of a day no more than is known', async () => {
    const rows = listed(await produce('F11', { period: '2021' }))
    expect(rows.find((row) => row[5] === 'ISO 1:2021')?.[7]).toBe('2021-07')
    expect(rows.find((row) => row[5] === '标准化试点1')?.[7]).toBe('2021')
  })

  it('pays for pilots that are completed, and for none that is under way, was not accepted or was revoked', async () => {
    const rows = listed(await produce('F11', { period: '2021' }))
    expect(rows.filter((row) => row[4] === '国家级试点').map((row) => row[5])).toEqual(['标准化试点1', '标准化试点6'])
  })
})

describe('the lists', () => {
  it.each(['F1', 'F11'] as const)('%s names the district of a unit in a zone under any policy, and does not say that the zone stands apart', async (form) => {
    const printed = await produce(form, { period: '2021', zones: 'separate' })
    expect(listed(printed).filter(([, , unit]) => unit === '青岛甲有限公司').map((row) => row[1])).toEqual(['城阳区', '城阳区'])
    expect(printed.notes).toContain('功能区计入所在区市')
    expect(printed.notes).not.toContain('单列一行')
  })
})

describe('F5', () => {
  it('holds January and February against those of a leap year with its 29th, as that year’s own form printed them', async () => {
    const cityOf = async (period: string) => (await produce('F5', { period })).rows.find(([name]) => name === '全市') ?? []
    const [before, now] = [await cityOf('2020-02'), await cityOf('2021-02')]
    expect([before[7], now[7], now[8]]).toEqual([2, 2, 2])
    const series = valueOf(await counting.series('patents_applied', { period: '2021-02' }))
    expect(series.total).toMatchObject({ yearToDate: 2, yearToDateBefore: 2 })
  })
})

describe('fields that follow from others', () => {
  it('say of inventions alone that they have been kept for ten years', async () => {
    const list = valueOf(await session.lists.find({ kind: 'patents', search: '', filters: [{ field: 'criteria', values: ['ten_years'] }], sort: [{ field: 'applicationNumber', descending: false }] }, '2022-01-17'))
    const criteria = listField('patents', 'criteria')
    const rows = await session.lists.rows(list, 0, list.count, criteria ? [criteria] : [], '2022-01-17')
    expect(rows.map(({ cells }) => cells['criteria'])).toEqual([['ten_years']])
  })

  it('make a revision of a standard where a person names what it replaces, a new one where she takes it out, and what she says it is', async () => {
    using apart = tempRegister()
    const store = apart.open()
    const applied = await store.apply(aChangeSet({ batch: aBatch({ sources: [aSource({ kind: 'standard', states: ['title'] })] }), inserts: [anInsert('standard', standard('GB/T 1-2021', 'national', '2021-05-05', [[1, '青岛甲有限公司']]))] }))
    if (!applied.ok) throw new Error(applied.code)
    const services = recordServicesOver(store)
    valueOf(await editFields(services, 'standard', 1, { replaces: 'GB/T 1-2001' }))
    expect(await valuesOf(services, 'standard', 1)).toMatchObject({ replaces: ['GB/T 1-2001'], newOrRevised: 'revised' })
    valueOf(await editFields(services, 'standard', 1, { replaces: '' }))
    expect(await valuesOf(services, 'standard', 1)).toMatchObject({ newOrRevised: 'new' })
    valueOf(await editFields(services, 'standard', 1, { replaces: 'GB/T 1-2001' }))
    valueOf(await editFields(services, 'standard', 1, { newOrRevised: '制定' }))
    expect(await valuesOf(services, 'standard', 1)).toMatchObject({ replaces: ['GB/T 1-2001'], newOrRevised: 'new' })
  })
})

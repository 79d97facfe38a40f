import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPeriodEvents } from '../../../src/main/register/freezing/periodEvents'
import { registerDesk } from '../../support/registers/registerDesk'
import { putSampleRegister } from '../../support/registers/sampleRegister'

/** What a window asks from the first look at a period to its archive. */
const desk = registerDesk()
const { ask } = desk

beforeAll(async () => {
  await putSampleRegister(desk.register.path)
  const store = desk.register.open()
  await store.info.set('operator', '王芳')
  await store.close()
  await desk.opened.open(desk.register.path, false)
}, 180_000)
afterAll(() => desk.close())

const formOf = async (form: string, period = '2021') => (await ask('periods.get', { period })).forms.find((candidate) => candidate.form === form)

describe('closing a period', () => {
  it('shows which forms can be frozen, what is missing from whom, and which files wait', async () => {
    const state = await ask('periods.get', { period: '2021' })
    expect(state.forms.map(({ form }) => form)).toEqual(['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8', 'F9', 'F10', 'F11'])
    expect(state.forms.find(({ form }) => form === 'F2')).toMatchObject({ state: 'ready', frozen: null, failed: [] })
    expect(state.forms.find(({ form }) => form === 'F8')).toMatchObject({ state: 'checks_failed', failed: ['缺少数据：台账里没有PCT申请'] })
    expect(state.waiting.every(({ rows }) => rows > 0)).toBe(true)
    expect(state.hasReporters).toBe(true)
    expect((await ask('periods.get', { period: '2010' })).forms.find(({ form }) => form === 'F6')).toMatchObject({ state: 'no_data', problem: { code: 'population_missing' } })
  })

  it('judges every form with the options it would be frozen with', async () => {
    const { forms } = await ask('periods.get', { period: '2021', options: { population: 'yearend2099' } })
    expect(forms.find(({ form }) => form === 'F6')).toMatchObject({ state: 'no_data', problem: { code: 'population_missing' } })
    expect(forms.find(({ form }) => form === 'F2')).toMatchObject({ state: 'ready', problem: null })
    expect(await formOf('F6')).toMatchObject({ state: 'ready' })
  })

  it('names a district that reported the year before and nothing since', async () => {
    const { missing } = await ask('periods.get', { period: '2022' })
    expect(missing.length).toBeGreaterThan(0)
    expect(missing.every(({ before }) => before > 0)).toBe(true)
  })

  it('keeps who reviewed, and says when the register has moved on since', async () => {
    expect(await ask('periods.mark', { period: '2021', what: 'reviewed' })).toMatchObject({ events: [{ what: 'reviewed', by: '王芳' }], review: { what: 'reviewed', by: '王芳' }, isReviewOutdated: false })
    expect(await ask('periods.mark', { period: '2021', what: 'review_withdrawn' })).toMatchObject({ review: null, isReviewOutdated: false })
    expect((await ask('periods.mark', { period: '2021', what: 'reviewed' })).events.map(({ what }) => what)).toEqual(['reviewed', 'review_withdrawn', 'reviewed'])
  })

  it('freezes the forms asked for, and names those that cannot be', async () => {
    const { frozen, refused } = await ask('periods.freeze', { period: '2021', forms: ['F2', 'F6'], options: { leadRule: 'first', population: 'census2020' } })
    expect(frozen.map(({ form, version, operator }) => [form, version, operator])).toEqual([['F2', 1, '王芳'], ['F6', 1, '王芳']])
    expect(frozen[0]?.fileName).toBe('青岛市_标准制修订统计表_2021年_20220117.xlsx')
    expect(refused).toEqual([])
    expect(await ask('periods.freeze', { period: '2021', forms: ['F2'] })).toMatchObject({ frozen: [], refused: [{ form: 'F2', code: 'period_frozen' }] })
    expect(await formOf('F2')).toMatchObject({ state: 'frozen', frozen: { version: 1 } })
    expect(await ask('periods.mark', { period: '2021', what: 'submitted' })).toMatchObject({ events: [{}, {}, {}, { what: 'submitted' }] })
    expect((await ask('periods.list', {})).periods).toMatchObject([{ period: '2021', isSubmitted: true, isArchived: false, forms: [{ form: 'F2' }, { form: 'F6' }] }])
  })

  it('tells what has changed since in the words of the form', async () => {
    expect((await ask('periods.restatement', { period: '2021', form: 'F2' })).numbers).toEqual([])
    expect(await ask('periods.changed', { period: '2021', form: 'F2' })).toEqual({ isChanged: false })
    const session = desk.opened.session()
    if (!session.ok) throw new Error(session.code)
    const [standard] = [...(await session.value.store.records.byKeys('standard', ['ISO/IEC 43791:2021'])).values()]
    if (!standard) throw new Error('the sample has it')
    await ask('records.edit', { kind: 'standards', id: standard.id, field: 'publishedOn', text: '2019-01-05', before: String(standard.values.publishedOn) })
    const { records, numbers } = await ask('periods.restatement', { period: '2021', form: 'F2' })
    expect(records).toMatchObject([{ list: 'standards', key: 'ISO/IEC 43791:2021', title: standard.values.title, change: 'withdrawn', to: [], reasons: [{ operator: '王芳', fields: ['发布日期'] }] }])
    expect(records[0]?.from.some((place) => place.startsWith('崂山区 '))).toBe(true)
    expect(numbers.find(({ row, column }) => row === '全市合计' && column === '合计')).toMatchObject({ before: '129', after: '128', change: '−1' })
    expect(await ask('periods.changed', { period: '2021', form: 'F2' })).toEqual({ isChanged: true })
    expect(await ask('periods.get', { period: '2021' })).toMatchObject({ isReviewOutdated: true })
  })

  it('makes a correction beside the old version once it was reopened with a reason', async () => {
    expect(await ask('periods.reopen', { period: '2021', form: 'F2', reason: '补报一项' })).toMatchObject({ reopened: { by: '王芳', reason: '补报一项' } })
    expect(await formOf('F2')).toMatchObject({ state: 'reopened', frozen: { version: 1 } })
    expect((await ask('periods.freeze', { period: '2021', forms: ['F2'] })).frozen).toMatchObject([{ version: 2, reason: '补报一项', fileName: '青岛市_标准制修订统计表_2021年_第2版_20220117.xlsx' }])
    expect(await ask('periods.restatement', { period: '2021', form: 'F2', version: 1 })).toMatchObject({ frozen: { version: 1 }, counts: { withdrawn: 1 } })
  })

  it('writes a frozen form again, recognises it, and archives the period', async () => {
    const file = join(desk.register.folder, '任意名.xlsx')
    await ask('periods.write', { period: '2021', form: 'F2', file })
    expect(await ask('periods.verifyReport', { file })).toMatchObject({ state: 'unchanged', report: { form: 'F2', frozenVersion: 2 } })
    const zip = join(desk.register.folder, '青岛市_2021_归档包_20220117.zip')
    const archived = await ask('periods.archive', { period: '2021', folder: desk.register.folder })
    // A computer without any Chinese font leaves the two printed forms out, and says so.
    expect(archived).toMatchObject({ file: zip, files: archived.pdf === null ? 6 : 8 })
    expect(readFileSync(zip).subarray(0, 2).toString()).toBe('PK')
    const session = desk.opened.session()
    if (!session.ok) throw new Error(session.code)
    expect((await readPeriodEvents(session.value.store.info))['2021']?.map(({ what, place }) => [what, place])).toEqual([['reviewed', undefined], ['review_withdrawn', undefined], ['reviewed', undefined], ['submitted', undefined], ['archived', zip]])
  })

  it('tells places that fell and rose as such: the fifth is below the fourth', async () => {
    const session = desk.opened.session()
    if (!session.ok) throw new Error(session.code)
    const [standard] = [...(await session.value.store.records.byKeys('standard', ['GB 40481-2021'])).values()]
    if (!standard) throw new Error('the sample has it')
    await ask('records.edit', { kind: 'standards', id: standard.id, field: 'publishedOn', text: '2019-12-31', before: String(standard.values.publishedOn) })
    const { numbers } = await ask('periods.restatement', { period: '2021', form: 'F2' })
    expect(numbers.filter(({ column }) => column === '位次')).toMatchObject([{ row: '市北区', before: '6', after: '5', change: '▲1' }, { row: '即墨区', before: '4', after: '5', change: '▼1' }])
  })
})

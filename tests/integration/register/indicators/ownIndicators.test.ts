import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCounting } from '../../../../src/main/register/counting'
import { createColumnsOwner } from '../../../../src/main/register/columns/columnsOwner'
import { placesOf } from '../../../../src/main/register/city/registerPlaces'
import { defineIndicator, retireIndicator } from '../../../../src/main/register/indicators/defineIndicator'
import { ownIndicators, standing } from '../../../../src/main/register/indicators/ownIndicators'
import { verifyFigures } from '../../../../src/main/register/verify/verifyFigures'
import { createFigureValues } from '../../../../src/main/register/fill/figureValues'
import { freezeForm, frozenVersion, type FreezeSetting } from '../../../../src/main/register/freezing/freezePeriod'
import { frozenCopy } from '../../../../src/main/register/freezing/frozenCopy'
import { restate } from '../../../../src/main/register/freezing/restate'
import { prepareReport } from '../../../../src/main/register/reports/prepareReport'
import { indicatorSeries } from '../../../../src/main/register/rankTable/indicatorSeries'
import { idsWhere } from '../../../../src/main/register/ranking/rowsWhere'
import { undoChange } from '../../../../src/main/register/records/edit/undoChange'
import type { RecordServices } from '../../../../src/main/register/records/recordServices'
import type { SqliteStore } from '../../../../src/main/store/sqlite/createStore'
import { aBatch, aChangeSet, anInsert } from '../../../support/registers/changeSets'
import { recordServicesOver } from '../../../support/registers/recordServices'
import { openSampleRegister } from '../../../support/registers/sampleRegister'
import { valueOf } from '../../../support/valueOf'

/** Indicators that the office makes itself, over the sample register. */
let store: SqliteStore
let services: RecordServices

beforeAll(async () => {
  store = await openSampleRegister()
  services = recordServicesOver(store)
}, 180_000)
afterAll(() => store.close())

const columnsNow = () => createColumnsOwner(store.columns, placesOf(null, null).city).current()
const define = async (written: unknown) => defineIndicator(services, await columnsNow(), written)

async function defined(written: Record<string, unknown>): Promise<{ version: number; sequence: number | null }> {
  return valueOf(await define(written))
}

/** Value of the city and of each row, with the records behind each. */
async function figuresOf(name: string, period = '2021') {
  const counting = await createCounting(store)
  const indicator = await counting.find(name)
  if (!indicator.ok) throw new Error(JSON.stringify(indicator.details))
  const ranked = valueOf(await counting.rank(indicator.value, { period }))
  const rows = [...ranked.rows, ranked.total]
  const behind = []
  for (const { name: district } of rows) {
    const records = valueOf(await counting.records(indicator.value, { period, district }))
    behind.push(records)
  }
  return { answer: ranked, rows, behind }
}

async function problemsOf(written: unknown): Promise<[string, string][]> {
  const done = await define(written)
  if (done.ok || done.code !== 'invalid_indicator') throw new Error(done.ok ? 'defined' : done.code)
  const problems = done.details?.problems as { at: string; problem: string }[]
  return problems.map(({ at, problem }) => [at, problem])
}

const recommended = { id: 'recommended_national', name: '推荐性国家标准数', unit: '项', shape: 'flow', of: 'standards', filters: ['kind=national', 'nature=推荐性'] }

describe('an indicator of the office', () => {
  it('over classes of marks counts the classes that are asked for, each as one, and lists those alone', async () => {
    for (const [id, filter, isAsked] of [['nine_only', 'classes=9', (value: unknown) => value === 9], ['services', 'classes=35..45', (value: unknown) => Number(value) >= 35], ['not_nine', 'classes!=9', (value: unknown) => value !== 9]] as const) {
      await defined({ id, name: id, unit: '件', shape: 'stock', of: 'trademarks_valid', filters: [filter] })
      const [{ rows, behind }, all] = [await figuresOf(id), await figuresOf('trademarks_valid')]
      expect(rows.map(({ value }) => value)).toEqual(behind.map(({ total }) => total))
      const wanted = all.behind.at(-1)?.rows.filter((row) => isAsked(row.class)).map((row) => `${row.key} ${String(row.class)}`)
      expect(wanted?.length).toBeGreaterThan(0)
      expect(behind.at(-1)?.rows.map((row) => `${row.key} ${String(row.class)}`)).toEqual(wanted)
    }
    expect(valueOf(await verifyFigures(store, await columnsNow(), '2021')).ok).toBe(true)
    for (const id of ['nine_only', 'services', 'not_nine']) valueOf(await retireIndicator(services, await columnsNow(), id))
  })

  it('counts records by filters and stored fields, and its count is its records', async () => {
    await defined(recommended)
    const { answer, rows, behind } = await figuresOf('recommended_national')
    expect(rows.map(({ value }) => value)).toEqual(behind.map(({ total }) => total))
    expect(answer.total.value).toBeGreaterThan(0)
    const all = await store.records.byKeys('standard', behind.at(-1)?.rows.map(({ key }) => key) ?? [])
    expect([...all.values()].every(({ values }) => values.nature === 'recommended' && String(values.kind).startsWith('national'))).toBe(true)
    expect(answer).toMatchObject({ indicator: 'recommended_national', version: 1, unit: '项', rules: { leadRule: 'first' } })
  })

  it('leaves the others out: what begins otherwise, and what is excluded', async () => {
    await defined({ id: 'all_national', name: '国家标准总数', unit: '项', shape: 'flow', of: 'standards', filters: ['kind=national'] })
    await defined({ id: 'other_national', name: '其他国家标准数', unit: '项', shape: 'flow', of: 'all_national', filters: ['nature!=recommended'] })
    const [all, some, rest] = [await figuresOf('all_national'), await figuresOf('recommended_national'), await figuresOf('other_national')]
    expect((some.answer.total.value ?? 0) + (rest.answer.total.value ?? 0)).toBe(all.answer.total.value)
  })

  it('divides by population and by another count', async () => {
    await defined({ id: 'grants_per_10k', name: '每万人口专利授权量', unit: '件/万人', shape: 'per_10k', of: 'patents_granted', decimals: 3 })
    await defined({ id: 'invention_share', name: '发明授权占比', unit: '%', shape: 'ratio', of: 'patents_granted', filters: ['type=发明'], whole: { of: 'patents_granted' } })
    const counting = await createCounting(store)
    const grants = await counting.rank('patents_granted', { period: '2021' })
    const inventions = await counting.rank('patents_granted', { period: '2021', filters: ['type=invention'] })
    const perPerson = await figuresOf('grants_per_10k')
    const share = await figuresOf('invention_share')
    if (!grants.ok || !inventions.ok) throw new Error('no grants')
    const { populations } = await (await columnsNow()).denominators()
    const wan = populations.get(perPerson.answer.rules.population ?? '')?.get('370200') ?? 0
    expect(perPerson.answer.total.value).toBe(Math.round(1000 * (grants.value.total.value ?? 0) / wan) / 1000)
    expect(share.answer.total.value).toBe(Math.round(1000 * (inventions.value.total.value ?? 0) / (grants.value.total.value ?? 0)) / 10)
    expect(share.behind.at(-1)?.total).toBe(inventions.value.total.value)
  })

  it.each(['2021', '2020H1', '2021Q3', '2018-06-01..2021-03-31'])('is counted again from the records themselves: %s', async (period) => {
    await defined({ id: 'led_recommended', name: '主导推荐性标准数', unit: '项', shape: 'flow', of: 'standards', filters: ['role=lead', 'nature=recommended', 'newOrRevised=制定'] })
    await defined({ id: 'firm_high_value', name: '企业高价值', unit: '件', shape: 'stock', of: 'high_value', filters: ['ownerType=enterprise', 'criterion=strategic,ten_years', 'ipc^=G,H'] })
    await defined({ id: 'joint_firms', name: '公司参与的发明', unit: '件', shape: 'stock', of: 'inventions_valid', filters: ['parties*=公司'] })
    await defined({ id: 'class_nine', name: '第九类有效商标', unit: '件', shape: 'stock', of: 'trademarks_valid', filters: ['classes=9'] })
    await defined({ id: 'awards_for_units', name: '组织获奖数', unit: '项', shape: 'flow', of: 'honours', filters: ['level!=优秀奖', 'recipient*=公司'] })
    await defined({ id: 'national_pilots', name: '国家级试点', unit: '项', shape: 'flow', of: 'pilots', filters: ['level=国家级'] })
    await defined({ id: 'local_part', name: '推荐性国标参与度', unit: '%', shape: 'ratio', of: 'standards', filters: ['kind=national', 'nature=recommended'], whole: { of: 'standards', filters: ['kind=national'], everywhere: true } })
    const verified = valueOf(await verifyFigures(store, await columnsNow(), period))
    expect(verified.indicators.filter(({ ok }) => !ok)).toEqual([])
    expect(verified.indicators.map(({ indicator }) => indicator)).toEqual(expect.arrayContaining(['high_value', 'honours', 'pilots', 'trademarks_grace', 'led_recommended', 'firm_high_value', 'local_part']))
  })

  it('looks the records of a condition up once, and lets go of conditions that were asked long ago', async () => {
    const columns = await columnsNow()
    const asked = (title: string) => idsWhere(columns, 'standard', [{ field: 'title', values: [title], match: 'contains' }])
    const [first, second] = [await asked('海洋'), await asked('啤酒')]
    for (let at = 0; at < 10; at++) await asked(`名称${at}`)
    expect(await asked('海洋')).toBe(first)
    for (let at = 10; at < 20; at++) await asked(`名称${at}`)
    expect(await asked('海洋')).toBe(first)
    const again = await asked('啤酒')
    expect(again).not.toBe(second)
    expect(again).toEqual(second)
  })

  it('is compared between cities in the unit in which its figures came', async () => {
    await defined({ id: 'famous_marks', name: '知名商标数', unit: '件', shape: 'stock', of: 'trademarks_valid' })
    const received = anInsert('indicator', { key: '370100|famous_marks|2021', region: '370100', indicator: 'famous_marks', period: '2021', heading: '知名商标（万件）', value: 1.5, unit: '万件' })
    expect(await store.apply(aChangeSet({ batch: aBatch({ kind: 'indicators' }), inserts: [received] }))).toMatchObject({ ok: true })
    const indicator = valueOf(await (await createCounting(store)).find('famous_marks'))
    const series = await indicatorSeries(await columnsNow(), indicator, { period: '2021', scope: 'cities' }, 1)
    expect(series).toMatchObject({ ok: true, value: { unit: '万件' } })
    expect(series.ok ? series.value.points[0]?.values : []).toContain(1.5)
  })

  it('fills the cells of a received form, and an unknown one is told as a wrong binding', async () => {
    const columns = await columnsNow()
    await columns.directory()
    const values = createFigureValues(columns, placesOf(null, null).resolver, { period: '2021' })
    const { answer } = await figuresOf('recommended_national')
    const bound = { indicator: 'recommended_national', filters: [], measure: 'value' as const }
    expect(await values.of(bound, undefined)).toEqual({ ok: true, value: { value: answer.total.value, row: null } })
    expect(await values.of(bound, '崂山区')).toEqual({ ok: true, value: { value: answer.rows.find(({ name }) => name === '崂山区')?.value, row: '崂山区' } })
    expect(await values.of({ ...bound, indicator: 'nothing_such' }, undefined)).toMatchObject({ ok: false, code: 'invalid_bindings' })
  })

  it('takes a new version with each change, keeps the old ones, and goes back by undo', async () => {
    expect(await defined(recommended)).toMatchObject({ version: 1, sequence: null })
    const before = (await figuresOf('recommended_national')).answer.total.value
    const changed = await defined({ ...recommended, filters: ['kind=industry'] })
    expect(changed.version).toBe(2)
    expect((await figuresOf('recommended_national')).answer).toMatchObject({ version: 2 })
    expect((await store.records.all('own_indicator')).filter(({ values }) => values.indicator === 'recommended_national')).toHaveLength(2)
    const undone = await undoChange(services, changed.sequence ?? 0)
    expect(undone.ok).toBe(true)
    expect((await figuresOf('recommended_national')).answer).toMatchObject({ version: 1, total: { value: before } })
  })

  it('stands in a table of its own, and a frozen one keeps the versions it was made of', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'own-'))
    const setting = async (): Promise<FreezeSetting> => ({
      store, columns: await columnsNow(), records: store.records, districts: placesOf(null, null).resolver, office: null, operator: '王芳', now: Date.UTC(2022, 0, 17), today: '2022-01-17',
    })
    const closed = valueOf(await freezeForm(await setting(), 'own', { period: '2021' }))
    const changed = await defined({ ...recommended, filters: ['kind=industry'] })
    const frozen = valueOf(await frozenVersion(store, 'own', '2021'))
    const copy = await frozenCopy(store, 'own', { period: '2021', out: join(folder, 'own.xlsx') })
    expect(copy).toMatchObject({ ok: true, value: { sha256: closed.sha256 } })
    expect(createHash('sha256').update(readFileSync(join(folder, 'own.xlsx'))).digest('hex')).toBe(closed.sha256)
    expect(await restate({ ...(await setting()), store, history: services.history }, frozen)).toMatchObject({ ok: true, value: { numbers: [] } })
    const now = valueOf(await prepareReport(await setting(), 'own', { period: '2021' }))
    expect(now.explanation.rows.map((row) => row[2])).toContain('recommended_national v2')
    const values = now.table.rows.map(({ cells }) => cells[2]?.value)
    expect(values).not.toEqual(frozen.values.map((cells) => cells[2]))
    expect(values.at(-1)).toBe((await figuresOf('recommended_national')).answer.total.value)
    expect((await undoChange(services, changed.sequence ?? 0)).ok).toBe(true)
    rmSync(folder, { recursive: true, force: true })
  })

  it('is not retired while others stand on it, and comes back when it is defined again', async () => {
    expect(await retireIndicator(services, await columnsNow(), 'all_national')).toMatchObject({ ok: false, code: 'indicator_in_use', details: { users: ['other_national'] } })
    expect(await retireIndicator(services, await columnsNow(), 'other_national')).toMatchObject({ ok: true, value: { version: 2, isRetired: true } })
    expect(await retireIndicator(services, await columnsNow(), 'other_national')).toMatchObject({ ok: false, code: 'unknown_name' })
    expect(standing(await ownIndicators(await columnsNow())).map(({ name }) => name)).not.toContain('other_national')
    expect((await (await createCounting(store)).find('other_national')).ok).toBe(false)
    expect(await defined({ id: 'other_national', name: '其他国家标准数', unit: '项', shape: 'flow', of: 'all_national', filters: ['nature!=recommended'] })).toMatchObject({ version: 3 })
  })
})

describe('a definition that cannot stand', () => {
  it.each<[string, object, [string, string][]]>([
    ['a field that is none', { ...recommended, id: 'a1', name: '甲', filters: ['colour=red'] }, [['filters.0', 'unknown_field']]],
    ['a value that is none', { ...recommended, id: 'a1', name: '甲', filters: ['kind=planetary', 'publishedOn=sometime'] }, [['filters.0', 'bad_value'], ['filters.1', 'bad_value']]],
    ['a computed field', { ...recommended, id: 'a1', name: '甲', filters: ['status=现行'] }, [['filters.0', 'unknown_field']]],
    ['an entry that is none', { ...recommended, id: 'a1', name: '甲', colour: 'red' }, [['colour', 'unknown_field']]],
    ['a wrong type', { ...recommended, id: 'a1', name: 7, decimals: 'two' }, [['name', 'wrong_type'], ['decimals', 'wrong_type']]],
    ['a missing part', { id: 'a1', name: '甲', unit: '%', shape: 'ratio', of: 'standards' }, [['whole', 'missing']]],
    ['a name of the program', { ...recommended, id: 'standards', name: '专利授权量' }, [['id', 'name_taken'], ['name', 'name_taken']]],
    ['a name of another one', { ...recommended, id: 'a1' }, [['name', 'name_taken']]],
    ['a count of densities', { ...recommended, id: 'a1', name: '甲', of: 'inventions_per_10k' }, [['of', 'not_a_count']]],
    ['an unknown base', { ...recommended, id: 'a1', name: '甲', of: 'nothing_such' }, [['of', 'unknown_indicator']]],
    ['a stock that flows', { id: 'a1', name: '甲', unit: '件', shape: 'flow', of: 'inventions_valid' }, [['shape', 'wrong_shape']]],
    ['a flow over a stock', { id: 'a1', name: '甲', unit: '%', shape: 'ratio', of: 'patents_granted', whole: { of: 'inventions_valid' } }, [['whole.of', 'other_days']]],
    ['what the base has fixed', { id: 'a1', name: '甲', unit: '件', shape: 'stock', of: 'inventions_valid', filters: ['type=design'] }, [['filters.0', 'fixed_filter']]],
    ['no value in common', { id: 'a1', name: '甲', unit: '项', shape: 'flow', of: 'all_national', filters: ['kind=industry'] }, [['filters', 'nothing_left']]],
    ['a rule that is none', { ...recommended, id: 'a1', name: '甲', rules: ['by_the_moon'] }, [['rules.0', 'unknown_rule']]],
    ['itself below the line', { id: 'a1', name: '甲', unit: '%', shape: 'ratio', of: 'standards', whole: { of: 'a1' } }, [['whole.of', 'circular']]],
    ['a circle over another one', { id: 'all_national', name: '国家标准总数', unit: '项', shape: 'flow', of: 'other_national' }, [['of', 'circular']]],
    ['a base of others that is no count any more', { id: 'all_national', name: '国家标准总数', unit: '件/万人', shape: 'per_10k', of: 'standards' }, [['', 'breaks_others']]],
  ])('is refused with its place: %s', async (_, written, problems) => {
    expect(await problemsOf(written)).toEqual(problems)
  })
})

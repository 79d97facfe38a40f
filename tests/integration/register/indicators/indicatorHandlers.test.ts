import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importSample, readExpected } from '../../../support/registers/sampleImport'
import { registerDesk } from '../../../support/registers/registerDesk'

/** The page on which the office makes its own indicators, as the window asks for it. */
const desk = registerDesk()
const { ask } = desk
const draft = { id: 'recommended', name: '推荐性标准数', unit: '项', shape: 'flow', of: 'standards', filters: ['nature=recommended'] }

beforeAll(async () => {
  const store = desk.register.open()
  // The directory of units and the first lists are enough to count.
  for (const { file, outcome } of readExpected().importOrder.slice(0, 6)) if (!outcome) await importSample(store, file)
  await store.close()
  await desk.opened.open(desk.register.path, false)
}, 60_000)
afterAll(() => desk.close())

describe('the page of own indicators', () => {
  it('offers the counts to stand on, and what can be asked of their records', async () => {
    const { counts } = await ask('indicators.own', {})
    expect(counts.find(({ name }) => name === 'inventions_valid')).toMatchObject({ shape: 'stock', unit: '件' })
    expect(counts.some(({ name }) => name === 'high_value_share')).toBe(false)
    const { fields } = await ask('indicators.fields', { of: 'standards' })
    expect(fields.find(({ name }) => name === 'role')).toMatchObject({ label: '角色', values: [{ value: 'lead', label: '主导' }, { value: 'part', label: '参与' }] })
    expect(fields.find(({ name }) => name === 'nature')?.values).toHaveLength(4)
    expect(fields.some(({ name }) => name === 'status' || name === 'district')).toBe(false)
  })

  it('tells while it is being written what is wrong, and then what it counts with the records', async () => {
    expect(await ask('indicators.preview', { written: { ...draft, name: '', filters: ['nature=odd'] }, period: '2021' })).toMatchObject({ figure: null, problems: [{ at: 'name', text: '没有写' }] })
    const { problems, figure } = await ask('indicators.preview', { written: draft, period: '2021' })
    expect(problems).toEqual([])
    expect(figure?.total).toBe(figure?.count)
    expect(figure?.records.length).toBe(Math.min(12, figure?.count ?? 0))
    expect(figure?.sentence).toContain('标准性质为推荐性')
    expect((await ask('indicators.preview', { written: { ...draft, shape: 'per_10k', unit: '项/万人' }, period: '1999' })).failure?.code).toBe('population_missing')
  })

  it('keeps it, offers it for rankings at once, and takes it back by undo', async () => {
    expect(await ask('indicators.define', { written: draft })).toMatchObject({ indicator: 'recommended', version: 1 })
    expect((await ask('counting.indicators', {})).indicators.at(-1)).toMatchObject({ name: 'recommended', label: '推荐性标准数', short: '推荐性标准数' })
    const table = await ask('counting.table', { indicators: ['standards', 'recommended'], choice: { period: '2021' } })
    expect(table.columns[1]).toMatchObject({ indicator: 'recommended', problem: null, isCounted: true, isDensity: false })
    const behind = await ask('counting.records', { indicator: 'recommended', choice: { period: '2021' }, row: null })
    expect([behind.count, behind.named]).toEqual([table.columns[1]?.total.value, { label: '推荐性标准数', unit: '项' }])
    expect(await ask('indicators.retire', { id: 'recommended' })).toMatchObject({ version: 2, isRetired: true })
    expect((await ask('counting.indicators', {})).indicators.some(({ name }) => name === 'recommended')).toBe(false)
    await ask('records.undo', {})
    expect((await ask('indicators.own', {})).indicators).toMatchObject([{ id: 'recommended', version: 1, isRetired: false, problems: [] }])
  })
})

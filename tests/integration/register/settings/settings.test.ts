import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { registerContract, type Input, type RegisterHandlers, type RegisterOperationName } from '../../../../src/shared/bridge/contract'
import { checkRegister } from '../../../../src/main/register/checkRegister'
import { createCounting } from '../../../../src/main/register/counting'
import { createHandlers } from '../../../../src/main/register/handlers'
import { importFile } from '../../../../src/main/register/import/importFile'
import { createImportServices } from '../../../../src/main/register/import/services'
import { createOpenedRegister } from '../../../../src/main/register/opened/openedRegister'
import { aBatch, aChangeSet, anInsert, aPatent, aSource } from '../../../support/registers/changeSets'
import { writeCsv } from '../../../support/workbooks/tableFiles'
import { inProcessWriter } from '../../../support/registers/inProcessWriter'
import { sampleClock } from '../../../support/registers/sampleImport'
import { tempRegister } from '../../../support/registers/tempRegister'
import { valueOf } from '../../../support/valueOf'

const register = tempRegister()
const opened = createOpenedRegister(vi.fn(), inProcessWriter)
const handlers: RegisterHandlers = createHandlers({ version: '0.1.0', register: opened, today: () => '2022-01-17' })

async function ask<K extends RegisterOperationName>(name: K, input: unknown): Promise<unknown> {
  const parsed = registerContract[name].input.parse(input) as Input<K>
  const handler = handlers[name] as unknown as (given: Input<K>) => Promise<{ ok: boolean; value?: unknown; code?: string }>
  const result = await handler(parsed)
  return result.ok ? registerContract[name].output.parse(result.value) : result
}

afterAll(async () => {
  await opened.close()
  register[Symbol.dispose]()
})

describe('the cities of the country', () => {
  it('are all there once, the four municipalities among them', async () => {
    const { cities } = (await ask('settings.cities', {})) as { cities: { code: string; name: string; province: string }[] }
    expect(cities.length).toBeGreaterThan(330)
    expect(new Set(cities.map(({ code }) => code)).size).toBe(cities.length)
    expect(cities).toContainEqual({ code: '370200', name: '青岛市', province: '山东省' })
    expect(cities).toContainEqual({ code: '310000', name: '上海市', province: '上海市' })
    expect(cities.filter(({ name }) => /市辖区|直辖/.test(name))).toEqual([])
  })

  it.each([
    ['370200', '青岛市', 10, '市南区'], ['370100', '济南市', 12, '历下区'], ['110000', '北京市', 16, '东城区'], ['500000', '重庆市', 38, '万州区'], ['441900', '东莞市', 1, '东莞市本级'],
  ])('%s %s is proposed with its districts in the order of their codes', async (cityCode, cityName, count, first) => {
    const proposal = (await ask('settings.proposal', { cityCode })) as { cityName: string; officeName: string; districts: { code: string; name: string }[] }
    expect(proposal).toMatchObject({ cityName, officeName: `${cityName}市场监督管理局` })
    expect(proposal.districts).toHaveLength(count)
    expect(proposal.districts[0]?.name).toBe(first)
    expect(proposal.districts.map(({ code }) => code)).toEqual(proposal.districts.map(({ code }) => code).toSorted())
  })
})

describe('a register of another city', () => {
  const table = join(register.folder, '标准.csv')

  beforeAll(async () => {
    const { districts, zones } = (await ask('settings.proposal', { cityCode: '370100' })) as { districts: { code: string; name: string; aliases: string[] }[]; zones: never[] }
    const edited = districts.map((district) => (district.name === '历下区' ? { ...district, aliases: ['泉城中心区'] } : district))
    await ask('settings.createRegister', {
      file: register.path, cityCode: '370100', places: { districts: edited, zones: [...zones, { name: '济南高新区', host: '370112', ownRow: true, aliases: ['高新区'] }] },
      officeName: '济南市市场监督管理局', operator: '王芳',
    })
    writeCsv(table, [
      ['单位名称', '统一社会信用代码', '所在区市'],
      ['济南甲有限公司', '91370200163562681G', '泉城中心区'],
    ])
  })

  it('keeps what was said about it', async () => {
    expect(await ask('settings.get', {})).toMatchObject({ cityCode: '370100', cityName: '济南市', officeName: '济南市市场监督管理局', operator: '王芳', backupFolder: null, hasRecords: false })
  })

  it('is not made over one that is there', async () => {
    expect(await ask('settings.createRegister', { file: register.path, cityCode: '370200' })).toMatchObject({ code: 'register_exists' })
  })

  it('reads its own districts, aliases and zones from files', async () => {
    const store = register.open()
    const services = await createImportServices(store)
    expect(services.districts.cityCode).toBe('370100')
    expect(services.districts.resolve('泉城中心区')).toMatchObject({ code: '370102', status: 'ok' })
    expect(services.districts.resolve('历城区高新区')).toMatchObject({ code: '370112', zone: '济南高新区' })
    expect(services.districts.resolve('市中区')).toMatchObject({ code: '370103', status: 'ok' })
    expect(services.districts.resolve('崂山区')).toMatchObject({ status: 'elsewhere' })
    const imported = await importFile(table, { ...sampleClock, as: 'units' }, services)
    expect(imported).toMatchObject({ ok: true, value: { rows: { new: 1 } } })
    await store.close()
  })

  it('lists its units with the names of its districts', async () => {
    const list = (await ask('lists.open', { kind: 'units' })) as { handle: number; count: number }
    const { rows } = (await ask('lists.page', { handle: list.handle, from: 0, to: 10 })) as { rows: { cells: Record<string, unknown> }[] }
    expect(rows.map(({ cells }) => cells['district'])).toContain('历下区')
  })

  it('ranks its own districts', async () => {
    const store = register.open('read')
    const counting = await createCounting(store)
    const ranked = valueOf(await counting.rank('standards', { period: '2021' }))
    expect(ranked.rows.map(({ name }) => name)).toEqual(expect.arrayContaining(['历下区']))
    expect(JSON.stringify(ranked.rows)).not.toContain('崂山区')
    await store.close()
  })

  it('follows a changed district list at once', async () => {
    const { districts, zones } = (await ask('settings.get', {})) as { districts: { code: string; name: string; aliases: string[] }[]; zones: unknown[] }
    await ask('settings.save', { places: { districts: [...districts, { code: '370176', name: '起步区', aliases: [] }], zones } })
    expect(await ask('settings.get', {})).toMatchObject({ districts: expect.arrayContaining([{ code: '370176', name: '起步区', aliases: [] }]) })
    const session = opened.session()
    expect(session.ok && session.value.places.districtNameOf('起步区')).toBe('起步区')
    await ask('settings.save', { places: null })
    expect(await ask('settings.get', {})).not.toMatchObject({ districts: expect.arrayContaining([{ code: '370176', name: '起步区', aliases: [] }]) })
  })
})

describe('the squares of a city', () => {
  const tilesOf = async (): Promise<{ code: string; row: number; column: number }[]> => ((await ask('counting.tiles', {})) as { tiles: { code: string; row: number; column: number }[] }).tiles

  it('are a plain grid until the office places them, and go back when she takes it back', async () => {
    const plain = await tilesOf()
    expect(plain.slice(0, 6)).toEqual(['370102', '370103', '370104', '370105', '370112', '370113'].map((code, at) => ({ code, row: Math.floor(at / 5), column: at % 5 })))
    const placed = plain.map((tile) => (tile.code === '370102' ? { ...tile, row: 9, column: 9 } : tile))
    expect(await ask('settings.save', { tiles: placed })).toMatchObject({ tiles: expect.arrayContaining([{ code: '370102', row: 9, column: 9 }]) })
    expect(await tilesOf()).toEqual(placed)
    const { entries } = (await ask('settings.history', { limit: 1 })) as { entries: { sequence: number; changes: { what: string; after: string }[] }[] }
    expect(entries[0]?.changes).toEqual([{ what: '方块图', before: null, after: '12 个区市的位置' }])
    await ask('settings.takeBack', { sequence: entries[0]?.sequence })
    expect(await tilesOf()).toEqual(plain)
  })

  it('are not those of another city', async () => {
    await ask('settings.save', { tiles: [{ code: '370102', row: 3, column: 3 }] })
    expect((await tilesOf()).find(({ code }) => code === '370102')).toEqual({ code: '370102', row: 3, column: 3 })
    await ask('settings.save', { tiles: null })
    expect((await tilesOf()).find(({ code }) => code === '370102')).toEqual({ code: '370102', row: 0, column: 0 })
  })
})

describe('the population of a register', () => {
  it('divides by the kind that the settings name, and by the newest again when they name none', async () => {
    const shared = tempRegister()
    await ask('settings.createRegister', { file: shared.path, cityCode: '370200', population: 'census' })
    const population = (series: string, year: number, populationWan: number) => ({ key: `370200 ${series}`, region: '370200', series, year, populationWan })
    await opened.apply(aChangeSet({
      batch: aBatch({ sources: [aSource({ kind: 'population', states: ['key', 'region', 'series', 'year', 'populationWan'] }), aSource()] }),
      inserts: [
        anInsert('population', population('census2020', 2020, 1007.17)), { ...anInsert('population', population('yearend2021', 2021, 1025.67)), evidence: [{ source: 0, row: 3, diff: null }] },
        { ...anInsert('patent', aPatent({ parties: ['青岛大学'], ownerPlace: '370200' })), evidence: [{ source: 1, row: 2, diff: null }] },
      ],
    }))
    const dividing = async (): Promise<string | null> => {
      const table = (await ask('counting.table', { indicators: ['inventions_per_10k'], choice: { period: '2021' } })) as { columns: { population: string | null }[] }
      return table.columns[0]?.population ?? null
    }
    expect(await dividing()).toBe('census2020')
    expect(await ask('settings.save', { population: 'newest' })).toMatchObject({ population: 'newest' })
    expect(await dividing()).toBe('yearend2021')
    await ask('settings.save', { population: 'census' })
    expect(await dividing()).toBe('census2020')
    await opened.close()
    shared[Symbol.dispose]()
  })
})

describe('what was set before', () => {
  interface Entry { sequence: number; operator: string; changes: { what: string; before: string | null; after: string | null }[]; canTakeBack: boolean }
  const entries = async (): Promise<Entry[]> => ((await ask('settings.history', { limit: 20 })) as { entries: Entry[] }).entries
  const kept = tempRegister()

  beforeAll(async () => {
    await ask('settings.createRegister', { file: kept.path, cityCode: '370200', officeName: '甲局', operator: '王芳' })
  })
  afterAll(async () => {
    await opened.close()
    kept[Symbol.dispose]()
  })

  it('is kept with the person who changed it, in the journal that a check proves', async () => {
    await ask('settings.save', { officeName: '乙局' })
    await ask('settings.save', { operator: '李明' })
    const [operator, office, first] = await entries()
    expect(office).toMatchObject({ operator: '王芳', changes: [{ what: '单位名称', before: '甲局', after: '乙局' }], canTakeBack: true })
    expect(operator).toMatchObject({ operator: '王芳', changes: [{ what: '操作人', before: '王芳', after: '李明' }] })
    expect(first).toMatchObject({ canTakeBack: false, changes: expect.arrayContaining([{ what: '城市', before: null, after: '青岛市' }]) })
    expect(await checkRegister(kept.path)).toMatchObject({ ok: true, value: { problems: [] } })
  })

  it('comes back by a change of its own, until somebody has changed it again', async () => {
    const office = (await entries()).find(({ changes }) => changes[0]?.after === '乙局')
    expect(await ask('settings.takeBack', { sequence: office?.sequence })).toMatchObject({ officeName: '甲局' })
    const after = await entries()
    expect(after[0]).toMatchObject({ operator: '李明', changes: [{ what: '单位名称', before: '乙局', after: '甲局' }] })
    expect(after.find(({ sequence }) => sequence === office?.sequence)?.canTakeBack).toBe(false)
    expect(await ask('settings.takeBack', { sequence: office?.sequence })).toMatchObject({ code: 'nothing_to_undo' })
  })

  it('notes a changed list of districts by what it holds, and takes it back', async () => {
    const before = (await ask('settings.get', {})) as { districts: { name: string }[]; zones: unknown[] }
    await ask('settings.save', { places: { districts: before.districts.slice(1), zones: [] } })
    const [changed] = await entries()
    expect(changed?.changes).toEqual([{ what: '区市', before: null, after: '9 个区市、0 个功能区' }])
    expect(await ask('settings.takeBack', { sequence: changed?.sequence })).toMatchObject({ districts: before.districts })
  })

  it('is no entry where nothing changed', async () => {
    const count = (await entries()).length
    await ask('settings.save', { operator: '李明' })
    expect(await entries()).toHaveLength(count)
  })
})

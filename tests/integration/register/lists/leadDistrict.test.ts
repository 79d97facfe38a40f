import { afterAll, beforeAll, expect, it } from 'vitest'
import { openSession, type RegisterSession } from '../../../../src/main/register/opened/session'
import { rankIndicator } from '../../../../src/main/register/ranking/rankIndicator'
import type { ListFilter } from '../../../../src/shared/bridge/lists'
import { listField } from '../../../../src/shared/domain/catalogue/listFields'
import { importSample, sampleClock } from '../../../support/registers/sampleImport'
import { tempRegister } from '../../../support/registers/tempRegister'
import { valueOf } from '../../../support/valueOf'

const register = tempRegister()
let session: RegisterSession

beforeAll(async () => {
  const store = register.open()
  for (const file of ['01_单位名录_2021.xlsx', '08_国家标准清单_信息平台_2019-2021.xlsx', '09_行业地方标准清单_2019-2021.xlsx']) expect(await importSample(store, file)).toMatchObject({ ok: true })
  session = valueOf(openSession(register.path))
})

afterAll(async () => {
  await session.close()
  register[Symbol.dispose]()
})

const counted: ListFilter[] = [{ field: 'kind', values: ['international', 'national', 'national_health', 'industry'] }, { field: 'publishedOn', values: ['2021'] }]

async function listed(...filters: ListFilter[]): Promise<number> {
  const found = valueOf(await session.lists.find({ kind: 'standards', search: '', filters: [...counted, ...filters], sort: [] }, sampleClock.today))
  return found.count
}

async function ranked(role: 'lead' | 'part') {
  const answer = valueOf(await rankIndicator(await session.columns.current(), 'standards', { period: '2021', filters: [`role=${role}`] }))
  return answer.rows.filter(({ level }) => level === 'district').map(({ name, value }) => ({ name, value: value ?? 0 }))
}

it('a clerk lists by 主导区市 exactly what forms count as led by a district', async () => {
  const figures = await ranked('lead')
  expect(figures.filter(({ value }) => value > 0).length).toBeGreaterThan(3)
  for (const { name, value } of figures) expect(await listed({ field: 'leadDistrict', values: [name] }), name).toBe(value)
})

it('and by 区市 without the led ones exactly those it takes part in', async () => {
  const figures = await ranked('part')
  expect(figures.filter(({ value }) => value > 0).length).toBeGreaterThan(3)
  for (const { name, value } of figures) expect(await listed({ field: 'district', values: [name] }, { field: 'leadDistrict', match: 'excludes', values: [name] }), name).toBe(value)
})

it('a page and a column say the same of it', async () => {
  const field = listField('standards', 'leadDistrict')
  const fields = field ? [field] : []
  const found = valueOf(await session.lists.find({ kind: 'standards', search: '', filters: [], sort: [] }, sampleClock.today))
  const rows = await session.lists.rows(found, 0, found.count, fields, sampleClock.today)
  const facet = await session.lists.facets({ kind: 'standards', search: '', filters: [], sort: [] }, fields, sampleClock.today)
  const counts = new Map<unknown, number>()
  for (const { cells } of rows) counts.set(cells['leadDistrict'], (counts.get(cells['leadDistrict']) ?? 0) + 1)
  expect(facet.ok && new Map<unknown, number>([...(facet.value[0]?.values ?? []).map(({ value, count }) => [value, count] as const), [null, facet.value[0]?.empty ?? 0]])).toEqual(counts)
})

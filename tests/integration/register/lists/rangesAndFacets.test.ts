import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { facetLists } from '../../../../src/main/register/lists/counts/facetList'
import type { ListQuery } from '../../../../src/main/register/lists/listQuery'
import { openSession, type RegisterSession } from '../../../../src/main/register/opened/session'
import type { RegisterStore } from '../../../../src/main/store/registerStore'
import { listDefinitions, listKinds, type ListKind } from '../../../../src/shared/domain/catalogue/listFields'
import { compareByPinyin } from '../../../../src/shared/domain/order/pinyinOrder'
import { fillRandomly } from '../../../support/registers/fillRandomly'
import { tempRegister } from '../../../support/registers/tempRegister'
import { valueOf } from '../../../support/valueOf'

const today = '2021-12-31'
const register = tempRegister()
let session: RegisterSession
let writer: RegisterStore

beforeAll(async () => {
  writer = register.open()
  await fillRandomly(writer, 11, 1_500)
  session = valueOf(openSession(register.path))
})

afterAll(async () => {
  await session.close()
  register[Symbol.dispose]()
})

async function find(query: Partial<ListQuery> & { kind: ListKind }) {
  return valueOf(await session.lists.find({ search: '', filters: [], sort: [], ...query }, today))
}

async function titles(filter: ListQuery['filters'][number]) {
  const found = await find({ kind: 'standards', filters: [filter] })
  const rows = await session.lists.rows(found, 0, found.count, listDefinitions.standards.fields, today)
  return rows.map(({ cells }) => cells)
}

const query: ListQuery = { kind: 'standards', search: '', filters: [], sort: [] }

async function listed(wish: { fields: string[]; part?: string; order?: 'count' | 'value'; query?: ListQuery }) {
  return valueOf(await facetLists(session.lists, { query, ...wish }, today))
}

describe('the sum of a range', () => {
  it.each(listKinds)('is the same over whole columns as over the rows themselves: %s', async (kind) => {
    const found = await find({ kind })
    const { fields } = listDefinitions[kind]
    // In parts small enough to be read, put together; beside the whole, which is counted over columns.
    const parts = []
    for (let from = 0; from < found.count; from += 500) parts.push(await session.lists.summary(found, from, Math.min(found.count, from + 500), fields, today))
    const whole = await session.lists.summary(found, 0, found.count, fields, today)
    expect(whole.count).toBe(parts.reduce((sum, { count }) => sum + count, 0))
    const dates = parts.flatMap((part) => (part.dates === null ? [] : [part.dates]))
    expect(whole.dates).toEqual(dates.length === 0 ? null : { least: dates.map(({ least }) => least).toSorted()[0], most: dates.map(({ most }) => most).toSorted().at(-1) })
    const numbers = parts.flatMap((part) => (part.numbers === null ? [] : [part.numbers]))
    expect(whole.numbers?.count ?? 0).toBe(numbers.reduce((sum, { count }) => sum + count, 0))
    if (whole.numbers === null) return
    expect(whole.numbers.sum).toBeCloseTo(numbers.reduce((sum, part) => sum + part.sum, 0), 4)
    expect([whole.numbers.least, whole.numbers.most]).toEqual([Math.min(...numbers.map(({ least }) => least)), Math.max(...numbers.map(({ most }) => most))])
  })

  it('speaks of the asked rows only, in the order of the result', async () => {
    const found = await find({ kind: 'population', sort: [{ field: 'populationWan', descending: true }] })
    const { fields } = listDefinitions.population
    const populationWan = fields.filter(({ name }) => name === 'populationWan')
    const rows = await session.lists.rows(found, 100, 1_300, fields, today)
    expect(rows.length).toBeGreaterThan(1_000)
    const numbers = rows.map(({ cells }) => cells['populationWan']).filter((cell) => typeof cell === 'number')
    const summary = await session.lists.summary(found, 100, 1_300, populationWan, today)
    expect(summary).toMatchObject({ count: numbers.length, numbers: { count: numbers.length, least: Math.min(...numbers), most: Math.max(...numbers) } })
    expect(summary.numbers?.sum).toBeCloseTo(numbers.reduce((sum, number) => sum + number, 0), 6)
  })
})

describe('the values of a field that is yes or no', () => {
  it('are those that cells show and filters take, and add up to all', async () => {
    const { fields } = listDefinitions.standards
    const listComplete = fields.filter(({ name }) => name === 'listComplete')
    const all = await find({ kind: 'standards' })
    const rows = (await session.lists.rows(all, 0, all.count, listComplete, today)).map(({ cells }) => String(cells['listComplete']))
    const [facet] = valueOf(await session.lists.facets(query, listComplete, today, 'all'))
    expect(Object.fromEntries((facet?.values ?? []).map(({ value, count }) => [value, count]))).toEqual(Object.fromEntries(['true', 'false'].map((value) => [value, rows.filter((row) => row === value).length])))
    expect(facet?.empty).toBe(0)
    for (const { value, count } of facet?.values ?? []) expect((await find({ kind: 'standards', filters: [{ field: 'listComplete', values: [value] }] })).count, value).toBe(count)
  })
})

describe('filters by part of a text and by what must not be', () => {
  it('starts, ends and lacks speak of the text', async () => {
    const all = await titles({ field: 'standardNo', values: ['GB'], match: 'contains' })
    const start = await titles({ field: 'title', values: ['电梯'], match: 'starts' })
    expect(start.length).toBeGreaterThan(0)
    expect(start.every(({ title }) => String(title).startsWith('电梯'))).toBe(true)
    const end = await titles({ field: 'title', values: ['装置'], match: 'ends' })
    expect(end.length).toBeGreaterThan(0)
    expect(end.every(({ title }) => String(title).endsWith('装置'))).toBe(true)
    const lacking = await titles({ field: 'standardNo', values: ['GB'], match: 'lacks' })
    expect(lacking.every(({ standardNo }) => !String(standardNo).includes('GB'))).toBe(true)
    expect(lacking.length + all.length).toBe((await find({ kind: 'standards' })).count)
  })

  it('excludes leaves every record out that has the value, also where it has several', async () => {
    const [units] = await listed({ fields: ['draftingUnits'] })
    const value = units?.values[0]?.value ?? ''
    const without = await titles({ field: 'draftingUnits', values: [value], match: 'excludes' })
    expect(without.some((cells) => (cells['draftingUnits'] as string[]).includes(value))).toBe(false)
    expect(without.length).toBe((await find({ kind: 'standards' })).count - (units?.values[0]?.count ?? 0))
  })
})

describe('the value list of a column', () => {
  it('stands in pinyin order where that is asked, and is narrowed by a part of what is shown', async () => {
    const [titlesByValue] = await listed({ fields: ['title'], order: 'value' })
    const values = titlesByValue?.values.map(({ value }) => value) ?? []
    expect(values.length).toBeGreaterThan(5)
    expect(values).toEqual(values.toSorted(compareByPinyin))
    const [narrowed] = await listed({ fields: ['title'], part: '电梯' })
    expect(narrowed?.values.every(({ value }) => value.includes('电梯'))).toBe(true)
    expect(narrowed?.distinct).toBe(titlesByValue?.distinct)
    const [kinds] = await listed({ fields: ['kind'], part: '国家' })
    expect(kinds?.values.map(({ value }) => value)).toEqual(['national'])
  })

  it('counts by the year of the kind’s date, and the counts are those of the filter', async () => {
    const [years] = await listed({ fields: ['year'] })
    expect(years?.values.length).toBeGreaterThan(3)
    for (const { value, count } of years?.values.slice(0, 3) ?? []) expect((await find({ kind: 'standards', filters: [{ field: 'year', values: [value] }] })).count).toBe(count)
  })
})

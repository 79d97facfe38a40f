import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listDefinitions, listKinds, type ListField, type ListKind } from '../../../../src/shared/domain/catalogue/listFields'
import { compareByPinyin } from '../../../../src/shared/domain/order/pinyinOrder'
import { isNumberField } from '../../../../src/shared/domain/search/bigrams'
import { holdsAllWords, queryWords, searchedFieldsOf } from '../../../../src/shared/domain/search/matching'
import type { ListQuery } from '../../../../src/main/register/lists/listQuery'
import type { ListCell } from '../../../../src/main/register/lists/rowCells'
import { openSession, type RegisterSession } from '../../../../src/main/register/opened/session'
import type { RegisterStore, StoredRecord } from '../../../../src/main/store/registerStore'
import { aBatch, aChangeSet, anInsert, aSource } from '../../../support/registers/changeSets'
import { fillRandomly } from '../../../support/registers/fillRandomly'
import { createRandom, type Random } from '../../../support/registers/randomRecords'
import { tempRegister } from '../../../support/registers/tempRegister'
import { valueOf } from '../../../support/valueOf'

const today = '2021-12-31'
const register = tempRegister()
let session: RegisterSession
let writer: RegisterStore

beforeAll(async () => {
  writer = register.open()
  await fillRandomly(writer, 7, 300)
  session = valueOf(openSession(register.path))
})

afterAll(async () => {
  await session.close()
  register[Symbol.dispose]()
})

interface Row { record: StoredRecord; cells: Record<string, ListCell> }

/** Every record with its cells, as a page shows them: what the naive answers below are made of. */
async function allRows(kind: ListKind): Promise<Row[]> {
  const found = await find({ kind })
  const fields = listDefinitions[kind].fields
  const rows = await session.lists.rows(found, 0, found.count, fields, today)
  const records = await session.store.records.byIds(listDefinitions[kind].record, Array.from(await found.ids(0, found.count)))
  return rows.map(({ cells }, index) => ({ cells, record: records[index] as StoredRecord }))
}

async function find(query: Partial<ListQuery> & { kind: ListKind }) {
  return valueOf(await session.lists.find({ search: '', filters: [], sort: [], ...query }, today))
}

async function keysOf(query: Partial<ListQuery> & { kind: ListKind }): Promise<ListCell[]> {
  const found = await find(query)
  const [key] = listDefinitions[query.kind].fields
  const rows = await session.lists.rows(found, 0, found.count, [key as ListField], today)
  expect(rows).toHaveLength(found.count)
  return rows.map(({ cells }) => cells[(key as ListField).name] ?? null)
}

function valuesOf(cell: ListCell | undefined): (string | number | boolean)[] {
  return cell === null || cell === undefined ? [] : Array.isArray(cell) ? cell : [cell as string | number | boolean]
}

function compareCells(field: ListField, a: ListCell | undefined, b: ListCell | undefined): number {
  const [left, right] = [valuesOf(a), valuesOf(b)]
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    const order = compareValues(field, left[at] ?? '', right[at] ?? '')
    if (order !== 0) return order
  }
  return left.length - right.length
}

function compareValues(field: ListField, a: string | number | boolean, b: string | number | boolean): number {
  const isChinese = ['text', 'texts', 'district', 'districts'].includes(field.type)
  return isChinese ? compareByPinyin(String(a), String(b)) : a < b ? -1 : a > b ? 1 : 0
}

function randomQuery(random: Random, kind: ListKind, rows: readonly Row[]) {
  const { fields } = listDefinitions[kind]
  const filters = Array.from({ length: random.below(3) }, () => {
    const field = random.pick(fields)
    const values = Array.from({ length: 1 + random.below(2) }, () => String(random.pick(valuesOf(random.pick(rows).cells[field.name]).concat(random.chance(0.1) ? [''] : [])) ?? ''))
    return { field: field.name, values }
  })
  const sort = Array.from({ length: random.below(3) }, () => ({ field: random.pick(fields).name, descending: random.chance(0.5) }))
  return { kind, filters, sort }
}

function naiveKeys(kind: ListKind, rows: readonly Row[], query: Pick<ListQuery, 'filters' | 'sort'>): ListCell[] {
  const { fields } = listDefinitions[kind]
  const passing = rows.filter(({ cells }) => query.filters.every(({ field, values }) => {
    const written = valuesOf(cells[field]).map(String)
    return values.some((value) => (value === '' ? written.length === 0 : written.includes(value) || isPartOf(fields, field, written, value)))
  }))
  const sorted = passing.toSorted((a, b) => {
    for (const { field: name, descending } of query.sort) {
      const field = fields.find((candidate) => candidate.name === name) as ListField
      const [left, right] = [a.cells[name], b.cells[name]]
      const isEmpty = [valuesOf(left).length === 0 || left === false, valuesOf(right).length === 0 || right === false]
      if (isEmpty[0] !== isEmpty[1]) return isEmpty[0] ? 1 : -1
      const order = compareCells(field, left, right)
      if (order !== 0) return descending ? -order : order
    }
    return a.record.id - b.record.id
  })
  const key = fields[0] as ListField
  return sorted.map(({ cells }) => cells[key.name] ?? null)
}

/** A month as a filter also holds its days. */
function isPartOf(fields: readonly ListField[], name: string, written: readonly string[], value: string): boolean {
  return fields.find((field) => field.name === name)?.type === 'date' && written.some((date) => date.startsWith(`${value}-`))
}

describe.each(listKinds)('list of %s', (kind) => {
  it('gives what a plain look at every record gives, whatever is filtered and sorted', async () => {
    const rows = await allRows(kind)
    const random = createRandom(11)
    for (let round = 0; round < 50; round++) {
      const query = randomQuery(random, kind, rows)
      expect(await keysOf(query), JSON.stringify(query)).toEqual(naiveKeys(kind, rows, query))
    }
  })

  it('finds by any words what reading every text finds', async () => {
    const rows = await allRows(kind)
    const random = createRandom(5)
    const key = (listDefinitions[kind].fields[0] as ListField).name
    for (let round = 0; round < 60; round++) {
      const search = randomSearch(random, rows)
      const words = queryWords(search)
      const expected = words.length === 0 ? rows : rows.filter(({ record }) => holdsAllWords(words, searchedTexts(record)))
      expect(await keysOf({ kind, search }), search).toEqual(expected.map(({ cells }) => cells[key]))
    }
  })

  it('pages through a sorted list without losing or repeating a record', async () => {
    const sort = [{ field: (listDefinitions[kind].fields[1] as ListField).name, descending: true }]
    const found = await find({ kind, sort })
    const ids: number[] = []
    for (let from = 0; from < found.count; from += 37) ids.push(...(Array.from(await found.ids(from, Math.min(found.count, from + 37)))))
    expect(ids).toHaveLength(300)
    expect(new Set(ids).size).toBe(300)
    expect(ids).toEqual(Array.from(await found.ids(0, found.count)))
  })
})

function searchedTexts({ kind, values }: StoredRecord) {
  return searchedFieldsOf(kind).flatMap((field) => {
    const value = values[field]
    const texts = Array.isArray(value) ? value.map((item: unknown) => (Array.isArray(item) ? String(item[1]) : String(item))) : value === undefined || value === null ? [] : [String(value)]
    return texts.map((text) => ({ text, isNumber: isNumberField(kind, field) }))
  })
}

/** A piece of a text that is there, sometimes without its punctuation, sometimes with another word, sometimes of nothing. */
function randomSearch(random: Random, rows: readonly Row[]): string {
  const texts = searchedTexts(random.pick(rows).record)
  if (texts.length === 0) return '海洋'
  const piece = (): string => {
    const { text } = random.pick(texts)
    const start = random.below(text.length)
    return text.slice(start, start + 1 + random.below(6))
  }
  const words = [piece(), ...(random.chance(0.3) ? [piece()] : []), ...(random.chance(0.1) ? ['不存在'] : [])]
  const search = words.join(' ')
  return random.chance(0.3) ? search.replaceAll(/[./\-\s]/g, '') : search
}

describe('facets', () => {
  it('count every value without the field’s own filter', async () => {
    const query = { kind: 'standards', search: '', filters: [{ field: 'kind', values: ['national'] }, { field: 'newOrRevised', values: ['new'] }], sort: [] } as const satisfies ListQuery
    const kindField = listDefinitions.standards.fields.find((field) => field.name === 'kind') as ListField
    const facets = await session.lists.facets(query, [kindField], today)
    const rows = (await allRows('standards')).filter(({ cells }) => cells['newOrRevised'] === 'new')
    const expected = Map.groupBy(rows, ({ cells }) => String(cells['kind']))
    expect(facets.ok && new Map(facets.value[0]?.values.map(({ value, count }) => [value, count]))).toEqual(new Map([...expected].map(([value, found]) => [value, found.length])))
  })
})

describe('a list', () => {
  it('accepts Chinese labels, aliases of districts and periods', async () => {
    expect(await keysOf({ kind: 'standards', filters: [{ field: 'kind', values: ['国家标准'] }] })).toEqual(await keysOf({ kind: 'standards', filters: [{ field: 'kind', values: ['national'] }] }))
    expect(await keysOf({ kind: 'units', filters: [{ field: 'district', values: ['西海岸新区'] }] })).toEqual(await keysOf({ kind: 'units', filters: [{ field: 'district', values: ['370211'] }] }))
    const year = await keysOf({ kind: 'standards', filters: [{ field: 'year', values: ['2021'] }] })
    expect(year).toEqual(await keysOf({ kind: 'standards', filters: [{ field: 'publishedOn', values: ['2021-01-01..2021-12-31'] }] }))
    expect(year.length).toBeGreaterThan(0)
  })

  it('refuses an unknown field and an impossible value', async () => {
    const ask = (filters: ListQuery['filters']) => session.lists.find({ kind: 'standards', search: '', filters, sort: [] }, today)
    expect(await ask([{ field: 'colour', values: ['red'] }])).toMatchObject({ ok: false, code: 'usage_bad_value' })
    expect(await ask([{ field: 'publishedOn', values: ['2021-13'] }])).toMatchObject({ ok: false, code: 'usage_bad_value' })
    expect(await ask([{ field: 'district', values: ['火星区'] }])).toMatchObject({ ok: false, code: 'usage_bad_value' })
  })

  it('answers from the newest state once the register has changed, while an older result stays as it was', async () => {
    const query = { kind: 'pilots', sort: [{ field: 'project', descending: false }] } as const
    const before = await find(query)
    const ids = Array.from(await before.ids(0, before.count))
    await writer.apply(aChangeSet({ batch: aBatch({ sources: [aSource({ kind: 'pilot' })] }), inserts: [anInsert('pilot', { key: '新', project: '阿' })] }))
    const after = await find(query)
    expect(after).toMatchObject({ count: before.count + 1, sequence: before.sequence + 1 })
    expect((await session.lists.values(after, 0, 1, ['key']))[0]?.values['key']).toBe('新')
    expect(Array.from(await before.ids(0, before.count))).toEqual(ids)
  })
})

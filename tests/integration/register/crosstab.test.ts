import { rmSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { crosstab, type CrosstabRequest } from '../../../src/main/register/crosstab/crosstab'
import { exportCrosstab } from '../../../src/main/register/crosstab/exportCrosstab'
import { membersBehind } from '../../../src/main/register/ranking/recordsBehind'
import { readOptions } from '../../../src/main/register/ranking/countingOptions'
import { openSession, type RegisterSession } from '../../../src/main/register/opened/session'
import { sampleRegister, type SampleRegister } from '../../support/sampleRegister'

/** Cross tables against the lists they stand for. */
let samples: SampleRegister
let session: RegisterSession
const today = '2022-01-17'

beforeAll(async () => {
  samples = await sampleRegister()
  const opened = openSession(samples.file)
  if (!opened.ok) throw new Error(opened.code)
  session = opened.value
}, 180_000)
afterAll(async () => {
  await session.close()
  samples.remove()
})

async function tabulate(request: Omit<CrosstabRequest, 'query'> & { kind: 'standards' | 'patents' | 'trademarks'; filters?: { field: string; values: string[] }[] }) {
  const { kind, filters = [], ...asked } = request
  const counted = await crosstab(session.lists, { query: { kind, search: '', filters, sort: [] }, ...asked }, today)
  if (!counted.ok) throw new Error(JSON.stringify(counted))
  return counted.value
}

async function listCount(kind: 'standards' | 'patents' | 'trademarks', filters: { field: string; values: string[] }[]): Promise<number> {
  const found = await session.lists.find({ kind, search: '', filters, sort: [] }, today)
  if (!found.ok) throw new Error(found.code)
  return found.value.count
}

const written = (value: string | number | null): string => (value === null ? '空' : String(value))

describe('a cross table', () => {
  it('counts in every cell, subtotal and total what the list counts', async () => {
    const { answer } = await tabulate({ kind: 'standards', rows: 'district', columns: 'kind', period: '2021' })
    const year = { field: 'publishedOn', values: ['2021'] }
    expect(answer.total).toBe(await listCount('standards', [year]))
    const [table] = answer.tables
    for (const row of table?.rows ?? []) {
      const inRow = { field: 'district', values: [written(row.value)] }
      expect(row.total).toBe(await listCount('standards', [year, inRow]))
      for (const [at, count] of row.counts.entries()) expect(count).toBe(await listCount('standards', [year, inRow, { field: 'kind', values: [written(answer.columns[at] ?? null)] }]))
    }
    expect(table?.total).toBe(answer.total)
  })

  it('counts only the records that an indicator counts, where one is named', async () => {
    const columns = await session.columns.current()
    const options = readOptions('inventions_valid', { period: '2021' })
    if (!options.ok) throw new Error(options.code)
    const behind = await membersBehind(columns, session.places.resolver, 'inventions_valid', { ...options.value, district: undefined })
    if (!behind.ok) throw new Error(behind.code)
    const { answer } = await tabulate({ kind: 'patents', rows: 'type', columns: 'district', period: '2021', among: Int32Array.from(behind.value.ids) })
    expect(answer).toMatchObject({ period: '2021', total: behind.value.ids.length })
    expect(answer.tables[0]?.rows.map(({ value }) => value)).toEqual(['invention'])
  })

  it('splits into one table for each value and one of all, which add up where a record has one value', async () => {
    const { answer } = await tabulate({ kind: 'patents', rows: 'district', columns: 'type', split: 'filedOn' })
    const parts = answer.tables.filter(({ isWhole }) => !isWhole)
    expect(parts.length).toBeGreaterThan(3)
    expect(parts.reduce((sum, { total }) => sum + total, 0)).toBe(answer.tables.at(-1)?.total)
    expect(answer.tables.at(-1)?.total).toBe(await listCount('patents', []))
  })

  it('counts a mark once in the subtotal though it stands under each of its classes', async () => {
    const { answer } = await tabulate({ kind: 'trademarks', rows: 'district', columns: 'classes' })
    const [table] = answer.tables
    expect(table?.total).toBe(await listCount('trademarks', []))
    expect(table?.totals.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(table?.total ?? 0)
  })

  it('knows the statistical year of trademarks, and refuses what is no field, no period, no date', async () => {
    const { answer } = await tabulate({ kind: 'trademarks', rows: 'district', columns: 'registeredOn:month', period: '2021' })
    expect(answer.total).toBe(await listCount('trademarks', [{ field: 'registeredOn', values: ['2020-12-16..2021-12-15'] }]))
    const query = { kind: 'units' as const, search: '', filters: [], sort: [] }
    for (const asked of [{ rows: 'colour', columns: 'district' }, { rows: 'district', columns: 'name:month' }, { rows: 'district', columns: 'zone', period: '2021' }]) {
      expect(await crosstab(session.lists, { query, ...asked }, today)).toMatchObject({ ok: false, code: 'usage_bad_value' })
    }
  })

  it('is written as a table with headings, subtotals and its filter', async () => {
    const { answer, read, sequence } = await tabulate({ kind: 'standards', rows: 'district', columns: 'newOrRevised', split: 'kind', filters: [{ field: 'kind', values: ['national'] }] })
    const path = join(samples.folder, 'table.xlsx')
    const file = await exportCrosstab(answer, read, { path, creator: '王芳', at: 0, office: '市局', sequence })
    expect(file.ok).toBe(true)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(path)
    const [sheet] = workbook.worksheets
    const rows: string[][] = []
    sheet?.eachRow((row) => { rows.push([1, 2, answer.columns.length + 3].map((column) => row.getCell(column).text)) })
    expect(rows).toContainEqual(['国家标准', '小计', String(answer.total)])
    expect(rows.flat().some((text) => text.includes('kind=national'))).toBe(true)
    rmSync(path)
  })
})

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { crosstab, type CrosstabRequest } from '../../../src/main/register/crosstab/crosstab'
import { cellRecords } from '../../../src/main/register/crosstab/cellRecords'
import { exportCrosstab } from '../../../src/main/register/crosstab/exportCrosstab'
import { membersBehind } from '../../../src/main/register/ranking/recordsBehind'
import { readOptions } from '../../../src/main/register/ranking/countingOptions'
import { openSession, type RegisterSession } from '../../../src/main/register/opened/session'
import { sampleRegister, type SampleRegister } from '../../support/registers/sampleRegister'
import { valueOf } from '../../support/valueOf'

/** Cross tables against the lists they stand for. */
let samples: SampleRegister
let session: RegisterSession
const today = '2022-01-17'

beforeAll(async () => {
  samples = await sampleRegister()
  session = valueOf(openSession(samples.file))
}, 180_000)
afterAll(async () => {
  await session.close()
  samples.remove()
})

async function tabulate(request: Omit<CrosstabRequest, 'query'> & { kind: 'standards' | 'patents' | 'trademarks' | 'pct'; filters?: { field: string; values: string[] }[] }) {
  const { kind, filters = [], ...asked } = request
  return valueOf(await crosstab(session.lists, { query: { kind, search: '', filters, sort: [] }, ...asked }, today))
}

async function listCount(kind: 'standards' | 'patents' | 'trademarks', filters: { field: string; values: string[] }[]): Promise<number> {
  const found = valueOf(await session.lists.find({ kind, search: '', filters, sort: [] }, today))
  return found.count
}

const written = (value: string | number | null): string => (value === null ? '空' : String(value))

describe('a cross table', () => {
  it('counts in every cell, subtotal and total what the list counts', async () => {
    const { answer } = await tabulate({ kind: 'standards', rows: 'district', columns: 'kind', period: '2021' })
    const year = { field: 'publishedOn', values: ['2021'] }
    expect(answer.total).toBe(await listCount('standards', [year]))
    const [table] = answer.tables
    expect(table?.rows.length).toBeGreaterThan(9)
    for (const row of table?.rows ?? []) {
      const inRow = { field: 'district', values: [written(row.value)] }
      expect(row.total).toBe(await listCount('standards', [year, inRow]))
      for (const [at, count] of row.counts.entries()) expect(count).toBe(await listCount('standards', [year, inRow, { field: 'kind', values: [written(answer.columns[at] ?? null)] }]))
    }
    expect(table?.total).toBe(answer.total)
  })

  it('has no total, and says why, where the register has no record of the kind; a filter that finds nothing counts 0', async () => {
    const none = await tabulate({ kind: 'pct', rows: 'district', columns: 'receivedOn' })
    expect(none.answer).toMatchObject({ noData: 'no_records', total: 0, columns: [], tables: [{ rows: [], total: null }] })
    const empty = await tabulate({ kind: 'standards', rows: 'district', columns: 'kind', period: '1950' })
    expect(empty.answer.noData).toBeUndefined()
    expect(empty.answer.tables[0]?.total).toBe(0)
  })

  it('counts only the records that an indicator counts, where one is named', async () => {
    const columns = await session.columns.current()
    const options = valueOf(readOptions('inventions_valid', { period: '2021' }))
    const behind = valueOf(await membersBehind(columns, session.places.resolver, 'inventions_valid', { ...options, district: undefined }))
    const { answer } = await tabulate({ kind: 'patents', rows: 'type', columns: 'district', period: '2021', among: Int32Array.from(behind.ids) })
    expect(answer).toMatchObject({ period: '2021', total: behind.ids.length })
    expect(answer.tables[0]?.rows.map(({ value }) => value)).toEqual(['invention'])
  })

  it('splits into one table for each value and one of all, which add up where a record has one value', async () => {
    const { answer } = await tabulate({ kind: 'patents', rows: 'district', columns: 'type', split: 'filedOn' })
    const parts = answer.tables.filter(({ isWhole }) => !isWhole)
    expect(parts.length).toBeGreaterThan(3)
    expect(parts.reduce((sum, { total }) => sum + (total ?? 0), 0)).toBe(answer.tables.at(-1)?.total)
    expect(answer.tables.at(-1)?.total).toBe(await listCount('patents', []))
  })

  it('counts a mark once in the subtotal though it stands under each of its classes', async () => {
    const { answer } = await tabulate({ kind: 'trademarks', rows: 'district', columns: 'classes' })
    const [table] = answer.tables
    expect(table?.total).toBe(await listCount('trademarks', []))
    expect(table?.totals.reduce((sum, count) => (sum ?? 0) + (count ?? 0), 0)).toBeGreaterThan(table?.total ?? 0)
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
    expect(rows.flat().some((text) => text.includes('筛选：标准类别 国家标准'))).toBe(true)
    expect(rows.flat().some((text) => text.includes('按制表当日计算'))).toBe(false)
    rmSync(path)
  })

  it('is written with parts of its rows where the clerk looks at parts', async () => {
    const { answer, read, sequence } = await tabulate({ kind: 'patents', rows: 'district', columns: 'type' })
    const path = join(samples.folder, 'parts.xlsx')
    expect((await exportCrosstab(answer, read, { path, creator: '王芳', at: 0, office: '市局', sequence, share: 'row' })).ok).toBe(true)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(path)
    const texts: string[] = []
    workbook.worksheets[0]?.eachRow((line) => { texts.push(line.getCell(1).text) })
    expect(texts.some((text) => text.includes('区市按制表当日计算'))).toBe(true)
    const first = answer.tables[0]?.rows[0]
    const row = workbook.worksheets[0]?.getRow(5)
    expect(row?.getCell(2).value).toBeCloseTo((first?.counts[0] ?? 0) / (first?.total ?? 1), 10)
    expect(row?.getCell(2).numFmt).toBe('0.0%')
    expect(row?.getCell(answer.columns.length + 2).value).toBe(1)
    rmSync(path)
  })

  it('adds up a number of the records instead of counting them', async () => {
    const { answer } = await tabulate({ kind: 'standards', rows: 'kind', columns: 'publishedOn', sum: 'unitTotal' })
    const found = valueOf(await session.lists.find({ kind: 'standards', search: '', filters: [], sort: [] }, today))
    const listed = await session.lists.values(found, 0, found.count, ['kind', 'listLength'])
    const totalOf = (records: typeof listed): number => records.reduce((sum, { values }) => sum + Number(values['listLength'] ?? 0), 0)
    expect(answer).toMatchObject({ sum: 'unitTotal', total: found.count })
    expect(answer.tables[0]?.total).toBe(totalOf(listed))
    for (const { value, total } of answer.tables[0]?.rows ?? []) {
      const known = listed.filter(({ values }) => values['kind'] === value && values['listLength'] !== null && values['listLength'] !== undefined)
      expect(total).toBe(known.length === 0 ? null : totalOf(known))
    }
  })

  it('adds up only what is one number a record', async () => {
    const query = { kind: 'trademarks' as const, search: '', filters: [], sort: [] }
    expect(await crosstab(session.lists, { query, rows: 'district', columns: 'status', sum: 'classes' }, today)).toMatchObject({ ok: false, code: 'usage_bad_value', details: { option: '--sum' } })
  })

  it('is refused where it would have millions of cells', async () => {
    const query = { kind: 'patents' as const, search: '', filters: [], sort: [] }
    expect(await crosstab(session.lists, { query, rows: 'applicationNumber', columns: 'title', split: 'publications' }, today)).toMatchObject({ ok: false, code: 'table_too_large' })
  })

  it('ends when nobody waits for it any more', async () => {
    const query = { kind: 'patents' as const, search: '', filters: [], sort: [] }
    expect(await crosstab(session.lists, { query, rows: 'district', columns: 'type' }, today, { signal: AbortSignal.abort() })).toEqual({ ok: false, code: 'job_cancelled' })
  })
})

describe('a number of a cross table', () => {
  const whole = {}
  const behind = async (request: CrosstabRequest, cell: Parameters<typeof cellRecords>[2]) => {
    return valueOf(await cellRecords(session.lists, request, cell, today, 1))
  }
  const asked = (kind: 'standards' | 'patents' | 'trademarks', sides: Omit<CrosstabRequest, 'query'>, filters: { field: string; values: string[] }[] = []): CrosstabRequest => ({ query: { kind, search: '', filters, sort: [] }, ...sides })

  it('opens as many records as it says, in every cell, and the list has the same ones', async () => {
    const request = asked('standards', { rows: 'district', columns: 'publishedOn:quarter', split: 'kind', period: '2021' }, [{ field: 'kind', values: ['national', 'industry'] }])
    const { answer } = await tabulate({ kind: 'standards', ...request, filters: [{ field: 'kind', values: ['national', 'industry'] }] })
    const [table] = answer.tables
    for (const { value: row, counts } of table?.rows ?? []) {
      for (const [at, count] of counts.entries()) {
        const { list, query } = await behind(request, { split: table?.split, row, column: answer.columns[at] })
        expect(list.count).toBe(count)
        const found = query === null ? null : await session.lists.find(query, today)
        expect(found?.ok ? Array.from(await found.value.ids(0, list.count)) : null).toEqual(Array.from(await list.ids(0, list.count)))
      }
    }
    const all = await behind(request, whole)
    expect(all.list.count).toBe(answer.total)
  })

  it('replaces what the list said of a field before, and keeps both where both must hold', async () => {
    const oneValue = await behind(asked('patents', { rows: 'type', columns: 'district' }, [{ field: 'type', values: ['invention', 'design'] }]), { row: 'invention' })
    expect(oneValue.query?.filters).toEqual([{ field: 'type', values: ['invention'] }])
    const several = await behind(asked('trademarks', { rows: 'classes', columns: 'district' }, [{ field: 'classes', values: ['9'] }]), { row: 35 })
    expect(several.list.count).toBe(await listCount('trademarks', [{ field: 'classes', values: ['9'] }, { field: 'classes', values: ['35'] }]))
    if (several.list.count < await listCount('trademarks', [{ field: 'classes', values: ['35'] }])) expect(several.query?.filters).toHaveLength(2)
  })

  it('opens no other list where the records are those that an indicator counts', async () => {
    const found = await behind({ ...asked('patents', { rows: 'type', columns: 'district' }), among: Int32Array.of(1, 2, 3) }, whole)
    expect(found.query).toBeNull()
  })
})

import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ImportKind } from '../../../src/shared/domain/catalogue/headings'
import { undoBatch } from '../../../src/main/register/evidence/undoBatch'
import { importFile } from '../../../src/main/register/import/importFile'
import { redoBatch } from '../../../src/main/register/import/redo/redoBatch'
import { createImportServices } from '../../../src/main/register/import/services'
import { checkRegister } from '../../../src/main/store/checkRegister'
import { createFileStore } from '../../../src/main/store/fileStore'
import type { SqliteStore } from '../../../src/main/store/sqlite/createStore'
import { succeed } from '../../../src/shared/domain/result'
import { inProcessWriter } from '../../support/registers/inProcessWriter'
import { sampleClock } from '../../support/registers/sampleImport'
import { writeCsv } from '../../support/workbooks/tableFiles'
import { tempRegister, type TempRegister } from '../../support/registers/tempRegister'

const header = ['申请号', '专利名称', '专利权人', '申请日', '授权公告日', '公开（公告）号', '备注']

/** Enough rows for several portions; later rows confirm, complete and contradict records of earlier portions. */
function rowsOf(count: number): string[][] {
  const number = (at: number): string => {
    const digits = `2019101${String(at).padStart(5, '0')}`
    const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (place % 8 + 2), 0) % 11
    return `${digits}.${sum === 10 ? 'X' : sum}`
  }
  const rows = Array.from({ length: count }, (_, at) => [number(at), `一种装置${at}`, at % 3 === 0 ? '青岛大学' : '青岛海尔股份有限公司', '2019-02-20', at % 2 === 0 ? '2021-03-05' : '', `CN11${String(at).padStart(7, '0')}A`, ''])
  const again = [7, 8, 2_500].map((at) => [number(at), `一种改名的装置${at}`, '青岛大学;青岛理工大学', '2019-02-20', '2021-04-06', `CN11${String(at).padStart(7, '0')}B`, ''])
  return [header, ...rows, ...again, ...rows.slice(10, 14)]
}

/** Rows say whether their standard is new only after the first portion has gone; until then the register concludes it. */
function standardsOf(count: number): string[][] {
  const rows = Array.from({ length: count }, (_, at) => [`GB/T ${10_000 + at}-2021`, `试验方法${at}`, `青岛第${at % 50}研究所`, String(at % 4 + 1), at > 8_400 ? '修订' : '', '2021-05-06'])
  return [['标准号', '标准名称', '参与单位', '起草单位排名', '制修订', '发布日期'], ...rows, ['GB/T 10003-2021', '试验方法3', '青岛大学', '9', '', '2021-05-06']]
}

async function importInto(register: TempRegister, file: string, as: ImportKind, grows: boolean): Promise<SqliteStore> {
  const store = register.open()
  const services = await createImportServices(store, {
    ...(grows ? { grow: () => inProcessWriter.grow(register.path, { lockIsHeld: true }) } : {}),
    keepOriginal: async (path) => {
      const kept = await createFileStore(register.path).keep(path)
      return kept.ok ? succeed(null) : kept
    },
  })
  const answer = await importFile(file, { ...sampleClock, as }, services)
  expect(answer).toMatchObject({ ok: true, value: { rows: { rejected: 0, review: 0 } } })
  return store
}

/** What a register holds, whatever ids its names were given: the chain covers every digest in the order of the records. */
const contents = {
  digests: 'SELECT id, digest FROM patent ORDER BY id',
  standards: 'SELECT id, digest FROM standard ORDER BY id',
  parties: 'SELECT party.patent_id, position, text FROM party JOIN name ON name.id = party.name ORDER BY 1, 2',
  names: 'SELECT text FROM name ORDER BY text',
  ...Object.fromEntries(['evidence', 'source', 'batch', 'row_verdict', 'change_set', 'journal', 'record_count'].map((table) => [table, `SELECT * FROM ${table}`])),
}

function contentOf(store: SqliteStore): Record<string, unknown[]> {
  return Object.fromEntries(Object.entries(contents).map(([name, sql]) => [name, store.db.prepare<[], unknown>(sql).raw().all().map((row) => JSON.stringify(row))]))
}

describe('a file that is written while it is judged', () => {
  it('leaves the register that writing it at the end leaves, later rows about earlier records included', async () => {
    using atOnce = tempRegister()
    using growing = tempRegister()
    const file = join(atOnce.folder, '专利.csv')
    writeCsv(file, rowsOf(5_000))
    const expected = contentOf(await importInto(atOnce, file, 'patents', false))
    const found = contentOf(await importInto(growing, file, 'patents', true))
    expect(found.digests).toHaveLength(5_000)
    expect(found).toEqual(expected)
    expect(await checkRegister(growing.path)).toMatchObject({ ok: true, value: { ok: true } })
  })

  it('remembers that early rows are silent about what later rows speak of', async () => {
    using atOnce = tempRegister()
    using growing = tempRegister()
    const file = join(atOnce.folder, '标准.csv')
    writeCsv(file, standardsOf(9_000))
    const expected = contentOf(await importInto(atOnce, file, 'standards', false))
    const found = contentOf(await importInto(growing, file, 'standards', true))
    expect(found.standards).toHaveLength(9_000)
    expect(found).toEqual(expected)
    expect(await checkRegister(growing.path)).toMatchObject({ ok: true, value: { ok: true } })
  })
})

/** A row of the evidence with what it says differently, in whatever order. */
function cellsOf(row: unknown): unknown[] {
  return (JSON.parse(String(row)) as unknown[]).map((cell) => (typeof cell === 'string' ? JSON.parse(cell) as unknown : cell))
}

describe('a long file that is undone', () => {
  async function undoneAndRedone(register: TempRegister, file: string, grows: boolean): Promise<{ before: Record<string, unknown[]>; after: Record<string, unknown[]> }> {
    const store = await importInto(register, file, 'patents', grows)
    const before = contentOf(store)
    expect(await undoBatch(store, 1, sampleClock)).toMatchObject({ ok: true, value: { records: { removed: 3_000 } } })
    expect(await store.records.count('patent')).toBe(0)
    const services = await createImportServices(store, grows ? { grow: () => inProcessWriter.grow(register.path, { lockIsHeld: true }) } : {})
    expect(await redoBatch(register.path, 1, sampleClock, services)).toMatchObject({ ok: true, value: { records: { restored: 3_000, changed: 0, kept: 0 }, missing: [] } })
    return { before, after: contentOf(store) }
  }

  it('comes back in portions as it comes back at once, and is what it was: also what later rows say of records that were packed', async () => {
    using atOnce = tempRegister()
    using growing = tempRegister()
    const file = join(atOnce.folder, '专利.csv')
    writeCsv(file, rowsOf(3_000))
    const [whole, portions] = [await undoneAndRedone(atOnce, file, false), await undoneAndRedone(growing, file, true)]
    expect(portions.after).toEqual(whole.after)
    for (const name of ['digests', 'parties'] as const) expect(portions.after[name]).toEqual(portions.before[name])
    expect(portions.after.evidence?.map(cellsOf)).toEqual(portions.before.evidence?.map(cellsOf))
    expect(await checkRegister(growing.path)).toMatchObject({ ok: true, value: { ok: true } })
  })
})

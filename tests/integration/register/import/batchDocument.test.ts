import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filesFolderOf } from '../../../../src/main/store/fileStore'
import { registerDesk } from '../../../support/registers/registerDesk'
import { samplesFolder } from '../../../support/registers/sampleImport'
import { writeCsv } from '../../../support/workbooks/tableFiles'

const { register, opened, ask, settled, close } = registerDesk()
const dirty = '90_脏数据_标准.xlsx'

async function take(path: string): Promise<number> {
  const { jobs } = await ask('imports.open', { files: [path] })
  const job = jobs[0]?.job ?? 0
  await settled(job)
  await ask('imports.commit', { jobs: [job] })
  const done = await settled(job)
  await ask('imports.close', { jobs: [job] })
  return done.batch ?? 0
}

/** All rows of a document's sheet, page by page. */
async function rowsOf(batch: number, more: { verdict?: string } = {}) {
  const first = await ask('batches.rows', { batch, sheet: 0, ...more, from: 0, to: 30 })
  const rows = [...first.rows]
  while (rows.length < first.total) rows.push(...(await ask('batches.rows', { batch, sheet: 0, ...more, from: rows.length, to: rows.length + 30 })).rows)
  return rows
}

let batch = 0
beforeAll(async () => {
  await opened.open(register.path, true)
  await take(join(samplesFolder, '08_国家标准清单_信息平台_2019-2021.xlsx'))
  batch = await take(join(samplesFolder, dirty))
})
afterAll(close)

describe('a batch that is opened', () => {
  it('says who took in which file, when, with which program, and how its columns were read', async () => {
    const document = await ask('batches.document', { batch })
    expect(document).toMatchObject({ batch, file: dirty, kind: 'standards', state: 'active', format: 'xlsx', programVersion: '0.1.0', original: null })
    expect(document.sha256).toMatch(/^[0-9a-f]{64}$/u)
    expect(document.sheets[0]?.mapping).toContainEqual(expect.objectContaining({ field: 'standardNo', label: expect.stringMatching(/标准/u) }))
  })

  it('has the verdict on every row of its sheet, as many of each as were counted when it was taken in', async () => {
    const [sheet] = (await ask('batches.document', { batch })).sheets
    const verdicts = sheet?.verdicts ?? {}
    const rows = await rowsOf(batch)
    for (const [verdict, count] of Object.entries(verdicts)) {
      expect(rows.filter((row) => row.verdict === verdict).length, verdict).toBe(count)
      expect((await rowsOf(batch, { verdict })).length, verdict).toBe(count)
    }
    const { rows: counted } = (await ask('imports.batches', {})).batches.find((known) => known.batch === batch) ?? {}
    expect(verdicts).toMatchObject({ review: counted?.review, rejected: counted?.rejected, skipped: counted?.skipped })
    const came = (['new', 'changed', 'same', 'repaired', 'conflict'] as const).reduce((sum, verdict) => sum + (verdicts[verdict] ?? 0), 0)
    expect(came).toBe((counted?.new ?? 0) + (counted?.changed ?? 0) + (counted?.same ?? 0))
  })

  it('marks the cell that kept a row out, with the reason, and shows raw and corrected text side by side', async () => {
    const rejected = (await rowsOf(batch, { verdict: 'rejected' })).find(({ reason }) => reason.includes('2021-02-30'))
    expect(rejected).toMatchObject({ role: 'data', marked: 'F' })
    const [repaired] = await rowsOf(batch, { verdict: 'repaired' })
    if (!repaired) throw new Error('nothing was repaired')
    const detail = await ask('batches.row', { batch, sheet: 0, row: repaired.row })
    const [remark] = detail.remarks.filter(({ kind }) => kind === 'repaired')
    expect(repaired.repaired).toContain(/^[A-Z]+/u.exec(remark?.cell ?? '')?.[0])
    expect(remark?.from).not.toBe(remark?.to)
  })

  it('leads from a row to its record, with what the batch changed of it, and from the record back to the row', async () => {
    const [changed] = await rowsOf(batch, { verdict: 'changed' })
    const detail = await ask('batches.row', { batch, sheet: 0, row: changed?.row })
    const [record] = detail.records
    expect(record).toMatchObject({ kind: 'standards', id: expect.any(Number), changes: [expect.objectContaining({ before: expect.any(String) })] })
    const panel = await ask('records.get', { kind: 'standards', id: record?.id })
    const source = panel.sources.find((one) => one.batch === batch)
    const place = await ask('batches.place', { batch, sheet: source?.sheet ?? null, row: source?.row })
    expect((await ask('batches.rows', { batch, sheet: place.sheet, from: place.place, to: place.place + 1 })).rows[0]?.row).toBe(changed?.row)
  })

  it('keeps its verdicts and names its gone records after an undo', async () => {
    await ask('imports.undo', { batch })
    const document = await ask('batches.document', { batch })
    expect(document.state).toBe('undone')
    const [added] = await rowsOf(batch, { verdict: 'new' })
    const { records } = await ask('batches.row', { batch, sheet: 0, row: added?.row })
    expect(records).toEqual([expect.objectContaining({ id: null, key: expect.stringMatching(/\d/u) })])
    const preview = await ask('batches.redoPreview', { batch })
    expect(preview).toMatchObject({ missing: 0, restoredKeys: expect.arrayContaining([expect.objectContaining({ key: records[0]?.key })]) })
    const lookedAt = Date.now()
    expect(await ask('batches.redo', { batch })).toEqual({ restored: preview.restored, changed: preview.changed, kept: preview.kept, missing: 0 })
    expect((await ask('batches.document', { batch })).state).toBe('active')
    const [restored] = (await ask('batches.row', { batch, sheet: 0, row: added?.row })).records
    const { history } = await ask('records.get', { kind: 'standards', id: restored?.id })
    expect(history.find(({ reason }) => reason === 'redo_batch')?.at).toBeGreaterThanOrEqual(lookedAt)
  })
})

describe('a batch with rows that contradict each other', () => {
  it('says so in words that need no values: none are kept with it', async () => {
    const path = join(register.folder, '前后不一.csv')
    writeCsv(path, [['标准编号', '标准名称', '发布日期'], ['GB/T 7103-2021', '甲', '2021-02-03'], ['GB/T 7103-2021', '乙', '2021-02-03']])
    const taken = await take(path)
    await ask('batches.document', { batch: taken })
    const rows = await rowsOf(taken, { verdict: 'conflict' })
    expect(rows.map(({ reason }) => reason)).toEqual(['B3 与本文件前面的行不一致，以这里为准'])
  })
})

describe('a batch of a sheet with two tables side by side', () => {
  it('shows what the clerk wrote in place of a cell of either', async () => {
    const path = join(register.folder, '并排.csv')
    const head = ['标准编号', '标准名称', '发布日期']
    writeCsv(path, [[...head, '', ...head], ['GB/T 7101-2021', '甲', '2021-02-30', '', 'GB/T 7102-2021', '乙', '2021-02-31']])
    const { jobs: [opened] } = await ask('imports.open', { files: [path] })
    const job = opened?.job ?? 0
    for (const text of ['2021-03-01', '2021-03-02']) {
      await settled(job)
      const { rows } = await ask('imports.rows', { job, filter: { verdict: 'rejected' }, from: 0, to: 1 })
      await ask('imports.correct', { job, index: rows[0]?.index, text })
    }
    await settled(job)
    await ask('imports.commit', { jobs: [job] })
    const { batch: taken } = await settled(job)
    await ask('batches.document', { batch: taken })
    await ask('batches.rows', { batch: taken, sheet: 0, from: 0, to: 2 })
    const { remarks } = await ask('batches.row', { batch: taken, sheet: 0, row: 2 })
    expect(remarks.filter(({ kind }) => kind === 'answered').map(({ cell, from, to }) => [cell, from, to])).toEqual([['C2', '2021-02-30', '2021-03-01'], ['G2', '2021-02-31', '2021-03-02']])
  })
})

describe('a batch whose kept file is gone or altered', () => {
  it('says so and still shows the verdicts of its rows', async () => {
    const path = join(register.folder, '小表.csv')
    writeCsv(path, [['标准编号', '标准名称', '发布日期'], ['GB/T 7001-2020', '甲', '2020-01-01'], ['GB/T 7002-2020', '乙', '2020-02-30']])
    const small = await take(path)
    const { sha256 } = await ask('batches.document', { batch: small })
    const kept = join(filesFolderOf(register.path), sha256.slice(0, 2), `${sha256}.deflate`)
    writeFileSync(kept, 'etwas anderes')
    expect((await ask('batches.document', { batch: small })).original).toMatchObject({ code: 'original_changed' })
    rmSync(kept)
    expect((await ask('batches.document', { batch: small })).original).toMatchObject({ code: 'original_missing' })
    const { rows, total } = await ask('batches.rows', { batch: small, sheet: 0, from: 0, to: 30 })
    expect([total, rows.map(({ row, verdict, cells }) => [row, verdict, cells])]).toEqual([2, [[2, 'new', []], [3, 'rejected', []]]])
    await ask('imports.undo', { batch: small })
    await expect(ask('batches.redoPreview', { batch: small })).rejects.toThrow('original_missing')
  })
})

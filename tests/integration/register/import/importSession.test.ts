import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { messageOf } from '../../../../src/shared/text/failureText'
import type { Failure } from '../../../../src/shared/domain/result'
import { encipheredXls } from '../../../support/golden/encipherXls'
import { lockedOds } from '../../../support/golden/lockedFiles'
import { libraryFileOf } from '../../../support/golden/tablePlan'
import { registerDesk } from '../../../support/registers/registerDesk'
import { samplesFolder } from '../../../support/registers/sampleImport'

const { register, opened, ask, settled, close } = registerDesk()
const hostileFolder = join(import.meta.dirname, '../../../fixtures/hostile')

async function open(file: string): Promise<number> {
  const path = [join(samplesFolder, file), join(hostileFolder, file)].find((candidate) => existsSync(candidate)) ?? file
  const { jobs } = await ask('imports.open', { files: [path] })
  return jobs[0]?.job ?? 0
}

beforeAll(async () => {
  await opened.open(register.path, true)
})
afterAll(close)

describe('a row that is refused', () => {
  it('comes in with what the clerk writes in place of the wrong cell, under the same rules', async () => {
    const job = await open('90_脏数据_标准.xlsx')
    await settled(job)
    const badDates = async () => (await ask('imports.rows', { job, filter: { code: 'bad_date' }, from: 0, to: 10 })).rows
    const [row] = await badDates()
    if (!row) throw new Error('no row with a bad date')
    const correct = async (text: string) => {
      await ask('imports.correct', { job, index: row.index, text })
      await settled(job)
      return (await ask('imports.rows', { job, from: 0, to: 500 })).rows.find(({ index }) => index === row.index)
    }
    expect(await correct('2021-02-31')).toMatchObject({ verdict: 'rejected', wrong: { value: '2021-02-31' } })
    const corrected = await correct('2021-02-28')
    expect(corrected).toMatchObject({ wrong: null, corrections: [{ cell: row.cell, from: row.wrong?.value, to: '2021-02-28' }] })
    expect(corrected?.verdict).not.toBe('rejected')
    await ask('imports.takeBackAnswer', { job })
    await ask('imports.takeBackAnswer', { job })
    await settled(job)
    expect((await badDates())[0]).toMatchObject({ index: row.index, verdict: 'rejected', corrections: [] })
    await ask('imports.close', { jobs: [job] })
  })
})

describe('a file with questions', () => {
  let job = 0

  beforeAll(async () => {
    job = await open('90_脏数据_标准.xlsx')
    await settled(job)
  })

  it('has a verdict for every row and writes nothing', async () => {
    const { jobs } = await ask('imports.jobs', {})
    const { rows, total } = await ask('imports.rows', { job, from: 0, to: 500 })
    const verdicts = jobs[0]?.verdicts ?? {}
    const sum = Object.entries(verdicts).reduce((all, [verdict, count]) => all + (verdict === 'skipped' ? 0 : count), 0)
    expect(total).toBe(sum)
    expect(rows.every(({ row, verdict }) => row > 0 && verdict !== 'skipped')).toBe(true)
    expect((await ask('register.status', {})).sequence).toBe(0)
  })

  it('says for each refused row which cell is wrong and what to do', async () => {
    const { rows } = await ask('imports.rows', { job, filter: { verdict: 'rejected' }, from: 0, to: 100 })
    expect(rows.length).toBeGreaterThan(5)
    expect(rows.every(({ cell, row, message }) => cell?.endsWith(String(row)) === true && (message?.length ?? 0) > 5)).toBe(true)
  })

  it('groups questions by cause, each with its readings and none chosen', async () => {
    const { groups } = await ask('imports.questions', { job })
    const month = groups.find(({ code }) => code === 'ambiguous_month')
    expect(month).toMatchObject({ open: 1, first: { value: '2021.1', choices: ['2021-01', '2021-10'] } })
    expect(groups.every(({ first }) => first.answer === undefined)).toBe(true)
  })

  it('takes an answer in, judges the row again, and takes the answer back', async () => {
    const { groups } = await ask('imports.questions', { job })
    const before = (await settled(job)).verdicts?.review ?? 0
    const group = groups.find(({ code }) => code === 'ambiguous_month')?.group
    await ask('imports.answer', { job, group, answer: { choice: 1 } })
    expect((await settled(job)).verdicts?.review).toBe(before - 1)
    expect((await ask('imports.takeBackAnswer', { job })).taken).toBe(1)
    expect((await settled(job)).verdicts?.review).toBe(before)
  })

  it('takes no text that is no date where a date is asked for, and one that is', async () => {
    const { groups } = await ask('imports.questions', { job })
    const before = (await settled(job)).verdicts?.review ?? 0
    const group = groups.find(({ code }) => code === 'ambiguous_month')?.group
    await expect(ask('imports.answer', { job, group, answer: { text: '年底' } })).rejects.toThrow('bad_date')
    expect((await settled(job)).verdicts?.review).toBe(before)
    await ask('imports.answer', { job, group, answer: { text: '2021年10月' } })
    expect((await settled(job)).verdicts?.review).toBe(before - 1)
    await ask('imports.takeBackAnswer', { job })
    await settled(job)
  })

  it('keeps a row out that the clerk leaves to the reporter', async () => {
    const { groups } = await ask('imports.questions', { job })
    const group = groups.find(({ code }) => code === 'ambiguous_order')?.group
    await ask('imports.answer', { job, group, answer: null })
    const { verdicts } = await settled(job)
    expect(verdicts?.left_out).toBe(1)
  })

  it('shows the sheet as it looks, with header, data and skipped rows', async () => {
    const { rows, merges, width } = await ask('imports.sheet', { job, sheet: 0 })
    expect(new Set(rows.map(({ role }) => role))).toContain('header')
    expect(rows.every(({ cells }) => cells.length === width)).toBe(true)
    expect(merges).toBeInstanceOf(Array)
  })

  it('lists every column with its field and samples', async () => {
    const { columns, missing } = await ask('imports.columns', { job, sheet: 0 })
    expect(columns.find(({ field }) => field === 'standardNo')).toMatchObject({ column: 'C', isRequired: true })
    expect(missing).toEqual([])
  })

  it('judges again when a column is freed, and says what is missing', async () => {
    await ask('imports.setSheet', { job, sheet: 0, column: { column: 'C', field: null } })
    await settled(job)
    expect((await ask('imports.columns', { job, sheet: 0 })).missing).toEqual(['标准编号'])
    await ask('imports.setSheet', { job, sheet: 0, column: { column: 'C', field: 'standardNo' } })
    expect((await settled(job)).state).toBe('ready')
  })

  it('leads from one doubtful row to the next', async () => {
    const { place } = await ask('imports.nextDoubt', { job, after: -1 })
    const { rows } = await ask('imports.rows', { job, from: 0, to: 500 })
    expect(['review', 'conflict']).toContain(rows[place ?? -1]?.verdict)
  })

  it('is written when committed, with its effect on the indicators', async () => {
    await ask('imports.commit', { jobs: [job] })
    const done = await settled(job)
    expect(done).toMatchObject({ state: 'done', batch: 1 })
    // A row that was left to the reporter waits for nobody.
    expect(done.verdicts?.left_out).toBe(1)
    expect(done.written).toMatchObject({ review: done.verdicts?.review ?? 0, rejected: (done.verdicts?.rejected ?? 0) + 1 })
    const { result } = await ask('imports.detail', { job })
    expect(result?.records.new).toBe((await ask('register.status', {})).counts['standards'])
  })

  it('gives the rows back that did not come in', async () => {
    const file = join(register.folder, '退回.xlsx')
    const { rows } = await ask('imports.return', { of: { job }, file })
    const { verdicts } = await settled(job)
    expect(existsSync(file)).toBe(true)
    expect(rows.rejected + rows.review).toBe((verdicts?.rejected ?? 0) + (verdicts?.review ?? 0) + (verdicts?.left_out ?? 0))
  })

  it('gives the rows of all files back into a folder, and lets alone what is there', async () => {
    const folder = mkdtempSync(join(register.folder, '全部退回-'))
    const once = await ask('imports.returnAll', { jobs: [job], folder })
    const again = await ask('imports.returnAll', { jobs: [job], folder })
    expect(again).toEqual(once)
    expect(once.files).toBe(1)
    expect(once.rows.rejected + once.rows.review).toBeGreaterThan(0)
    expect(readdirSync(folder).toSorted()).toEqual([expect.stringMatching(/\(2\)_退回\.xlsx$/u), expect.stringMatching(/[^)]_退回\.xlsx$/u)])
  })

  it('leaves no file of refused rows when their export is given up', async () => {
    const file = join(register.folder, '不要的退回.xlsx')
    const writing = ask('imports.return', { of: { job }, file })
    // Three exports were those of the tests before.
    await ask('jobs.cancel', { job: 4 })
    await expect(writing).rejects.toThrow('job_cancelled')
    expect(existsSync(file)).toBe(false)
    expect(readdirSync(register.folder).filter((name) => name.includes('不要的退回'))).toEqual([])
  })

  it('is undone after a preview that says what goes', async () => {
    const preview = await ask('imports.undoPreview', { batch: 1 })
    expect(preview.removedKeys.length).toBeGreaterThan(0)
    const undone = await ask('imports.undo', { batch: 1 })
    expect(undone).toEqual({ removed: preview.removed, reverted: preview.reverted, kept: preview.kept })
    expect((await ask('register.status', {})).counts['standards']).toBe(0)
    expect((await ask('imports.batches', {})).batches[0]).toMatchObject({ batch: 1, state: 'undone' })
  })

  it('is imported again from its kept original, with the answers given before', async () => {
    const { job: again } = await ask('imports.again', { batch: 1 })
    const judged = await settled(again.job)
    expect(judged).toMatchObject({ file: '90_脏数据_标准.xlsx', state: 'ready' })
    expect(judged.verdicts?.left_out).toBe(1)
    await ask('imports.close', { jobs: [again.job, job] })
    expect((await ask('imports.jobs', {})).jobs).toEqual([])
  })
})

describe('other files', () => {
  it('asks for no password where none helps, and says what does', async () => {
    const file = join(register.folder, '加密.ods')
    writeFileSync(file, lockedOds())
    const job = await open(file)
    const refused = await settled(job)
    expect(refused).toMatchObject({ state: 'refused', failure: { code: 'encrypted', details: { what: 'method' } } })
    expect(messageOf(refused.failure as Failure)).toContain('取消密码')
    await ask('imports.close', { jobs: [job] })
  })

  it.each(['96_加密工作簿_密码qd2022.xlsx', '旧版加密.xls'])('asks for the password of a locked workbook, says when it is wrong, and reads on with the right one: %s', async (name) => {
    const old = join(register.folder, name)
    if (name.endsWith('.xls')) writeFileSync(old, encipheredXls(libraryFileOf([{ rows: [['标准编号', '标准名称'], ['GB/T 51501-2021', '甲']] }], 'biff8'), 'crypto_api_128', 'qd2022'))
    const job = await open(name.endsWith('.xls') ? old : name)
    expect(await settled(job)).toMatchObject({ state: 'locked', failure: { code: 'encrypted' } })
    await ask('imports.unlock', { job, password: 'falsch' })
    expect(await settled(job)).toMatchObject({ state: 'locked', failure: { code: 'wrong_password' } })
    await ask('imports.unlock', { job, password: 'qd2022' })
    expect(await settled(job)).toMatchObject({ state: 'ready' })
  })

  it('refuses a file that is no table and goes on with the next', async () => {
    const pdf = await open('28_PDF改名.xlsx')
    const good = await open('01_单位名录_2021.xlsx')
    expect(await settled(pdf)).toMatchObject({ state: 'refused', failure: { code: 'not_a_table' } })
    expect(await settled(good)).toMatchObject({ state: 'ready', kind: 'units' })
  })

  it('says that a file is not there', async () => {
    expect(await settled(await open('/nowhere/台账.xlsx'))).toMatchObject({ state: 'refused', failure: { code: 'file_not_found' } })
  })

  it('judges the other files again after one was written', async () => {
    const first = await open('01_单位名录_2021.xlsx')
    const twin = await open('01_单位名录_2021.xlsx')
    const before = (await settled(twin)).verdicts
    await ask('imports.commit', { jobs: [first] })
    await settled(first)
    await vi.waitFor(async () => expect((await settled(twin)).verdicts?.new ?? 0).toBe(0), { timeout: 20_000 })
    expect(before?.new).toBeGreaterThan(100)
  })

  it('writes several files in the order of the list, and says which of them wait', async () => {
    const known = (await ask('imports.batches', {})).batches.map(({ batch }) => batch)
    const files = ['01_单位名录_2021.xlsx', '04_崂山区_2021年度标准制修订调查表（定稿2）.xlsx', '90_脏数据_标准.xlsx']
    const jobs: number[] = []
    for (const file of files) jobs.push(await open(file))
    for (const job of jobs) await settled(job)
    await ask('imports.commit', { jobs })
    const states = (await ask('imports.jobs', {})).jobs.filter(({ job }) => jobs.includes(job)).map(({ state }) => state)
    expect(states.slice(1)).toEqual(['commit_queued', 'commit_queued'])
    const batches: (number | null)[] = []
    for (const job of jobs) batches.push((await settled(job)).batch)
    const written = (await ask('imports.batches', {})).batches.filter(({ batch }) => !known.includes(batch)).sort((a, b) => a.batch - b.batch)
    expect(written.map(({ batch, file }) => ({ batch, file }))).toEqual(files.map((file, at) => ({ batch: batches[at], file })))
  })

  it('stops reading when it is cancelled and leaves the register alone', async () => {
    const { sequence } = await ask('register.status', {})
    const job = await open('08_国家标准清单_信息平台_2019-2021.xlsx')
    expect((await ask('imports.cancel', { job })).wasRunning).toBe(true)
    expect((await settled(job)).state).toBe('cancelled')
    expect((await ask('register.status', {})).sequence).toBe(sequence)
  })

  it('reads a sheet by the header row that the clerk points at', async () => {
    const job = await open('04_崂山区_2021年度标准制修订调查表（定稿2）.xlsx')
    await settled(job)
    const before = await ask('imports.detail', { job })
    const { headerRows } = before.sheets[0] ?? { headerRows: [] }
    await ask('imports.setSheet', { job, sheet: 0, headerRows: [headerRows.at(-1)] })
    await settled(job)
    expect((await ask('imports.detail', { job })).sheets[0]?.headerRows).toEqual([headerRows.at(-1)])
    await ask('imports.setSheet', { job, sheet: 0, headerRows: null })
    await settled(job)
    expect((await ask('imports.detail', { job })).sheets[0]).toEqual(before.sheets[0])
  })

  it('takes a hidden sheet in only when asked', async () => {
    const job = await open('04_崂山区_2021年度标准制修订调查表（定稿2）.xlsx')
    await settled(job)
    const hidden = (await ask('imports.detail', { job })).sheets.find(({ state }) => state !== 'visible')
    expect(hidden).toMatchObject({ isIncluded: false, rows: 0 })
    await ask('imports.setSheet', { job, sheet: hidden?.index, isIncluded: true })
    await settled(job)
    expect((await ask('imports.detail', { job })).sheets[hidden?.index ?? 0]?.rows).toBeGreaterThan(0)
  })
})

describe('what is given to be read', () => {
  it('takes the tables in a folder, in the order of their names, and no lock file', async () => {
    const folder = mkdtempSync(join(register.folder, '季度-'))
    const inside = join(folder, '区市')
    mkdirSync(inside)
    for (const [name, place] of [['10月.csv', folder], ['2月.csv', folder], ['~$2月.xlsx', folder], ['说明.docx', folder], ['.隐藏.csv', folder], ['崂山区.csv', inside]] as const) writeFileSync(join(place, name), '标准编号,标准名称\nGB/T 1-2020,某标准\n')
    const { jobs } = await ask('imports.open', { files: [folder, join(folder, '~$2月.xlsx')] })
    expect(jobs.map(({ file }) => file)).toEqual(['2月.csv', '10月.csv', '崂山区.csv'])
    await ask('imports.close', { jobs: jobs.map(({ job }) => job) })
  })

  it('says of a lock file, and of a folder without tables, what it is', async () => {
    const folder = mkdtempSync(join(register.folder, '空-'))
    const lock = join(folder, '~$名单.xlsx')
    const refused = async (path: string): Promise<string> => {
      const { jobs: [opened] } = await ask('imports.open', { files: [path] })
      const job = await settled(opened?.job ?? 0)
      expect(job.state).toBe('refused')
      await ask('imports.close', { jobs: [job.job] })
      return messageOf({ ok: false, ...job.failure } as Failure)
    }
    expect(await refused(folder)).toContain('这是文件夹')
    writeFileSync(lock, Buffer.alloc(165))
    expect(await refused(lock)).toContain('临时文件（~$ 开头）')
  })
})

import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportAnswer } from '../../src/main/register/import/answer'
import { expectedFigures } from '../support/registers/expectedFigures'
import { jsonHere, readyParsers } from '../support/faults/cliHere'
import { runCli, runJson } from '../support/runCli'
import { readExpected, samplesFolder, type ExpectedStep } from '../support/registers/sampleImport'
import { tempRegister } from '../support/registers/tempRegister'

const expected = readExpected()
const register = tempRegister()
const clock = ['--today', expected.meta.today, '--operator', '测试']
const steps = expected.importOrder.filter(({ outcome }) => outcome === undefined)
const answers = new Map<string, ImportAnswer>()

interface Undo {
  file: string
  recordsGone: number
  gone?: string[]
  standardsLeft?: number
  F2_city?: Record<'O' | 'P' | 'Q', number>
  F2_districts?: Record<string, { Q: number }>
  patentsLeft?: number
  F4_B?: Record<string, number>
  classPairsLeft?: number
  registrationsLeft?: number
}

interface Listed { total: number; rows: Record<string, unknown>[] }
interface Ranked { rows: { name: string; value: number | null }[]; total: { name: string; value: number | null } }

/** Runs a command on a register in this process and gives its answer; any exit code but 0 fails with what was said. */
async function done<A>(path: string, ...words: string[]): Promise<A> {
  const { code, answer } = await jsonHere([...words, '--register', path, ...clock])
  expect(code, JSON.stringify(answer)).toBe(0)
  return answer as A
}

const list = (path: string, kind: string, ...fields: string[]): Promise<Listed> =>
  done<Listed>(path, 'list', kind, ...(fields.length === 0 ? ['--limit', '0'] : ['--fields', fields.join(',')]))

async function figures(path: string, indicator: string, ...options: string[]): Promise<Record<string, number | null>> {
  const { rows, total } = await done<Ranked>(path, 'rank', indicator, ...options)
  return Object.fromEntries([...rows, total].map(({ name, value }) => [name, value]))
}

beforeAll(async () => {
  await readyParsers()
  for (const { file } of steps) answers.set(file, await done<ImportAnswer>(register.path, 'import', join(samplesFolder, file)))
}, 600_000)

afterAll(() => register[Symbol.dispose]())

describe('the samples, one call per file', () => {
  it.each(steps)('$file comes in with the stated counts and cells', (step) => {
    expect(countsOf(answers.get(step.file))).toEqual(statedCounts(step))
    expect(cellsOf(answers.get(step.file))).toEqual(statedCells(step))
  })

  it('makes a register with the stated totals', async () => {
    const { registerTotals } = expectedFigures
    const [units, standards, patents, trademarks, honours, pilots] = await Promise.all([
      list(register.path, 'units'), list(register.path, 'standards'), list(register.path, 'patents'), list(register.path, 'trademarks', 'classes'),
      list(register.path, 'honours', 'status'), list(register.path, 'pilots'),
    ])
    expect({ units: units.total, standards: standards.total, patents: patents.total, registrations: trademarks.total, honours: honours.total, pilots: pilots.total }).toEqual({
      units: registerTotals.units.total, standards: registerTotals.standards.total, patents: registerTotals.patents.total, registrations: registerTotals.trademarks.registrations,
      honours: registerTotals.honours.total, pilots: registerTotals.pilots.total,
    })
    expect(trademarks.rows.flatMap(({ classes }) => classes)).toHaveLength(registerTotals.trademarks.classPairs)
    expect(honours.rows.filter(({ status }) => status === '授予')).toHaveLength(registerTotals.honours.awarded)
  })
})

describe('undoing one batch after all imports', () => {
  const stated = expected.undo as Undo[]

  /** The register with the file's batch undone, in a copy of its own. */
  async function undone({ file, recordsGone }: Undo): Promise<string> {
    const path = join(register.folder, `undo-${String(stated.findIndex((entry) => entry.file === file))}.bzr`)
    copyFileSync(register.path, path)
    const answer = await done<{ records: { removed: number } }>(path, 'undo', String(answers.get(file)?.batch))
    expect(answer.records.removed).toBe(recordsGone)
    return path
  }

  it('takes back the census that one district sent, and its share of F2', async () => {
    const entry = stated.find(({ standardsLeft }) => standardsLeft !== undefined)
    expect.assert(entry?.F2_city && entry.F2_districts && entry.gone)
    const path = await undone(entry)
    const { total, rows } = await list(path, 'standards', 'standardNo')
    expect(total).toBe(entry.standardsLeft)
    expect(rows.filter(({ standardNo }) => entry.gone?.includes(String(standardNo)))).toEqual([])
    expect(await figures(path, 'standards', '--period', '2021')).toEqual({ ...mapValues(entry.F2_districts, ({ Q }) => Q), 全市: entry.F2_city.Q })
    expect(await figures(path, 'standards', '--period', '2021', '--filter', 'role=lead')).toMatchObject({ 全市: entry.F2_city.O })
  })

  it('takes back one of three patent lists, and leaves what another confirms', async () => {
    const entry = stated.find(({ patentsLeft }) => patentsLeft !== undefined)
    expect.assert(entry?.F4_B)
    const path = await undone(entry)
    expect((await list(path, 'patents')).total).toBe(entry.patentsLeft)
    expect(await figures(path, 'inventions_valid', '--period', '2021')).toEqual(entry.F4_B)
  })

  it('takes back classes of a trademark that another list confirms in part', async () => {
    const entry = stated.find(({ classPairsLeft }) => classPairsLeft !== undefined)
    expect.assert(entry)
    const { total, rows } = await list(await undone(entry), 'trademarks', 'classes')
    expect(total).toBe(entry.registrationsLeft)
    expect(rows.flatMap(({ classes }) => classes)).toHaveLength(entry.classPairsLeft ?? 0)
  })
})

describe('exit codes and documents', () => {
  const encrypted = join(samplesFolder, '96_加密工作簿_密码qd2022.xlsx')

  it('answers 1 with one error document to a protected workbook, and takes it with its password', async () => {
    expect(await runJson(['import', encrypted, '--register', register.path, ...clock])).toMatchObject({ code: 1, answer: { error: { code: 'encrypted' } } })
    const wrong = await runJson(['import', encrypted, '--password-fd', '0', '--register', register.path, ...clock], 'guess\n')
    expect(wrong).toMatchObject({ code: 1, answer: { error: { code: 'wrong_password' } } })
    for (const descriptor of ['99', '4294967296']) expect(await runJson(['import', encrypted, '--password-fd', descriptor, '--register', register.path, ...clock])).toMatchObject({ code: 2, answer: { error: { code: 'usage_bad_value', details: { option: '--password-fd' } } } })
    const opened = await runJson(['import', encrypted, '--password-fd', '0', '--dry-run', '--register', register.path, ...clock], 'qd2022\n')
    expect(opened).toMatchObject({ code: 0, answer: { batch: null, rows: { read: 5, same: 5 } } })
  })

  it('prints one JSON document and nothing else on standard output, whatever goes to standard error', async () => {
    const { code, stdout } = await runCli(['import', join(samplesFolder, '11_企业标准自我声明公开.csv'), '--json', '--dry-run', '--register', register.path, ...clock])
    expect(code).toBe(0)
    expect(stdout.trimEnd().split('\n')).toHaveLength(1)
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'standards', rows: { read: 21, same: 21 } })
  })

  it('answers 2 to a stock date for a flow', async () => {
    const outcome = await runJson(['rank', 'standards', '--period', '2021', '--as-of', '2021-12-31', '--register', register.path])
    expect(outcome).toMatchObject({ code: 2, answer: { error: { code: 'usage_as_of_with_flow' } } })
  })

  it('changes nothing when the same file comes again', async () => {
    const again = await done<ImportAnswer>(register.path, 'import', join(samplesFolder, '94_脏数据_单位.xlsx'))
    const first = answers.get('94_脏数据_单位.xlsx')
    expect(again.rows).toMatchObject({ new: 0, changed: 0, same: Number(first?.rows.new) + Number(first?.rows.changed) + Number(first?.rows.same) })
    expect(again.records).toEqual({ new: 0, changed: 0 })
  })
})

describe('two programs on one register', () => {
  const small = join(samplesFolder, '12_李沧区补报_1904日期系统.xlsx')

  it('refuses a second writer while the first one holds the register, and lets readers in', async () => {
    using shared = tempRegister()
    const writer = shared.open('write')
    expect(await runJson(['import', small, '--register', shared.path])).toMatchObject({ code: 1, answer: { error: { code: 'register_in_use', details: { pid: process.pid } } } })
    expect(await runJson(['list', 'standards', '--register', shared.path])).toEqual({ code: 0, answer: { total: 0, rows: [] } })
    await writer.close()
    expect(await runJson(['import', small, '--register', shared.path])).toMatchObject({ code: 0 })
  })

  it('lets two short imports started together wait for each other, and loses neither', async () => {
    using shared = tempRegister()
    const outcomes = await Promise.all([small, join(samplesFolder, '03_市场主体_2020-2021.xlsx')].map((file) => runJson(['import', file, '--register', shared.path])))
    for (const { code, answer } of outcomes) if (code !== 0) expect(answer).toMatchObject({ error: { code: 'register_in_use' } })
    const kept = (await done<unknown[]>(shared.path, 'batches')).length
    expect(kept).toBe(outcomes.filter(({ code }) => code === 0).length)
    expect(kept).toBeGreaterThan(0)
  })
})

function mapValues<A, B>(record: Record<string, A>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]))
}

/** The answer's counts in the words of the stated answers, which do not tell changed from same. */
function countsOf(answer: ImportAnswer | undefined): unknown {
  return answer?.sheets.map(({ sheet, headerRows, rows: { changed, same, ...rows } }) => ({ sheet, headerRows, rows: { ...rows, existing: changed + same } }))
}

function statedCounts({ sheets = [] }: ExpectedStep): unknown {
  return sheets.map(({ sheet, headerRows, rows }) => ({ sheet, headerRows, rows: { ...rows, skipped: rows.skipped.count } }))
}

interface Cell { row: number; column: string; code: string }

function cellsOf(answer: ImportAnswer | undefined): unknown {
  const cell = ({ row, column, code }: Cell): string => `${column}${row} ${code}`
  return {
    records: answer?.records.new, rejected: answer?.rejected.map(cell).toSorted(), review: answer?.review.map(cell).toSorted(), repaired: answer?.repaired.map(cell).toSorted(),
    skipped: answer?.skipped.map(({ row, code }) => `${row} ${code}`).toSorted(),
  }
}

function statedCells({ sheets = [] }: ExpectedStep): unknown {
  const cells = (pick: (sheet: (typeof sheets)[number]) => Cell[]): string[] => sheets.flatMap(pick).map(({ row, column, code }) => `${column}${row} ${code}`).toSorted()
  return {
    records: sheets.reduce((sum, { records }) => sum + records.new, 0), rejected: cells(({ rejected }) => rejected), review: cells(({ review }) => review), repaired: cells(({ repaired }) => repaired),
    skipped: sheets.flatMap(({ skippedRows = [] }) => skippedRows).map(({ row, reason }) => `${row} ${reason}`).toSorted(),
  }
}

import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join, parse } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportAnswer } from '../../src/main/register/import/answer'
import { buildProgramOnce, builtProgram } from '../support/faults/realProgram'
import { runJson } from '../support/runCli'
import { samplesFolder } from '../support/registers/sampleImport'

const root = join(import.meta.dirname, '../..')
const fixtures = join(root, 'tests/fixtures/hostile')

interface HostileFile { file: string; must: string; maxMemoryMB: number; rows?: number | number[] }

const manifest = JSON.parse(readFileSync(join(fixtures, 'manifest.json'), 'utf8')) as { files: HostileFile[] }

/** Files that end in a refusal, with its code; every other file of the manifest must come in. */
const refusals: Record<string, string> = {
  '01': 'too_large', '03': 'document_type', '04': 'document_type', '07': 'damaged', '08': 'damaged', '09': 'ambiguous_file', '10': 'ambiguous_file', '11': 'damaged',
  '20': 'damaged', '27': 'empty_file', '28': 'not_a_table', '29': 'not_a_table', '31': 'damaged', '33': 'no_known_column',
}
const numberOf = ({ file }: HostileFile): string => file.slice(0, 2)
const refused = manifest.files.filter((file) => refusals[numberOf(file)] !== undefined)
const accepted = manifest.files.filter((file) => refusals[numberOf(file)] === undefined)

interface Outcome { code: number; answer: Partial<ImportAnswer> & { error?: { code: string; message: string; details: Record<string, unknown> | null } }; memoryMB: number | null }

const timeProgram = '/usr/bin/time'
/** What Node takes before it has read a byte; the manifest speaks of the growth above it. */
const idleMB = 60

let folder: string

/**
 * Imports through the real command line and measures the largest of its processes where the machine can tell. Started
 * by its script, which builds it where a source was saved meanwhile, the largest would be that build.
 */
function importMeasured(file: string, register: string): Promise<Outcome> {
  const report = join(folder, 'memory')
  const words = [builtProgram, 'import', join(fixtures, file), '--register', register, '--json', '--today', '2022-01-17']
  const [program, args] = existsSync(timeProgram) ? [timeProgram, ['-f', '%M', '-o', report, process.execPath, ...words]] : [process.execPath, words]
  return new Promise((resolve) => {
    execFile(program, args, { maxBuffer: 1 << 26 }, (error, stdout) => {
      // /usr/bin/time puts a line about the exit code in front of its figure.
      const kilobytes = existsSync(report) ? Number(readFileSync(report, 'utf8').trim().split('\n').at(-1)) : null
      resolve({ code: Number(error?.code ?? 0), answer: JSON.parse(stdout) as Outcome['answer'], memoryMB: kilobytes === null ? null : kilobytes / 1024 })
    })
  })
}

function expectModest({ memoryMB }: Outcome, { maxMemoryMB }: HostileFile): void {
  if (memoryMB !== null) expect(memoryMB).toBeLessThan(maxMemoryMB + idleMB)
}

async function standardsIn(register: string): Promise<number> {
  const { answer } = await runJson(['list', 'standards', '--limit', '0', '--register', register])
  return (answer as { total: number }).total
}

beforeAll(async () => {
  await buildProgramOnce()
  folder = mkdtempSync(join(tmpdir(), 'hostile-'))
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('a hostile file that must be refused', () => {
  let register: string
  let before: number

  beforeAll(async () => {
    register = join(folder, 'refusing.bzr')
    await runJson(['import', join(samplesFolder, '12_李沧区补报_1904日期系统.xlsx'), '--register', register, '--today', '2022-01-17'])
    before = await standardsIn(register)
  })

  it.each(refused)('$file: $must', async (hostile) => {
    const outcome = await importMeasured(hostile.file, register)
    expect(outcome.code).toBe(1)
    expect(outcome.answer.error).toMatchObject({ code: refusals[numberOf(hostile)], message: expect.stringMatching(/[\u4e00-\u9fff]/) as string })
    if (numberOf(hostile) === '33') expect(outcome.answer.error?.details?.['columns']).toEqual(expect.arrayContaining(['日期', '天气', '气温']))
    expectModest(outcome, hostile)
  })

  it('leaves the register as it was', async () => {
    expect(before).toBeGreaterThan(0)
    expect(await standardsIn(register)).toBe(before)
    expect((await runJson(['batches', '--register', register])).answer).toHaveLength(1)
    expect(await runJson(['check', '--register', register])).toMatchObject({ code: 0, answer: { ok: true, problems: [] } })
  })
})

/** What must be seen beyond the number of rows, by the file's number. */
const particulars: Record<string, (answer: Outcome['answer']) => void> = {
  12: ({ rejected }) => expect(rejected).toMatchObject([{ row: 2, column: 'A' }]),
  15: ({ sheets }) => expect(sheets?.[0]?.unmapped.length).toBeGreaterThan(16_000),
  18: ({ rejected, rows }) => expect(rows?.new === 3 || (rejected?.length === 1 && rejected[0]?.row === 3 && rejected[0].column === 'B')).toBe(true),
  19: ({ notices }) => expect(notices).toMatchObject([{ code: 'control_characters' }]),
  25: ({ notices }) => expect(notices).toMatchObject([{ code: 'macros_ignored' }]),
  26: ({ rejected = [], review = [] }) => expect([...rejected, ...review].map(({ row, column }) => `${column}${row}`).toSorted()).toEqual(['D2', 'D3', 'D4']),
  30: ({ rejected }) => expect(rejected?.[0]).toMatchObject({ row: 5, code: 'quote_not_closed' }),
}

describe('a hostile file whose sound rows come in', () => {
  it.each(accepted)('$file: $must', async (hostile) => {
    const outcome = await importMeasured(hostile.file, join(folder, `${numberOf(hostile)}.bzr`))
    expect(outcome.code, outcome.answer.error?.message).toBe(0)
    expect([hostile.rows].flat()).toContain(outcome.answer.rows?.new)
    particulars[numberOf(hostile)]?.(outcome.answer)
    expectModest(outcome, hostile)
  })

  it('writes nothing where the names inside a file point', () => {
    const places = [folder, root, dirname(root), tmpdir(), dirname(tmpdir()), homedir(), fixtures, parse(root).root]
    const strays = places.flatMap((place) => readdirSync(place).filter((name) => name.startsWith('x_traversal')))
    const inside = readdirSync(folder, { recursive: true }).filter((name) => String(name).includes('x_traversal'))
    expect([...strays, ...inside]).toEqual([])
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Refusal } from '../../../../src/shared/domain/result'
import { readWorkbook } from '../../../../src/main/workbook/readWorkbook'
import { isLong, lengthOf, recordFigure } from '../../../support/longSuites'
import { mutationsOf } from '../../../support/golden/mutateFile'
import { htmlTableOf, libraryFileOf, textTableOf, xlsxOf, type PlannedCell } from '../../../support/golden/tablePlan'

/**
 * Files of the formats with a reader of our own, broken where their format is decisive: parts, tags, lengths, quotes.
 * `MUTATIONS=20000` tries more of them. Formats that the library reads are broken in the parser process's own test.
 */
const inputs = lengthOf('MUTATIONS', 2_000)
const seed = Number(process.env['MUTATION_SEED'] ?? 20_261)
const longestMilliseconds = 10_000
/** What a parser may take above an idle process; an input is a few kilobytes large. */
const mostMegabytes = 350

const rows: readonly (readonly PlannedCell[])[] = [
  ['2021年专利清单'], ['申请号', '专利名称', '申请日', '授权公告日'],
  ...Array.from({ length: 20 }, (_, index): PlannedCell[] => [`20191000050${index}.3`, `一种高速列车“${index}”`, '2019-01-05', { serial: 44267 + index }]),
]
let folder = ''
const originals = new Map<string, Buffer>()

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mutated-'))
  const sheets = [{ name: '专利', rows, merges: ['A1:D1'] }, { name: '续', rows, state: 'hidden' as const }]
  originals.set('xlsx', await xlsxOf(sheets))
  for (const format of ['ods', 'xlml'] as const) originals.set(format, libraryFileOf(sheets, format))
  originals.set('csv', textTableOf([...rows, ['"', 'a"b', '\n']], ',', 'gbk'))
  originals.set('html', htmlTableOf(rows, 'gbk'))
  return () => rmSync(folder, { recursive: true, force: true })
})

/** What reading came to; an exception that is no refusal is a crash. */
async function outcomeOf(path: string): Promise<string> {
  try {
    for await (const event of readWorkbook(path)) if (event.type === 'tail' && event.tail.rows < 0) return 'a negative count of rows'
    return 'read'
  } catch (error) {
    if (error instanceof Refusal) return 'refused'
    return error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
}

describe('a file broken anywhere', () => {
  it.each(['xlsx', 'ods', 'xlml', 'csv', 'html'])('of %s is read or refused, never a crash, a hang or more memory than a parser may have', async (format) => {
    const original = originals.get(format)
    expect(original).toBeDefined()
    if (!original) return
    const path = join(folder, `mutated.${format}`)
    const strange: string[] = []
    let slowest = 0
    const before = process.resourceUsage().maxRSS
    for (const { name, content } of mutationsOf(original, seed, Math.ceil(inputs / 5))) {
      writeFileSync(path, content)
      const started = performance.now()
      const outcome = await outcomeOf(path)
      slowest = Math.max(slowest, performance.now() - started)
      if (outcome !== 'read' && outcome !== 'refused') strange.push(`${name}: ${outcome}`)
    }
    expect(strange.slice(0, 3)).toEqual([])
    expect(slowest).toBeLessThan(longestMilliseconds)
    // The most the process ever held, as the system counts it: also what lived only inside one call.
    expect((process.resourceUsage().maxRSS - before) / 1024).toBeLessThan(mostMegabytes)
    recordFigure('files', Math.ceil(inputs / 5))
  }, isLong ? 3_600_000 : 300_000)
})

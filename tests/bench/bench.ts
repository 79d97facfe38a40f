import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { goals, type GoalId } from './goals'
import { comparedWith, readRecorded, writtenRun } from './lastRun'
import { markdownReport, textReport } from './report'
import type { BenchResult } from './result'
import { drillDown, rank } from './rows/countingRows'
import { importCsv, importMemory, importXlsx, importXlsxBesideLibreOffice } from './rows/importRows'
import { filterCount, jumpSorted, open, pageDepth, search, sortAny } from './rows/listRows'
import { packageSize, start } from './rows/deliveryRows'
import { windowMemory } from './rows/memoryRows'
import { bytesPerRecord, exportXlsxRows, undo } from './rows/outputRows'
import { fillForm, rankSheet } from './rows/sheetRows'
import { typingWhileImporting } from './rows/typingRow'
import { openQuestions, type Questions } from './rows/questions'

/** `npm run bench`: see docs/bench.md. */
const options = new Set(process.argv.slice(2))
const isQuick = options.has('--quick')
const valueOf = (option: string): string | null => (options.has(option) ? (process.argv[process.argv.indexOf(option) + 1] ?? '') : null)
const only = valueOf('--only') === null ? null : new Set((valueOf('--only') ?? '').split(','))
const sizes = isQuick ? [10_000] : [10_000, 100_000, 1_000_000]
// A part of the rows, or a smaller register, must not pass for the whole.
if (options.has('--record') && (isQuick || only !== null)) throw new Error('--record wants the whole bench, without --quick and --only')

/** Of the jobs that take seconds; the others are asked five times as often. */
const heavyRounds = Number(valueOf('--rounds') ?? (isQuick ? 1 : 3))
const lightRounds = 5 * heavyRounds
const largest = sizes.at(-1) ?? 0

const isWanted = (...ids: GoalId[]): boolean => only === null || ids.some((id) => only.has(id))
const results: BenchResult[] = []

/** A row that fails is said and leaves the others alone. */
async function measure(ids: readonly GoalId[], work: () => Promise<BenchResult | readonly BenchResult[]>): Promise<void> {
  if (!isWanted(...ids)) return
  process.stderr.write(`${ids.join(', ')} …\n`)
  try {
    const measured = await work()
    results.push(...(Array.isArray(measured) ? (measured as readonly BenchResult[]) : [measured as BenchResult]).filter(({ id }) => only === null || only.has(id)))
  } catch (error) {
    process.stderr.write(`${ids.join(', ')}: ${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}

const questionRows: readonly (readonly [GoalId, (questions: Questions) => Promise<BenchResult>])[] = [
  ['page-depth', (questions) => pageDepth(questions, lightRounds)],
  ['jump-sorted', (questions) => jumpSorted(questions, heavyRounds)],
  ['search-2char', (questions) => search(questions, lightRounds)],
  ['sort-any', (questions) => sortAny(questions, lightRounds)],
  ['filter-count', (questions) => filterCount(questions, lightRounds)],
  ['rank', (questions) => rank(questions, lightRounds)],
  ['drill-down', (questions) => drillDown(questions, lightRounds)],
]

await measure(['import-xlsx-100k'], () => importXlsx(heavyRounds))
await measure(['import-xlsx-100k-libreoffice'], () => importXlsxBesideLibreOffice(heavyRounds))
await measure(['import-memory'], () => importMemory(heavyRounds))
await measure(['import-csv-500k'], () => importCsv(heavyRounds, isQuick ? 50_000 : 500_000))
for (const size of sizes) {
  await measure(['open-1m'], () => open(lightRounds, size))
  await measure(['bytes-per-record'], () => bytesPerRecord(size))
  if (!isWanted(...questionRows.map(([id]) => id))) continue
  const questions = await openQuestions(size)
  for (const [id, row] of questionRows) await measure([id], () => row(questions))
  await questions.close()
}
await measure(['export-xlsx-100k', 'export-memory'], () => exportXlsxRows(heavyRounds, isQuick ? 10_000 : 100_000))
await measure(['rank-100k-sheet'], () => rankSheet(heavyRounds))
await measure(['fill-form'], () => fillForm(lightRounds))
await measure(['undo-100k'], () => undo(heavyRounds, largest))
await measure(['memory-window-1m', 'memory-register-1m'], () => windowMemory(isQuick ? 1 : heavyRounds, largest))
await measure(['typing-while-importing'], () => typingWhileImporting(isQuick ? 1 : heavyRounds))
await measure(['start-window', 'start-memory'], () => start(isQuick ? 1 : heavyRounds))
await measure(['package-size'], packageSize)

const order = new Map<string, number>(goals.map(({ id }, at) => [id, at]))
results.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0) || a.n - b.n)
console.log(options.has('--json') ? JSON.stringify(results, null, 1) : textReport(results))
const recordFile = join(process.cwd(), 'docs/bench.json')
const before = readRecorded(recordFile)
if (before !== null) process.stderr.write(`${comparedWith(results, before).join('\n')}\n`)
if (options.has('--record')) {
  writeFileSync(join(process.cwd(), 'docs/bench.md'), markdownReport(results))
  writeFileSync(recordFile, writtenRun(results, new Date().toISOString().slice(0, 10)))
}

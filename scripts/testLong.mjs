// npm run test:long [-- --share 0.1] [--only tests/long/load]: the fault, kill, fuzz and random-walk suites at the length of the goals,
// or a share of it; with --only the suites of that name alone, whose figures then replace the former ones.
// What the suites measured goes to docs/reliability.md, whatever came of it: nothing in there is written by hand.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureModules, node24 } from './bootstrap.mjs'
import { nameFilesInUtf8, onSomeScreen, outputOf, root, run, say } from './commands.mjs'
import { ensureElectron } from './electronRuntime.mjs'
import { buildProgram } from './mainBuild.mjs'
import { lengths } from './longLengths.mjs'
import { ensureSystem } from './systemPackages.mjs'
import { reliabilityPage, withSuiteAlone } from './reliabilityPage.mjs'

const reportFile = join(root, 'out/test-long-report.json')
const figuresFile = join(root, 'out/reliability-figures.jsonl')

const suites = [
  'tests/integration/store/killed.test.ts', 'tests/integration/faults', 'tests/integration/store/releasedRegisters.test.ts', 'tests/integration/store/diskFull.test.ts', 'tests/integration/store/rot.test.ts', 'tests/integration/store/damagedFiles.test.ts', 'tests/integration/store/salvage.test.ts',
  'tests/unit/workbook/read/mutatedFiles.test.ts', 'tests/integration/register/records/anyOrder.test.ts',
  'tests/integration/register/columns/carriedColumns.test.ts', 'tests/integration/register/hostileMessages.test.ts', 'tests/integration/import/attackTexts.test.ts', 'tests/window/firstStart.test.ts', 'tests/long',
]

/** In a network of its own, where this computer allows that: there is then nowhere to call. */
function withoutNetwork(command) {
  const isPossible = process.platform === 'linux' && outputOf('unshare', ['-n', 'true']) !== null
  return { isCut: isPossible, command: isPossible ? ['unshare', '-n', 'sh', '-c', 'ip link set lo up; exec "$@"', 'sh', ...command] : command }
}

function lengthsOf(share) {
  return Object.fromEntries(Object.entries(lengths).map(([name, full]) => [name, String(Math.max(1, Math.ceil(full * share)))]))
}

/** What the suites measured, added up, and what they remarked on it. */
function measured() {
  const [figures, remarks] = [{}, {}]
  const lines = existsSync(figuresFile) ? readFileSync(figuresFile, 'utf8').trimEnd().split('\n') : []
  for (const line of lines.filter((text) => text !== '')) {
    const { figure, count, remark } = JSON.parse(line)
    figures[figure] = (figures[figure] ?? 0) + count
    if (remark !== undefined) remarks[figure] = remark
  }
  return { figures, remarks }
}

const { values } = parseArgs({ options: { share: { type: 'string', default: '1' }, only: { type: 'string' } } })
const share = Number(values.share)
if (!(share > 0 && share <= 1)) {
  say('--share is a number over 0 and up to 1')
  process.exit(2)
}
nameFilesInUtf8()
await ensureModules()
await ensureSystem()
await ensureElectron()
await buildProgram()
mkdirSync(join(root, 'out'), { recursive: true })
for (const file of [reportFile, figuresFile]) rmSync(file, { force: true })

const startedAt = Date.now()
const vitest = [node24(), join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`, ...(values.only === undefined ? suites : [values.only])]
const { isCut, command: [program, ...args] } = withoutNetwork(onSomeScreen(vitest))
const code = await run(program, args, { env: { ...process.env, ...lengthsOf(share), RELIABILITY_FIGURES: figuresFile } })
const report = existsSync(reportFile) ? JSON.parse(readFileSync(reportFile, 'utf8')) : null

const measuredRun = {
  ...measured(), share, lengths, isCut, startedAt, endedAt: Date.now(),
  passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0, isWhole: code === 0,
  commit: outputOf('git', ['rev-parse', '--short', 'HEAD'])?.trim() ?? '',
  machine: `${cpus()[0]?.model ?? ''}, ${availableParallelism()} processors, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${process.arch}, Node ${process.version}`,
}
const pageFile = join(root, 'docs/reliability.md')
// Of a suite by itself that failed, the page keeps what the last run proved.
if (values.only === undefined) writeFileSync(pageFile, reliabilityPage(measuredRun))
else if (code === 0) writeFileSync(pageFile, withSuiteAlone(readFileSync(pageFile, 'utf8'), measuredRun))
console.log(`${report?.numPassedTests ?? 0} passed, ${report?.numFailedTests ?? 0} failed`)
process.exitCode = code

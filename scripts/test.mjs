// npm test: sets up what is missing, then types, lint, import directions, build and every test.
// The last line is `N passed, N failed`; every static step counts as one.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureModules, node24 } from './bootstrap.mjs'
import { nameFilesInUtf8, onSomeScreen, root, run, say } from './commands.mjs'
import { ensureElectron } from './electronRuntime.mjs'
import { buildProgram } from './mainBuild.mjs'
import { ensureSystem } from './systemPackages.mjs'

const count = { passed: 0, failed: 0 }
const windowTests = join(root, 'tests/window/')
/** More windows than that do not fail by chance. */
const mostSecondRuns = 2

function tool(path, ...args) {
  return () => run(node24(), [join(root, path), ...args])
}

const staticSteps = {
  types: tool('node_modules/typescript/bin/tsc', '--build'),
  lint: tool('node_modules/oxlint/bin/oxlint', '--type-aware', 'src', 'tests', 'scripts', 'electron.vite.config.ts', 'vite.main.config.ts', 'vitest.config.ts'),
  'import directions': tool('scripts/importDirections.mjs'),
  build: () => buildProgram().then(() => 0),
}

async function check(name, step) {
  const startedAt = Date.now()
  const code = await step().catch((error) => {
    say(error.message)
    return 1
  })
  count[code === 0 ? 'passed' : 'failed'] += 1
  console.log(`${code === 0 ? 'ok' : 'FAILED'}  ${name}  ${((Date.now() - startedAt) / 1000).toFixed(1)} s`)
}

/**
 * Runs vitest over some files.
 * @returns its exit code, and the files of its report; undefined when it could not even start
 */
async function runVitest(reportFile, files) {
  rmSync(reportFile, { force: true })
  const vitest = [node24(), join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`]
  const [command, ...args] = onSomeScreen([...vitest, ...files])
  const code = await run(command, args)
  return { code, files: existsSync(reportFile) ? JSON.parse(readFileSync(reportFile, 'utf8')).testResults : undefined }
}

const testsOf = (file, status) => file.assertionResults.filter((test) => test.status === status)

function addCounts(files) {
  for (const file of files) {
    count.passed += testsOf(file, 'passed').length
    // A file that broke outside its tests counts as one failure.
    count.failed += file.status === 'failed' ? Math.max(1, testsOf(file, 'failed').length) : 0
  }
}

/**
 * Runs the suites and takes their counts from the report. A window shares the screen, the focus and the clock with its machine:
 * the files of a few windows that failed are run once more, each in a new window, and that run counts. What passed only then is named.
 */
async function runTests() {
  mkdirSync(join(root, 'out'), { recursive: true })
  const first = await runVitest(join(root, 'out/test-report.json'), process.argv.slice(2))
  if (first.files === undefined) {
    count.failed += 1
    return
  }
  const failed = first.files.filter(({ status }) => status === 'failed')
  // An error outside any test (an unhandled rejection) fails the run too.
  if (first.code !== 0 && failed.length === 0) count.failed += 1
  const windows = failed.filter(({ name }) => name.startsWith(windowTests))
  const again = windows.length > 0 && windows.length === failed.length && windows.length <= mostSecondRuns ? windows : []
  addCounts(first.files.filter((file) => !again.includes(file)))
  if (again.length === 0) return
  const second = await runVitest(join(root, 'out/test-report-again.json'), again.map(({ name }) => name))
  if (second.files === undefined) {
    addCounts(again)
    return
  }
  addCounts(second.files)
  if (second.code !== 0 && second.files.every(({ status }) => status !== 'failed')) count.failed += 1
  for (const test of again.flatMap((file) => testsOf(file, 'failed'))) console.log(`SECOND RUN  ${test.fullName}`)
}

nameFilesInUtf8()
try {
  await ensureModules()
  await ensureSystem()
  await ensureElectron()
  for (const [name, step] of Object.entries(staticSteps)) await check(name, step)
  await runTests()
} catch (error) {
  say(error.message)
  count.failed += 1
}
console.log(`${count.passed} passed, ${count.failed} failed`)
process.exitCode = count.failed === 0 ? 0 : 1

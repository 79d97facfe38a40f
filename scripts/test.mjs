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
const reportFile = join(root, 'out/test-report.json')

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

/** Runs vitest and takes its counts from the report; a suite that could not even start counts as one failure. */
async function runTests() {
  mkdirSync(join(root, 'out'), { recursive: true })
  rmSync(reportFile, { force: true })
  const vitest = [node24(), join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`]
  const [command, ...args] = onSomeScreen([...vitest, ...process.argv.slice(2)])
  const code = await run(command, args)
  if (!existsSync(reportFile)) {
    count.failed += 1
    return
  }
  const report = JSON.parse(readFileSync(reportFile, 'utf8'))
  const brokenFiles = report.testResults.filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'))
  const failed = report.numFailedTests + brokenFiles.length
  count.passed += report.numPassedTests
  count.failed += failed
  // An error outside any test (an unhandled rejection) fails the run too.
  if (code !== 0 && failed === 0) count.failed += 1
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

import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Parsers are started as processes where the process is what is tested. */
const parsersHere = 'tests/support/parsersHere.ts'

/** The files of a worker share their modules: evaluating them anew for each takes a fifth of the run. Whoever changes something global puts it back. */
function project(name: string, { setupFiles = [], ...more }: { setupFiles?: string[]; [option: string]: unknown } = {}) {
  return {
    test: { name, setupFiles: [parsersHere, ...setupFiles], include: [`tests/${name}/**/*.test.{ts,tsx}`], environment: 'node' as const, pool: 'forks' as const, isolate: false, ...more },
  }
}

/** The long form of a suite is one long test where the short one is a short test. */
const patience = process.env['RELIABILITY_FIGURES'] === undefined ? 1 : 60

/** By itself vitest leaves one core idle, which is half of a small machine. */
const workers = Math.max(2, availableParallelism() - 1)

export default defineConfig({
  test: {
    globalSetup: 'tests/support/registers/madeOnce.ts',
    projects: [
      project('unit', { testTimeout: 120_000, maxWorkers: workers }),
      project('integration', { testTimeout: 120_000 * patience, hookTimeout: 120_000, maxWorkers: workers }),
      project('cli', { testTimeout: 120_000, hookTimeout: 120_000, maxWorkers: workers }),
      // One window at a time, when nothing else runs: they share the screen, the focus and the cores.
      project('window', {
        testTimeout: 240_000, hookTimeout: 240_000, fileParallelism: false, sequence: { groupOrder: 1 },
        setupFiles: ['tests/support/window/afterFailure.ts'], expect: { poll: { timeout: 60_000 } },
      }),
      // A day's work and a million's load: npm run test:long alone.
      ...(process.env['RELIABILITY_FIGURES'] === undefined ? [] : [project('long', { testTimeout: 3_600_000, hookTimeout: 3_600_000, fileParallelism: false, sequence: { groupOrder: 2 } })]),
      // Only where there is a package to look at: npm run package -- --check.
      ...(process.env['BIAOZHI_PACKAGE'] === undefined ? [] : [project('packaged', { testTimeout: 300_000, hookTimeout: 120_000 })]),
    ],
  },
})

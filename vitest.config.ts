import { defineConfig } from 'vitest/config'

function project(name: string, more: object = {}) {
  return {
    test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`], environment: 'node' as const, pool: 'forks' as const, ...more },
  }
}

export default defineConfig({
  test: {
    projects: [
      project('unit', { testTimeout: 20_000 }),
      project('integration', { testTimeout: 60_000, hookTimeout: 60_000 }),
      project('cli', { testTimeout: 120_000, hookTimeout: 120_000 }),
      // One window at a time: they share the screen, the focus and two cores.
      project('window', { testTimeout: 60_000, hookTimeout: 60_000, fileParallelism: false }),
      // Only where there is a package to look at: npm run package -- --check.
      ...(process.env['BIAOZHI_PACKAGE'] === undefined ? [] : [project('packaged', { testTimeout: 300_000 })]),
    ],
  },
})

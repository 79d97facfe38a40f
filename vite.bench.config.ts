import { join } from 'node:path'
import { defineConfig, mergeConfig } from 'vite'
import mainConfig from './vite.main.config'

const root = import.meta.dirname
const entries = { generate: 'tests/bench/generate.ts', bench: 'tests/bench/bench.ts', job: 'tests/bench/job.ts', parser: 'src/main/workbook/parserProcess.ts', writer: 'src/main/register/writer/writerThread.ts' }

/** The bench and its generator: built like the program's Node side, into the cache, so that product code is measured as it ships. */
const config = mergeConfig(mainConfig, {
  build: { outDir: join(root, '.cache/bench/program'), rollupOptions: { external: [/^@duckdb\//, 'exceljs', 'playwright-core'] } },
})
config.build.rollupOptions.input = Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, join(root, path)]))

export default defineConfig(config)

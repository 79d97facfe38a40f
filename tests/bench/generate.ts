import { cacheFolder } from './cache'
import { registerOf } from './generator/buildRegister'
import { plainDuckdb, plainSqlite } from './generator/plainTables'
import { exportXlsx, listCsv, listXlsx } from './generator/vendorFiles'

/** `npm run generate`: everything the bench works on, made once. `--quick` leaves out the million. */
const sizes = process.argv.includes('--quick') ? [10_000] : [10_000, 100_000, 1_000_000]

const jobs: (readonly [name: string, make: () => Promise<string>])[] = [
  ['100,000-row export (.xlsx)', () => exportXlsx(100_000)],
  ['500,000-row list (.csv, GB18030)', () => listCsv(500_000, 'gb18030')],
  ['500,000-row list (.csv, UTF-8)', () => listCsv(500_000, 'utf-8')],
  ['500,000-row list (.xlsx)', () => listXlsx(500_000)],
  ...sizes.flatMap((size) => [
    [`register of ${size.toLocaleString('en')} patents`, () => registerOf(size)] as const,
    [`plain SQLite table of ${size.toLocaleString('en')}`, () => plainSqlite(size)] as const,
    [`plain DuckDB table of ${size.toLocaleString('en')}`, () => plainDuckdb(size)] as const,
  ]),
]

for (const [name, make] of jobs) {
  const started = performance.now()
  await make()
  console.log(`${name}: ${((performance.now() - started) / 1000).toFixed(1)} s`)
}
console.log(cacheFolder)

/** How a measured pair becomes a number, and which side of the bar is good. */
export type Comparison = 'times' | 'sizes'

export interface Goal {
  id: string
  /** What the user does. */
  job: string
  peer: string
  unit: 'ms' | 'MB' | 'B'
  /** times: ratio = peer / ours, at least the bar. sizes: ratio = ours / peer, at most the bar. */
  comparison: Comparison
  bar: number
  moon: number
  /** The size for which the goal is set; other sizes are measured to see the growth. */
  n: number
  /** An absolute limit on our own number that must hold too. */
  limit?: { value: number; unit: 'ms' | 'MB' | 'B'; text: string }
}

const time = (id: string, n: number, job: string, peer: string, bar: number, moon: number, limit?: Goal['limit']): Goal =>
  ({ id, job, peer, unit: 'ms', comparison: 'times', bar, moon, n, ...(limit ? { limit } : {}) })

/** The goals that docs/bench.md reports; a bar must hold, a moon is what we aim for. */
export const goals = [
  time('import-xlsx-100k', 100_000, '100,000 x 20 .xlsx into the register: checked, with evidence, indexed, searchable', 'pandas read_excel + to_sql + 3 indexes', 4, 6),
  time('import-xlsx-100k-libreoffice', 100_000, 'the same', 'LibreOffice to .csv, not even imported', 2, 3),
  time('import-csv-500k', 500_000, '500,000 x 12 .csv in GB18030 into the register', 'sqlite3 .import of a UTF-8 copy + 4 indexes', 0.5, 0.77),
  time('open-1m', 1_000_000, 'open the register: first 100 rows and the count', 'DuckDB', 3, 5, { value: 300, unit: 'ms', text: 'within 300 ms' }),
  time('page-depth', 1_000_000, '100 records at 99 % of the list', 'DuckDB OFFSET', 100, 250),
  time('jump-sorted', 1_000_000, 'jump to the middle of a sorted, filtered list', 'SQLite OFFSET', 1_000, 10_000),
  time('search-2char', 1_000_000, 'search 电梯: count and first 100 records', 'SQLite LIKE', 30, 70),
  time('sort-any', 1_000_000, 'sort by another column: count and first 100 records', 'DuckDB top 100', 2, 8, { value: 60, unit: 'ms', text: 'under 60 ms' }),
  time('filter-count', 1_000_000, 'filter by 3 columns, sort, count, first 100 records', 'DuckDB', 10, 25),
  time('rank', 1_000_000, 'rank 10 districts by 8 indicators, with the year before', 'DuckDB, one statement', 3, 6),
  time('rank-100k-sheet', 100_000, 'rank 10 districts in 12 columns at 100,000 patents', 'LibreOffice recalculating 120 COUNTIFS', 200, 900),
  time('drill-down', 1_000_000, 'first 100 records behind a number, and how many', 'SQLite plain filter + sort', 50, 200),
  time('export-xlsx-100k', 100_000, 'export 100,000 x 20 as .xlsx, read from the register', 'exceljs stream, rows at hand', 3, 4.5),
  { id: 'export-memory', job: 'peak memory of the same export', peer: 'exceljs stream', unit: 'MB', comparison: 'sizes', bar: 1, moon: 0.5, n: 100_000, limit: { value: 120, unit: 'MB', text: 'at most 120 MB' } },
  time('fill-form', 132, 'fill 132 cells of a received form, everything else kept to the byte', 'xlsx-populate', 5, 15),
  time('undo-100k', 100_000, 'undo a batch of 100,000 in a register of a million', 'DELETE of the batch from a plain table with 4 indexes', 0.4, 0.53),
  { id: 'bytes-per-record', job: 'bytes a patent takes with parties, evidence, journal and search', peer: 'plain table + 4 indexes', unit: 'B', comparison: 'sizes', bar: 1.44, moon: 1.15, n: 1_000_000, limit: { value: 650, unit: 'B', text: 'at most 650 B' } },
  { id: 'import-memory', job: 'peak memory of an import, parser process included', peer: 'exceljs stream reading alone', unit: 'MB', comparison: 'sizes', bar: 0.7, moon: 0.45, n: 100_000 },
  { id: 'typing-while-importing', job: 'longest task of the window’s main thread while keys are pressed beside the import of that file, judged and stored', peer: 'the limit', unit: 'ms', comparison: 'sizes', bar: 1, moon: 0.32, n: 100_000 },
  { id: 'memory-window-1m', job: 'most private memory of the window while patents are scrolled by thumb, sorted, filtered and searched, above the idle program', peer: 'the limit', unit: 'MB', comparison: 'sizes', bar: 1, moon: 0.5, n: 1_000_000 },
  { id: 'start-window', job: 'start the built program on a register until its first page has its contents', peer: 'the limit', unit: 'ms', comparison: 'sizes', bar: 1, moon: 0.5, n: 10_000 },
  { id: 'start-memory', job: 'private memory of all its processes then', peer: 'the limit', unit: 'MB', comparison: 'sizes', bar: 1, moon: 0.7, n: 10_000 },
  { id: 'package-size', job: 'the largest package in dist: an installer, a zip or a Debian package', peer: 'the limit', unit: 'MB', comparison: 'sizes', bar: 1, moon: 0.8, n: 1 },
  { id: 'memory-register-1m', job: 'the same of the register process, standards, ranking and workbench included', peer: 'the limit', unit: 'MB', comparison: 'sizes', bar: 1, moon: 0.5, n: 1_000_000 },
] as const satisfies readonly Goal[]

export type GoalId = (typeof goals)[number]['id']

export function goalOf(id: GoalId): Goal {
  return goals.find((goal) => goal.id === id) as Goal
}

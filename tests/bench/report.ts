import { goalOf, type GoalId } from './goals'
import type { BenchResult } from './result'

/** What has been measured, for people; missed bars and absent peers are named at the end. */
export function textReport(results: readonly BenchResult[]): string {
  const rows = [['id', 'n', 'ours', 'peer', 'ratio', 'bar', 'moon', ''], ...results.map(cellsOf)]
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  const table = rows.map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ').trimEnd()).join('\n')
  return [table, '', ...remarks(results)].join('\n')
}

function cellsOf(result: BenchResult): string[] {
  const { id, n, ours, oursSpread, peer, peerSpread, unit, ratio, bar, moon, met } = result
  return [
    id, n.toLocaleString('en'), `${ours} (${oursSpread.join('-')}) ${unit}`, peer === null ? '-' : `${peer} (${peerSpread?.join('-') ?? ''}) ${unit}`,
    ratio === null ? '-' : ratio.toLocaleString('en'), bar === null ? '' : barText(result), moon === null ? '' : String(moon), met === null ? '' : met ? 'met' : 'MISSED',
  ]
}

function barText({ id, bar }: BenchResult): string {
  return `${goalOf(id as GoalId).comparison === 'times' ? '>=' : '<='} ${bar}`
}

function remarks(results: readonly BenchResult[]): string[] {
  const missed = results.filter(({ met }) => met === false).map((result) => {
    const { limit } = goalOf(result.id as GoalId)
    return `missed: ${result.id} at ${result.n.toLocaleString('en')}: ratio ${result.ratio}, bar ${barText(result)}${limit ? `, ${limit.text} (${result.ours} ${result.unit})` : ''}`
  })
  const missing = results.filter((result) => result.missing !== undefined).map(({ id, missing: name }) => `no peer: ${id} needs ${name}`)
  const notes = results.filter((result) => result.note !== undefined).map(({ id, n, note }) => `${id} at ${n.toLocaleString('en')}: ${note}`)
  return [...missed, ...missing, ...notes]
}

/** docs/bench.md. */
export function markdownReport(results: readonly BenchResult[]): string {
  const lines = results.map((result) => {
    const [id, n, ours, peer, ratio, bar, moon, met] = cellsOf(result)
    return `| \`${id}\` | ${n} | ${ours} | ${peer} | ${ratio} | ${bar} | ${moon} | ${met} |`
  })
  const jobs = [...new Set(results.map(({ id }) => id))].map((id) => `- \`${id}\`: ${goalOf(id as GoalId).job}. Peer: ${goalOf(id as GoalId).peer}.`)
  return `${introduction}\n## Last results\n\n| id | n | ours | peer | ratio | bar | moon | |\n|---|---|---|---|---|---|---|---|\n${lines.join('\n')}\n\n${remarks(results).map((line) => `- ${line}`).join('\n')}\n\n## The jobs\n\n${jobs.join('\n')}\n`
}

const introduction = `# The bench

\`npm run bench\` measures the goals of the program beside programs that people use today; \`npm run generate\` makes what it works on, from a fixed seed, into \`.cache/bench\`.

- \`--quick\` leaves out the million and most rounds, \`--only id,id\` measures some rows, \`--rounds n\` repeats more or less often, \`--json\` prints one array of {id, n, ours, peer, unit, ratio, bar, moon, met}, \`--record\` writes this file and bench.json beside it.
- Every run names the rows whose ratio has moved by more than a fifth since bench.json was written.
- \`start-window\`, \`start-memory\` and \`typing-while-importing\` open the real window, built anew by every run, \`package-size\` looks at what \`npm run package\` left in dist; their peer is a limit of our own.
- Both sides run in turn in one session; a number is the median, in brackets stand the lowest and highest run. The machine has two cores shared with other work, so trust the ratios: milliseconds are context.
- Times: ratio = peer / ours, at least the bar. Sizes: ratio = ours / peer, at most the bar. A line without a bar shows how a job grows; its goal is set for another n.
- Peers get what the register computes (a patent's district, its status, the end of its term) as ready columns. Where both sides answer a question, the bench compares the answers first.
- A peer that is not installed is named and nothing is claimed.
`

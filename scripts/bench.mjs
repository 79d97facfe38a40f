// npm run bench [-- --json | --quick | --only id,id | --record]: the goals of docs/bench.md, measured beside their peers.
import { runBenchProgram } from './benchProgram.mjs'

await runBenchProgram('bench')

// npm run bench [-- --json | --quick | --only id,id | --record]: the goals of docs/bench.md, measured beside their peers.
import { runBenchProgram } from './benchProgram.mjs'
import { ensureElectron } from './electronRuntime.mjs'
import { buildProgram } from './mainBuild.mjs'

await runBenchProgram('bench', async () => {
  // Some rows open the window: the one of these sources, not the one that was last built.
  await ensureElectron()
  await buildProgram()
})

// Builds the bench and its generator and runs one of them; everything lies in .cache/bench.
import { join } from 'node:path'
import { ensureModules, node24 } from './bootstrap.mjs'
import { root, run, say } from './commands.mjs'

/** Runs `name` of vite.bench.config.ts with this process's arguments, after what it needs besides; its exit code becomes ours. */
export async function runBenchProgram(name, prepare = async () => {}) {
  try {
    await ensureModules()
    await prepare()
    const vite = join(root, 'node_modules/vite/bin/vite.js')
    const built = await run(node24(), [vite, 'build', '--config', 'vite.bench.config.ts', '--logLevel', 'error'], { stdio: ['ignore', 2, 2] })
    if (built !== 0) throw new Error(`build failed (${built})`)
    const program = join(root, '.cache/bench/program', `${name}.js`)
    process.exitCode = await run(node24(), ['--enable-source-maps', program, ...process.argv.slice(2)])
  } catch (error) {
    say(error.message)
    process.exitCode = 1
  }
}

// npm run -s cli -- <command>: the command line of the register, see docs/cli.md.
// Standard output belongs to the command alone; nothing here writes to it.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureModules, isModernNode, node24 } from './bootstrap.mjs'
import { root, run, say } from './commands.mjs'
import { ensureMainBuild } from './mainBuild.mjs'
import { passwordDescriptor, withReachablePassword } from './passwordDescriptor.mjs'

const program = join(root, 'out/main/cli.js')

try {
  await ensureModules()
  await ensureMainBuild()
} catch (error) {
  say(error.message)
  process.exit(1)
}

const args = withReachablePassword(process.argv.slice(2))
if (isModernNode()) {
  process.argv = [process.execPath, program, ...args]
  await import(pathToFileURL(program).href)
} else {
  const descriptor = passwordDescriptor(args) ?? 2
  const stdio = Array.from({ length: descriptor + 1 }, (_, index) => (index < 3 || index === descriptor ? index : 'ignore'))
  process.exitCode = await run(node24(), [program, ...args], { stdio, cwd: process.cwd() })
}

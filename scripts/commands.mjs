// Running other programs from the set-up scripts. Only node: modules: these run before npm ci.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'

export const root = dirname(import.meta.dirname)
export const isWindows = process.platform === 'win32'

/** One line about what is being set up. Never on standard output, which belongs to the command line's JSON. */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/**
 * Runs a program to its end with its output shown.
 * @returns its exit code; 1 when it could not be started or was killed
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options })
    child.on('error', (error) => {
      say(`${command}: ${error.message}`)
      resolve(1)
    })
    child.on('close', (code) => resolve(code ?? 1))
  })
}

/** Runs a short program and gives back its standard output, or null when it failed. */
export function outputOf(command, args, options = {}) {
  const done = spawnSync(command, args, { cwd: root, encoding: 'utf8', ...options })
  return done.status === 0 ? done.stdout : null
}

export function isOnPath(command) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => folder !== '' && existsSync(join(folder, command)))
}

/** npm as [command, ...arguments], found without a shell: npm's own script under the running Node where possible. */
export function npmCommand() {
  const beside = isWindows
    ? join(dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js')
    : join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js')
  const script = [process.env.npm_execpath, beside].find((path) => path?.endsWith('.js') && existsSync(path))
  if (script !== undefined) return [process.execPath, script]
  return isWindows ? ['cmd.exe', '/d', '/c', 'npm'] : ['npm']
}

/** Where no locale of UTF-8 is set, Chromium cannot name a file in Chinese: one dropped on the window has no path. */
export function nameFilesInUtf8() {
  const { LC_ALL, LC_CTYPE, LANG } = process.env
  if (!isWindows && !/utf-?8/i.test(LC_ALL || LC_CTYPE || LANG || '')) process.env.LC_ALL = 'C.UTF-8'
}

const hasScreen = isWindows || process.platform === 'darwin' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)

/** Whether a window can be seen. A Windows or macOS session always counts as having a screen. */
export function hasDisplay() {
  return hasScreen
}

/** The same command under a virtual screen where there is none. */
export function onSomeScreen(command) {
  return hasScreen ? command : ['xvfb-run', '-a', '-s', '-screen 0 1920x1200x24', ...command]
}

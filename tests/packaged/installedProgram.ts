import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'

/** The unpacked or installed program under test, from the environment: `npm run package -- --check` sets it. */
export const programFolder = process.env['BIAOZHI_PACKAGE'] ?? ''

export interface Answer {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs the installed command line, or that of another copy's folder, without a screen. */
export function biaozhi(words: readonly string[], options: { env?: NodeJS.ProcessEnv; password?: string; folder?: string } = {}): Answer {
  const { DISPLAY: _screen, ...env } = process.env
  const done = spawnSync(join(options.folder ?? programFolder, 'biaozhi'), words, { encoding: 'utf8', env: { ...env, ...options.env }, input: options.password ?? '' })
  return { code: done.status, stdout: done.stdout, stderr: done.stderr }
}

export interface OpenedWindow {
  page: Page
  close(): Promise<void>
}

/** Opens the packaged window on a register. Its inspect fuse is off, so it is watched as a page, over Chromium's own protocol. */
export async function openWindow(register: string): Promise<OpenedWindow> {
  const profile = mkdtempSync(join(tmpdir(), 'biaozhi-packaged-'))
  const program = spawn(join(programFolder, 'biaozhi-app'), ['--no-sandbox', '--disable-gpu', `--user-data-dir=${profile}`, '--remote-debugging-port=0', '--register', register], { stdio: 'ignore' })
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await debuggingPort(join(profile, 'DevToolsActivePort'), program)}`)
  const [context] = browser.contexts()
  if (!context) throw new Error('the program has no page')
  const page = context.pages()[0] ?? (await context.waitForEvent('page'))
  return {
    page,
    async close() {
      await browser.close()
      await ended(program)
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
    },
  }
}

async function debuggingPort(file: string, program: ChildProcess): Promise<string> {
  for (;;) {
    const port = existsSync(file) ? readFileSync(file, 'utf8').split('\n')[0] : ''
    if (port) return port
    if (program.exitCode !== null) throw new Error(`the program ended with ${program.exitCode}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Ends a program that a test started, however it stands with it. */
export function ended(program: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  return new Promise((resolve) => {
    if (program.exitCode !== null || program.signalCode !== null) return resolve()
    program.once('exit', () => resolve())
    program.kill(signal)
  })
}

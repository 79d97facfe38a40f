import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { recordFigure } from '../longSuites'

const root = join(import.meta.dirname, '../../..')
const screenshots = join(root, 'out/screenshots')

export interface RunningApp {
  electron: ElectronApplication
  window: Page
  /** Everything the page wrote to its console or threw, as it came. */
  complaints: string[]
  /** Gives the window another size; done when the page has it. */
  resize(size: { width: number; height: number }): Promise<void>
  /** Saves out/screenshots/<name>.png for people to look at, where somebody asked for pictures. */
  screenshot(name: string): Promise<void>
  /** Ends the program and removes its profile; throws where any part of it asked the network for anything. */
  close(): Promise<void>
}

export interface LaunchOptions {
  /** Register the window opens with. */
  registerFile?: string
  colorScheme?: 'light' | 'dark'
  size?: { width: number; height: number }
  /** A packaged program; without it the built one. */
  program?: string
  /** Besides this process's. */
  env?: Record<string, string>
  /** null: the program chooses its own profile. Default: one of its own that is removed with it. */
  profile?: null
  /** The language chosen on this computer; without it a new profile speaks Chinese. */
  language?: 'en'
}

/** A hundred pictures take a minute of a run that nobody looks at: SCREENSHOTS=1 has them, and whatever keeps some for the docs. */
const hasPictures = ['SCREENSHOTS', 'UPDATE_PICTURES', 'SCREENS'].some((name) => process.env[name] === '1')

/** What is waited for comes within seconds, on a busy machine within a minute. */
const patienceMs = 60_000

const running = new Set<RunningApp>()

/** Programs that were started and not closed yet. */
export function runningApps(): RunningApp[] {
  return [...running]
}

/** Starts the built program with a profile of its own and waits for its window. */
export async function launchApp({ registerFile, colorScheme = 'light', size = { width: 1366, height: 768 }, program, env = {}, profile: wanted, language }: LaunchOptions = {}): Promise<RunningApp> {
  const profile = wanted === null ? null : mkdtempSync(join(tmpdir(), 'biaozhi-window-'))
  if (language !== undefined && profile !== null) writeFileSync(join(profile, 'preferences.json'), JSON.stringify({ language }))
  const netLog = join(tmpdir(), `biaozhi-net-${randomUUID()}.json`)
  const electron = await _electron.launch({
    executablePath: program ?? electronProgram(),
    cwd: root,
    args: [...(program === undefined ? ['.'] : []), '--no-sandbox', '--disable-gpu', `--log-net-log=${netLog}`, ...(profile === null ? [] : [`--user-data-dir=${profile}`]), ...(registerFile === undefined ? [] : ['--register', registerFile])],
    colorScheme,
    env: { ...ownEnvironment(), ...env },
  })
  const window = await electron.firstWindow()
  window.setDefaultTimeout(patienceMs)
  const complaints: string[] = []
  window.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  window.on('pageerror', (error) => complaints.push(error.stack ?? String(error)))
  // No test can see the system's question whether to close with files that were not committed: yes.
  await evenWhileLoading(() => electron.evaluate(({ dialog, BrowserWindow }, bounds) => {
    dialog.showMessageBox = async () => ({ response: 0, checkboxChecked: false })
    BrowserWindow.getAllWindows()[0]?.setContentSize(bounds.width, bounds.height)
  }, size))
  const app: RunningApp = {
    electron,
    window,
    complaints,
    async resize(wanted) {
      await electron.evaluate(({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height), wanted)
      await window.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, wanted)
    },
    async screenshot(name) {
      if (hasPictures) await takePicture(window, name)
    },
    async close() {
      running.delete(app)
      await electron.close()
      const asked = hostsAskedFor(netLog)
      rmSync(netLog, { force: true })
      recordFigure('requests', asked.length)
      if (asked.length > 0) throw new Error(`the program asked the network for ${asked.join(', ')}`)
      if (profile !== null) rmSync(profile, { recursive: true, force: true })
    },
  }
  running.add(app)
  return app
}

/** While the program loads, the answer of its main process may be collected before it is fetched: then it is asked again. */
async function evenWhileLoading<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      if (!String(error).includes('garbage collected')) throw error
    }
  }
}

/** Saves out/screenshots/<name>.png, whoever asked. */
export async function takePicture(window: Page, name: string): Promise<void> {
  mkdirSync(screenshots, { recursive: true })
  await window.screenshot({ path: join(screenshots, `${name}.png`) })
}

/** Hosts that any part of Chromium asked for, of the windows or of its own accord, as its network log has them. */
function hostsAskedFor(netLog: string): string[] {
  const written = existsSync(netLog) ? readFileSync(netLog, 'utf8') : ''
  const asked = [...written.matchAll(/"(?:host|hostname|url)":"((?:https?|wss?|ftp):[^"]*|[^":/]+\.[^":/]+)"/gu)].map(([, host = '']) => host)
  return asked.filter((host) => !triedByTests.test(host))
}

/** Names that tests try in order to be refused; nobody has them. */
const triedByTests = /^(?:https?:\/\/)?(?:[a-z.]*\.)?example(?:\.com|\.org|\.invalid)?(?:[/:]|$)/u

export function electronProgram(): string {
  const home = join(root, 'node_modules/electron')
  const pathFile = join(home, 'path.txt')
  if (!existsSync(pathFile)) throw new Error('the Electron runtime is missing: npm test and npm start fetch it')
  return join(home, 'dist', readFileSync(pathFile, 'utf8'))
}

function ownEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}

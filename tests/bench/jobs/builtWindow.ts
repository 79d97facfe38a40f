import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'

const root = process.env.BENCH_ROOT ?? process.cwd()
/** For what a busy machine makes a window wait. */
const patientMs = 300_000

/** Opens a register in the built program, with a profile that has never been used, and ends it whatever becomes of the work. */
export async function inBuiltWindow<T>(register: string, work: (page: Page, electron: ElectronApplication) => Promise<T>): Promise<T> {
  const profile = mkdtempSync(join(tmpdir(), 'bench-window-'))
  const electron = await _electron.launch({ executablePath: electronProgram(), cwd: root, args: ['.', '--no-sandbox', '--disable-gpu', `--user-data-dir=${profile}`, '--register', register] })
  try {
    const page = await electron.firstWindow()
    page.setDefaultTimeout(patientMs)
    return await work(page, electron)
  } finally {
    // Closing asks about what was not committed, and nobody is there to answer.
    const hasEnded = once(electron.process(), 'exit')
    await electron.evaluate(({ app }) => app.exit()).catch(() => undefined)
    await hasEnded
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
}

/** Goes to a place of the window by its rail. */
export async function go(page: Page, place: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: place }).click()
}

/** MB that only this process holds. */
export function privateMb(pid: number): number {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
  const kib = (name: string): number => Number(new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(text)?.[1] ?? 0)
  return (kib('Private_Dirty') + kib('Private_Clean')) / 1_024
}

/** The Electron that the built program of a clone runs in. */
function electronProgram(): string {
  const home = join(root, 'node_modules/electron')
  const pathFile = join(home, 'path.txt')
  if (!existsSync(pathFile)) throw new Error('the Electron runtime is missing: npm start fetches it')
  return join(home, 'dist', readFileSync(pathFile, 'utf8'))
}

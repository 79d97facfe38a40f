import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { electronProgram, privateMb } from './builtWindow'

const root = process.env.BENCH_ROOT ?? process.cwd()
/** After each step, for what the page and its register still do. */
const settleMs = 2_500
const sampleMs = 500

/** MB that only these processes hold. */
export interface WindowMemory {
  window: number
  register: number
}

/**
 * Opens a register in the built program, goes through its patents as a clerk does, and keeps the most that its window and
 * its register process held on the way; without `isWalked` only what they hold once it is open.
 */
export async function windowMemory({ register, isWalked }: { register: string; isWalked: boolean }): Promise<Record<string, number>> {
  const profile = mkdtempSync(join(tmpdir(), 'bench-window-'))
  const electron = await _electron.launch({ executablePath: electronProgram(root), cwd: root, args: ['.', '--no-sandbox', '--disable-gpu', `--user-data-dir=${profile}`, '--register', register] })
  try {
    const page = await electron.firstWindow()
    page.setDefaultTimeout(120_000)
    const most: WindowMemory = { window: 0, register: 0 }
    const look = async (): Promise<void> => {
      const now = await held(electron)
      most.window = Math.max(most.window, now.window)
      most.register = Math.max(most.register, now.register)
    }
    await page.getByRole('navigation').getByRole('button', { name: '专利' }).click()
    await page.waitForTimeout(settleMs)
    await look()
    if (isWalked) for (const step of walk) {
      const done = step(page).then(() => page.waitForTimeout(settleMs)).then(() => true)
      while (!(await Promise.race([done, page.waitForTimeout(sampleMs)]))) await look()
    }
    return { ...most }
  } finally {
    await electron.close()
    rmSync(profile, { recursive: true, force: true })
  }
}

const sortBy = (field: string) => (page: Page): Promise<void> => page.locator(`.ag-header-cell[col-id="${field}"] .column-heading`).click()
const go = (place: string) => (page: Page): Promise<void> => page.getByRole('navigation').getByRole('button', { name: place }).click()

const walk: readonly ((page: Page) => Promise<void>)[] = [
  async (page) => {
    for (let step = 1; step <= 40; step++) {
      await page.locator('.ag-body-vertical-scroll-viewport').evaluate((body, part) => { body.scrollTop = body.scrollHeight * part }, step / 40)
      await page.waitForTimeout(100)
    }
  },
  sortBy('filedOn'), sortBy('title'), sortBy('district'), sortBy('parties'),
  (page) => page.locator('.facets').getByText('崂山区', { exact: true }).click(),
  (page) => page.locator('.title-search input').fill('电梯'),
  (page) => page.locator('.title-search input').fill(''),
  go('标准'), go('排名'), go('工作台'),
]

async function held(electron: ElectronApplication): Promise<WindowMemory> {
  const processes = await electron.evaluate(({ app }) => app.getAppMetrics().map(({ pid, type, name }) => ({ pid, type, name })))
  const sum = (isWanted: (of: (typeof processes)[number]) => boolean): number => processes.filter(isWanted).reduce((total, { pid }) => total + privateMb(pid), 0)
  return { window: sum(({ type }) => type === 'Tab'), register: sum(({ name }) => name === 'register') }
}

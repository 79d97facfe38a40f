import type { ElectronApplication, Page } from 'playwright-core'
import { go, inBuiltWindow, privateMb } from './builtWindow'

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
  return inBuiltWindow(register, async (page, electron) => {
    const most: WindowMemory = { window: 0, register: 0 }
    const look = async (): Promise<void> => {
      const now = await held(electron)
      most.window = Math.max(most.window, now.window)
      most.register = Math.max(most.register, now.register)
    }
    await go(page, '专利')
    await page.waitForTimeout(settleMs)
    await look()
    if (isWalked) for (const step of walk) {
      const done = step(page).then(() => page.waitForTimeout(settleMs)).then(() => true)
      while (!(await Promise.race([done, page.waitForTimeout(sampleMs)]))) await look()
    }
    return { ...most }
  })
}

const sortBy = (field: string) => (page: Page): Promise<void> => page.locator(`.ag-header-cell[col-id="${field}"] .column-heading`).click()
const to = (place: string) => (page: Page): Promise<void> => go(page, place)

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
  to('标准'), to('排名'), to('工作台'),
]

async function held(electron: ElectronApplication): Promise<WindowMemory> {
  const processes = await electron.evaluate(({ app }) => app.getAppMetrics().map(({ pid, type, name }) => ({ pid, type, name })))
  const sum = (isWanted: (of: (typeof processes)[number]) => boolean): number => processes.filter(isWanted).reduce((total, { pid }) => total + privateMb(pid), 0)
  return { window: sum(({ type }) => type === 'Tab'), register: sum(({ name }) => name === 'register') }
}

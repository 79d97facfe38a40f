import type { Page } from 'playwright-core'
import { go, inBuiltWindow } from './builtWindow'
import { traceTasks, type Tasks } from './taskTrace'

/** For what a gesture still brings about after the last that is to be seen of it. */
const settleMs = 1_200

/**
 * What a clerk does most, each once in the built window, with the longest task that it makes of the main thread. No row
 * of the bench: the first traces of a day say where a gesture has become heavy.
 * `job.js gestures '{"register": "…"}'` on a copy of a register of `registerOf`.
 */
export async function traceGestures({ register }: { register: string }): Promise<Record<string, Tasks>> {
  return inBuiltWindow(register, async (page) => {
    await go(page, '工作台')
    await page.waitForTimeout(3 * settleMs)
    const found: Record<string, Tasks> = {}
    for (const [name, gesture] of gestures) {
      found[name] = await traceTasks(page, async () => {
        await gesture(page)
        await page.waitForTimeout(settleMs)
      })
    }
    return found
  })
}

const facet = async (page: Page, text: string): Promise<void> => page.locator('.facets').getByText(text, { exact: true }).first().click()
const toPart = (part: number) => async (page: Page): Promise<void> => {
  await page.locator('.ag-body-vertical-scroll-viewport').evaluate((body, at) => { body.scrollTop = body.scrollHeight * at }, part)
}
const rowsAreThere = async (page: Page): Promise<void> => page.locator('.ag-row [col-id="title"]').filter({ hasText: /\S/u }).first().waitFor()

const gestures: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  ['patents for the first time', async (page) => { await go(page, '专利'); await rowsAreThere(page) }],
  ['a facet', async (page) => facet(page, '崂山区')],
  ['the facet off', async (page) => facet(page, '崂山区')],
  ['a record', async (page) => page.locator('.ag-row[row-index="3"] [col-id="title"]').click()],
  ['another record', async (page) => page.locator('.ag-row[row-index="6"] [col-id="title"]').click()],
  ['the next by the keyboard', async (page) => page.keyboard.press('ArrowDown')],
  ['the thumb', async (page) => { for (let step = 1; step <= 12; step++) { await toPart(step / 12)(page); await page.waitForTimeout(60) } }],
  ['the thumb to the top', toPart(0)],
  ['a search', async (page) => page.locator('.title-search input').fill('电梯')],
  ['the search off', async (page) => page.locator('.title-search input').fill('')],
  ['another order', async (page) => page.locator('.ag-header-cell[col-id="filedOn"] .column-heading').click()],
  ['find', async (page) => { await page.keyboard.press('Control+k') }],
  ['find a word', async (page) => { await page.keyboard.type('dianti', { delay: 80 }) }],
  ['find closed', async (page) => { await page.keyboard.press('Escape') }],
  ['standards', async (page) => go(page, '标准')],
  ['patents again', async (page) => { await go(page, '专利'); await rowsAreThere(page) }],
  ['ranking', async (page) => go(page, '排名')],
  ['workbench', async (page) => go(page, '工作台')],
]

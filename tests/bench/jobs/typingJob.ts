import type { Page } from 'playwright-core'
import { go, inBuiltWindow } from './builtWindow'
import { traceTasks } from './taskTrace'

/** For what the page still draws once its rows are there. */
const settleMs = 1_000
/** As a practised clerk types. */
const keyEveryMs = 80

/** The longest task of the window's main thread while keys were pressed, and the most that the thread itself worked in one. */
export interface Typing {
  longestMs: number
  longestWorkMs: number
}

/**
 * Takes a long file in through the built window and types meanwhile, first while it is judged, then while it is stored:
 * words into the search above a list, and a title into a cell, given up again.
 */
export async function typeWhileImporting({ register, file }: { register: string; file: string }): Promise<Record<string, number>> {
  return inBuiltWindow(register, async (page) => {
    await go(page, '导入')
    await page.locator('input[type=file]').setInputFiles(file)
    const judging = await typeDuringWork(page)
    await go(page, '导入')
    await page.locator('.import-steps').getByRole('button', { name: '行' }).click()
    await page.getByRole('main').getByRole('button', { name: /^提交 [\d,]+ 行/u }).click()
    const storing = await typeDuringWork(page)
    return { longestMs: Math.max(judging.longestMs, storing.longestMs), longestWorkMs: Math.max(judging.longestWorkMs, storing.longestWorkMs) }
  })
}

/** Types among the patents until the work at the foot of the window is done; throws when there was none to type beside. */
async function typeDuringWork(page: Page): Promise<Typing> {
  const work = page.locator('.status-bar .work')
  await work.waitFor()
  await go(page, '专利')
  await page.locator('.ag-row[row-index="0"] [col-id="title"]').filter({ hasText: /\S/u }).waitFor()
  await page.waitForTimeout(settleMs)
  if (!(await work.isVisible())) throw new Error('the import ended before a key was pressed: the file is too short')
  return traceTasks(page, async () => {
    while (await work.isVisible()) {
      await typeIntoSearch(page)
      await typeIntoCell(page)
    }
  })
}

async function typeIntoSearch(page: Page): Promise<void> {
  await page.locator('.title-search input').click()
  await page.keyboard.type('dianti', { delay: keyEveryMs })
  for (let key = 0; key < 6; key++) await page.keyboard.press('Backspace', { delay: keyEveryMs })
}

async function typeIntoCell(page: Page): Promise<void> {
  await page.locator('.ag-row[row-index="2"] [col-id="title"]').click()
  await page.keyboard.press('F2')
  await page.keyboard.type('a new title', { delay: keyEveryMs })
  await page.keyboard.press('Escape')
  for (let key = 0; key < 5; key++) await page.keyboard.press('ArrowDown', { delay: keyEveryMs })
}

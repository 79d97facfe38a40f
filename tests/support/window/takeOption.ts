import type { Locator } from 'playwright-core'
import { expect, vi } from 'vitest'

/** Chooses from an open list. A list that is still unfolding may lose a click: then nothing is chosen, and the click is made again. */
export async function takeOption(named: Locator): Promise<void> {
  // The chosen one stands in its field under the same name.
  const option = named.and(named.page().locator('.ant-select-item-option'))
  await option.waitFor()
  await expect.poll(async () => {
    await option.click({ timeout: 5_000 }).catch(() => undefined)
    return vi.waitFor(async () => { if (!(await isTaken(option))) throw new Error('not chosen') }, 3_000).then(() => true, () => false)
  }).toBe(true)
}

/** A list of one choice closes upon it, one of several stays and marks it. */
async function isTaken(option: Locator): Promise<boolean> {
  if (!(await option.isVisible())) return true
  const classes = await option.getAttribute('class', { timeout: 1_000 }).catch(() => null)
  return classes === null || classes.includes('ant-select-item-option-selected')
}

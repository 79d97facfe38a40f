import { expect } from 'vitest'
import type { Locator } from 'playwright-core'
import type { RunningApp } from './electronApp'

export const patiently = { timeout: 60_000 }

/** What tests of the lists and the record panel do again and again. */
export class RecordsWindow {
  constructor(readonly app: RunningApp) {}

  get window() {
    return this.app.window
  }

  get panel(): Locator {
    return this.window.getByRole('complementary', { name: '记录' })
  }

  cells(field: string): Locator {
    return this.window.locator(`[role="gridcell"][col-id="${field}"]`)
  }

  async go(place: string): Promise<void> {
    await this.window.getByRole('navigation').getByRole('button', { name: place }).click()
  }

  /** Makes a record the current one by its text in a column, and waits until the panel shows it. */
  async choose(field: string, text: string): Promise<void> {
    await this.cells(field).filter({ hasText: text }).first().click()
    await expect.poll(() => this.panel.textContent(), patiently).toContain(text)
  }

  field(label: string): Locator {
    return this.panel.getByLabel(label, { exact: true })
  }

  async said(): Promise<string> {
    return (await this.window.locator('.said').textContent({ timeout: 20_000 })) ?? ''
  }

  /** Types through Chromium's input interface as an input method does: letters, then the word that is taken. */
  async compose(letters: string, word: string): Promise<void> {
    const input = await this.window.context().newCDPSession(this.window)
    for (let length = 1; length <= letters.length; length++) {
      const text = letters.slice(0, length)
      await input.send('Input.imeSetComposition', { text, selectionStart: length, selectionEnd: length })
    }
    await input.send('Input.insertText', { text: word })
    await input.detach()
  }
}

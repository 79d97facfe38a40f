import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import type { RunningApp } from './electronApp'
import { patiently, RecordsWindow } from './recordsWindow'

/** What tests of ranges do again and again: cells by row and column, drags, and the real clipboard of the system. */
export class GridWindow extends RecordsWindow {
  constructor(app: RunningApp) {
    super(app)
  }

  cell(row: number, field: string): Locator {
    return this.window.locator(`.ag-row[row-index="${row}"] [role="gridcell"][col-id="${field}"]`)
  }

  async text(row: number, field: string): Promise<string> {
    return (await this.cell(row, field).textContent()) ?? ''
  }

  /** Presses the button on one cell and lets it go on another. */
  async drag(from: Locator, to: Locator, at?: { fromCorner?: boolean }): Promise<void> {
    const [start, end] = [await this.standing(from), await this.standing(to)]
    if (!start || !end) throw new Error('a cell to drag over is not drawn')
    const [x, y] = at?.fromCorner ? [start.x + start.width - 3, start.y + start.height - 3] : [start.x + start.width / 2, start.y + start.height / 2]
    await this.window.mouse.move(x, y)
    await this.window.mouse.down()
    await this.window.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 4 })
    await this.window.mouse.up()
  }

  /** Where a cell is once nothing moves it any more: what comes in beside a list makes room for itself. */
  private async standing(cell: Locator): ReturnType<Locator['boundingBox']> {
    let last = ''
    await expect.poll(async () => {
      const [before, now] = [last, JSON.stringify(await cell.boundingBox())]
      last = now
      return now === before
    }, { interval: 150, timeout: 30_000 }).toBe(true)
    return cell.boundingBox()
  }

  /** How many drawn cells are marked as selected. */
  selected(): Promise<number> {
    return this.window.locator('[role="gridcell"][data-range~="in"]').count()
  }

  /** Row and column of the cell that has the keyboard. */
  focused(): Promise<[number, string]> {
    return this.window.evaluate(() => {
      const cell = document.activeElement?.closest('.ag-cell')
      return [Number(cell?.closest('[row-index]')?.getAttribute('row-index') ?? Number.NaN), cell?.getAttribute('col-id') ?? '']
    })
  }

  /**
   * Draws the thumb to a share of the list until a row is there: what it says right after the grid has scrolled by itself is
   * passed over, and a hand goes on drawing.
   */
  async drawThumb(share: number, row: number): Promise<void> {
    let drawn = 0
    await expect.poll(async () => {
      await this.window.locator('.ag-body-vertical-scroll-viewport').first().evaluate((body, [part, more]) => { body.scrollTop = body.scrollHeight * part + more }, [share, drawn++ % 2] as const)
      return this.cell(row, 'title').count()
    }, { ...patiently, interval: 300 }).toBe(1)
  }

  /** Rows in view without content, and whether rows fill the view to its end. */
  drawnRows(): Promise<{ blank: number; isFilled: boolean }> {
    return this.window.evaluate(() => {
      const view = document.querySelector('.records-grid')?.getBoundingClientRect()
      const rows = [...document.querySelectorAll('.ag-row[row-index]')].filter((row) => row.querySelector('[col-id="title"]'))
      const seen = rows.filter((row) => row.getBoundingClientRect().bottom <= (view?.bottom ?? 0) && row.getBoundingClientRect().top >= (view?.top ?? 0) + 33)
      const blank = seen.filter((row) => row.querySelector('[col-id="title"]')?.textContent === '').length
      return { blank, isFilled: seen.length * 28 > (view?.height ?? 0) - 4 * 28 }
    })
  }

  /** The conditions in force, in words. */
  chips(): Promise<string[]> {
    return this.window.locator('.filter-chip').allTextContents()
  }

  /** How many records are listed, in words. */
  counts(): Promise<string> {
    return this.window.locator('.list-count').last().textContent().then((text) => text ?? '')
  }

  /** Leaves no condition of a test that failed. */
  async beginUnfiltered(): Promise<void> {
    if ((await this.chips()).length > 0) await this.clearFilters()
  }

  /** Done when all records are listed. */
  async clearFilters(): Promise<void> {
    await this.window.locator('.filter-bar').getByRole('button', { name: '清除全部条件' }).click()
    await this.window.locator('.list-count').nth(1).waitFor({ state: 'detached' })
  }

  async openFilter(field: string, title: string): Promise<void> {
    const heading = this.window.locator(`.ag-header-cell[col-id="${field}"]`)
    await heading.hover()
    await heading.getByRole('button', { name: `筛选${title}` }).click()
  }

  status(): Promise<string> {
    return this.window.locator('.status-text').textContent().then((text) => text ?? '')
  }

  /** What another program would get: the HTML from the page's own paste event, since programs read it alike. */
  async clipboardHtml(): Promise<string> {
    // The listener must be there before the key is pressed: otherwise the grid takes the paste.
    await this.window.evaluate(() => {
      delete document.documentElement.dataset.pasted
      document.addEventListener('paste', (event) => {
        event.preventDefault()
        event.stopImmediatePropagation()
        document.documentElement.dataset.pasted = event.clipboardData?.getData('text/html') ?? ''
      }, { capture: true, once: true })
    })
    await this.window.keyboard.press('Control+v')
    const pasted = await this.window.waitForFunction(() => document.documentElement.dataset.pasted)
    return String(await pasted.jsonValue())
  }

  clipboardText(): Promise<string> {
    return this.app.electron.evaluate(({ clipboard }) => clipboard.readText())
  }

  /** Puts something on the system's clipboard as another program does. */
  async putOnClipboard(content: Record<string, string>): Promise<void> {
    await this.window.evaluate((data) => {
      document.addEventListener('copy', (event) => {
        for (const [type, text] of Object.entries(data)) event.clipboardData?.setData(type, text)
        event.preventDefault()
        event.stopImmediatePropagation()
      }, { capture: true, once: true })
    }, content)
    await this.app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.copy())
  }
}

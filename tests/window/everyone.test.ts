import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { obstacles, seenObstacles } from '../support/window/accessible'
import { launchApp, type RunningApp } from '../support/window/electronApp'
import { everyPlace, popupsOfAList, popupsOfTheWorkbench, type Popup } from '../support/window/everyPlace'
import { sampleRegister, type SampleRegister } from '../support/registers/sampleRegister'

const patiently = { timeout: 60_000 }

/** What the program itself says on the page: headings, fields and buttons, without data and the district before a title. */
function ownWords(): string[] {
  const said = [...document.querySelectorAll('h1, h2, h3, th[scope=col], thead th, label, [role=columnheader], [role=tab], .page-head button, .rail button')]
  const isData = (element: Element): boolean => element.closest('article, .paper, .sheet-tabs, .compare-head, ul, ol, tbody, .facet-values') !== null
  return said.filter((element) => !isData(element)).map((element) => element.textContent.trim().replace(/^\p{Script=Han}+[区市](?:　|$)/u, '')).filter((text) => /\p{Script=Han}/u.test(text) && !['中文', 'Language 语言'].includes(text))
}

/** Labels of figures, groups and fields that are drawn with “…”: they go on in a second line, a tooltip is none for a reader. */
function cutLabels(): string[] {
  return [...document.querySelectorAll<HTMLElement>('.leader-figures .cut, .lapses header .cut, .facets .cut, .field-row > .secondary, .doctor-problem .cut, .closing-forms td, .column-table .ant-select-content')]
    .filter(({ clientWidth, scrollWidth }) => scrollWidth > clientWidth + 1).map(({ textContent }) => textContent)
}

describe('a window for everyone', () => {
  let app: RunningApp
  let sample: SampleRegister
  const go = (page: string): Promise<void> => app.window.getByRole('navigation').getByRole('button', { name: page, exact: true }).click()
  const command = (name: string): Promise<void> => app.electron.evaluate(({ BrowserWindow }, sent) => BrowserWindow.getAllWindows()[0]?.webContents.send('bridge:event:menu.command', { command: sent }), name)

  beforeAll(async () => {
    sample = await sampleRegister()
    app = await launchApp({ registerFile: sample.file, language: 'en' })
  })
  afterAll(async () => {
    await app.close()
    sample.remove()
  })

  /** Opens by a key what a control opens, looks at it, and closes it again. */
  async function lookAt({ name, opener, shown }: Popup): Promise<void> {
    await opener(app.window).focus()
    await app.window.keyboard.press('Enter')
    await shown(app.window).waitFor(patiently)
    await expect.poll(() => shown(app.window).evaluate((part) => part === document.activeElement || part.contains(document.activeElement)), { ...patiently, message: name }).toBe(true)
    expect({ name, found: await obstacles(app.window) }).toEqual({ name, found: [] })
    await app.window.keyboard.press('Escape')
    await shown(app.window).waitFor({ state: 'detached', ...patiently })
    await expect.poll(() => opener(app.window).evaluate((control) => control === document.activeElement), { ...patiently, message: name }).toBe(true)
  }

  it.each(everyPlace)('says in English whatever is not data, and leaves nobody out: $name', async ({ name, looks, open, ready }) => {
    await open(app.window)
    await ready(app.window).waitFor(patiently)
    expect(await app.window.evaluate(ownWords)).toEqual([])
    expect(await app.window.evaluate(() => document.documentElement.lang)).toBe('en')
    expect(await app.window.evaluate(cutLabels)).toEqual([])
    if (looks === 'like another') return
    expect(await obstacles(app.window)).toEqual([])
    if (looks !== 'main') return
    await app.window.emulateMedia({ colorScheme: 'dark' })
    await expect.poll(() => seenObstacles(app.window), patiently).toEqual([])
    await app.window.emulateMedia({ colorScheme: 'light' })
    await app.screenshot(`english-${name}`)
  })

  it('writes days as everywhere in the program, whatever the way of the system, and takes other ways of writing', async () => {
    await go('Reports')
    await app.window.getByRole('main').getByRole('tab').first().click()
    await app.window.getByLabel('Form', { exact: true }).click()
    await app.window.locator('.ant-select-item-option', { hasText: 'Inventions in force' }).click()
    const day = app.window.getByRole('textbox', { name: 'As of' })
    await day.fill('30.6.')
    await expect.poll(() => day.getAttribute('title'), patiently).toBe('This is no date. Write it like 2021-12-31')
    await day.fill('2021年6月30日')
    await day.press('Enter')
    await expect.poll(() => day.inputValue(), patiently).toBe('2021-06-30')
    // The calendar beside it is the system's own, and says the same day.
    await app.window.locator('.day-calendar').evaluate((calendar: HTMLInputElement) => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(calendar, '2021-09-30')
      calendar.dispatchEvent(new Event('input', { bubbles: true }))
    })
    await expect.poll(() => day.inputValue(), patiently).toBe('2021-09-30')
    await app.window.locator('.paper').getByText('2021年9月30日').first().waitFor(patiently)
    expect(await obstacles(app.window)).toEqual([])
    await app.screenshot('english-day')
    await day.fill('')
    await day.press('Tab')
  })

  it('gives the keyboard to what it opens and takes it back when Escape closes that', async () => {
    await go('Workbench')
    for (const popup of popupsOfTheWorkbench) await lookAt(popup)
    await go('Standards')
    await app.window.locator('.ag-row').first().waitFor(patiently)
    for (const popup of popupsOfAList) await lookAt(popup)
  })

  it('leads with F6 from area to area, out of a grid and into it again', async () => {
    const area = (): Promise<string> => app.window.evaluate(() => document.activeElement?.closest('.ag-root, .record, .facets, .title-bar, .rail, .page-head, .filter-bar')?.className.split(' ')[0] ?? '')
    await go('Standards')
    await app.window.locator('[role="gridcell"][col-id="standardNo"]').nth(2).click()
    await app.window.locator('.record section[aria-label]').first().waitFor(patiently)
    const seen: string[] = []
    for (let step = 0; step < 7; step++) {
      seen.push(await area())
      await app.window.keyboard.press('F6')
    }
    expect(seen).toEqual(['ag-root', 'record', 'title-bar', 'rail', 'page-head', 'facets', 'ag-root'])
    await app.window.keyboard.press('Shift+F6')
    expect(await area()).toBe('ag-root')
  })

  it.each([1.5, 2])('keeps every control within reach of scrolling, %d times as large on a small window', async (factor) => {
    const zoom = (by: number): Promise<void> => app.electron.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(to), by)
    await zoom(factor)
    await expect.poll(() => app.window.evaluate(() => innerWidth), patiently).toBeLessThan(1366 / factor + 2)
    for (const { name, open, ready } of everyPlace.filter(({ looks }) => looks === 'main')) {
      await open(app.window)
      await ready(app.window).waitFor({ state: 'attached', ...patiently })
      await expect.poll(() => seenObstacles(app.window), { ...patiently, message: name }).toEqual([])
    }
    await zoom(1)
  })

  it('lays no control of a head over what stands below it where the window is zoomed to 125 %', async () => {
    const zoom = (by: number): Promise<void> => app.electron.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(to), by)
    const beyondTheirHead = (): Promise<string[]> => app.window.evaluate(() => [...document.querySelectorAll('.page-head')].flatMap((head) => {
      const end = head.getBoundingClientRect().bottom
      return [...head.children].filter((child) => child.getBoundingClientRect().bottom > end).map((child) => child.textContent)
    }))
    await zoom(1.25)
    await expect.poll(() => app.window.evaluate(() => innerWidth), patiently).toBeLessThan(1095)
    for (const { name, open, ready } of everyPlace.filter(({ looks }) => looks === 'main')) {
      await open(app.window)
      await ready(app.window).waitFor({ state: 'attached', ...patiently })
      await expect.poll(beyondTheirHead, { ...patiently, message: name }).toEqual([])
    }
    await zoom(1)
  })

  it('shows a list whole on a window that is zoomed to 200 %, its record over it when it is asked for', async () => {
    const zoom = (by: number): Promise<void> => app.electron.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(to), by)
    const main = app.window.getByRole('main')
    const record = app.window.locator('.record')
    await go('Standards')
    await zoom(2)
    await expect.poll(() => app.window.evaluate(() => innerWidth), patiently).toBeLessThan(685)
    await expect.poll(() => main.evaluate((page) => page.scrollWidth - page.clientWidth), patiently).toBe(0)
    // The rail has all its places in sight.
    expect(await app.window.locator('.rail').evaluate((rail) => [rail.clientWidth < 60, rail.scrollHeight <= rail.clientHeight])).toEqual([true, true])
    const close = app.window.locator('.record-tools button').last()
    if (await record.count() > 0) await close.click()
    const width = (): Promise<number> => app.window.locator('.records-grid').evaluate((grid) => grid.clientWidth)
    const whole = await width()
    await app.window.locator('.ag-row[row-index="1"] [role="gridcell"][col-id="standardNo"]').click()
    await main.getByRole('button', { name: 'Show record' }).click()
    await record.locator('section[aria-label]').first().waitFor(patiently)
    expect(await width()).toBe(whole)
    await app.screenshot('zoomed-record')
    await close.click()
    await record.waitFor({ state: 'detached', ...patiently })
    // The filter of a day ends above the foot of the window, with its button.
    const heading = app.window.locator('.ag-header-cell[col-id="publishedOn"]')
    await heading.hover()
    await heading.getByRole('button').first().click()
    const filter = app.window.locator('.column-filter')
    await expect.poll(() => filter.getByRole('button').last().evaluate((button) => innerHeight - button.getBoundingClientRect().bottom > 0), patiently).toBe(true)
    await app.window.keyboard.press('Escape')
    await go('Units')
    await app.window.locator('.ag-row').first().waitFor(patiently)
    await main.locator('.filter-bar').getByRole('button', { name: 'Due dates' }).click()
    await expect.poll(() => main.locator('.due-list th').nth(4).evaluate((name) => name.clientWidth), patiently).toBeGreaterThan(90)
    // What can be done on a page, and which file a batch is of, need no scrolling either.
    const rightOf = (button: string): Promise<number> => main.getByRole('button', { name: button }).first().evaluate((element) => innerWidth - element.getBoundingClientRect().right)
    for (const [page, button] of [['Workbench', 'Import files'], ['Rankings', 'Export'], ['Reports', 'Export Excel']] as const) {
      await go(page)
      if (page !== 'Workbench') await main.getByRole('tab').first().click()
      await expect.poll(() => rightOf(button), patiently).toBeGreaterThan(0)
    }
    for (const page of ['Workbench', 'Settings']) {
      await go(page)
      await expect.poll(() => main.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth), { ...patiently, message: page }).toBe(0)
    }
    await go('Import')
    await main.getByRole('button', { name: 'Import history' }).click()
    await expect.poll(() => main.locator('.batch-table td:nth-child(2)').first().evaluate((cell) => cell.clientWidth), patiently).toBeGreaterThan(150)
    await app.window.keyboard.press('Escape')
    await zoom(1)
    await expect.poll(() => app.window.evaluate(() => innerWidth), patiently).toBeGreaterThan(1360)
  })

  it('names the file of every batch beside the panel that undoes one', async () => {
    await go('Workbench')
    await go('Import')
    await app.window.getByRole('button', { name: 'Import history' }).click()
    await app.window.locator('.batch-tools button').first().click()
    await app.window.getByRole('complementary', { name: /^Undo batch/u }).waitFor(patiently)
    expect(await app.window.locator('.batch-table td:nth-child(2)').first().evaluate((cell) => cell.clientWidth)).toBeGreaterThan(150)
    await app.window.keyboard.press('Escape')
    await app.window.keyboard.press('Escape')
  })

  it('leaves names that are only doubtfully one unit to their button', async () => {
    const button = app.window.getByRole('button', { name: 'Merge 2 names' })
    const openMerge = async (): Promise<void> => {
      await go('Workbench')
      await go('Units')
      await app.window.locator('.filter-bar').getByRole('button', { name: 'Merge units that are one' }).click()
      await button.waitFor(patiently)
    }
    await openMerge()
    expect(await button.evaluate(({ classList }) => classList.contains('ant-btn-primary'))).toBe(false)
    await app.window.getByText('Less than 90% alike').waitFor()
    await app.window.locator('.compare input[type=radio]').first().focus()
    await app.window.keyboard.press('Enter')
    await openMerge()
    expect(await app.window.getByText('1 group to look at, 0 merged').count()).toBe(1)
    await app.window.keyboard.press('Escape')
  })

  it('shows what is selected and where the keyboard is in high contrast', async () => {
    await go('Standards')
    const cell = app.window.locator('.ag-row[row-index="2"] [role="gridcell"][col-id="standardNo"]')
    await cell.click()
    await cell.press('Shift+ArrowDown')
    await app.window.emulateMedia({ forcedColors: 'active' })
    const ground = (selector: string): Promise<string> => app.window.locator(selector).first().evaluate((element) => getComputedStyle(element).backgroundColor)
    await expect.poll(() => ground('[role="gridcell"][data-range~="in"]')).not.toBe(await ground('.ag-row[row-index="9"] [role="gridcell"]'))
    expect(await ground('.rail-item[aria-current]')).not.toBe(await ground('.rail-item:not([aria-current])'))
    await app.screenshot('contrast-standards')
    await go('Rankings')
    await app.window.getByRole('main').getByRole('tab').first().click()
    await app.window.locator('.chart canvas').first().waitFor()
    await app.screenshot('contrast-ranking')
    await app.window.emulateMedia({ forcedColors: 'none' })
  })

  it('says in hints that can be read in the dark what a button without words does', async () => {
    await app.window.emulateMedia({ colorScheme: 'dark' })
    await go('Standards')
    await app.window.locator('.ag-row[row-index="1"] [role="gridcell"][col-id="standardNo"]').click()
    await app.window.locator('.record-tools').getByRole('button', { name: 'Delete this record' }).hover()
    await app.window.getByRole('tooltip').waitFor(patiently)
    await expect.poll(() => seenObstacles(app.window), patiently).toEqual([])
    await app.window.emulateMedia({ colorScheme: 'light' })
  })

  it('moves nothing where the system wants nothing to move', async () => {
    await go('Reports')
    const list = app.window.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
    await app.window.evaluate(() => {
      for (const began of ['animationstart', 'transitionrun']) {
        document.addEventListener(began, () => {
          const lengths = document.getAnimations().map((motion) => Number(motion.effect?.getComputedTiming().duration))
          document.body.dataset['longest'] = String(Math.max(Number(document.body.dataset['longest']), ...lengths))
        })
      }
    })
    /** How long what moves while a list opens and closes takes, at the longest. */
    const longest = async (reducedMotion: 'reduce' | 'no-preference'): Promise<number> => {
      await app.window.emulateMedia({ reducedMotion })
      // What began to move before the system's wish was another is let come to its end.
      await expect.poll(() => app.window.evaluate(() => document.getAnimations().length), patiently).toBe(0)
      await app.window.evaluate(() => { document.body.dataset['longest'] = '0' })
      await app.window.getByLabel('Year').click()
      await list.locator('.ant-select-item-option').first().waitFor(patiently)
      await app.window.keyboard.press('Escape')
      await list.waitFor({ state: 'hidden', ...patiently })
      return app.window.evaluate(() => Number(document.body.dataset['longest']))
    }
    expect(await longest('no-preference')).toBeGreaterThan(50)
    expect(await longest('reduce')).toBeLessThan(1)
    await app.window.emulateMedia({ reducedMotion: 'no-preference' })
  })

  it('prints the quick card on one page', async () => {
    await command('card')
    await app.window.getByRole('heading', { name: 'Quick card' }).waitFor()
    await app.window.getByRole('button', { name: 'Print', exact: true }).waitFor()
    const printed = (): Promise<string> => app.electron.evaluate(async ({ BrowserWindow }) => (await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({ preferCSSPageSize: true }))?.toString('latin1') ?? '')
    // The card is laid out anew for paper: what is printed at the very moment it comes in may still be the page before.
    await expect.poll(async () => (await printed()).match(/\/Type\s*\/Page\b/gu)?.length, patiently).toBe(1)
    await app.screenshot('card')
    await command('releases')
    await app.window.getByRole('heading', { name: 'Release notes' }).waitFor()
  })

  it('speaks Chinese again at once when that is chosen', async () => {
    await app.window.keyboard.press('Escape')
    await go('Settings')
    await app.window.getByRole('radiogroup', { name: 'Language 语言' }).getByText('中文').click()
    await app.window.getByRole('heading', { name: '设置', exact: true }).waitFor()
    expect(await app.window.evaluate(() => document.documentElement.lang)).toBe('zh-CN')
    await app.window.getByRole('navigation').getByRole('button', { name: '工作台' }).waitFor()
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type RunningApp } from '../support/electronApp'
import { sampleRegister, type SampleRegister } from '../support/sampleRegister'

const pages = ['Workbench', 'Standards', 'Patents', 'Trademarks', 'Units', 'Honours', 'Import', 'Rankings', 'Settings']

/** What the program itself says on the page: headings, fields and buttons, without data and the district before a title. */
function ownWords(): string[] {
  const said = [...document.querySelectorAll('h1, h2, h3, th[scope=col], thead th, label, [role=columnheader], [role=tab], .page-head button, .rail button')]
  const isData = (element: Element): boolean => element.closest('article, .paper, ul, ol, tbody, .facet-values') !== null
  return said.filter((element) => !isData(element)).map((element) => element.textContent.trim().replace(/^\p{Script=Han}+[区市](?:　|$)/u, '')).filter((text) => /\p{Script=Han}/u.test(text) && !['中文', 'Language 语言'].includes(text))
}

describe('a window for everyone', () => {
  let app: RunningApp
  let sample: SampleRegister
  const go = (page: string): Promise<void> => app.window.getByRole('navigation').getByRole('button', { name: page, exact: true }).click()
  const command = (name: string): Promise<void> => app.electron.evaluate(({ BrowserWindow }, sent) => BrowserWindow.getAllWindows()[0]?.webContents.send('bridge:event:menu.command', { command: sent }), name)

  beforeAll(async () => {
    sample = await sampleRegister()
    app = await launchApp({ registerFile: sample.file, language: 'en' })
  }, 120_000)
  afterAll(async () => {
    await app.close()
    sample.remove()
  })

  it('says in English whatever is not data, on every page', async () => {
    for (const page of pages) {
      await go(page)
      await app.window.locator('.rail [aria-current]', { hasText: page }).waitFor()
      await app.window.locator('main h1, .record-tabs, .page-head').first().waitFor()
      expect({ page, words: await app.window.evaluate(ownWords) }).toEqual({ page, words: [] })
      await app.screenshot(`english-${page}`)
    }
    expect(await app.window.evaluate(() => document.documentElement.lang)).toBe('en')
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
    await app.window.locator('.chart canvas').first().waitFor()
    await app.screenshot('contrast-ranking')
    await app.window.emulateMedia({ forcedColors: 'none' })
  })

  it('prints the quick card on one page', async () => {
    await command('card')
    await app.window.getByRole('heading', { name: '一页速查' }).waitFor()
    await app.window.getByRole('button', { name: 'Print' }).waitFor()
    const printed = await app.electron.evaluate(async ({ BrowserWindow }) => (await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({ preferCSSPageSize: true }))?.toString('latin1') ?? '')
    expect(printed.match(/\/Type\s*\/Page\b/gu)).toHaveLength(1)
    await app.screenshot('card')
    await command('releases')
    await app.window.getByRole('heading', { name: '版本说明' }).waitFor()
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

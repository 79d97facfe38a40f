import type { Locator } from 'playwright-core'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createStore } from '../../src/main/store/sqlite/createStore'
import { launchApp, type RunningApp } from '../support/window/electronApp'
import { answerDialogs } from '../support/window/windowDialogs'
import { takeOption } from '../support/window/takeOption'
import { sampleRegister, type SampleRegister } from '../support/registers/sampleRegister'

async function openWorkbench(registerFile: string, more: Parameters<typeof launchApp>[0] = {}): Promise<RunningApp> {
  const app = await launchApp({ registerFile, ...more })
  await app.window.getByRole('navigation').getByRole('button', { name: '工作台' }).click()
  await app.window.getByRole('heading', { name: '有效注册商标' }).waitFor()
  return app
}

describe('the first page on the samples', () => {
  let register: SampleRegister
  let app: RunningApp

  beforeAll(async () => {
    register = await sampleRegister()
    app = await openWorkbench(register.file)
  })
  afterAll(async () => {
    await app.close()
    register.remove()
  })
  const figure = (name: string): Locator => app.window.locator('.leader-figure', { hasText: name })

  it('shows the leader’s figures with growth, and the received place below', async () => {
    await expect.poll(() => figure('制修订国际国家行业标准').textContent()).toContain('129项+18.3%上年 109 项全省第 1领先 58 项')
    await expect.poll(() => figure('高端品牌培育企业').textContent()).toContain('11家+57.1%上年 7 家')
    await app.screenshot('workbench')
  })

  it('shows “—” and the way to supply it where the register has nothing', async () => {
    const pct = figure('PCT 国际专利申请')
    await expect.poll(() => pct.textContent()).toContain('—件台账里没有')
    await expect.poll(() => pct.getByRole('button').allTextContents()).toEqual(['导入 PCT 受理清单'])
  })

  it('opens the list behind a figure with Enter, and gives the focus back on Escape', async () => {
    const brands = figure('高端品牌培育企业').getByRole('button')
    await brands.focus()
    await app.window.keyboard.press('Enter')
    const list = app.window.getByRole('complementary', { name: /高端品牌培育企业/ })
    await list.getByText('11 条').waitFor()
    await expect.poll(() => list.getByRole('listitem').count()).toBe(11)
    await app.screenshot('workbench-list')
    await list.getByRole('list').focus()
    await app.window.keyboard.press('Escape')
    await list.waitFor({ state: 'detached' })
    await expect.poll(() => brands.evaluate((element) => element === document.activeElement)).toBe(true)
  })

  it('reaches every figure with Tab in the order of the page', async () => {
    await app.window.getByRole('button', { name: '导入文件' }).focus()
    await app.window.keyboard.press('Tab')
    await expect.poll(() => app.window.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain('制修订国际国家行业标准 129 项')
    await app.window.keyboard.press('Tab')
    await expect.poll(() => app.window.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain('每万人口高价值发明专利')
  })

  it('opens what falls due, as many as the number says', async () => {
    const due = app.window.getByRole('button', { name: /365 天内/ }).first()
    const count = await due.textContent()
    await due.click()
    await app.window.getByRole('complementary').getByText(`${count} 条`).waitFor()
    await app.window.keyboard.press('Escape')
  })

  it('tells what the end of terms does to figures and places, and opens every number of it', async () => {
    const effects = app.window.locator('section', { has: app.window.getByRole('heading', { name: '到期的影响' }) })
    await effects.getByRole('combobox', { name: '看多少天内到期' }).click()
    await takeOption(app.window.getByRole('option', { name: '365 天内' }).or(app.window.locator('.ant-select-item-option', { hasText: '365 天内' })).last())
    const more = effects.getByRole('button', { name: /有效注册商标　(?:另有|看)/ })
    const numbers = effects.getByRole('button', { name: /天内到期 \d+ 件/ })
    await more.or(numbers).first().waitFor()
    if (await more.count()) await more.click()
    await numbers.first().waitFor()
    const ending = numbers.first()
    const count = await ending.textContent()
    await ending.click()
    await app.window.getByRole('complementary').getByText(`${count} 条`).waitFor()
    await app.screenshot('workbench-lapses')
    await app.window.keyboard.press('Escape')
  })

  it('shows who has sent its standards, opens what came in, and writes whom to remind', async () => {
    const reports = app.window.locator('section.reporting')
    await expect.poll(() => reports.getByRole('row', { name: /崂山区/ }).textContent()).toMatch(/^崂山区退回 4 行\d+月\d+日234$/)
    await expect.poll(() => reports.getByText('已收 10，未报送 0，待更正 7 行').count()).toBe(1)
    await reports.getByRole('button', { name: /崂山区\s+2021年报送标准 23 项/ }).click()
    await app.window.getByRole('complementary', { name: /崂山区\s+2021年报送标准/ }).getByText('23 条').waitFor()
    await app.window.keyboard.press('Escape')
    const file = join(register.folder, '催报名单.xlsx')
    await answerDialogs(app.electron, file)
    await reports.getByRole('button', { name: '导出催报名单' }).click()
    await app.window.getByText('已写出催报名单').waitFor()
    expect(existsSync(file)).toBe(true)
    await reports.getByRole('button', { name: /崂山区，打开 04_/ }).click()
    // The copied register of the tests has no originals beside it.
    await app.window.getByText('这批导入的原文件已不在台账旁边').waitFor()
    await app.window.getByRole('navigation').getByRole('button', { name: '工作台' }).click()
    await reports.waitFor()
  })

  it('prints a brief on one sheet, without what only the office has to do', async () => {
    await app.window.getByRole('button', { name: '打印简报' }).waitFor()
    await app.window.emulateMedia({ media: 'print' })
    await app.window.getByRole('heading', { name: /2021年标准与知识产权简报/ }).waitFor()
    for (const shown of ['制修订国际国家行业标准', '区市报送', '位次变化', '到期的影响']) await app.window.getByRole('heading', { name: shown }).waitFor()
    for (const left of ['最近导入', '待答', '备份']) await expect.poll(() => app.window.getByRole('heading', { name: left, exact: true }).isVisible()).toBe(false)
    await app.screenshot('workbench-brief')
    const pages = (): Promise<number> => app.electron.evaluate(async ({ BrowserWindow }) => {
      const pdf = await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({ preferCSSPageSize: true, pageSize: 'A4' })
      return pdf?.toString('latin1').match(/\/Type\s*\/Page\b/gu)?.length ?? 0
    })
    await expect.poll(pages).toBe(1)
    await app.window.emulateMedia({ media: null })
  })

  it('says that samples are scaled down', async () => {
    await app.window.locator('.page-head').getByText('样例是按比例缩小的虚构数据，与通报数不可比').waitFor()
  })

  it('was drawn without a complaint', () => {
    expect(app.complaints).toEqual([])
  })
})

describe('the first page of an empty register', () => {
  it('has no figure at all, but says what to do', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'empty-'))
    const file = join(folder, '空.bzr')
    const made = createStore(file, { mode: 'write' })
    if (made.ok) await made.value.close()
    const app = await openWorkbench(file, { colorScheme: 'dark' })
    const values = await app.window.locator('.leader-value').allTextContents()
    expect(values.map((value) => value[0])).toEqual(['—', '—', '—', '—', '—', '—', '—'])
    await app.window.getByText('把名单拖进窗口就开始').waitFor()
    await app.screenshot('workbench-empty-dark')
    await app.window.getByRole('navigation').getByRole('button', { name: '排名' }).click()
    await app.window.getByText('台账里还没有可以统计的记录').waitFor()
    await app.screenshot('ranking-empty-dark')
    expect(app.complaints).toEqual([])
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  })
})

/** What the program waits for its first page before it shows all the same. */
const longestWaitMs = 3_000

describe('the start of the program', () => {
  it('shows the window only when its first page has its figures', async () => {
    const register = await sampleRegister()
    const startedAt = performance.now()
    const starting = await launchApp({ registerFile: register.file })
    const figures = starting.window.getByText('制修订国际国家行业标准')
    const seen: { isVisible: boolean; hasFigures: boolean; afterMs: number }[] = []
    await expect.poll(async () => {
      const isVisible = await starting.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false)
      seen.push({ isVisible, hasFigures: (await figures.count()) > 0, afterMs: performance.now() - startedAt })
      return isVisible
    }, { timeout: 60_000 }).toBe(true)
    // Where the figures keep it waiting for too long, it shows without them, and they come later.
    expect(seen.filter(({ isVisible, hasFigures, afterMs }) => isVisible && !hasFigures && afterMs < longestWaitMs)).toEqual([])
    await figures.waitFor()
    await starting.close()
    register.remove()
  })
})

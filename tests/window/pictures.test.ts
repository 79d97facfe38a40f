import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type RunningApp } from '../support/window/electronApp'
import { samplesFolder } from '../support/registers/sampleImport'
import { sampleRegister, type SampleRegister } from '../support/registers/sampleRegister'
import { answerDialogs } from '../support/window/windowDialogs'
import { takeOption } from '../support/window/takeOption'

/**
 * Every page on the samples, small and light, large and dark; with SCREENSHOTS=1 as out/screenshots/page-<page>-<width>-<theme>.png.
 * With UPDATE_PICTURES=1 the light ones of the small window become the manual's, in both languages.
 */
const isKept = process.env['UPDATE_PICTURES'] === '1'
const manual = join(import.meta.dirname, '../../resources/manual')
const patiently = { timeout: 60_000 }
const small = { width: 1366, height: 768 }
const looks = [{ ...small, colorScheme: 'light' }, { width: 1920, height: 1080, colorScheme: 'dark' }] as const

interface Shown {
  name: string
  open(app: RunningApp): Promise<void>
  ready(main: Locator): Locator
  isInManual?: boolean
}

const go = (window: Page, place: string): Promise<void> => window.getByRole('navigation').first().getByRole('button', { name: place, exact: true }).click()
const place = (name: string, named: string, ready: (main: Locator) => Locator, isInManual = true): Shown => ({ name, isInManual, open: ({ window }) => go(window, named), ready })
const then = (name: string, press: (main: Locator) => Locator, ready: (main: Locator) => Locator): Shown => ({ name, open: ({ window }) => press(window.getByRole('main')).click(), ready })

const pages: readonly Shown[] = [
  place('workbench', '工作台', (main) => main.getByText('129').first(), false),
  place('standards', '标准', (main) => main.locator('.ag-row').first()),
  then('groups', (main) => main.getByRole('button', { name: '分组计数' }), (main) => main.locator('.group-line').first()),
  place('imports', '导入', (main) => main.getByRole('heading', { name: '导入', exact: true })),
  then('import-history', (main) => main.getByRole('button', { name: '导入记录' }), (main) => main.locator('.batch-table .link').first()),
  place('ranking', '排名', (main) => main.locator('.rank-table').getByText('崂山区').first()),
  then('tile-map', (main) => main.locator('.chart-tools').getByText('方块图'), (main) => main.locator('.chart-section.is-large canvas').first()),
  then('crosstab', (main) => main.getByRole('tab', { name: '交叉表' }), (main) => main.locator('.cross-grid')),
  then('crosstab-chart', (main) => main.locator('.ant-segmented-item', { hasText: '图' }), (main) => main.locator('canvas').first()),
  { name: 'reports', isInManual: true, open: (app) => openReports(app, '2021'), ready: (main) => main.getByText('项，全部通过') },
  then('closing', (main) => main.getByRole('tab', { name: '封存' }), (main) => main.locator('.closing-forms tr').nth(11)),
  { name: 'received', open: openReceived, ready: (main) => main.locator('.received-cell').first() },
  { name: 'merge', open: async ({ window }) => { await go(window, '单位'); await window.getByRole('button', { name: '合并同一单位' }).click() }, ready: (main) => main.locator('.compare') },
  place('settings', '设置', (main) => main.getByLabel('单位名称')),
  { name: 'backups-and-updates', open: ({ window }) => window.getByRole('heading', { name: '程序和更新' }).scrollIntoViewIfNeeded(), ready: (main) => main.getByText('版本', { exact: true }) },
]

let samples: SampleRegister
let app: RunningApp
beforeAll(async () => {
  samples = await sampleRegister()
  app = await launchApp({ registerFile: samples.file })
  await app.window.getByRole('banner').getByText('样例台账 2021.bzr').waitFor(patiently)
})
afterAll(async () => {
  await app.close()
  samples.remove()
})

describe('the pages at both sizes', () => {
  it.each(pages)('$name stays inside the window', async ({ name, open, ready, isInManual = false }) => {
    await open(app)
    await ready(app.window.getByRole('main')).waitFor(patiently)
    for (const { width, height, colorScheme } of looks) {
      await app.resize({ width, height })
      await app.window.emulateMedia({ colorScheme })
      await app.screenshot(`page-${name}-${width}-${colorScheme}`)
      expect(await beyondWindow(app.window)).toEqual({ across: 0, down: 0 })
      if (isInManual && width === small.width && colorScheme === 'light') keepForManual(`page-${name}-${width}-${colorScheme}`, 'images', name)
    }
    await app.resize(small)
    await app.window.emulateMedia({ colorScheme: 'light' })
  })

  it('drew themselves without a complaint', () => {
    expect(app.complaints).toEqual([])
  })
})

it('the first start has its picture too', async () => {
  const first = await launchApp()
  await first.window.getByLabel('单位名称').and(first.window.locator('[value="青岛市市场监督管理局"]')).waitFor()
  await first.screenshot('page-first-start')
  expect(first.complaints).toEqual([])
  keepForManual('page-first-start', 'images', 'first-start')
  await first.close()
})

/** The English manual’s pictures: other tests walk through the English window. */
describe.runIf(isKept)('the English manual', () => {
  const english = [
    ['standards', 'Standards', '.ag-row'], ['imports', 'Import', 'h1'], ['ranking', 'Rankings', '.chart canvas'], ['reports', 'Reports', '.report-checks .is-passed'], ['settings', 'Settings', '.settings'],
  ] as const
  it('has pictures of the English window', async () => {
    const other = await launchApp({ registerFile: samples.file, language: 'en' })
    for (const [name, page, ready] of english) {
      await go(other.window, page)
      await other.window.getByRole('main').locator(ready).first().waitFor(patiently)
      await other.screenshot(`english-${name}`)
      keepForManual(`english-${name}`, 'en/images', name)
    }
    await other.close()
    const first = await launchApp({ language: 'en' })
    await first.window.getByRole('button', { name: 'Make the register' }).waitFor(patiently)
    await first.screenshot('english-first-start')
    keepForManual('english-first-start', 'en/images', 'first-start')
    await first.close()
  })
})

async function openReports({ window }: RunningApp, year: string): Promise<void> {
  await go(window, '报表')
  await window.getByLabel('年份').click()
  await takeOption(window.locator('.ant-select-item-option', { hasText: year }).first())
  await window.getByRole('main').getByText(`${year}年青岛市各区市标准制修订情况统计表`).last().waitFor(patiently)
  await window.locator('.ant-select-dropdown').first().waitFor({ state: 'hidden' })
}

async function openReceived({ electron, window }: RunningApp): Promise<void> {
  await window.getByRole('tab', { name: '收到的表格' }).click()
  await answerDialogs(electron, join(samplesFolder, '30_省局上报模板_F2.xlsx'))
  await window.getByRole('button', { name: '打开收到的表格' }).click()
}

function beyondWindow(window: Page): Promise<{ across: number; down: number }> {
  return window.evaluate(() => ({ across: document.documentElement.scrollWidth - innerWidth, down: document.documentElement.scrollHeight - innerHeight }))
}

function keepForManual(screenshot: string, images: string, picture: string): void {
  if (!isKept) return
  const folder = join(manual, images)
  mkdirSync(folder, { recursive: true })
  copyFileSync(join(import.meta.dirname, `../../out/screenshots/${screenshot}.png`), join(folder, `${picture}.png`))
}

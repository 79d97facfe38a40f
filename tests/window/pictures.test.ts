import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type RunningApp } from '../support/electronApp'
import { sampleRegister, type SampleRegister } from '../support/sampleRegister'

/**
 * Every page on the samples, at both sizes and in both themes, as out/screenshots/page-<page>-<width>-<theme>.png.
 * With UPDATE_PICTURES=1 the light ones of the small window become the manual's.
 */
const root = join(import.meta.dirname, '../..')
const pages = [
  { name: 'workbench', place: '工作台', ready: (main: Locator) => main.getByText('129').first() },
  { name: 'standards', place: '标准', ready: (main: Locator) => main.locator('.ag-row').first() },
  { name: 'imports', place: '导入', ready: (main: Locator) => main.getByRole('heading', { name: '导入', exact: true }) },
  { name: 'ranking', place: '排名', ready: (main: Locator) => main.getByText('崂山区').first() },
  { name: 'reports', place: '报表', ready: (main: Locator) => main.getByText('项，全部通过') },
  { name: 'settings', place: '设置', ready: (main: Locator) => main.getByLabel('单位名称') },
] as const
const manualPages: readonly string[] = ['standards', 'imports', 'ranking', 'reports', 'settings']

let samples: SampleRegister
beforeAll(async () => {
  samples = await sampleRegister()
}, 120_000)
afterAll(() => samples.remove())

describe.each([[1366, 768, 'light'], [1366, 768, 'dark'], [1920, 1080, 'light'], [1920, 1080, 'dark']] as const)('the pages at %i × %i, %s', (width, height, colorScheme) => {
  let app: RunningApp
  beforeAll(async () => {
    app = await launchApp({ registerFile: samples.file, colorScheme, size: { width, height } })
    await app.window.getByRole('banner').getByText('样例台账 2021.bzr').waitFor()
  })
  afterAll(() => app.close())

  it.each(pages)('$place stays inside the window', async ({ name, place, ready }) => {
    await app.window.getByRole('navigation').getByRole('button', { name: place }).click()
    await ready(app.window.getByRole('main')).waitFor()
    if (name === 'reports') await showYear(app, '2021')
    await app.screenshot(`page-${name}-${width}-${colorScheme}`)
    const overflow = await app.window.evaluate(() => ({ across: document.documentElement.scrollWidth - innerWidth, down: document.documentElement.scrollHeight - innerHeight }))
    expect(overflow).toEqual({ across: 0, down: 0 })
    if (width === 1366 && colorScheme === 'light' && manualPages.includes(name)) keepForManual(`page-${name}-${width}-${colorScheme}`, name)
  })

  it('drew themselves without a complaint', () => {
    expect(app.complaints).toEqual([])
  })
})

it('the first start has its picture too', async () => {
  const app = await launchApp()
  await app.window.getByLabel('单位名称').and(app.window.locator('[value="青岛市市场监督管理局"]')).waitFor()
  await app.screenshot('page-first-start')
  expect(app.complaints).toEqual([])
  keepForManual('page-first-start', 'first-start')
  await app.close()
})

async function showYear(app: RunningApp, year: string): Promise<void> {
  await app.window.getByLabel('年份').click()
  await app.window.locator('.ant-select-item-option', { hasText: year }).first().click()
  await app.window.getByRole('main').getByText(`${year}年青岛市各区市标准制修订情况统计表`).last().waitFor()
  await app.window.locator('.ant-select-dropdown').first().waitFor({ state: 'hidden' })
}

function keepForManual(screenshot: string, picture: string): void {
  if (process.env['UPDATE_PICTURES'] !== '1') return
  const folder = join(root, 'resources/manual/images')
  mkdirSync(folder, { recursive: true })
  copyFileSync(join(root, `out/screenshots/${screenshot}.png`), join(folder, `${picture}.png`))
}

import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type RunningApp } from '../support/window/electronApp'
import { samplesFolder } from '../support/registers/sampleImport'
import { tempRegister } from '../support/registers/tempRegister'
import { dropFiles } from '../support/window/windowDialogs'

/**
 * The twelve files of a quarter as a new clerk takes them in, from the drop to the last figure. Run on request, for the
 * pictures of docs/imports.md: UPDATE_PICTURES=1.
 */
const root = join(import.meta.dirname, '../..')
const pictures = join(root, 'docs/images/imports')
const isAsked = process.env['UPDATE_PICTURES'] === '1'
const patient = { timeout: 60_000 }
const locked = '96_加密工作簿_密码qd2022.xlsx'
const dirty = '90_脏数据_标准.xlsx'
const files = [
  '01_单位名录_2021.xlsx', '02_人口_两种口径.xlsx', '04_崂山区_2021年度标准制修订调查表（定稿2）.xlsx', '05_青岛西海岸新区_2021年度标准制修订调查表.xls', '06_城阳区_2021年度标准制修订调查表.xlsx',
  '07_其他区市_2021年度标准制修订汇总（每区市一表）.xlsx', '08_国家标准清单_信息平台_2019-2021.xlsx', '10_国际团体标准明细表_F1_2019-2021.xlsx', '21_商标网页导出_实为HTML.xls', dirty, locked,
]
/** The twelfth cannot be read: it holds nobody. */
const broken = '胶州市_2021年度标准制修订调查表.xlsx'

describe.runIf(isAsked)('the twelve files of a quarter', () => {
  const register = tempRegister()
  let app: RunningApp
  const picture = async (name: string): Promise<void> => {
    await app.screenshot(`quarter-${name}`)
    copyFileSync(join(root, `out/screenshots/quarter-${name}.png`), join(pictures, `${name}.png`))
  }
  const main = (): Locator => app.window.getByRole('main')
  const press = (name: string | RegExp): Promise<void> => main().getByRole('button', { name }).click(patient)
  const entry = (file: string): Locator => app.window.locator('.import-file', { hasText: file.slice(0, 12) })

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true })
    await register.open().close()
    writeFileSync(join(register.folder, broken), 'PK\u0003\u0004 abgebrochen')
    app = await launchApp({ registerFile: register.path })
    await app.window.getByRole('navigation').getByRole('button', { name: '导入' }).click(patient)
  })
  afterAll(async () => {
    await app.close()
    register[Symbol.dispose]()
  })

  it('are taken in within ten minutes, each with its own result', { timeout: 600_000 }, async () => {
    await dropFiles(app.window, 'body', [...files.map((file) => join(samplesFolder, file)), join(register.folder, broken)])
    await entry(locked).filter({ hasText: /要密码/u }).waitFor(patient)
    await entry(broken).filter({ hasText: /读不了/u }).waitFor(patient)
    await picture('1-twelve-files')

    await entry(locked).click()
    await app.window.getByRole('textbox', { name: '密码' }).fill('qd2022')
    await app.window.keyboard.press('Enter')
    await entry(locked).filter({ hasNotText: /要密码|读取|等待/u }).waitFor(patient)

    await entry(dirty).click()
    await main().getByRole('heading', { name: /待答 \d+ 行/u }).waitFor(patient)
    await main().getByText('个读好的文件合在一起').waitFor(patient)
    await picture('2-questions-and-forecast')
    await app.window.keyboard.press('1')
    await expect.poll(() => entry(dirty).textContent(), patient).toMatch(/4 行待答/u)

    await press(/^全部提交，\d+ 个文件/u)
    await main().getByText(/已提交 \d+ 个文件/u).waitFor({ timeout: 120_000 })
    await main().getByRole('button', { name: /还有 \d+ 行待答|去排名/u }).waitFor({ timeout: 300_000 })
    await picture('3-all-committed')

    await press(/^导入记录$/u)
    await app.window.locator('.batch-table tbody tr').first().waitFor(patient)
    await picture('4-batches')
    await main().getByRole('button', { name: /04_崂山区/u }).click()
    await app.window.locator('.document-line.has-rejected').first().click(patient)
    await app.window.locator('.document-remark').first().waitFor(patient)
    await picture('5-batch-document')

    await app.window.getByRole('button', { name: '设置' }).click()
    await app.window.getByRole('region', { name: '几个来源说法不同时' }).scrollIntoViewIfNeeded(patient)
    await picture('6-whose-word-stands')
  })
})

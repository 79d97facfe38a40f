import { existsSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type RunningApp } from '../support/window/electronApp'
import { samplesFolder } from '../support/registers/sampleImport'
import { tempRegister } from '../support/registers/tempRegister'
import { answerDialogs } from '../support/window/windowDialogs'

const patiently = { timeout: 60_000 }
/** More stops than any page has: a control that is not met by then cannot be reached. */
const mostStops = 150

/** The main job without a mouse: only keys are pressed here. */
describe('the keyboard alone', () => {
  const register = tempRegister()
  let app: RunningApp

  /** Goes on with Tab until the focus is on the control of this name. */
  async function tabTo(name: RegExp): Promise<void> {
    for (let stop = 0; stop < mostStops; stop++) {
      await app.window.keyboard.press('Tab')
      if (name.test(await focused())) return
    }
    throw new Error(`Tab never reaches ${name}`)
  }
  const focused = (): Promise<string> => app.window.evaluate(() => {
    const element = document.activeElement
    return element === null ? '' : (element.getAttribute('aria-label') ?? element.textContent ?? '').trim()
  })
  async function press(name: RegExp): Promise<void> {
    await tabTo(name)
    await app.window.keyboard.press('Enter')
  }

  beforeAll(async () => {
    await register.open().close()
    app = await launchApp()
    await app.window.getByRole('heading', { name: '建立台账' }).waitFor()
  })
  afterAll(async () => {
    await app.close()
    register[Symbol.dispose]()
  })

  it('opens a register and stands on the first page', async () => {
    await answerDialogs(app.electron, register.path)
    await press(/^打开已有台账$/u)
    await app.window.getByRole('heading', { name: '工作台' }).waitFor(patiently)
  })

  it('takes files in, step by step', async () => {
    await press(/^导入$/u)
    await takeIn('01_单位名录_2021.xlsx')
    await takeIn('04_崂山区_2021年度标准制修订调查表（定稿2）.xlsx')
  })

  async function takeIn(file: string): Promise<void> {
    const asked = app.window.waitForEvent('filechooser')
    await press(/^添加文件$/u)
    await (await asked).setFiles(join(samplesFolder, file))
    const entry = app.window.locator('.import-file', { hasText: file })
    await entry.filter({ hasText: /可提交|待答/u }).waitFor(patiently)
    await press(new RegExp(`^${file.slice(0, 8)}`, 'u'))
    for (const step of [/^下一步：列$/u, /^下一步：行$/u, /^提交 \d+ 行$/u]) await press(step)
    await entry.filter({ hasText: '已导入' }).waitFor(patiently)
  }

  it('opens the records behind a figure', async () => {
    await press(/^排名$/u)
    await app.window.getByRole('gridcell', { name: /^崂山区 制修订/u }).waitFor(patiently)
    await tabTo(/^.+ 制修订国际/u)
    await app.window.keyboard.press('Enter')
    const panel = app.window.getByRole('complementary', { name: /的名单$/u })
    await panel.getByRole('listitem').first().waitFor(patiently)
    await app.window.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
  })

  it('writes the form', async () => {
    const out = join(register.path, '../统计表.xlsx')
    await answerDialogs(app.electron, out)
    await press(/^报表$/u)
    await app.window.getByText('各区市标准制修订情况统计表').last().waitFor(patiently)
    await press(/^导出 Excel$/u)
    await app.window.getByRole('dialog').waitFor(patiently)
    await app.window.keyboard.press('Escape')
    await app.window.getByRole('dialog').waitFor({ state: 'detached' })
    expect(existsSync(out)).toBe(true)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(out)
    expect(workbook.worksheets[0]?.getCell('A1').text).toContain('各区市标准制修订情况统计表')
  })

  it('met no complaint on its way', () => {
    expect(app.complaints).toEqual([])
  })
})

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cutTexts, isWiderThanWindow } from '../support/workbooks/cutTexts'
import { launchApp, type RunningApp } from '../support/window/electronApp'
import { takeOption } from '../support/window/takeOption'
import { sampleRegister, type SampleRegister } from '../support/registers/sampleRegister'

let register: SampleRegister
let app: RunningApp

beforeAll(async () => {
  register = await sampleRegister()
  app = await launchApp({ registerFile: register.file })
})
afterAll(async () => {
  await app.close()
  register.remove()
})

const go = (place: string) => app.window.getByRole('navigation').getByRole('button', { name: place }).click()
const grid = (): Locator => app.window.getByRole('grid', { name: '交叉表' })
const cell = (name: string): Locator => grid().getByRole('gridcell', { name: new RegExp(`^${name} `, 'u') })
const panel = (): Locator => app.window.getByRole('complementary', { name: /的名单$/u })
const numberOf = async (located: Locator): Promise<number> => Number((await located.textContent())?.replaceAll(',', ''))

async function choose(control: string, option: string): Promise<void> {
  await app.window.locator('.page-control', { hasText: control }).first().click()
  await takeOption(app.window.locator('.ant-select-dropdown:visible').getByTitle(option, { exact: true }))
}

async function savesAs(name: string): Promise<string> {
  const file = join(register.folder, name)
  await app.electron.evaluate(({ dialog }, path) => { dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path }) }, file)
  return file
}

/** The picture on the clipboard, as a document takes it: from a paste event. */
async function copiedPicture(): Promise<unknown> {
  await app.window.evaluate(() => {
    delete document.documentElement.dataset.pasted
    document.addEventListener('paste', (event) => {
      event.stopImmediatePropagation()
      const file = event.clipboardData?.files[0]
      if (file) void createImageBitmap(file).then(({ width, height }) => { document.documentElement.dataset.pasted = JSON.stringify({ width, height }) })
    }, { capture: true, once: true })
  })
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.paste())
  const pasted = await app.window.waitForFunction(() => document.documentElement.dataset.pasted)
  return JSON.parse(String(await pasted.jsonValue()))
}

describe('the cross table', () => {
  it('counts the records of a kind by two fields', async () => {
    await go('排名')
    await app.window.getByRole('tab', { name: '交叉表' }).click()
    await cell('合计 合计').waitFor()
    await app.screenshot('crosstab')
    expect(await cutTexts(app.window)).toEqual([])
    expect(await isWiderThanWindow(app.window)).toBe(false)
  })

  it('opens the records of a number, as many as it says, and the list that has just these', async () => {
    const number = cell('崂山区 国家标准')
    const count = await numberOf(number)
    expect(count).toBeGreaterThan(0)
    await number.click()
    await panel().getByText(`${count} 条`).first().waitFor()
    await panel().getByRole('listitem').first().getByText(/\d/u).first().waitFor()
    await app.screenshot('crosstab-records')
    await panel().getByRole('button', { name: '在标准中打开' }).click()
    await app.window.locator('.list-count', { hasText: `${count} 项` }).waitFor()
    await expect.poll(() => app.window.locator('.filter-chip').allTextContents()).toEqual(['区市 崂山区', '标准类别 国家标准'])
  })

  it('is made of the filter of a list, and shows it', async () => {
    await app.window.locator('[role="gridcell"][col-id="title"]').first().click({ button: 'right' })
    await app.window.getByRole('menuitem', { name: '从此筛选做交叉表' }).click()
    await cell('合计 合计').waitFor()
    await expect.poll(() => app.window.locator('.cross-chip').allTextContents()).toEqual(['区市 崂山区', '标准类别 国家标准'])
    await expect.poll(() => grid().getByRole('columnheader').allTextContents()).toEqual(['区市 / 标准类别', '国家标准', '合计'])
  })

  it('takes a third field, with a subtotal for each of its values', async () => {
    await app.window.getByRole('button', { name: '行列互换' }).click()
    await choose('再分', '制定/修订')
    await grid().getByRole('rowheader', { name: '小计' }).first().waitFor()
    await app.screenshot('crosstab-split')
    const totals = await Promise.all((await cell('小计 合计').all()).map(numberOf))
    expect(totals.length).toBeGreaterThan(1)
    expect(totals.reduce((sum, total) => sum + total, 0)).toBe(await numberOf(cell('合计 合计')))
    await choose('再分', '不再分')
    await grid().getByRole('rowheader', { name: '小计' }).first().waitFor({ state: 'detached' })
    await app.window.getByRole('button', { name: '行列互换' }).click()
  })

  it('says what the role is of, where it stands beside districts', async () => {
    const notes = app.window.locator('.cross-notes')
    expect(await notes.count()).toBe(0)
    await choose('再分', '角色')
    await notes.getByText('角色看全市').waitFor()
    await app.screenshot('crosstab-role')
    await choose('再分', '不再分')
    await notes.waitFor({ state: 'detached' })
  })

  it('lets go of the conditions it came with', async () => {
    await app.window.getByRole('button', { name: '去掉条件 标准类别 国家标准' }).click()
    await app.window.getByRole('button', { name: '去掉条件 区市 崂山区' }).click()
    await app.window.locator('.cross-chip').first().waitFor({ state: 'detached' })
    await grid().getByRole('columnheader', { name: '行业标准' }).waitFor()
  })

  it('is walked by the arrows, opened by Enter and copied as a sentence', async () => {
    await grid().focus()
    await app.window.keyboard.press('Control+Home')
    await app.window.keyboard.press('ArrowDown')
    await app.window.keyboard.press('Enter')
    await panel().getByRole('listitem').first().waitFor()
    await app.window.keyboard.press('Control+c')
    const sentence = await app.electron.evaluate(({ clipboard }) => clipboard.readText())
    expect(sentence).toMatch(/^标准，区市 市北区，标准类别 .+：\d+ 条。范围：全部标准记录。台账数据截至\d{4}-\d{2}-\d{2}，第 \d+ 次变更。$/u)
    await app.window.keyboard.press('Escape')
    await panel().waitFor({ state: 'detached' })
    await expect.poll(() => grid().evaluate((element) => element === document.activeElement)).toBe(true)
    const ordered = () => grid().getByRole('columnheader', { name: / ↓$/u })
    await app.window.keyboard.press('Shift+Enter')
    await ordered().waitFor()
    await app.window.keyboard.press('Shift+Enter')
    await ordered().waitFor({ state: 'detached' })
  })

  it('puts the rows in the order of a column, and shows numbers as parts of their row', async () => {
    await grid().getByRole('columnheader', { name: '合计' }).getByRole('button').click()
    await grid().getByRole('columnheader', { name: '合计 ↓' }).waitFor()
    const counts = await Promise.all((await grid().locator('.cross-line.is-row .cross-whole').all()).map(numberOf))
    expect(counts).toEqual(counts.toSorted((a, b) => b - a))
    await choose('显示', '占本行')
    await grid().locator('.cross-whole', { hasText: '100.0%' }).first().waitFor()
  })

  it('is written as a workbook as it is shown', async () => {
    const file = await savesAs('交叉表.xlsx')
    await app.window.getByRole('button', { name: '导出' }).click()
    await app.window.getByText('已导出').waitFor()
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(file)
    const texts: string[] = []
    workbook.worksheets[0]?.eachRow((row) => row.eachCell(({ value }) => { if (typeof value === 'string') texts.push(value) }))
    expect(texts).toContain('单位：占本行')
    expect(texts).toContain('崂山区')
    await choose('显示', '数')
  })

  it('is drawn as a chart that can be kept as a picture', async () => {
    await app.window.locator('.page-head').getByText('图', { exact: true }).click()
    await app.window.getByRole('img', { name: /标准/u }).waitFor()
    await app.screenshot('crosstab-chart')
    const file = await savesAs('交叉表.png')
    await app.window.getByRole('button', { name: '存为图片' }).click()
    await app.window.getByText('已存为').waitFor()
    expect(pngSize(file)).toEqual({ width: 2_400, height: 1_380 })
    await app.window.getByRole('button', { name: '复制图片' }).click()
    await app.window.getByText('图片已复制').waitFor()
    expect(await copiedPicture()).toEqual({ width: 2_400, height: 1_380 })
    await app.window.locator('.page-head').getByText('表', { exact: true }).click()
  })

  it('adds up a number of the records', async () => {
    await choose('记录', '常住人口')
    await cell('小计 合计').first().waitFor()
    await expect.poll(() => app.window.locator('.page-control', { hasText: '数什么' }).textContent()).toContain('常住人口')
    await app.screenshot('crosstab-sum')
  })

  it('counts only what an indicator counts, where one is chosen', async () => {
    await choose('记录', '专利')
    await choose('计入', '有效发明专利拥有量')
    await grid().getByRole('columnheader', { name: '发明' }).waitFor()
    await expect.poll(() => numberOf(cell('合计 合计'))).toBe(240)
    await cell('合计 合计').click()
    await panel().getByText('240 条').first().waitFor()
    await expect.poll(() => panel().getByRole('button', { name: '在专利中打开' }).count()).toBe(0)
    await app.screenshot('crosstab-indicator')
  })

  it('says so where no record is left, and what to do', async () => {
    await choose('记录', 'PCT申请')
    await app.screenshot('crosstab-empty')
    expect(app.complaints).toEqual([])
  })
})

describe('the districts as squares', () => {
  beforeAll(async () => {
    await app.window.getByRole('tab', { name: '排名' }).click()
    await app.window.getByRole('gridcell', { name: /^崂山区 制修订/u }).click()
    await app.window.locator('.chart-section').getByText('方块图', { exact: true }).click()
  })

  it('are given the room of the table where there is too little under it', async () => {
    await app.window.getByRole('img', { name: /按区市位置排的方块/u }).waitFor()
    await expect.poll(() => app.window.locator('.rank-table').count()).toBe(0)
  })

  it('are shaded by the current indicator, with the same figures in the table beside', async () => {
    await app.window.getByRole('img', { name: /按区市位置排的方块/u }).waitFor()
    expect((await app.window.locator('.figure-table tbody tr').first().locator('td').allTextContents())).toEqual(['1', '崂山区', '45'])
    await app.screenshot('tile-map')
    expect(await cutTexts(app.window)).toEqual([])
  })

  it('leave the window as a picture', async () => {
    const file = await savesAs('方块图.png')
    await app.window.getByRole('button', { name: '存为图片' }).click()
    await app.window.getByText('已存为').waitFor()
    expect(pngSize(file)).toEqual({ width: 2_400, height: 1_380 })
    await app.window.locator('.chart-section').getByText('位次变化', { exact: true }).click()
    await app.screenshot('bump')
  })

  it('stand where the office puts them', async () => {
    await app.window.locator('.chart-section').getByText('方块图', { exact: true }).click()
    await app.window.getByRole('button', { name: '调整位置' }).click()
    await app.window.getByRole('button', { name: '黄岛区，第 4 行第 1 列' }).focus()
    await app.window.keyboard.press('ArrowUp')
    await app.window.getByRole('button', { name: '黄岛区，第 3 行第 1 列' }).waitFor()
    await app.screenshot('tiles-setting')
    await app.window.getByRole('button', { name: '按此摆放' }).click()
    await app.window.getByText('10 个区市的位置').waitFor()
    expect(app.complaints).toEqual([])
  })
})

/** Width and height as a PNG states them. */
function pngSize(file: string): { width: number; height: number } | null {
  if (!existsSync(file)) return null
  const bytes = readFileSync(file)
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}

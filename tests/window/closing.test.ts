import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBatch, aChangeSet, anInsert, aPatent } from '../support/registers/changeSets'
import { launchApp, type RunningApp } from '../support/window/electronApp'
import { sampleRegister, type SampleRegister } from '../support/registers/sampleRegister'
import { tempRegister } from '../support/registers/tempRegister'
import { answerDialogs, dropFiles } from '../support/window/windowDialogs'
import { takeOption } from '../support/window/takeOption'

/** From the first look at a period to its archive, and an indicator of the office's own, as a clerk does it. */
/** A busy machine may take its time. */
const patience = { timeout: 60_000 }
/** An archive prints every form. */
const printing = { timeout: 90_000 }
let register: SampleRegister
let app: RunningApp

beforeAll(async () => {
  register = await sampleRegister()
  app = await launchApp({ registerFile: register.file })
  await go('报表')
  await app.window.getByRole('tab', { name: '封存' }).click()
  await freezeButton().waitFor()
})
afterAll(async () => {
  await app.close()
  register.remove()
})

const go = (page: string): Promise<void> => app.window.getByRole('navigation').first().getByRole('button', { name: page }).click()
const button = (name: string | RegExp): Locator => app.window.getByRole('button', { name })
const freezeButton = (): Locator => button(/^封存所选/)
const row = (form: string): Locator => app.window.locator('.closing-forms tr', { has: app.window.getByText(form, { exact: true }) })
const listed = (form: string): Locator => app.window.locator('.closing-form', { hasText: form })

async function twoSizes(name: string): Promise<void> {
  await app.screenshot(name)
  await app.resize({ width: 1920, height: 1080 })
  await app.screenshot(`${name}-1920`)
  await app.resize({ width: 1366, height: 768 })
}

describe('closing a period', () => {
  it('leads to what is still to be answered, and back to where it stood', async () => {
    await button('到工作台处理').click()
    await app.window.getByRole('heading', { name: '工作台' }).waitFor()
    await go('报表')
    await button('到工作台处理').waitFor()
    // A form without data is answered by a file.
    await button('导入数据').click()
    await app.window.getByRole('heading', { name: '导入', exact: true }).waitFor()
    await go('报表')
    await button('到工作台处理').waitFor()
    // The rules stand in the clerk's words alone.
    await app.window.getByRole('tab', { name: '口径说明' }).click()
    const rules = app.window.locator('.report-explanation')
    await rules.getByText('计数规则').first().waitFor()
    expect(await rules.textContent()).not.toMatch(/[a-z]_[a-z]/u)
    await app.window.getByRole('tab', { name: '封存' }).click()
    await button('审核通过').waitFor()
  })

  it('shows where it stands and freezes the forms that are chosen', async () => {
    await button('审核通过').click()
    await button('撤回审核').waitFor()
    await row('F1').getByRole('checkbox').uncheck()
    await twoSizes('closing-period')
    await freezeButton().click()
    await row('F2').getByText('已封存，第 1 版').waitFor()
    await expect.poll(() => row('F1').getByText('可以封存').count()).toBe(1)
    await listed('F2').getByText('无变化').waitFor()
  })

  it('reopens a form by name and with a reason, and freezes the correction beside it', async () => {
    await row('F4').getByRole('button', { name: '解封' }).click()
    await row('F4').getByLabel('解封原因').fill('核对一件专利')
    await row('F4').getByRole('button', { name: '解封' }).click()
    await row('F4').getByText('已解封，第 1 版').waitFor()
    await expect.poll(() => row('F4').locator('.closing-note').textContent()).toContain('核对一件专利')
  })

  it('tells what has changed since, and makes a correction with its reason', async () => {
    await app.window.evaluate(async () => {
      const list = await window.bridge.call('lists.open', { kind: 'standards', search: 'ISO/IEC 43791:2021' })
      if (!list.ok) throw new Error(list.code)
      const page = await window.bridge.call('lists.page', { handle: list.value.handle, from: 0, to: 1 })
      if (!page.ok) throw new Error(page.code)
      const [first] = page.value.rows
      const edited = await window.bridge.call('records.edit', { kind: 'standards', id: first?.id ?? 0, field: 'publishedOn', text: '2019-01-05', before: String(first?.cells.publishedOn) })
      if (!edited.ok) throw new Error(edited.code)
    })
    await listed('F2').getByText('有变化').waitFor()
    await listed('F2').click()
    await app.window.getByText('退出 1').waitFor()
    await twoSizes('closing-restatement')
    await app.window.getByLabel('更正原因').fill('发布日期更正')
    await button('生成更正版').click()
    await app.window.getByTitle('第 2 版').first().waitFor()
    await listed('F2').getByText('无变化').waitFor()
  })

  it('archives the period, and tells a written form as it was, changed and foreign', async () => {
    await answerDialogs(app.electron, join(register.folder, '封存的.xlsx'))
    await button('另存这一版').click()
    await expect.poll(() => readdirSync(register.folder), patience).toContain('封存的.xlsx')
    await dropFiles(app.window, '.closing-checker', [join(register.folder, '封存的.xlsx')])
    await app.window.getByText('与生成时一致，台账也没有变化').waitFor()
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(join(register.folder, '封存的.xlsx'))
    const cell = workbook.worksheets[0]?.getCell('D8')
    if (cell) cell.value = 77
    await workbook.xlsx.writeFile(join(register.folder, '改过的.xlsx'))
    await dropFiles(app.window, '.closing-checker', [join(register.folder, '改过的.xlsx')])
    await app.window.getByText('文件被改动过').waitFor()
    await app.window.getByText(/D8：生成时 .*，现为 77/).waitFor()
    await app.screenshot('closing-checked')
    await answerDialogs(app.electron, register.folder)
    await button(/^2021年/).click()
    await button('生成归档包').click()
    await expect.poll(() => readdirSync(register.folder).filter((name) => name.includes('归档包')), printing).toHaveLength(1)
    await button(/^2021年.*已归档/).waitFor()
  })
})

describe('an indicator of the office', () => {
  it('shows the records it counts while it is written, and stands in the ranking at once', async () => {
    await go('排名')
    await button('自定义指标').click()
    await app.window.getByLabel('名称').fill('推荐性标准')
    await button('加一个条件').click()
    await app.window.getByLabel('字段').click()
    await takeOption(app.window.getByTitle('标准性质', { exact: true }))
    await app.window.getByLabel('值').click()
    await takeOption(app.window.getByTitle('推荐性', { exact: true }))
    await app.window.keyboard.press('Escape')
    await app.window.getByText('标准性质为推荐性').waitFor()
    await expect.poll(() => app.window.locator('.own-records li').count()).toBeGreaterThan(0)
    await twoSizes('own-indicator')
    await button('保存').click()
    await app.window.locator('.own-list').getByText('第 1 版').waitFor()
    await button('返回排名').click()
    await app.window.locator('.indicator-add').click()
    await takeOption(app.window.getByTitle('推荐性标准', { exact: true }))
    await app.window.getByRole('columnheader', { name: /推荐性标准/ }).waitFor()
    await app.screenshot('own-ranking')
  })

  it('is left unfinished in its own register when another one is opened', async () => {
    using other = tempRegister()
    const store = other.open()
    await store.apply(aChangeSet({ batch: aBatch(), inserts: [anInsert('patent', aPatent())] }))
    await store.close()
    const newOne = async (): Promise<Locator> => {
      await go('排名')
      await button('自定义指标').click()
      await app.window.locator('.own-list').getByRole('button', { name: '新建指标' }).click()
      return app.window.getByLabel('名称')
    }
    const openRegister = async (file: string): Promise<void> => {
      await answerDialogs(app.electron, file)
      await go('设置')
      await button('打开其他台账').click()
      await app.window.locator('.title-file').and(app.window.getByTitle(file)).waitFor()
    }
    await (await newOne()).fill('没写完的')
    await openRegister(other.path)
    const afresh = await newOne()
    await expect.poll(() => afresh.inputValue()).toBe('')
    await openRegister(register.file)
    const unfinished = await newOne()
    await expect.poll(() => unfinished.inputValue()).toBe('没写完的')
    expect(app.complaints).toEqual([])
  })
})

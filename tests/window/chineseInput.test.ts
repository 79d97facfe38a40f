import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type RunningApp } from '../support/window/electronApp'
import { patiently, RecordsWindow } from '../support/window/recordsWindow'
import { importSample } from '../support/registers/sampleImport'
import { tempRegister } from '../support/registers/tempRegister'

const register = tempRegister()
let app: RunningApp
let records: RecordsWindow

beforeAll(async () => {
  const store = register.open()
  for (const file of ['01_单位名录_2021.xlsx', '08_国家标准清单_信息平台_2019-2021.xlsx']) expect(await importSample(store, file)).toMatchObject({ ok: true })
  await store.close()
  app = await launchApp({ registerFile: register.path })
  records = new RecordsWindow(app)
  await records.go('标准')
  await records.cells('standardNo').nth(5).waitFor()
})

afterAll(async () => {
  await app.close()
  register[Symbol.dispose]()
})

describe('Chinese is typed from the first key', () => {
  it('into a cell of the grid: the composition begins in the cell, Enter stores it', async () => {
    await records.choose('standardNo', 'GB/T 28317-2021')
    const cell = records.cells('title').filter({ hasText: '热泵机组 检验规程' }).first()
    await cell.click()
    await expect.poll(() => app.window.evaluate(() => document.activeElement?.className), patiently).toContain('cell-input')
    await records.compose('rebeng', '热泵规程')
    await expect.poll(() => app.window.locator('.cell-input').inputValue()).toBe('热泵规程')
    await app.screenshot('records-cell-input')
    await app.window.keyboard.press('Enter')
    await expect.poll(() => records.said()).toContain('已保存“标准名称”')
    await app.window.keyboard.press('ArrowUp') // Enter went down, as in a spreadsheet
    await expect.poll(() => records.field('标准名称').inputValue(), patiently).toBe('热泵规程')
    await app.window.keyboard.press('Control+z')
    await expect.poll(() => records.field('标准名称').inputValue(), patiently).toBe('热泵机组 检验规程')
  })

  it('into every kind of field of the panel', async () => {
    for (const [label, letters, word] of [['标准名称', 'biao', '标'], ['归口单位', 'wei', '委员会'], ['标准类别', 'hang', '行'], ['起草单位', 'qing', '青岛甲厂'], ['标准体系', 'hai', '海洋'], ['发布日期', 'nian', '年']] as const) {
      const field = records.field(label)
      await field.focus()
      await field.selectText()
      await records.compose(letters, word)
      await expect.poll(() => field.inputValue(), { message: label }).toBe(word)
      await app.window.keyboard.press('Escape')
      await app.window.keyboard.press('Escape')
    }
  })

  it('into the search, a filter and the form of a new record', async () => {
    await app.window.keyboard.press('Control+k')
    await app.window.locator('.title-search input').focus()
    await records.compose('reb', '热泵')
    await expect.poll(async () => (await records.cells('title').allTextContents()).every((title) => title.includes('热泵')), patiently).toBe(true)
    await app.window.locator('.title-search input').fill('')
    await app.window.locator('.list-count').nth(1).waitFor({ state: 'detached' })
    await app.window.getByRole('button', { name: '新建标准' }).first().click()
    await records.compose('gb', '国标')
    await expect.poll(() => app.window.getByRole('complementary', { name: '新建标准' }).getByLabel('标准编号').inputValue()).toBe('国标')
    await app.window.keyboard.press('Escape')
  })

  it('does not store on the Enter that takes a word', async () => {
    // A row takes typing once it is loaded.
    const cell = records.cells('title').filter({ hasText: /\S/u }).first()
    await cell.click()
    await expect.poll(() => app.window.evaluate(() => document.activeElement?.className), patiently).toContain('cell-input')
    const input = await app.window.context().newCDPSession(app.window)
    await input.send('Input.imeSetComposition', { text: 'shui', selectionStart: 4, selectionEnd: 4 })
    await app.window.locator('.cell-input').dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true })
    await expect.poll(() => app.window.locator('.cell-input').getAttribute('class')).toContain('is-editing')
    await input.send('Input.insertText', { text: '水泵' })
    await app.window.keyboard.press('Escape')
    await expect.poll(() => app.window.locator('.cell-input').getAttribute('class')).not.toContain('is-editing')
  })
})

describe('with the keyboard alone', () => {
  it('a clerk moves through the records, edits one, and folds the panel', async () => {
    await records.cells('standardNo').first().click()
    const number = await records.cells('standardNo').first().textContent()
    await app.window.keyboard.press('Alt+ArrowDown')
    await expect.poll(() => records.panel.locator('.record-key').textContent(), patiently).not.toContain(number ?? '')
    await app.window.keyboard.press('Alt+ArrowUp')
    await expect.poll(() => records.panel.locator('.record-key').textContent(), patiently).toContain(number ?? '')
    await app.window.keyboard.press('Space')
    await expect.poll(() => records.panel.count(), patiently).toBe(0)
    await app.window.keyboard.press('Space')
    await expect.poll(() => records.panel.count(), patiently).toBe(1)
    await app.window.keyboard.press('ArrowRight')
    await app.window.keyboard.press('F2')
    await expect.poll(() => app.window.locator('.cell-input.is-editing').count(), patiently).toBe(1)
    const title = await app.window.locator('.cell-input').inputValue()
    await app.window.keyboard.press('End')
    await app.window.keyboard.type('A')
    await app.window.keyboard.press('Enter')
    await app.window.keyboard.press('ArrowUp')
    await expect.poll(() => records.field('标准名称').inputValue(), patiently).toBe(`${title}A`)
    await app.window.keyboard.press('Control+z')
    await expect.poll(() => records.field('标准名称').inputValue(), patiently).toBe(title)
  })

  it('a column is filtered with Alt+↓ on its heading', async () => {
    await app.window.locator('.ag-header-cell[col-id="publishedOn"]').focus()
    await app.window.keyboard.press('Alt+ArrowDown')
    await app.window.getByRole('dialog').waitFor()
    await app.window.keyboard.type('2020')
    await app.window.keyboard.press('Enter')
    await expect.poll(() => app.window.locator('.filter-chip').allTextContents(), patiently).toEqual(['发布日期 2020 以后'])
    await app.window.locator('.filter-words').focus()
    await app.window.keyboard.press('Delete')
    await expect.poll(() => app.window.locator('.filter-chip').count(), patiently).toBe(0)
  })

  it('drew itself without a complaint', () => {
    expect(app.complaints).toEqual([])
  })
})

import { copyFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registerOf } from '../bench/generator/buildRegister'
import { launchApp, type RunningApp } from '../support/electronApp'
import { GridWindow } from '../support/gridWindow'
import { patiently } from '../support/recordsWindow'
import { tempRegister } from '../support/tempRegister'

const patents = 200_000
const register = tempRegister()
let app: RunningApp
let grid: GridWindow

beforeAll(async () => {
  copyFileSync(await registerOf(patents), register.path)
  app = await launchApp({ registerFile: register.path })
  app.window.setDefaultTimeout(8_000)
  grid = new GridWindow(app)
  await grid.go('专利')
  await grid.cell(5, 'title').waitFor({ timeout: 60_000 })
}, 600_000)

afterAll(async () => {
  await app.close()
  register[Symbol.dispose]()
})

const dialog = () => app.window.getByRole('dialog')
const apply = (name: RegExp) => dialog().getByRole('button', { name }).click()
const press = (keys: string) => app.window.keyboard.press(keys)

describe('the clipboard', () => {
  it('gets a range as text and as a table in which long numbers stay text', async () => {
    await grid.drag(grid.cell(2, 'applicationNumber'), grid.cell(3, 'title'))
    await press('Control+c')
    await expect.poll(() => grid.said(), patiently).toContain('已复制 2 行 × 2 列')
    const rows = await Promise.all([2, 3].map(async (row) => [await grid.text(row, 'applicationNumber'), await grid.text(row, 'title')]))
    expect(await grid.clipboardText()).toBe(rows.map((row) => row.join('\t')).join('\r\n'))
    expect(await grid.clipboardHtml()).toContain(`mso-number-format:'\\@'">${rows[0]?.[0]}</td>`)
  })

  it('gives back what it got: pasting it over its own cells changes nothing', async () => {
    await grid.drag(grid.cell(2, 'filedOn'), grid.cell(6, 'grantedOn'))
    await press('Control+c')
    await expect.poll(() => grid.said(), patiently).toContain('已复制 5 行 × 2 列')
    await press('Control+v')
    await expect.poll(() => grid.said(), patiently).toContain('没有要改的')
  })

  it('is pasted from a spreadsheet’s table after a preview, as one change with one undo', async () => {
    const before = await Promise.all([4, 5, 6].map((row) => grid.text(row, 'title')))
    await grid.putOnClipboard({
      'text/html': `<html><head><style>td{white-space:nowrap}</style></head><body><table><tr><td>新名称 一</td></tr><tr><td>新名称<br>二</td></tr><tr><td style="mso-number-format:'\\@'">2021</td></tr></table></body></html>`,
      'text/plain': '别的文字',
    })
    await grid.cell(4, 'title').click()
    await press('Control+v')
    await dialog().getByText('3 条记录、3 格会改').waitFor()
    expect(await dialog().textContent()).toContain(`${before[0]} → 新名称 一`)
    await app.screenshot('grid-paste-preview')
    await apply(/^修改 3 格$/u)
    await expect.poll(() => grid.said(), patiently).toContain('已修改 3 条的')
    await expect.poll(() => Promise.all([4, 5, 6].map((row) => grid.text(row, 'title'))), patiently).toEqual(['新名称 一', '新名称 二', '2021'])
    await press('Control+z')
    await expect.poll(() => Promise.all([4, 5, 6].map((row) => grid.text(row, 'title'))), patiently).toEqual(before)
    await press('Control+y')
    await expect.poll(() => grid.text(6, 'title'), patiently).toBe('2021')
    await press('Control+z')
    await expect.poll(() => grid.text(6, 'title'), patiently).toBe(before[2])
  })

  it('is pasted from plain text, with refused cells named and left alone', async () => {
    const before = await grid.text(8, 'filedOn')
    await grid.putOnClipboard({ 'text/plain': '2019-03-05\r\n2021.13.5\r\n' })
    await grid.cell(7, 'filedOn').click()
    await press('Control+v')
    await dialog().getByText('1 格不能写入，保持原值').waitFor()
    expect(await dialog().textContent()).toContain('“2021.13.5”不是日期')
    await apply(/^修改 1 格$/u)
    await expect.poll(() => grid.text(7, 'filedOn'), patiently).toBe('2019-03-05')
    expect(await grid.text(8, 'filedOn')).toBe(before)
    await press('Control+z')
  })

  it('is pasted over a whole range when it holds one cell, from the menu too', async () => {
    await grid.putOnClipboard({ 'text/plain': '2018-08-08' })
    await grid.drag(grid.cell(9, 'filedOn'), grid.cell(11, 'filedOn'))
    await grid.cell(10, 'filedOn').click({ button: 'right' })
    await app.screenshot('grid-menu')
    await app.window.getByRole('menuitem', { name: /^粘贴/u }).click()
    await apply(/^修改 3 格$/u)
    await expect.poll(() => Promise.all([9, 10, 11].map((row) => grid.text(row, 'filedOn'))), patiently).toEqual(['2018-08-08', '2018-08-08', '2018-08-08'])
    await press('Control+z')
    await expect.poll(() => grid.text(10, 'filedOn'), patiently).not.toBe('2018-08-08')
  })
})

describe('a range of cells', () => {
  it('is drawn with the mouse, grows with Shift, and is counted in the status bar', async () => {
    await grid.drag(grid.cell(2, 'filedOn'), grid.cell(4, 'grantedOn'))
    await expect.poll(() => grid.selected(), patiently).toBe(6)
    await expect.poll(() => grid.status(), patiently).toContain('已选 6 格　计数 6')
    await press('Shift+ArrowDown')
    await expect.poll(() => grid.selected(), patiently).toBe(8)
    await grid.cell(1, 'title').click({ modifiers: ['Shift'] })
    await expect.poll(() => grid.selected(), patiently).toBe(8) // rows 1 and 2, from the title to where it began
  })

  it('takes whole rows by their numbers, a column and everything by keys, loaded or not', async () => {
    await app.window.locator('.ag-row[row-index="3"] [col-id="rowNumber"]').click()
    await expect.poll(() => grid.selected(), patiently).toBe(7)
    await grid.cell(3, 'title').click()
    await press('Control+Space')
    await expect.poll(() => grid.status(), patiently).toContain(`已选 ${patents.toLocaleString('zh-CN')} 格　计数 ${patents.toLocaleString('zh-CN')}`)
    await press('Control+a')
    await expect.poll(() => grid.status(), patiently).toContain(`已选 ${(patents * 7).toLocaleString('zh-CN')} 格　计数`)
    await app.screenshot('grid-all')
    await press('Escape')
    await expect.poll(() => grid.selected(), patiently).toBe(1)
  })

  it('says to a screen reader which cells are selected', async () => {
    await grid.cell(2, 'title').click()
    await press('Shift+ArrowDown')
    expect(await grid.cell(3, 'title').getAttribute('aria-selected')).toBe('true')
    expect(await grid.cell(4, 'title').getAttribute('aria-selected')).not.toBe('true')
  })
})

import { copyFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSession } from '../../src/main/register/opened/session'
import { listField } from '../../src/shared/domain/catalogue/listFields'
import { registerOf } from '../bench/generator/buildRegister'
import { launchApp, type RunningApp } from '../support/window/electronApp'
import { GridWindow } from '../support/window/gridWindow'
import { patiently } from '../support/window/recordsWindow'
import { registerProcess } from '../support/window/registerProcess'
import { takeOption } from '../support/window/takeOption'
import { runCli } from '../support/runCli'
import { tempRegister } from '../support/registers/tempRegister'

const patents = 200_000
const register = tempRegister()
let app: RunningApp
let grid: GridWindow

beforeAll(async () => {
  copyFileSync(await registerOf(patents), register.path)
  app = await launchApp({ registerFile: register.path })
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
const facet = (text: string) => app.window.locator('.facets').getByText(text, { exact: true })
const titles = (...rows: number[]) => Promise.all(rows.map((row) => grid.text(row, 'title')))

/** The status bar, once it has summed up the range that is drawn. */
async function settledStatus(): Promise<string> {
  await expect.poll(() => grid.status(), patiently).toContain('计数')
  return grid.status()
}

describe('a range of cells', () => {
  it('is drawn with the mouse, grows with Shift, and is counted in the status bar', async () => {
    // The first rows are there before the page around them has come to rest: a drag that it moved under is made again.
    await expect.poll(async () => {
      await grid.drag(grid.cell(2, 'filedOn'), grid.cell(4, 'grantedOn'))
      return grid.selected()
    }, patiently).toBe(6)
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

  it('goes on over rows that come into view while the pointer is held below them', async () => {
    await grid.cell(3, 'filedOn').hover()
    await app.window.mouse.down()
    await app.window.mouse.move(700, 764, { steps: 3 })
    await expect.poll(() => grid.cell(60, 'title').count(), patiently).toBe(1)
    await app.window.mouse.up()
    expect(Number(/已选 (\d+) 格/u.exec(await settledStatus())?.[1])).toBeGreaterThan(50)
    await press('Control+Home')
    await grid.cell(0, 'title').waitFor()
  })

  it('says to a screen reader which cells are selected', async () => {
    await grid.cell(2, 'title').click()
    await press('Shift+ArrowDown')
    await expect.poll(() => grid.cell(3, 'title').getAttribute('aria-selected')).toBe('true')
    await expect.poll(() => grid.cell(4, 'title').getAttribute('aria-selected')).not.toBe('true')
  })
})

describe('the values at the left', () => {
  it('stay where they are while they are ticked, with new counts, those that nothing is left of too', async () => {
    await grid.beginUnfiltered()
    await facet('外观设计').waitFor()
    const labels = () => app.window.locator('.facets li').evaluateAll((lines) => lines.map((line) => `${Math.round(line.getBoundingClientRect().top)} ${line.querySelector('.cut')?.textContent ?? ''}`))
    const counts = () => app.window.locator('.facets li > .secondary').allTextContents()
    const [before, all] = [await labels(), await counts()]
    await facet('外观设计').click()
    await facet('有效').click()
    await expect.poll(() => grid.chips(), patiently).toHaveLength(2)
    await expect.poll(counts, patiently).not.toEqual(all)
    await app.screenshot('grid-facets-ticked')
    expect(await labels()).toEqual(before)
    await facet('有效').click()
    await facet('外观设计').click()
    await expect.poll(counts, patiently).toEqual(all)
    expect(await labels()).toEqual(before)
  })
})

describe('a cell whose row is still on its way', () => {
  /** Ends in the last row, which cannot come while the register's process stands still. */
  async function typeAhead(type: () => Promise<void>): Promise<void> {
    await grid.beginUnfiltered()
    if ((await grid.cell(0, 'title').count()) === 0) await press('Control+Home')
    await grid.cell(0, 'title').click()
    const process = await registerProcess(app)
    process.stop()
    try {
      await press('Control+End')
      await expect.poll(() => grid.focused(), patiently).toEqual([patents - 1, expect.any(String)])
      await press('Home')
      await press('ArrowRight')
      await expect.poll(() => grid.focused(), patiently).toEqual([patents - 1, 'title'])
      await type()
    } finally {
      process.goOn()
    }
  }
  const editor = () => app.window.locator('.cell-input.is-editing')
  const arrived = () => expect.poll(() => grid.text(patents - 1, 'applicationNumber'), patiently).toMatch(/\d/u)

  it('loses no key, stores nothing before the row is seen, and then what Enter says', async () => {
    await typeAhead(async () => {
      await app.window.keyboard.type('early')
      await press('Enter')
    })
    await arrived()
    expect(await grid.text(patents - 1, 'title')).not.toContain('early')
    await app.window.keyboard.type(' bird')
    expect(await editor().inputValue()).toBe('early bird')
    expect(await editor().evaluate((input) => input === document.activeElement)).toBe(true)
    await app.screenshot('grid-typed-ahead')
    await press('Enter')
    await expect.poll(() => grid.text(patents - 1, 'title'), patiently).toBe('early bird')
    await press('Control+z')
    await expect.poll(() => grid.text(patents - 1, 'title'), patiently).not.toBe('early bird')
  })

  it('goes on composing while the row comes, and moves on by Tab', async () => {
    const input = await app.window.context().newCDPSession(app.window)
    await typeAhead(async () => {
      await app.window.locator('.cell-input').dispatchEvent('keydown', { key: 'Process', bubbles: true })
      await input.send('Input.imeSetComposition', { text: 'zao', selectionStart: 3, selectionEnd: 3 })
    })
    await arrived()
    await input.send('Input.insertText', { text: '早' })
    expect(await editor().inputValue()).toBe('早')
    await press('Tab')
    await expect.poll(() => grid.text(patents - 1, 'title'), patiently).toBe('早')
    await expect.poll(() => grid.focused(), patiently).toEqual([patents - 1, 'parties'])
    await press('Control+z')
    await expect.poll(() => grid.text(patents - 1, 'title'), patiently).not.toBe('早')
  })

  it('forgets what is given up or left before the row is there', async () => {
    for (const leave of [() => press('Escape'), () => grid.cell(patents - 2, 'title').click()]) {
      let before = ''
      await typeAhead(async () => {
        await app.window.keyboard.type('never')
        await leave()
        await editor().waitFor({ state: 'detached' })
      })
      await arrived()
      before = await grid.text(patents - 1, 'title')
      expect(before).not.toContain('never')
      expect(await grid.text(patents - 2, 'title')).not.toContain('never')
    }
    await press('Control+Home')
    await grid.cell(0, 'title').waitFor()
  })
})

describe('the clipboard', () => {
  it('gets a range as text and as a table in which long numbers stay text', async () => {
    await grid.drag(grid.cell(2, 'applicationNumber'), grid.cell(3, 'title'))
    await press('Control+c')
    await expect.poll(() => grid.said(), patiently).toContain('已复制 2 行 × 2 列')
    const rows = await Promise.all([2, 3].map(async (row) => [await grid.text(row, 'applicationNumber'), await grid.text(row, 'title')]))
    await expect.poll(() => grid.clipboardText()).toBe(rows.map((row) => row.join('\t')).join('\r\n'))
    expect(await grid.clipboardHtml()).toContain(`mso-number-format:'\\@'" sdnum="2052;0;@">${rows[0]?.[0]}</td>`)
  })

  it('gives back what it got: pasting it over its own cells changes nothing', async () => {
    await grid.drag(grid.cell(2, 'filedOn'), grid.cell(6, 'grantedOn'))
    await press('Control+c')
    await expect.poll(() => grid.said(), patiently).toContain('已复制 5 行 × 2 列')
    await press('Control+v')
    await expect.poll(() => grid.said(), patiently).toContain('没有要改的')
  })

  it('has a limit, and says so', async () => {
    await press('Control+a')
    await press('Control+c')
    await expect.poll(() => grid.said(), patiently).toContain('一次最多复制 200,000 格')
  })

  it('is pasted as Excel and WPS write their cells: merged, broken, shortened, and ended by a row that nobody sees', async () => {
    await grid.putOnClipboard({
      'text/html': [
        '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style><!--td{padding:0}br{mso-data-placement:same-cell}',
        '.xl65{mso-number-format:"m\\0022月\\0022d\\0022日\\0022\\;\\@";text-align:right}--></style></head><body link=blue><table border=0><!--StartFragment--><col width=72>',
        `<tr height=20><td height=20 class=xl65 x:num="43466">1月1日</td><td class=xl65 style='mso-ignore:colspan' x:num="43831">########</td></tr>`,
        `<tr height=20><td class=xl65 x:num="43467">1月2日</td><td x:str>2020-03-04</td></tr>`,
        `<![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=72 style='width:54pt'></td><td width=72></td></tr><![endif]><!--EndFragment--></table></body></html>`,
      ].join('\r\n'),
      'text/plain': '1月1日\t########\r\n1月2日\t2020-03-04\r\n',
    })
    await grid.cell(4, 'filedOn').click()
    await press('Control+v')
    await dialog().getByText('2 条记录、4 格会改').waitFor()
    for (const date of ['2019-01-01', '2020-01-01', '2019-01-02', '2020-03-04']) expect(await dialog().textContent()).toContain(`→ ${date}`)
    await press('Escape')
    await dialog().waitFor({ state: 'detached' })
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
    await expect.poll(() => dialog().textContent()).toContain(`${before[0]} → 新名称 一`)
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
    await expect.poll(() => dialog().textContent()).toContain('“2021.13.5”不是日期')
    await apply(/^修改 1 格$/u)
    await expect.poll(() => grid.text(7, 'filedOn'), patiently).toBe('2019-03-05')
    await expect.poll(() => grid.text(8, 'filedOn')).toBe(before)
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

describe('filling and clearing', () => {
  it('Ctrl+D takes the first row over the others, and the handle over the cells it is drawn to', async () => {
    const first = await grid.text(4, 'title')
    await grid.drag(grid.cell(4, 'title'), grid.cell(6, 'title'))
    await press('Control+d')
    // The answer that goes on has the keyboard: Enter after Ctrl+D is as quick as in a spreadsheet.
    await expect.poll(() => dialog().getByRole('button', { name: /^修改 2 格$/u }).evaluate((button) => button.matches(':focus')), patiently).toBe(true)
    await press('Enter')
    await expect.poll(() => grid.text(6, 'title'), patiently).toBe(first)
    await grid.cell(4, 'title').click()
    await grid.drag(grid.cell(4, 'title'), grid.cell(8, 'title'), { fromCorner: true })
    await apply(/^修改 2 格$/u)
    await expect.poll(() => grid.text(8, 'title'), patiently).toBe(first)
    for (let undone = 0; undone < 2; undone++) await press('Control+z')
    await expect.poll(() => grid.text(6, 'title'), patiently).not.toBe(first)
  })

  it('the handle goes on with days that have the same step, and says so', async () => {
    const before = await Promise.all([14, 15].map((row) => grid.text(row, 'filedOn')))
    await grid.putOnClipboard({ 'text/plain': '2018-01-31\r\n2018-03-31\r\n' })
    await grid.cell(14, 'filedOn').click()
    await press('Control+v')
    await apply(/^修改 2 格$/u)
    await expect.poll(() => grid.text(15, 'filedOn'), patiently).toBe('2018-03-31')
    await grid.drag(grid.cell(15, 'filedOn'), grid.cell(17, 'filedOn'), { fromCorner: true })
    await dialog().getByText('等差序列，按步长续填').waitFor()
    await app.screenshot('grid-series')
    await apply(/^修改 2 格$/u)
    await expect.poll(() => Promise.all([16, 17].map((row) => grid.text(row, 'filedOn'))), patiently).toEqual(['2018-05-31', '2018-07-31'])
    await grid.drag(grid.cell(14, 'filedOn'), grid.cell(16, 'filedOn'))
    await press('Control+d')
    await dialog().getByText('2018-03-31').waitFor() // the first one over the others
    await apply(/^取消$/u)
    for (let undone = 0; undone < 2; undone++) await press('Control+z')
    await expect.poll(() => Promise.all([14, 15].map((row) => grid.text(row, 'filedOn'))), patiently).toEqual(before)
  })

  it('Backspace begins with an empty cell, which Enter stores and Escape leaves', async () => {
    const before = await grid.text(12, 'filedOn')
    await grid.cell(12, 'filedOn').click()
    await press('Backspace')
    await expect.poll(() => app.window.locator('.cell-input.is-editing').inputValue(), patiently).toBe('')
    await press('Escape')
    await expect.poll(() => app.window.locator('.cell-input.is-editing').count()).toBe(0)
    expect(await grid.text(12, 'filedOn')).toBe(before)
    await press('Backspace')
    await press('Enter')
    await expect.poll(() => grid.text(12, 'filedOn'), patiently).toBe('—')
    await press('Control+z')
    await expect.poll(() => grid.text(12, 'filedOn'), patiently).toBe(before)
  })

  it('Delete empties one record at once, several after a preview, and never what computes itself', async () => {
    const before = await grid.text(12, 'filedOn')
    await grid.cell(12, 'filedOn').click()
    await press('Delete')
    await expect.poll(() => grid.text(12, 'filedOn'), patiently).toBe('—')
    await press('Control+z')
    await expect.poll(() => grid.text(12, 'filedOn'), patiently).toBe(before)
    await grid.drag(grid.cell(12, 'filedOn'), grid.cell(13, 'status'))
    await press('Delete')
    await dialog().getByText('2 条记录、4 格会改').waitFor()
    await apply(/^取消$/u)
    await expect.poll(() => grid.text(12, 'filedOn')).toBe(before)
  })

  it('sets one field of 300 records after a preview of old and new, and takes it back as a whole', async () => {
    await facet('有效').click()
    await expect.poll(() => grid.counts(), patiently).toMatch(/^筛选后 /u)
    await grid.cell(0, 'title').click()
    for (let page = 0; page < 15; page++) await press('Shift+PageDown')
    await press('Shift+ArrowUp')
    await expect.poll(() => grid.status(), patiently).toContain('已选 300 格　计数 300')
    await app.window.getByRole('button', { name: '批量修改', exact: true }).click()
    await dialog().getByText('选中的 300 件').waitFor()
    await dialog().getByRole('combobox').first().fill('没有的栏目')
    await dialog().getByText('没有这一栏，或这一栏不能批量修改').waitFor()
    await press('Escape')
    await dialog().locator('.ant-select-open').waitFor({ state: 'detached' })
    await dialog().getByRole('combobox').first().fill('来源状态')
    await press('Enter')
    await dialog().getByLabel('改为', { exact: true }).fill('无效')
    await dialog().getByRole('button', { name: '核对改动' }).click()
    await dialog().getByText('300 条记录、300 格会改').waitFor()
    await expect.poll(() => dialog().getByRole('listitem').allTextContents()).toEqual([expect.stringMatching(/来源状态有效 → 失效300 格/u)])
    await app.screenshot('grid-batch-preview')
    await apply(/^修改 300 格$/u)
    await expect.poll(() => grid.said(), patiently).toContain('已修改 300 条的来源状态')
    await press('Control+z')
    await expect.poll(() => grid.said(), patiently).toContain('已撤销 300 条的修改')
    await grid.clearFilters()
  })
})

describe('a long list', () => {
  it('is drawn through by the thumb from first to last row without an empty row staying', async () => {
    const body = app.window.locator('.ag-body-vertical-scroll-viewport').first()
    for (const part of [0.2, 0.5, 0.8, 1]) {
      await body.evaluate((element, share) => { element.scrollTop = (element.scrollHeight - element.clientHeight) * share }, part)
      await expect.poll(() => grid.drawnRows(), patiently).toEqual({ blank: 0, isFilled: true })
    }
    await expect.poll(async () => (await grid.text(patents - 1, 'applicationNumber')).length, patiently).toBeGreaterThan(5)
    await app.screenshot('grid-last-row')
  })

  it('goes to its first and last cell by keys, and takes the first Chinese key in a row that was not loaded', async () => {
    await grid.cell(patents - 1, 'filedOn').click()
    await press('Home')
    await expect.poll(() => grid.focused(), patiently).toEqual([patents - 1, 'applicationNumber'])
    await press('Control+Home')
    await expect.poll(() => grid.focused(), patiently).toEqual([0, 'applicationNumber'])
    await press('End')
    await expect.poll(() => grid.focused(), patiently).toEqual([0, 'status'])
    await press('ArrowLeft')
    // Where the focus goes the grid scrolls: it is to have come there before the thumb moves.
    await expect.poll(async () => (await grid.focused())?.[1], patiently).not.toBe('status')
    const middle = Math.floor(patents / 2)
    await grid.drawThumb(0.5, middle)
    await grid.cell(middle, 'title').click()
    await grid.compose('zhong', '中')
    await press('Enter')
    await expect.poll(() => grid.text(middle, 'title'), patiently).toBe('中')
    await press('Control+z')
    await expect.poll(() => grid.text(middle, 'title'), patiently).not.toBe('中')
    await press('Control+Home')
    await grid.cell(0, 'title').waitFor()
  })

  it('offers 刷新 when a day begins while it is open, and leaves its rows in their order', async () => {
    const numbers = (): Promise<string[]> => Promise.all([0, 1, 2].map((row) => grid.text(row, 'applicationNumber')))
    const before = await numbers()
    await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.send('bridge:event:day.began', {}))
    await app.window.getByText('已是新的一天').waitFor(patiently)
    expect(await numbers()).toEqual(before)
    await app.window.getByRole('button', { name: '刷新', exact: true }).click()
    await app.window.getByText('已是新的一天').waitFor({ state: 'detached', ...patiently })
  })

  it('stays as it was while another program changes a record: the cell is marked, and 刷新 offered', async () => {
    const [number, before] = [await grid.text(2, 'applicationNumber'), await grid.text(2, 'title')]
    const changed = await runCli(['set', 'patents', number, 'title=另一个程序改的名称', '--register', register.path, '--json'])
    expect(changed).toMatchObject({ code: 0 })
    await expect.poll(() => grid.text(2, 'title'), patiently).toBe('另一个程序改的名称')
    await expect.poll(() => grid.cell(2, 'title').getAttribute('class')).toContain('is-changed')
    await app.screenshot('grid-stale')
    await app.window.getByRole('button', { name: '刷新', exact: true }).click()
    await expect.poll(() => app.window.locator('.is-changed').count(), patiently).toBe(0)
    await grid.cell(2, 'title').click()
    await press('F2')
    await expect.poll(() => app.window.locator('.cell-input.is-editing').inputValue(), patiently).toBe('另一个程序改的名称')
    await app.window.keyboard.type('×')
    await press('Escape')
    await expect.poll(() => grid.text(2, 'title')).toBe('另一个程序改的名称')
    await press('F2')
    await expect.poll(() => app.window.locator('.cell-input.is-editing').count(), patiently).toBe(1)
    await app.window.keyboard.type(before)
    await press('Enter')
    await expect.poll(() => grid.text(2, 'title'), patiently).toBe(before)
  })

  it('lets a text be typed to its end while another program changes the record beside it', async () => {
    const editor = app.window.locator('.cell-input.is-editing')
    const set = (number: string, title: string) => runCli(['set', 'patents', number, `title=${title}`, '--register', register.path, '--json'])
    const [number, beside, before] = [await grid.text(1, 'applicationNumber'), await grid.text(1, 'title'), await grid.text(2, 'title')]
    await grid.cell(2, 'title').click()
    await press('F2')
    await expect.poll(() => editor.count(), patiently).toBe(1)
    await app.window.keyboard.type('写到一半')
    expect(await set(number, '旁边的名称')).toMatchObject({ code: 0 })
    await expect.poll(() => grid.text(1, 'title'), patiently).toBe('旁边的名称')
    await app.window.keyboard.type('又写完了')
    expect(await editor.inputValue()).toBe('写到一半又写完了')
    await press('Escape')
    expect(await grid.text(2, 'title')).toBe(before)
    expect(await set(number, beside)).toMatchObject({ code: 0 })
    await expect.poll(() => grid.text(1, 'title'), patiently).toBe(beside)
    await app.window.getByRole('button', { name: '刷新', exact: true }).click()
    await app.window.getByRole('button', { name: '刷新', exact: true }).waitFor({ state: 'detached', ...patiently })
  })

  it('lets a text be typed to its end while another program changes the very record, whose text comes when it is left', async () => {
    const editor = app.window.locator('.cell-input.is-editing')
    const set = (number: string, title: string) => runCli(['set', 'patents', number, `title=${title}`, '--register', register.path, '--json'])
    const [number, before] = [await grid.text(2, 'applicationNumber'), await grid.text(2, 'title')]
    await grid.cell(2, 'title').click()
    await app.window.keyboard.type('写到一半')
    expect(await set(number, '别处改的名称')).toMatchObject({ code: 0 })
    await app.window.getByRole('button', { name: '刷新', exact: true }).waitFor(patiently)
    // Its rows were read again when the panel beside it says the new name.
    await expect.poll(() => grid.panel.textContent(), patiently).toContain('别处改的名称')
    await app.window.keyboard.type('又写完了')
    expect(await editor.inputValue()).toBe('写到一半又写完了')
    await press('Escape')
    await expect.poll(() => grid.text(2, 'title'), patiently).toBe('别处改的名称')
    expect(await set(number, before)).toMatchObject({ code: 0 })
    await expect.poll(() => grid.text(2, 'title'), patiently).toBe(before)
    await app.window.getByRole('button', { name: '刷新', exact: true }).click()
    await app.window.getByRole('button', { name: '刷新', exact: true }).waitFor({ state: 'detached', ...patiently })
  })

  it('takes one text after another into the same cell, the last counts', async () => {
    const before = await grid.text(2, 'title')
    await grid.cell(2, 'title').click()
    for (const text of ['第一次写的', '第二次写的', '第三次写的']) {
      await app.window.keyboard.type(text)
      await press('Enter')
      await expect.poll(() => grid.focused(), patiently).toEqual([3, 'title'])
      await press('ArrowUp')
      await expect.poll(() => grid.focused(), patiently).toEqual([2, 'title'])
    }
    await expect.poll(() => grid.text(2, 'title'), patiently).toBe('第三次写的')
    await expect.poll(() => grid.said(), patiently).toContain('已保存')
    for (const keys of ['Control+z', 'Control+z', 'Control+z']) await press(keys)
    await expect.poll(() => grid.text(2, 'title'), patiently).toBe(before)
  })

  it('takes composed Chinese from cell to cell, and gives it back and again key by key', async () => {
    await grid.cell(3, 'title').click()
    await grid.compose('xin', '新')
    await press('Enter')
    await expect.poll(() => grid.text(3, 'title'), patiently).toBe('新')
    await expect.poll(() => grid.focused(), patiently).toEqual([4, 'title'])
    await grid.compose('er', '二')
    await press('Tab')
    await expect.poll(() => grid.text(4, 'title'), patiently).toBe('二')
    await expect.poll(() => grid.focused(), patiently).toEqual([4, 'parties'])
    await press('Shift+Tab')
    await grid.compose('san', '三')
    await press('Shift+Enter')
    await expect.poll(() => titles(3, 4), patiently).toEqual(['新', '三'])
    for (const keys of ['Control+z', 'Control+z']) await press(keys)
    await expect.poll(() => titles(3, 4), patiently).toEqual(['新', expect.not.stringMatching(/^[二三]$/u)])
    for (const keys of ['Control+y', 'Control+y']) await press(keys)
    await expect.poll(() => titles(3, 4), patiently).toEqual(['新', '三'])
    for (const keys of ['Control+z', 'Control+z', 'Control+z']) await press(keys)
    await expect.poll(() => titles(3, 4), patiently).toEqual([expect.stringMatching(/.{3,}/u), expect.stringMatching(/.{3,}/u)])
  })

  it('comes back to a text that was refused', async () => {
    await grid.cell(5, 'filedOn').click()
    await app.window.keyboard.type('2021.13.5')
    await press('Enter')
    await expect.poll(() => app.window.locator('.cell-input.is-wrong').inputValue(), patiently).toBe('2021.13.5')
    const said = app.window.locator('.said.is-failure')
    await said.waitFor()
    await press('Escape')
    await said.waitFor({ state: 'detached', timeout: 2_000 })
  })

  it('comes back to a text that was refused after another cell was clicked', async () => {
    await grid.cell(3, 'filedOn').click()
    await app.window.keyboard.type('没有这一天')
    await grid.cell(8, 'parties').click()
    const editor = app.window.locator('.cell-input.is-editing.is-wrong')
    await editor.waitFor()
    expect([await editor.inputValue(), await grid.focused()]).toEqual(['没有这一天', [3, 'filedOn']])
    await press('Escape')
    await editor.waitFor({ state: 'detached' })
  })

  it('shows the whole of a dialog and of its menu at 200 % on the small window', async () => {
    const zoom = (factor: number) => app.electron.evaluate(({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(wanted), factor)
    const isWithin = (part: string) => app.window.locator(part).evaluate((element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect()
      return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight
    })
    await zoom(2)
    try {
      await app.window.waitForFunction(() => innerWidth < 700)
      await grid.putOnClipboard({ 'text/plain': '甲\t乙\r\n丙\t丁\r\n' })
      await grid.cell(1, 'title').click()
      await press('Control+v')
      await dialog().getByRole('button', { name: /^修改 2 格$/u }).waitFor()
      expect(await isWithin('dialog')).toBe(true)
      await press('Escape')
      await dialog().waitFor({ state: 'detached' })
      await grid.cell(1, 'title').click({ button: 'right' })
      await app.window.locator('.popup-menu').waitFor()
      await expect.poll(() => isWithin('.popup-menu')).toBe(true)
      await press('ArrowUp') // round to the last one
      await expect.poll(() => app.window.getByRole('menuitem', { name: /^删除/u }).evaluate((entry) => entry.getBoundingClientRect().bottom <= innerHeight)).toBe(true)
      await press('Escape')
    } finally {
      await zoom(1)
    }
    await app.window.waitForFunction(() => innerWidth === 1366)
  })

  it('opens its menu from the keyboard below the cell, and closes it back into the cell', async () => {
    await grid.cell(3, 'title').click()
    await press('Shift+F10')
    const menu = app.window.getByRole('menu', { name: '所选单元格' })
    await menu.waitFor()
    await press('ArrowDown')
    await expect.poll(() => menu.getByRole('menuitem', { name: /^连同表头复制/u }).evaluate((item) => item === document.activeElement)).toBe(true)
    await press('Escape')
    await expect.poll(() => grid.focused(), patiently).toEqual([3, 'title'])
  })
})

describe('filters, groups, columns and views', () => {
  it('a value list is narrowed by typing and excludes from the menu', async () => {
    await grid.beginUnfiltered()
    await grid.openFilter('district', '区市')
    await dialog().getByRole('textbox').fill('崂山')
    await expect.poll(() => dialog().getByRole('listitem').allTextContents(), patiently).toEqual([expect.stringContaining('崂山区')])
    await app.screenshot('grid-value-filter')
    await dialog().getByRole('checkbox').first().check()
    await expect.poll(() => grid.chips(), patiently).toEqual(['区市 崂山区'])
    await press('Escape')
    await grid.cell(1, 'status').click({ button: 'right' })
    const value = await grid.text(1, 'status')
    await app.window.getByRole('menuitem', { name: /^不看/u }).click()
    await expect.poll(() => grid.chips(), patiently).toEqual(['区市 崂山区', `状态 不是 ${value}`])
    await grid.clearFilters()
  })

  it('stands as it was left when another page was open: conditions and order', async () => {
    await grid.beginUnfiltered()
    await facet('崂山区').click()
    await expect.poll(() => grid.chips(), patiently).toEqual(['区市 崂山区'])
    await expect.poll(() => grid.text(0, 'district'), patiently).toContain('崂山区')
    const unsorted = await grid.text(0, 'applicationNumber')
    const heading = app.window.locator('.ag-header-cell[col-id="filedOn"]')
    await heading.locator('.column-heading').click()
    await expect.poll(() => grid.text(0, 'applicationNumber'), patiently).not.toBe(unsorted)
    const first = await grid.text(0, 'applicationNumber')
    await grid.go('排名')
    await app.window.getByRole('tab', { name: '交叉表' }).waitFor()
    await grid.go('专利')
    await expect.poll(() => grid.text(0, 'applicationNumber'), patiently).toBe(first)
    await expect.poll(async () => [await grid.chips(), await heading.getAttribute('aria-sort')], patiently).toEqual([['区市 崂山区'], 'ascending'])
    await app.window.locator('.ag-header-cell[col-id="applicationNumber"] .column-heading').click()
    await grid.clearFilters()
  })

  it('is come back to where it was scrolled to', async () => {
    await grid.beginUnfiltered()
    const middle = Math.floor(patents / 2)
    await grid.drawThumb(0.5, middle)
    // The grid tells where it stands when the thumb has rested.
    await app.window.waitForTimeout(500)
    await grid.go('排名')
    await app.window.getByRole('tab', { name: '交叉表' }).waitFor()
    await grid.go('专利')
    await expect.poll(() => grid.cell(middle, 'title').count(), patiently).toBe(1)
    await grid.drawThumb(0, 0)
  })

  it('a text, a date and two orders stand together, every row passes', async () => {
    await grid.beginUnfiltered()
    await grid.openFilter('title', '名称')
    await dialog().getByRole('textbox').fill('电梯')
    await press('Enter')
    await grid.openFilter('filedOn', '申请日')
    // What is no date is said where it was typed, and changes nothing.
    await dialog().getByLabel('从').fill('2019.13')
    await press('Enter')
    await dialog().getByRole('alert').getByText('不是日期').waitFor()
    expect(await grid.chips()).toEqual(['名称 含“电梯”'])
    await dialog().getByLabel('从').fill('2019')
    await dialog().getByLabel('到').fill('2020-06')
    await press('Enter')
    await expect.poll(() => grid.chips(), patiently).toEqual(['名称 含“电梯”', '申请日 2019 至 2020-06'])
    await app.window.locator('.ag-header-cell[col-id="district"] .column-heading').click()
    await app.window.locator('.ag-header-cell[col-id="filedOn"] .column-heading').click({ modifiers: ['Shift'] })
    const rows = async () => Promise.all([0, 1, 2, 3, 4, 5].map(async (row) => ({ title: await grid.text(row, 'title'), district: await grid.text(row, 'district'), filedOn: await grid.text(row, 'filedOn') })))
    const inOrder = async () => {
      const found = await rows()
      return found.every(({ title, filedOn }) => title.includes('电梯') && filedOn >= '2019' && filedOn <= '2020-06-31')
        && found.every(({ district, filedOn }, at) => at === 0 || district !== found[at - 1]?.district || filedOn >= (found[at - 1]?.filedOn ?? ''))
        && new Set(found.map(({ district }) => district)).size === 1
    }
    await expect.poll(inOrder, patiently).toBe(true)
    await app.screenshot('grid-filters')
    await grid.clearFilters()
  })

  it('counts the list by one field and another within it; a line leaves its records', async () => {
    await grid.beginUnfiltered()
    await app.window.getByRole('button', { name: '分组计数' }).click()
    const groups = app.window.getByRole('complementary', { name: '分组计数' })
    await groups.getByLabel('再按').click()
    await takeOption(app.window.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: '年份' }))
    const line = app.window.getByRole('button', { name: /^崂山区 [\d,]+$/u })
    const part = groups.getByRole('listitem').filter({ has: line }).getByRole('button', { name: /^2020 / })
    await part.waitFor()
    const [, count = ''] = /^2020 ([\d,]+)$/u.exec(await part.getAttribute('aria-label') ?? '') ?? []
    await app.screenshot('grid-groups')
    await part.click()
    await expect.poll(() => grid.chips(), patiently).toEqual(['区市 崂山区', '年份 2020'])
    await expect.poll(() => grid.counts(), patiently).toBe(`筛选后 ${count} 件`)
    await groups.getByRole('button', { name: '收起' }).click()
  })

  it('a column is shown and pinned, the list kept as a view, left and found again', async () => {
    await app.window.getByRole('button', { name: '列设置' }).click()
    await dialog().getByLabel('显示专利类型').check()
    await dialog().getByRole('button', { name: '固定专利类型' }).click()
    await app.screenshot('grid-columns')
    await press('Escape')
    await app.window.getByRole('button', { name: '另存为视图' }).click()
    await app.window.getByLabel('视图名称').fill('崂山专利')
    await press('Enter')
    await expect.poll(() => grid.said(), patiently).toContain('已保存视图“崂山专利”')
    const chips = await grid.chips()
    await app.window.reload()
    await grid.go('专利')
    await grid.cell(1, 'title').waitFor({ timeout: 60_000 })
    await expect.poll(() => grid.chips()).toEqual([])
    await app.window.locator('.view-control .ant-select').click()
    await takeOption(app.window.locator('.ant-select-item-option', { hasText: '崂山专利' }))
    await expect.poll(() => grid.chips(), patiently).toEqual(chips)
    await grid.cell(1, 'type').waitFor()
    await app.screenshot('grid-view')
  })

  it('a column that is shown comes into view and is there again the next time; a sorted heading has its filter too', async () => {
    await grid.go('商标')
    await grid.openFilter('termEndOn', '专用权止')
    await dialog().getByRole('button', { name: '上季度' }).click()
    const [chip = ''] = await grid.chips()
    expect(chip).toMatch(/^专用权止 \d{4}Q[1-4]$/u)
    await grid.clearFilters()
    await facet('已注销').or(facet('已过期')).first().click()
    await grid.openFilter('termEndOn', '专用权止')
    await dialog().getByLabel('从').fill('2090')
    await press('Enter')
    await app.window.getByText('没有符合条件的商标').waitFor()
    const gone = app.window.getByRole('complementary', { name: /筛选|条件/u }).getByRole('checkbox', { checked: true })
    await expect.poll(() => gone.count(), patiently).toBe(1)
    await grid.clearFilters()
    await app.window.getByRole('button', { name: '列设置' }).click()
    await dialog().getByLabel('显示注册公告').check()
    await press('Escape')
    await grid.cell(1, 'registeredOn').waitFor()
    const isInView = () => app.window.locator('.ag-header-cell[col-id="registeredOn"]').evaluate((heading) => heading.getBoundingClientRect().right <= (document.querySelector('.records-grid')?.getBoundingClientRect().right ?? 0))
    expect(await isInView()).toBe(true)
    await grid.go('标准')
    await grid.go('商标')
    await app.window.getByRole('button', { name: '列设置' }).click()
    await expect.poll(() => dialog().getByLabel('显示注册公告').isChecked(), patiently).toBe(true)
    await dialog().getByRole('button', { name: '恢复默认列' }).click()
    await expect.poll(() => dialog().getByLabel('显示注册公告').isChecked(), patiently).toBe(false)
    await press('Escape')
  })

  it('the sum of a column is that of every record, the bounds of dates too, and a number filter takes both ends', async () => {
    await grid.go('标准')
    await grid.cell(1, 'unitTotal').click()
    await press('Control+Space')
    const { sum, count, earliest, latest } = await recount()
    const words = (number: number) => number.toLocaleString('zh-CN', { maximumFractionDigits: 4 })
    await expect.poll(() => grid.status(), patiently).toContain(`计数 ${words(count)}　求和 ${words(sum)}　平均 ${words(sum / count)}`)
    await grid.cell(1, 'publishedOn').click()
    await press('Control+Space')
    await expect.poll(() => grid.status(), patiently).toContain(`最早 ${earliest}　最晚 ${latest}`)
    await app.screenshot('grid-summary')
    await grid.openFilter('unitTotal', '单位总数')
    await dialog().getByLabel('从').fill('3')
    await dialog().getByLabel('到').fill('4')
    await press('Enter')
    await expect.poll(() => grid.chips(), patiently).toEqual(['单位总数 3 至 4'])
    await expect.poll(async () => new Set(await grid.cells('unitTotal').allTextContents()), patiently).toEqual(new Set(['3', '4']))
  })

  it('drew everything without a complaint', () => {
    // A table from the clipboard is read with its styles, which the page's policy refuses to apply and says so.
    expect(app.complaints.filter((text) => !text.startsWith('Applying inline style violates'))).toEqual([])
  })
})

/** What the status bar must say of all standards, read row by row. */
async function recount(): Promise<{ sum: number; count: number; earliest: string | undefined; latest: string | undefined }> {
  const session = openSession(register.path)
  if (!session.ok) throw new Error(session.code)
  const fields = ['unitTotal', 'publishedOn'].map((name) => listField('standards', name)).filter((field) => field !== undefined)
  const found = await session.value.lists.find({ kind: 'standards', search: '', filters: [], sort: [] }, '2021-12-31')
  if (!found.ok) throw new Error(found.code)
  const totals: number[] = []
  const days: string[] = []
  for (let from = 0; from < found.value.count; from += 1_000) {
    for (const { cells } of await session.value.lists.rows(found.value, from, Math.min(found.value.count, from + 1_000), fields, '2021-12-31')) {
      if (typeof cells['unitTotal'] === 'number') totals.push(cells['unitTotal'])
      if (typeof cells['publishedOn'] === 'string') days.push(cells['publishedOn'])
    }
  }
  await session.value.close()
  const inOrder = days.toSorted()
  return { sum: totals.reduce((sum, number) => sum + number, 0), count: totals.length, earliest: inOrder[0], latest: inOrder.at(-1) }
}

import { createHash } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filesFolderOf } from '../../src/main/store/fileStore'
import { aFile, aPdf, documents } from '../support/workbooks/documents'
import { launchApp, type RunningApp } from '../support/window/electronApp'
import { patiently, RecordsWindow } from '../support/window/recordsWindow'
import { importSample } from '../support/registers/sampleImport'
import { tempRegister } from '../support/registers/tempRegister'
import { answerDialogs, dropFiles, watchOpenedFiles } from '../support/window/windowDialogs'

const register = tempRegister()
let app: RunningApp
let records: RecordsWindow

const files = [
  '01_单位名录_2021.xlsx', '02_人口_两种口径.xlsx', '03_市场主体_2020-2021.xlsx', '08_国家标准清单_信息平台_2019-2021.xlsx', '14_智慧芽导出_20220110.xlsx', '19_商标代理机构_商标一览表.xlsx',
  '22_质量品牌荣誉汇总_F9.xlsx', '23_知识产权试点示范_XML表格.xls', '24_省局通报_16市重点指标.xlsx',
]

beforeAll(async () => {
  const store = register.open()
  for (const file of files) expect(await importSample(store, file)).toMatchObject({ ok: true })
  await store.close()
  app = await launchApp({ registerFile: register.path })
  records = new RecordsWindow(app)
  await records.go('标准')
  await app.window.getByRole('heading', { name: '标准', exact: true }).waitFor()
}, 240_000)

afterAll(async () => {
  await app.close()
  register[Symbol.dispose]()
})

const number = 'GB/T 28317-2021'
const sha256Of = (content: Buffer): string => createHash('sha256').update(content).digest('hex')

describe('a record edited in the panel', () => {
  it('is stored when the field is left, says so and can be undone and redone from the keyboard', async () => {
    await expect.poll(() => records.cells('standardNo').allTextContents(), patiently).toContain(number)
    await records.choose('standardNo', number)
    await records.field('标准名称').fill('热泵机组 检验规程（修改稿）')
    await records.field('归口单位').focus()
    await expect.poll(() => records.said()).toContain('已保存“标准名称”')
    await expect.poll(() => records.cells('title').allTextContents(), patiently).toContain('热泵机组 检验规程（修改稿）')
    await expect.poll(() => records.panel.textContent(), patiently).toContain('来源值：热泵机组 检验规程')
    await app.screenshot('records-edited')
    await app.window.keyboard.press('Control+z')
    await expect.poll(() => records.field('标准名称').inputValue(), patiently).toBe('热泵机组 检验规程')
    await app.window.keyboard.press('Control+y')
    await expect.poll(() => records.field('标准名称').inputValue(), patiently).toBe('热泵机组 检验规程（修改稿）')
    await app.window.locator('.said').getByRole('button', { name: '撤销' }).click()
    await expect.poll(() => records.field('标准名称').inputValue(), patiently).toBe('热泵机组 检验规程')
    // The button is gone, and the keyboard is not left with nothing.
    await expect.poll(() => app.window.evaluate(() => document.activeElement?.className), patiently).toBe('page')
  })

  it('keeps what is wrong in the field, says how to put it right and stores nothing', async () => {
    await records.field('发布日期').fill('2021.13.5')
    await records.field('发布日期').press('Enter')
    const failure = records.panel.getByRole('alert')
    await expect.poll(() => failure.textContent(patiently)).toContain('“2021.13.5”不是日期。改为 2021-12-05 这样的写法')
    await app.screenshot('records-failure')
    await expect.poll(() => records.field('发布日期').inputValue()).toBe('2021.13.5')
    await failure.getByRole('button', { name: '恢复原值' }).click()
    await expect.poll(() => records.field('发布日期').inputValue()).toBe('2021-12-31')
  })

  it('takes the word of the files again', async () => {
    await records.field('归口单位').fill('别的委员会')
    await records.field('归口单位').press('Enter')
    await records.panel.getByRole('button', { name: '恢复来源值' }).click()
    await expect.poll(() => records.field('归口单位').inputValue(), patiently).not.toBe('别的委员会')
  })

  it('shows what each row of a file states, and its history with old and new values', async () => {
    await records.panel.getByRole('button', { name: '08_国家标准清单' }).click()
    await expect.poll(() => records.panel.getByRole('region', { name: '来源' }).textContent(), patiently).toContain('烟台屿宸水产有限公司')
    await records.panel.getByRole('button', { name: /^历史 \d+ 条$/ }).click()
    await expect.poll(() => records.panel.getByRole('region', { name: '历史' }).textContent(), patiently).toContain('热泵机组 检验规程 → 热泵机组 检验规程（修改稿）')
    const history = records.panel.getByRole('region', { name: '历史' })
    const units = records.field('起草单位')
    const before = (await units.inputValue()).split('\n')
    await units.fill([...before, '青岛某某检验检测认证集团有限公司'].join('\n'))
    await records.field('归口单位').focus()
    const whole = history.getByRole('button', { name: '全文', exact: true }).first()
    await whole.waitFor(patiently)
    expect(await history.textContent()).not.toContain('青岛某某检验检测认证集团有限公司')
    await whole.click()
    await expect.poll(() => history.textContent()).toContain([...before, '青岛某某检验检测认证集团有限公司'].join('、'))
    await app.window.keyboard.press('Control+z')
    await expect.poll(() => units.inputValue(), patiently).toBe(before.join('\n'))
    await app.screenshot('records-history')
  })

  it('can be marked for checking with a day', async () => {
    const note = records.panel.getByLabel('要核实什么')
    await records.panel.getByRole('button', { name: '标为待核实' }).click()
    await note.fill('不要的话')
    await records.panel.getByRole('button', { name: '取消' }).click()
    await records.panel.getByRole('button', { name: '标为待核实' }).click()
    await expect.poll(() => note.inputValue()).toBe('')
    await note.fill('向标委会核对名称')
    await records.panel.getByLabel('跟进日期').fill('2022年3月1日')
    await records.panel.getByRole('button', { name: '记下' }).click()
    await expect.poll(() => records.panel.getByLabel('跟进日期').inputValue(), patiently).toBe('2022-03-01')
    await expect.poll(() => records.panel.locator('.tag-amber').allTextContents(), patiently).toEqual(['待核实'])
  })
})

describe('the attachments of a record', () => {
  const section = () => records.panel.getByRole('region', { name: '附件' })
  const names = () => section().locator('.attachment-name').allTextContents()

  it('are added by choosing or dropping files, and what is no document is refused in words', async () => {
    await expect.poll(() => section().textContent(), patiently).toContain('没有附件')
    const script = aFile(register.folder, '证书.pdf', Buffer.from('@echo off'))
    await section().locator('input[type=file]').setInputFiles([aFile(register.folder, '标准文本.pdf', aPdf()), script])
    await expect.poll(names, patiently).toEqual(['标准文本.pdf'])
    await expect.poll(() => records.said()).toContain('已添加附件 标准文本.pdf')
    await expect.poll(() => section().getByRole('alert').allTextContents()).toEqual(['“证书.pdf”是脚本，不能作附件。附件收 PDF、OFD、图片和 Word、Excel、PPT 文档'])
    await dropFiles(app.window, '.attachments', [aFile(register.folder, '现场照片.jpg', documents['jpg'] ?? Buffer.alloc(0))])
    await expect.poll(names, patiently).toEqual(['标准文本.pdf', '现场照片.jpg'])
    await expect.poll(() => app.window.locator('.file-drop').count()).toBe(0)
    await app.screenshot('records-attachments')
  })

  it('are opened as a copy by the system, after asking', async () => {
    const opened = await watchOpenedFiles(app.electron)
    await section().getByRole('button', { name: '打开 标准文本.pdf' }).click()
    await expect.poll(opened, patiently).toEqual([expect.stringMatching(/biaozhi-attachment-.*[\\/]标准文本\.pdf$/u)])
    await app.electron.evaluate(({ dialog }) => { dialog.showMessageBox = async () => ({ response: 1, checkboxChecked: true }) })
    await section().getByRole('button', { name: '打开 现场照片.jpg' }).click()
    await answerDialogs(app.electron, join(register.folder, '另存.pdf'))
    await section().getByRole('button', { name: '另存 标准文本.pdf' }).click()
    await expect.poll(() => records.said(), patiently).toContain('已另存')
    expect(readFileSync(join(register.folder, '另存.pdf')).equals(aPdf())).toBe(true)
    expect(await opened()).toHaveLength(1)
  })

  it('are removed, and come back with Ctrl+Z', async () => {
    await section().getByRole('button', { name: '移除 标准文本.pdf' }).click()
    await expect.poll(names, patiently).toEqual(['现场照片.jpg'])
    await app.window.keyboard.press('Control+z')
    await expect.poll(names, patiently).toEqual(['标准文本.pdf', '现场照片.jpg'])
  })

  it('carry a remark, and one whose file is gone is marked', async () => {
    rmSync(join(filesFolderOf(register.path), sha256Of(aPdf()).slice(0, 2), sha256Of(aPdf())))
    await section().getByLabel('现场照片.jpg 的说明').fill('2022 年 1 月现场核查')
    await section().getByLabel('现场照片.jpg 的说明').press('Enter')
    await expect.poll(() => section().locator('.tag-amber').allTextContents(), patiently).toEqual(['文件不在了'])
    await expect.poll(() => records.panel.getByRole('region', { name: '历史' }).textContent(), patiently).toContain('附件说明 现场照片.jpg — → 2022 年 1 月现场核查')
  })
})

describe('a list', () => {
  it('is filtered from a heading, in words, and searched', async () => {
    await app.window.locator('.ag-header-cell[col-id="title"]').hover()
    await app.window.locator('.ag-header-cell[col-id="title"]').getByRole('button', { name: '筛选标准名称' }).click()
    await app.window.getByRole('dialog').getByLabel('含有的文字').fill('电梯')
    await app.window.getByRole('dialog').getByLabel('含有的文字').press('Enter')
    await expect.poll(() => app.window.locator('.filter-chip').allTextContents(), patiently).toEqual(['标准名称 含“电梯”'])
    await expect.poll(async () => (await records.cells('title').allTextContents()).every((title) => title.includes('电梯')), patiently).toBe(true)
    await app.screenshot('records-filtered')
    await app.window.locator('.filter-words').press('Delete')
    await expect.poll(() => app.window.locator('.filter-chip').count(), patiently).toBe(0)
  })

  it('sorts by a second column with Shift', async () => {
    await app.window.locator('.ag-header-cell[col-id="role"] .column-heading').click()
    await app.window.locator('.ag-header-cell[col-id="standardNo"] .column-heading').click({ modifiers: ['Shift'] })
    const top = (field: string) => app.window.locator(`[role="row"][row-index="0"] [col-id="${field}"]`).textContent()
    await expect.poll(() => top('role'), patiently).toBe('主导')
    const first = await top('standardNo')
    await app.window.locator('.ag-header-cell[col-id="standardNo"] .column-heading').click({ modifiers: ['Shift'] })
    await expect.poll(async () => [await top('role'), (await top('standardNo')) === first], patiently).toEqual(['主导', false])
  })

  it.each([
    ['专利', '申请号', 'records-patents'], ['商标', '专用权止', 'records-trademarks'], ['单位', '信用代码', 'records-units'], ['荣誉试点', '荣誉名称', 'records-honours'],
  ])('of %s stands in its own columns', async (place, heading, picture) => {
    await records.go(place)
    await app.window.locator('.column-heading', { hasText: heading }).waitFor()
    const first = app.window.locator('[role="row"][row-index="0"] .ag-grid-scrolling-cells [role="gridcell"]').first()
    await first.click()
    await expect.poll(() => records.panel.locator('.field-row').count(), patiently).toBeGreaterThan(3)
    await app.screenshot(picture)
  })

  it('of figures is a tab beside its kind, with a form for a new one', async () => {
    await records.go('单位')
    await app.window.getByRole('tab', { name: '人口' }).click()
    await app.window.locator('.column-heading', { hasText: '常住人口（万人）' }).waitFor()
    await app.window.getByRole('button', { name: '新建人口' }).click()
    const form = app.window.getByRole('complementary', { name: '新建人口' })
    await form.getByRole('button', { name: '保存' }).click()
    await expect.poll(() => form.getByRole('alert').count(), patiently).toBe(4)
    await form.getByLabel('地区').fill('崂山区')
    await form.getByLabel('年份').fill('2031')
    await form.getByLabel('人口口径').fill('年末常住')
    await app.window.keyboard.press('Escape')
    await form.getByLabel('常住人口（万人）').fill('60.5')
    await app.screenshot('records-new')
    await form.getByRole('button', { name: '保存' }).click()
    await expect.poll(() => records.cells('populationWan').allTextContents(), patiently).toContain('60.5')
    await expect.poll(() => records.said()).toContain('已新建')
  })
})

describe('tags', () => {
  const dialog = () => app.window.getByRole('dialog')
  const facet = () => app.window.locator('.facets').getByRole('region', { name: '标签' })
  const lines = () => facet().getByRole('listitem').allTextContents()
  const refresh = () => app.window.getByRole('button', { name: '刷新' }).click()

  it('are typed into the record, counted beside the list and taken off again', async () => {
    await records.go('单位')
    await app.window.getByRole('main').getByRole('tab', { name: '单位' }).click()
    await records.cells('name').nth(1).click()
    const field = records.panel.getByRole('combobox', { name: '标签' })
    const left = (part: Locator): Promise<number> => part.evaluate((element) => {
      const text = document.createRange()
      text.selectNodeContents(element)
      return text.getBoundingClientRect().left
    })
    expect(await left(records.panel.getByText('选已有的，或输入新标签后回车'))).toBe(await left(records.panel.locator('.field-fixed').first()))
    await field.fill('重点企业')
    await field.press('Enter')
    await refresh()
    await expect.poll(lines, patiently).toEqual(['重点企业1', expect.stringMatching(/^（空白）/u)])
    await app.screenshot('tags-record')
    // Within a quarter of a second of a key in a word this one takes nothing off, so that one held down does not eat on.
    await expect.poll(async () => {
      await field.press('Backspace')
      return records.panel.locator('.ant-select-selection-item').count()
    }, { ...patiently, interval: 500 }).toBe(0)
    // It may still be on its way to the register: what is undone is the last that was done all the same.
    await app.window.keyboard.press('Control+z')
    await expect.poll(() => records.panel.locator('.ant-select-selection-item').allTextContents(), patiently).toEqual(['重点企业'])
  })

  it('are all stored when they are typed faster than one is stored', async () => {
    const chips = () => records.panel.locator('.ant-select-selection-item').allTextContents()
    await records.cells('name').nth(4).click()
    await expect.poll(chips, patiently).toEqual([])
    await records.panel.getByRole('combobox', { name: '标签' }).focus()
    await app.window.keyboard.type('甲；乙；丙；')
    await expect.poll(chips, patiently).toEqual(['甲', '乙', '丙'])
    await records.cells('name').nth(5).click()
    await expect.poll(chips, patiently).toEqual([])
    await records.cells('name').nth(4).click()
    await expect.poll(chips, patiently).toEqual(['甲', '乙', '丙'])
    const emptied = ['甲；乙', '甲', ''].map((tags) => tags.split('；').filter((tag) => tag !== ''))
    for (const left of emptied) {
      await app.window.keyboard.press('Control+z')
      await expect.poll(chips, patiently).toEqual(left)
    }
  })

  it('come to the selected records from the menu, after what would become of them', async () => {
    await records.cells('name').nth(0).click()
    await app.window.keyboard.press('Shift+ArrowDown')
    await app.window.keyboard.press('Shift+ArrowDown')
    await records.cells('name').nth(1).click({ button: 'right' })
    await app.window.getByRole('menuitem', { name: '标签 3 家' }).click()
    await dialog().getByRole('combobox', { name: '标签', exact: true }).fill('重点企业')
    await app.window.keyboard.press('Enter')
    await app.screenshot('tags-form')
    await dialog().getByRole('button', { name: '核对改动' }).click()
    await dialog().getByText('2 家：加标签 重点企业').waitFor()
    await app.screenshot('tags-preview')
    await dialog().getByRole('button', { name: '修改 2 格' }).click()
    await refresh()
    await expect.poll(lines, patiently).toEqual(['重点企业3', expect.stringMatching(/^（空白）/u)])
  })

  it('get another name everywhere, and the old one back with one undo', async () => {
    await facet().getByRole('button', { name: '管理标签' }).click()
    await dialog().getByRole('button', { name: '给“重点企业”改名' }).click()
    await dialog().getByLabel('新名称').fill('2026重点')
    await app.screenshot('tags-manager')
    await dialog().getByRole('button', { name: '保存' }).click()
    await app.window.getByRole('dialog', { name: '“重点企业”改为“2026重点”' }).getByRole('button', { name: '改名' }).click()
    await dialog().getByRole('button', { name: '给“2026重点”改名' }).waitFor()
    await dialog().getByRole('button', { name: '关闭' }).click()
    await refresh()
    await expect.poll(lines, patiently).toEqual(['2026重点3', expect.stringMatching(/^（空白）/u)])
    await app.window.keyboard.press('Control+z')
    await refresh()
    await expect.poll(lines, patiently).toEqual(['重点企业3', expect.stringMatching(/^（空白）/u)])
  })
})

describe('a change of many records', () => {
  it('says how many changes of other kinds there are behind those that it lists', async () => {
    await records.go('标准')
    await records.cells('title').first().click()
    await app.window.getByRole('button', { name: '批量修改', exact: true }).click()
    await app.window.getByRole('dialog').getByRole('combobox').first().fill('标准名称')
    await app.window.keyboard.press('Enter')
    await app.window.getByRole('dialog').getByLabel('改为', { exact: true }).fill('一样的名称')
    await app.window.getByRole('dialog').getByRole('button', { name: '核对改动' }).click()
    await app.window.getByRole('dialog').getByText('改动汇总').waitFor(patiently)
    const listed = (await app.window.getByRole('dialog').locator('.block-count').allTextContents()).map((text) => Number(/\d+/u.exec(text)?.[0]))
    const [, changed] = /、([\d,]+) 格会改/u.exec(await app.window.getByRole('dialog').locator('.block-summary').textContent() ?? '') ?? []
    const [, others] = /另有 ([\d,]+) 格/u.exec(await app.window.getByRole('dialog').locator('h2').first().textContent() ?? '') ?? []
    const numberOf = (text = ''): number => Number(text.replaceAll(',', ''))
    expect(numberOf(others)).toBe(numberOf(changed) - listed.reduce((sum, count) => sum + count, 0))
    await app.window.keyboard.press('Escape')
    await app.window.getByRole('dialog').waitFor({ state: 'detached' })
  })
})

describe('a deleted record', () => {
  it('goes to the recycle bin and comes back', async () => {
    await records.go('荣誉试点')
    await app.window.getByRole('tab', { name: '试点示范' }).click()
    const count = (): Promise<string> => app.window.locator('.list-count').first().textContent().then((text) => text ?? '')
    await expect.poll(count, patiently).toMatch(/\d/)
    const before = await count()
    await records.cells('project').first().click()
    await records.panel.getByRole('button', { name: '删除这条记录' }).click()
    await expect.poll(count, patiently).not.toBe(before)
    await app.window.getByRole('button', { name: '回收站' }).click()
    await app.screenshot('records-bin')
    expect(await app.window.getByRole('complementary', { name: '回收站' }).locator('.recycled').first().textContent()).not.toContain('|')
    expect(await records.said()).not.toContain('|')
    await app.window.getByRole('complementary', { name: '回收站' }).getByRole('button', { name: '还原' }).click()
    await expect.poll(count, patiently).toBe(before)
  })

  it('shows no other record when the last of a list is deleted', async () => {
    await records.go('荣誉试点')
    await app.window.getByRole('tab', { name: '试点示范' }).click()
    await records.cells('project').first().click()
    await app.window.keyboard.press('Control+End')
    const before = await app.window.locator('.ag-row').count()
    const last = await app.window.locator(`.ag-row[row-index="${before - 1}"] [col-id="project"]`).textContent()
    // The panel follows the keyboard a moment later.
    await app.window.locator(`.ag-row-selected[row-index="${before - 1}"]`).waitFor(patiently)
    await expect.poll(() => records.panel.locator('.record-key').textContent(), patiently).toContain(last)
    const key = await records.panel.locator('.record-key').textContent()
    const hasNext = (): Promise<boolean> => records.panel.getByRole('button', { name: '下一条' }).isEnabled()
    expect(await hasNext()).toBe(false)
    await records.panel.getByRole('button', { name: '删除这条记录' }).click()
    await expect.poll(() => app.window.locator('.ag-row').count(), patiently).toBe(before - 1)
    expect(await hasNext()).toBe(true)
    await expect.poll(() => records.panel.textContent(), patiently).toBe('选一行看记录')
    await app.window.keyboard.press('ArrowUp')
    await records.panel.locator('.record-key').waitFor(patiently)
    expect(await records.panel.locator('.record-key').textContent()).not.toBe(key)
    await app.window.keyboard.press('Control+z')
    await expect.poll(() => records.said(), patiently).toContain('撤销')
    // The record is among the others again without anybody asking for the list anew.
    await expect.poll(() => app.window.locator('.ag-row').count(), patiently).toBe(before)
    expect(await app.window.getByRole('button', { name: '刷新' }).count()).toBe(0)
  })

  it('leaves the keyboard in its place in the list, and the panel to whoever goes on from there', async () => {
    await records.go('标准')
    await expect.poll(() => records.cells('standardNo').first().textContent(), patiently).toMatch(/\d/u)
    const row = (index: number) => app.window.locator(`.ag-row[row-index="${index}"] [col-id="standardNo"]`)
    const place = (): Promise<string | null> => app.window.evaluate(() => document.activeElement?.closest('.ag-cell')?.closest('[row-index]')?.getAttribute('row-index') ?? null)
    const [behind, further] = [await row(5).textContent(), await row(6).textContent()]
    await row(2).click()
    await app.window.keyboard.press('Shift+ArrowDown')
    await app.window.keyboard.press('Shift+ArrowDown')
    await row(3).click({ button: 'right' })
    await app.window.getByRole('menuitem', { name: '删除 3 项' }).click()
    await app.window.getByRole('dialog').getByRole('button', { name: '删除' }).click()
    await expect.poll(() => row(2).textContent(), patiently).toBe(behind)
    expect(await records.said()).toContain('已删除 3 条')
    await expect.poll(place, patiently).toBe('2')
    expect(await records.panel.textContent()).toBe('选一行看记录')
    expect(await app.window.locator('[role="gridcell"][data-range~="in"]').count()).toBe(1)
    await app.window.keyboard.press('ArrowDown')
    await expect.poll(() => records.panel.locator('.record-key').textContent(), patiently).toContain(further)
    await app.window.keyboard.press('ArrowUp')
    await expect.poll(() => records.panel.locator('.record-key').textContent(), patiently).toContain(behind)
    const title = app.window.locator('.ag-row[row-index="2"] [col-id="title"]')
    await title.click()
    await records.panel.getByRole('button', { name: '删除这条记录' }).click()
    await expect.poll(() => row(2).textContent(), patiently).toBe(further)
    await expect.poll(place, patiently).toBe('2')
    expect(await records.panel.textContent()).toBe('选一行看记录')
    // What is typed now is for the record that has moved up.
    const moved = await title.textContent()
    await app.window.keyboard.press('F2')
    await expect.poll(() => app.window.locator('.cell-input.is-editing').inputValue(), patiently).toBe(moved)
    await app.window.keyboard.press('Escape')
  })

  it('stands among the changes of the day as a deletion', async () => {
    await records.go('工作台')
    await app.window.getByRole('button', { name: '改动记录' }).click(patiently)
    await app.window.locator('.changes').getByText('删除 3 条').waitFor(patiently)
    await app.screenshot('records-changes')
  })
})

it('drew everything without a complaint', () => {
  expect(app.complaints).toEqual([])
})

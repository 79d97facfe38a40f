import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type RunningApp } from '../support/window/electronApp'
import { samplesFolder } from '../support/registers/sampleImport'
import { sampleRegister, type SampleRegister } from '../support/registers/sampleRegister'
import { answerDialogs } from '../support/window/windowDialogs'
import { takeOption } from '../support/window/takeOption'
import { partsOf, workbookOf } from '../support/workbooks/workbookParts'

/** The province's form in the real window: opened, proposed, bound, looked behind, undone, written, found again. */
const patient = { timeout: 60_000 }

describe('a form as the province sent it', () => {
  let register: SampleRegister
  let app: RunningApp
  let form: string
  const side = () => app.window.locator('.report-side')
  const cell = (address: string) => app.window.locator(`.received-cell[data-address="${address}"]`)
  const press = async (name: string) => app.window.getByRole('button', { name, exact: true }).click(patient)

  const openReports = async (): Promise<void> => {
    await app.window.getByRole('navigation').getByRole('button', { name: '报表' }).click(patient)
    await app.window.getByRole('tab', { name: '收到的表格' }).click(patient)
  }

  beforeAll(async () => {
    register = await sampleRegister()
    form = join(register.folder, '附表2.xlsx')
    copyFileSync(join(samplesFolder, '30_省局上报模板_F2.xlsx'), form)
    app = await launchApp({ registerFile: register.file })
    await openReports()
    await app.window.getByRole('button', { name: '打开收到的表格' }).waitFor(patient)
    // The tabs stand at the foot also of a page that is nearly empty.
    const edge = (selector: string, side: 'top' | 'bottom'): Promise<number> => app.window.locator(selector).evaluate((part, of) => part.getBoundingClientRect()[of as 'top' | 'bottom'], side)
    expect(Math.abs(await edge('.status-bar', 'top') - await edge('.report-main [role="tab"][aria-selected="true"]', 'bottom'))).toBeLessThan(2)
    expect(await app.window.locator('.status-text').textContent()).toBe('填收到的表格')
    await answerDialogs(app.electron, form)
    await press('打开收到的表格')
  })
  afterAll(async () => {
    await app.close()
    register.remove()
  })

  it('binds nothing until what its headings ask for is accepted, and can be taken back', async () => {
    await side().getByText('按表头找到的').waitFor(patient)
    await expect.poll(() => app.window.locator('.received-cell.is-bound').count()).toBe(0)
    await press('全部采纳')
    await cell('G9').and(app.window.locator('.is-bound')).waitFor(patient)
    await press('撤销')
    await app.window.locator('.received-cell.is-bound').first().waitFor({ state: 'detached', ...patient })
    await press('恢复')
    await cell('G9').and(app.window.locator('.is-bound')).waitFor(patient)
  })

  it('shows what will be written, and opens the records behind a number', async () => {
    await cell('G9').getByText('7', { exact: true }).waitFor(patient)
    await cell('A1').getByText('2021年青岛市各区市标准制修订情况统计表').waitFor(patient)
    await cell('G9').click({ force: true })
    await side().getByText('这一格的 7 项').waitFor(patient)
    await side().locator('.cell-records li').nth(6).waitFor(patient)
    await app.screenshot('received-bound')
  })

  it('reckons the formulas of the form, and says what is to be seen before it is written', async () => {
    // Led and joined of 崂山区 and its place, as the form's program will reckon them.
    for (const [address, value] of [['O9', '14'], ['P9', '31'], ['Q9', '45'], ['R9', '1'], ['Q16', '129']] as const) await cell(address).getByText(value, { exact: true }).waitFor({ state: 'attached', ...patient })
    const checks = side().getByRole('region', { name: '校验' })
    await checks.getByText('1 项要看').waitFor(patient)
    await checks.getByText(/单位负责人、统计负责人、填表人、联系电话、填报日期未填/).waitFor(patient)
    await checks.getByText(/小于区市之和/).waitFor(patient)
    await checks.getByRole('button', { name: 'A18' }).click()
    await expect.poll(() => side().getByRole('heading', { name: 'A18' }).count()).toBeGreaterThan(0)
    await app.screenshot('received-checks')
  })

  it('binds one cell by hand, and leaves formulas alone', async () => {
    await cell('Q9').click({ force: true })
    await side().getByText('这一格是表内公式，不填').waitFor(patient)
    await cell('R16').click({ force: true })
    await side().getByRole('combobox', { name: '填什么' }).click(patient)
    await takeOption(app.window.locator('.ant-select-item-option', { hasText: '文字' }))
    await side().getByRole('textbox', { name: '文字' }).fill('—')
    await press('绑定')
    await cell('R16').getByText('—').waitFor(patient)
  })

  it('is written as it was received with its cells filled, and found again with its bindings', async () => {
    const out = join(register.folder, '附表2_2021.xlsx')
    await answerDialogs(app.electron, out)
    await press('写出填好的表')
    await app.window.getByText(/已填 136 个单元格/).first().waitFor(patient)
    expect(existsSync(out)).toBe(true)
    const sheet = partsOf(readFileSync(out)).find(({ name }) => name === 'xl/worksheets/sheet1.xml')?.content.toString() ?? ''
    expect(sheet).toMatch(/<c r="G9"[^>]*><v>7<\/v>/)
    // Whoever has just bound it is not told; whoever comes back to it is.
    expect(await app.window.getByText('与上次绑定的表相同，绑定已沿用').count()).toBe(0)
    await app.window.getByRole('navigation').getByRole('button', { name: '工作台' }).click(patient)
    await openReports()
    await app.window.getByText('与上次绑定的表相同，绑定已沿用').waitFor(patient)
  })

  it('lists the records that its conditions name, in their order, and has them changed where the list is bound', async () => {
    const text = (address: string, words: string): string => `<c r="${address}" t="inlineStr"><is><t>${words}</t></is></c>`
    const list = join(register.folder, '名单.xlsx')
    const out = join(register.folder, '名单_2021.xlsx')
    writeFileSync(list, workbookOf(`<sheetData><row r="1">${text('A1', '序号')}${text('B1', '标准编号')}${text('C1', '发布日期')}</row><row r="2"/><row r="3"/><row r="4"/><row r="5">${text('A5', '合计')}</row></sheetData>`, { 'xl/sharedStrings.xml': '<sst/>', 'xl/styles.xml': '<styleSheet/>' }))
    await answerDialogs(app.electron, list)
    await press('换一份')
    await cell('C1').getByText('发布日期').waitFor(patient)
    await cell('A1').click({ force: true })
    await app.window.keyboard.press('ArrowDown')
    for (const key of ['Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowRight', 'Shift+ArrowRight']) await app.window.keyboard.press(key)
    await side().getByText('A2:C4').waitFor(patient)
    const choose = async (field: string, option: string): Promise<void> => {
      await side().getByRole('combobox', { name: field }).last().click(patient)
      await takeOption(app.window.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option').filter({ hasText: new RegExp(`^${option}$`) }))
    }
    await choose('填什么', '名单')
    await side().locator('.received-filters').getByText('本期').waitFor(patient)
    await press('加条件')
    await choose('条件', '标准类别')
    await choose('“标准类别”的值', '国际标准')
    await side().getByRole('combobox', { name: '排序' }).fill('发布日期 降')
    await takeOption(app.window.locator('.ant-select-item-option').filter({ hasText: /^发布日期 降序$/ }))
    await app.window.keyboard.press('Escape')
    await press('绑定')
    await side().getByText('14 条，表中加 11 行').waitFor(patient)
    await cell('B3').and(app.window.locator('.is-bound')).waitFor(patient)
    await cell('B2').click({ force: true })
    await choose('“标准类别”的值', '行业标准')
    await app.window.keyboard.press('Escape')
    const grown = await side().getByText(/^第 2:4 行(?!14 )\d+ 条/).textContent(patient)
    const count = Number(/(\d+) 条/.exec(grown ?? '')?.[1])
    expect(count).toBeGreaterThan(14)
    await app.screenshot('received-list')
    await press('撤销')
    await side().getByText('14 条，表中加 11 行').waitFor(patient)
    await press('恢复')
    await answerDialogs(app.electron, out)
    await press('写出填好的表')
    await app.window.getByText(`已填 ${count * 3} 个单元格`).first().waitFor(patient)
    const sheet = partsOf(readFileSync(out)).find(({ name }) => name === 'xl/worksheets/sheet1.xml')?.content.toString() ?? ''
    const days = [...sheet.matchAll(/<c r="C\d+" t="inlineStr"><is><t>(2021-\d\d)[-\d]*</g)].map(([, day = '']) => day)
    expect(days).toHaveLength(count)
    expect(days).toEqual(days.toSorted((a, b) => b.localeCompare(a)))
  })
})

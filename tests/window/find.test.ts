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
  for (const file of ['01_单位名录_2021.xlsx', '08_国家标准清单_信息平台_2019-2021.xlsx', '13_incoPat导出_青岛_20220110.xls', '19_商标代理机构_商标一览表.xlsx']) expect(await importSample(store, file)).toMatchObject({ ok: true })
  await store.close()
  app = await launchApp({ registerFile: register.path })
  records = new RecordsWindow(app)
  await app.window.getByRole('heading', { name: '工作台' }).waitFor()
})

afterAll(async () => {
  await app.close()
  register[Symbol.dispose]()
})

const search = () => app.window.getByRole('combobox', { name: '查找' })
const results = () => app.window.getByRole('listbox', { name: '查找结果' })
const group = (kind: string) => results().getByRole('group', { name: new RegExp(`^${kind} \\d+ 条$`) })
const chosen = () => results().getByRole('option', { selected: true })

async function find(text: string): Promise<void> {
  // Keys of the menu are the system's, which no test can press: the entry that has them is chosen instead.
  const isChosen = await app.electron.evaluate(({ Menu, BrowserWindow }) => {
    const entry = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []).find(({ accelerator }) => accelerator === 'CmdOrCtrl+K')
    entry?.click(undefined, BrowserWindow.getAllWindows()[0])
    return entry !== undefined
  })
  expect(isChosen).toBe(true)
  await expect.poll(() => search().evaluate((field) => field === document.activeElement)).toBe(true)
  await search().fill(text)
}

describe('finding everywhere', () => {
  it('opens with Ctrl+K and shows what is found in every kind, with what was found set off', async () => {
    await find('海洋工程')
    for (const kind of ['单位', '标准', '专利', '商标']) await group(kind).waitFor()
    expect(new Set(await results().locator('mark').allTextContents())).toEqual(new Set(['海洋工程']))
    await app.screenshot('find')
  })

  it('takes pinyin, whole and by initials', async () => {
    await find('hygc')
    await expect.poll(() => group('单位').locator('mark').first().textContent(), patiently).toBe('海洋工程')
    await find('haiyanggongcheng')
    await expect.poll(() => group('单位').locator('mark').first().textContent(), patiently).toBe('海洋工程')
  })

  it('says when nothing is found', async () => {
    await find('没有这样的词')
    await expect.poll(() => results().textContent(), patiently).toContain('没有找到“没有这样的词”')
  })

  it('opens a record by a number without its signs, with Enter alone', async () => {
    await find('283172021')
    await expect.poll(() => chosen().textContent(), patiently).toContain('GB/T 28317-2021')
    await app.window.keyboard.press('Enter')
    await expect.poll(() => records.panel.textContent(), patiently).toContain('热泵机组 检验规程')
    await expect.poll(() => results().count()).toBe(0)
  })

  it('goes through the lines by arrow keys and opens the whole list of a kind', async () => {
    await find('海洋工程')
    await group('商标').waitFor()
    await app.window.keyboard.press('ArrowUp')
    await expect.poll(() => chosen().textContent(), patiently).toMatch(/^全部 \d+ 条$/)
    const count = /\d+/.exec((await chosen().textContent()) ?? '')?.[0] ?? ''
    await app.window.keyboard.press('Enter')
    await app.window.getByRole('heading', { name: '商标', exact: true }).waitFor()
    await expect.poll(() => app.window.locator('.page-head').textContent(), patiently).toContain(count)
    await expect.poll(() => search().inputValue()).toBe('海洋工程')
  })

  it('leaves Enter to the input method while a word is being made, and finds the word', async () => {
    await app.window.keyboard.press('Control+k')
    await search().fill('')
    await records.compose('reb', '热泵')
    await expect.poll(() => group('标准').locator('mark').first().textContent(), patiently).toBe('热泵')
    await search().dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true })
    await expect.poll(() => results().count()).toBe(1)
  })

  it('closes with Esc and keeps the text', async () => {
    await app.window.keyboard.press('Escape')
    expect([await results().count(), await search().inputValue()]).toEqual([0, '热泵'])
  })

  it('is one of the conditions of a list, and goes with a second Esc', async () => {
    await app.window.getByRole('navigation').getByRole('button', { name: '专利' }).click()
    await app.window.getByRole('main').getByRole('checkbox', { name: /^发明/ }).first().click()
    await expect.poll(() => app.window.locator('.filter-chip').allTextContents(), patiently).toEqual(['搜索“热泵”', '专利类型 发明'])
    await search().press('Escape')
    await expect.poll(() => app.window.locator('.filter-chip').allTextContents(), patiently).toEqual(['专利类型 发明'])
    await expect.poll(() => search().inputValue()).toBe('')
  })

  it('opens a record that the conditions of the list would hide, with none of them', async () => {
    await app.window.getByRole('navigation').getByRole('button', { name: '标准' }).click()
    await app.window.locator('.facets').getByRole('region', { name: '年份', exact: true }).getByRole('checkbox', { name: /^2019/ }).click()
    await expect.poll(() => app.window.locator('.filter-chip').allTextContents(), patiently).toEqual(['年份 2019'])
    await expect.poll(() => app.window.getByRole('grid').textContent(), patiently).not.toContain('GB/T 28317-2021')
    await find('283172021')
    await expect.poll(() => chosen().textContent(), patiently).toContain('GB/T 28317-2021')
    await app.window.keyboard.press('Enter')
    await expect.poll(() => records.panel.textContent(), patiently).toContain('热泵机组 检验规程')
    expect(await app.window.locator('.filter-chip').allTextContents()).toEqual([])
  })

  it('drew itself without a complaint', () => {
    expect(app.complaints).toEqual([])
  })
})

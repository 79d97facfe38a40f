import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type RunningApp } from '../support/window/electronApp'
import { patiently, RecordsWindow } from '../support/window/recordsWindow'
import { importSample } from '../support/registers/sampleImport'
import { tempRegister } from '../support/registers/tempRegister'

const [first, second, third, fourth] = ['201910000001.9', '201910000003.8', '201910000005.7', '201910000007.6']
const register = tempRegister()
let folder: string
let app: RunningApp

beforeAll(async () => {
  const store = register.open()
  for (const file of ['01_单位名录_2021.xlsx', '13_incoPat导出_青岛_20220110.xls', '18_高价值认定要素登记表.xlsx', '17_高价值发明专利清单_国知局下发.xlsx']) expect(await importSample(store, file)).toMatchObject({ ok: true })
  folder = mkdtempSync(join(tmpdir(), 'twins-'))
  const file = join(folder, '专利.csv')
  writeFileSync(file, [
    '申请号,专利名称,专利类型,专利权人,申请日,授权公告日,IPC',
    `${first},一种潜水泵,发明,青岛甲泵业有限公司,2019-01-01,2021-03-05,`, `${second},一种潜水泵,发明,青岛甲泵业有限公司,2019-01-01,2021-05-04,F04B1/00`,
    `${third},一种闸阀,发明,青岛甲泵业有限公司,2019-02-01,2021-03-05,`, `${fourth},一种闸阀,发明,青岛甲泵业有限公司,2019-02-01,2021-03-05,`,
  ].join('\n'))
  expect(await importSample(store, file)).toMatchObject({ ok: true, value: { rows: { new: 4 } } })
  await store.close()
  app = await launchApp({ registerFile: register.path })
})

afterAll(async () => {
  await app.close()
  register[Symbol.dispose]()
  rmSync(folder, { recursive: true, force: true })
})

describe('数据体检', () => {
  it('lists what is wrong or missing, opens the records of a problem and one of them', async () => {
    await app.window.getByRole('button', { name: '全部体检' }).click()
    const panel = app.window.getByRole('complementary', { name: '数据体检' })
    await panel.getByRole('button', { name: /^专利没有申请日，算不出届满 \d+$/ }).waitFor()
    await app.screenshot('doctor')
    await panel.getByRole('button', { name: /^专利没有申请日，算不出届满 \d+$/ }).click()
    const rows = app.window.getByRole('complementary', { name: /^专利没有申请日/ })
    await rows.getByRole('button').nth(1).waitFor()
    const key = await rows.locator('.record-lines-key').first().textContent()
    await rows.locator('.record-lines').first().click()
    await expect.poll(() => new RecordsWindow(app).panel.textContent(), patiently).toContain(key)
  })

  it('opens the list that has just the records of a problem, to mend them together', async () => {
    await app.window.getByRole('navigation').getByRole('button', { name: '工作台' }).click()
    await app.window.getByRole('button', { name: '全部体检' }).click()
    const line = app.window.getByRole('complementary', { name: '数据体检' }).getByRole('listitem').filter({ hasText: '专利没有申请日' })
    const count = await line.locator('.workbench-number').textContent()
    await app.screenshot('doctor-mend')
    await line.getByRole('button', { name: '到列表批量修改' }).click()
    await expect.poll(() => app.window.locator('.filter-chip').allTextContents(), patiently).toEqual(['申请日 （空白）'])
    await expect.poll(() => app.window.locator('.list-count').last().textContent(), patiently).toBe(`筛选后 ${count} 件`)
  })

  it('lays what may be one side by side: a value moves over, one goes, or they are told apart, and all of it comes back', async () => {
    const { window } = app
    const main = window.getByRole('main')
    const groups = main.getByRole('complementary', { name: '可能重复的各组' }).getByRole('button')
    await window.getByRole('navigation').getByRole('button', { name: '工作台' }).click()
    await window.getByRole('button', { name: '全部体检' }).click()
    await window.getByRole('complementary', { name: '数据体检' }).getByRole('button', { name: '并排比较' }).click()
    await expect.poll(() => groups.allTextContents(), patiently).toEqual([`一种潜水泵${first}2 条`, `一种闸阀${third}2 条`])
    const line = (field: string) => main.getByRole('row', { name: field })
    await expect.poll(() => main.locator('tr.is-different > th').allTextContents(), patiently).toEqual(['申请号', '授权公告日', 'IPC'])
    await app.screenshot('twins')
    await line('授权公告日').getByRole('button', { name: '取用' }).click()
    await expect.poll(() => line('授权公告日').getByRole('cell').allTextContents(), patiently).toEqual(['2021-05-04', '2021-05-04'])
    await main.getByRole('button', { name: `删除 ${second}` }).click()
    await expect.poll(() => groups.count(), patiently).toBe(1)
    await window.keyboard.press('Control+z')
    await expect.poll(() => groups.count(), patiently).toBe(2)
    await window.keyboard.press('Control+z')
    await groups.first().click()
    await expect.poll(() => line('授权公告日').getByRole('cell').first().textContent(), patiently).toBe('2021-03-05')
    await main.getByRole('button', { name: '不是同一项' }).click()
    await expect.poll(() => groups.allTextContents(), patiently).toEqual([`一种闸阀${third}2 条`])
    await main.getByRole('button', { name: '已认定不同 1' }).click()
    await window.getByRole('dialog').getByRole('button', { name: `收回${first}、${second}` }).click()
    await window.getByRole('dialog').getByText('没有认定过不同的记录').waitFor()
    await window.getByRole('dialog').getByRole('button', { name: '关闭' }).click()
    await expect.poll(() => groups.count(), patiently).toBe(2)
  })

  it('opens one of them in its list, with the way back', async () => {
    const main = app.window.getByRole('main')
    await main.getByRole('complementary', { name: '可能重复的各组' }).getByRole('button').first().click()
    await main.getByRole('button', { name: `打开 ${first}` }).click()
    await expect.poll(() => new RecordsWindow(app).panel.textContent(), patiently).toContain(first)
    await app.window.getByRole('button', { name: '返回可能重复' }).click()
    await main.getByRole('heading', { name: '可能重复' }).waitFor()
    await app.window.keyboard.press('Escape')
    await app.window.getByRole('complementary', { name: '数据体检' }).waitFor()
  })

  it('drew itself without a complaint', () => {
    expect(app.complaints).toEqual([])
  })
})

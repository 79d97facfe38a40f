import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type RunningApp } from '../support/electronApp'
import { patiently, RecordsWindow } from '../support/recordsWindow'
import { importSample } from '../support/sampleImport'
import { tempRegister } from '../support/tempRegister'

const register = tempRegister()
let app: RunningApp

beforeAll(async () => {
  const store = register.open()
  for (const file of ['01_单位名录_2021.xlsx', '13_incoPat导出_青岛_20220110.xls', '18_高价值认定要素登记表.xlsx', '17_高价值发明专利清单_国知局下发.xlsx']) expect(await importSample(store, file)).toMatchObject({ ok: true })
  await store.close()
  app = await launchApp({ registerFile: register.path })
})

afterAll(async () => {
  await app.close()
  register[Symbol.dispose]()
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

  it('drew itself without a complaint', () => {
    expect(app.complaints).toEqual([])
  })
})

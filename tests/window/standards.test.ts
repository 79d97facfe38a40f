import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type RunningApp } from '../support/window/electronApp'
import { importSample } from '../support/registers/sampleImport'
import { tempRegister } from '../support/registers/tempRegister'

const register = tempRegister()
let app: RunningApp

/** Two lists are enough: units with their districts, and the national standards with complete drafting lists. */
beforeAll(async () => {
  const store = register.open()
  for (const file of ['01_单位名录_2021.xlsx', '08_国家标准清单_信息平台_2019-2021.xlsx']) expect(await importSample(store, file)).toMatchObject({ ok: true })
  await store.close()
  app = await launchApp({ registerFile: register.path })
  await app.window.getByRole('navigation').getByRole('button', { name: '标准' }).click()
  await app.window.getByRole('heading', { name: '标准', exact: true }).waitFor()
})

afterAll(async () => {
  await app.close()
  register[Symbol.dispose]()
})

function cellsOf(field: string) {
  return app.window.locator(`[role="gridcell"][col-id="${field}"]`)
}

const patiently = { timeout: 60_000 }

async function shown(field: string): Promise<string[]> {
  await cellsOf(field).first().waitFor()
  return (await cellsOf(field).allTextContents()).map((text) => text.trim())
}

describe('the standards of a register', () => {
  it('stand in the grid, newest first, with their number above', async () => {
    await expect.poll(() => shown('publishedOn'), patiently).toContain('2022-01-14')
    // The grid keeps its rows in the order in which they were made, not in which they stand.
    const top = app.window.locator('[role="row"][row-index="0"] [col-id="standardNo"]')
    await expect.poll(() => top.textContent()).toBe('GB 32181.5-2021')
    await expect.poll(() => app.window.locator('.page-head').textContent()).toContain('215')
    await app.screenshot('standards')
  })

  it('are searched by two characters', async () => {
    const search = app.window.getByRole('combobox', { name: '查找' })
    await search.fill('热泵')
    await expect.poll(async () => (await shown('title')).every((title) => title.includes('热泵')), patiently).toBe(true)
    await search.fill('')
    await expect.poll(async () => (await shown('title')).every((title) => title.includes('热泵')), patiently).toBe(false)
  })

  it('are narrowed by a value of a facet', async () => {
    const value = app.window.locator('.facets li').filter({ hasText: '主导' })
    await value.getByRole('checkbox').check()
    await expect.poll(async () => new Set(await shown('role')), patiently).toEqual(new Set(['主导']))
    await expect.poll(() => app.window.locator('.page-head').textContent()).toContain('54')
    await value.getByRole('checkbox').uncheck()
  })

  it('show the record behind a row with its drafting units and the rows of files', async () => {
    await expect.poll(() => shown('standardNo'), patiently).toContain('GB/T 28317-2021')
    await cellsOf('standardNo').filter({ hasText: 'GB/T 28317-2021' }).click()
    const panel = app.window.locator('.record')
    await expect.poll(() => panel.textContent(), patiently).toContain('热泵机组 检验规程')
    for (const text of ['烟台屿宸水产有限公司', '08_国家标准清单', '第 214 行']) await expect.poll(() => panel.textContent(), patiently).toContain(text)
    await app.screenshot('standards-record')
  })

  it('drew themselves without a complaint', () => {
    expect(app.complaints).toEqual([])
  })
})

import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createStore } from '../../src/main/store/sqlite/createStore'
import { launchApp, type RunningApp } from '../support/electronApp'
import { fillUnitRegister } from '../support/unitRegister'
import { answerDialogs } from '../support/windowDialogs'

describe('units that look alike, and everything of one', () => {
  let app: RunningApp
  const folder = mkdtempSync(join(tmpdir(), 'units-'))

  beforeAll(async () => {
    const file = join(folder, '单位.bzr')
    const store = createStore(file, { mode: 'write' })
    if (!store.ok) throw new Error(store.code)
    await fillUnitRegister(store.value)
    await store.value.close()
    app = await launchApp({ registerFile: file })
    await app.window.getByRole('navigation').getByRole('button', { name: '单位' }).click()
    await app.window.getByRole('button', { name: '合并同一单位' }).click()
  }, 120_000)
  afterAll(async () => {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const group = (name: string) => app.window.getByRole('complementary', { name: '待看的组' }).getByRole('button').filter({ hasText: name })
  const merged = (row: string) => app.window.getByRole('row', { name: row }).locator('.unit-merged')

  it('lays the names of a group side by side, with reasons and what comes of it', async () => {
    await group('青岛嵘拓包装有限公司').click()
    await app.window.getByText('缺“有限公司”').waitFor()
    await expect.poll(() => merged('标准').textContent()).toBe('2 项，主导 1')
    expect(await merged('单位名称').textContent()).toBe('青岛嵘拓包装有限公司')
    await app.screenshot('unit-merge')
  })

  it('takes each field from where the clerk says, and leaves a name out', async () => {
    await app.window.getByRole('row', { name: '单位名称' }).getByText('青岛市嵘拓包装有限责任公司').click()
    expect(await merged('单位名称').textContent()).toBe('青岛市嵘拓包装有限责任公司')
    await app.window.getByRole('columnheader').getByRole('checkbox', { name: '并入' }).last().uncheck()
    expect(await merged('单位名称').textContent()).toBe('青岛嵘拓包装有限公司')
    await app.window.getByRole('columnheader').getByRole('checkbox', { name: '并入' }).last().check()
  })

  it('merges, says so, and takes it back', async () => {
    await app.window.getByRole('button', { name: '合并 3 个名称' }).click()
    await app.window.getByRole('status').getByText('已并入').waitFor()
    await expect.poll(() => group('青岛嵘拓包装有限公司').count()).toBe(0)
    await app.window.getByRole('status').getByRole('button', { name: '撤销' }).click()
    await group('青岛嵘拓包装有限公司').waitFor()
  })

  it('remembers that two names are not one unit', async () => {
    await group('中国海洋大学').click()
    await app.window.getByRole('button', { name: '不是同一单位' }).click()
    await expect.poll(() => group('中国海洋大学').count()).toBe(0)
    await app.window.getByText('已认定不同 1').waitFor()
  })

  it('shows everything of one unit, and exports it', async () => {
    await app.window.getByRole('button', { name: '合并 3 个名称' }).click()
    await app.window.getByRole('status').getByText('已并入').waitFor()
    await app.window.getByRole('button', { name: '返回单位名录' }).first().click()
    await app.window.getByRole('button', { name: '一企一档' }).click()
    const search = app.window.getByLabel('单位名称或代码')
    await search.fill('青岛嵘拓包装')
    await search.press('Enter')
    const profile = app.window.getByRole('article', { name: '青岛嵘拓包装有限公司' })
    await profile.getByRole('region', { name: '标准' }).getByText('GB/T 1-2020').waitFor()
    await profile.getByRole('region', { name: '商标' }).getByText('1234567').waitFor()
    await app.screenshot('unit-profile')
    const file = join(folder, '一企一档.xlsx')
    await answerDialogs(app.electron, file)
    await app.window.getByRole('button', { name: '导出' }).click()
    await expect.poll(() => existsSync(file), { timeout: 15_000 }).toBe(true)
    expect(app.complaints).toEqual([])
  })

  it('fills a list that a colleague sent', async () => {
    await app.window.getByRole('button', { name: '返回单位名录' }).click()
    await app.window.getByRole('button', { name: '核对回填' }).click()
    const list = join(folder, '名单.csv')
    const out = join(folder, '名单_已填.xlsx')
    writeFileSync(list, '单位名称,备注\n青岛嵘拓包装有限公司,一\n没有登记的有限公司,二\n')
    await app.electron.evaluate(({ dialog }, [from, to]) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [from ?? ''] })
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: to ?? '' })
    }, [list, out])
    await app.window.getByRole('button', { name: '选择名单' }).click()
    await app.window.getByText('2 行，找到 1，没有找到 1').waitFor()
    expect(existsSync(out)).toBe(true)
    await app.screenshot('unit-fill-list')
  })

  it('lists what falls due, and takes the review interval', async () => {
    await app.window.getByRole('button', { name: '返回单位名录' }).click()
    await app.window.getByRole('button', { name: '到期提醒' }).click()
    const years = app.window.getByRole('spinbutton', { name: '复审周期（年）' })
    await years.fill('1')
    await years.press('Tab')
    await app.window.getByLabel('期限').click()
    await app.window.getByText('365 天内').click()
    await app.window.getByRole('table', { name: '到期提醒' }).getByText('GB/T 1-2020').waitFor()
    await app.screenshot('unit-due')
    expect(app.complaints).toEqual([])
  })
})

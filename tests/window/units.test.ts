import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registerOf } from '../bench/generator/buildRegister'
import { createStore } from '../../src/main/store/sqlite/createStore'
import { launchApp, type RunningApp } from '../support/window/electronApp'
import { patiently } from '../support/window/recordsWindow'
import { tempRegister } from '../support/registers/tempRegister'
import { fillUnitRegister } from '../support/registers/unitRegister'
import { answerDialogs, dropFiles } from '../support/window/windowDialogs'
import { takeOption } from '../support/window/takeOption'

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
    await app.window.getByRole('button', { name: '合并同一单位' }).waitFor()
    await app.screenshot('unit-list')
    await app.window.getByRole('button', { name: '合并同一单位' }).click()
  })
  afterAll(async () => {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const group = (name: string) => app.window.getByRole('complementary', { name: '待看的组' }).getByRole('button').filter({ hasText: name })
  const merged = (row: string) => app.window.getByRole('row', { name: row }).locator('.unit-merged')

  it('lays the names of a group side by side, with reasons and what comes of it', async () => {
    await group('青岛嵘拓包装有限公司').click()
    await app.window.getByText('缺“有限公司”').waitFor()
    await expect.poll(() => merged('标准').textContent(), patiently).toBe('2 项，主导 1')
    await expect.poll(() => merged('单位名称').textContent()).toBe('青岛嵘拓包装有限公司')
    await app.screenshot('unit-merge')
  })

  it('takes each field from where the clerk says, and leaves a name out', async () => {
    await app.window.getByRole('row', { name: '单位名称' }).getByText('青岛市嵘拓包装有限责任公司').click()
    await expect.poll(() => merged('单位名称').textContent()).toBe('青岛市嵘拓包装有限责任公司')
    await app.window.getByRole('columnheader').getByRole('checkbox', { name: '并入' }).last().uncheck()
    await expect.poll(() => merged('单位名称').textContent()).toBe('青岛嵘拓包装有限公司')
    await app.window.getByRole('columnheader').getByRole('checkbox', { name: '并入' }).last().check()
  })

  it('merges, says so, and takes it back', async () => {
    await app.window.getByRole('button', { name: '合并 3 个名称' }).click()
    await app.window.getByRole('status').getByText('已并入').waitFor()
    await expect.poll(() => group('青岛嵘拓包装有限公司').count(), patiently).toBe(0)
    await app.window.getByRole('status').getByRole('button', { name: '撤销' }).click()
    await group('青岛嵘拓包装有限公司').waitFor()
  })

  it('remembers that two names are not one unit', async () => {
    await group('中国海洋大学').click()
    await app.window.getByRole('button', { name: '不是同一单位' }).click()
    await expect.poll(() => group('中国海洋大学').count(), patiently).toBe(0)
    await app.window.getByText('已认定不同 1').waitFor()
    // The button that was busy has the keyboard again, for the next group.
    await expect.poll(() => app.window.evaluate(() => document.activeElement?.textContent), patiently).toBe('不是同一单位')
  })

  it('takes back and does again with the keys, whichever of them was last', async () => {
    await app.window.keyboard.press('Control+z')
    await group('中国海洋大学').waitFor()
    await app.window.getByRole('status').getByText('已撤销：已认定中国海洋大学与中国海大不是同一单位').waitFor()
    await app.window.keyboard.press('Control+y')
    await expect.poll(() => group('中国海洋大学').count(), patiently).toBe(0)
    await app.window.getByRole('status').getByText('已重做：').waitFor()
  })

  it('lists the pairs told apart, and takes one back', async () => {
    await app.window.getByRole('button', { name: '已认定不同 1' }).click()
    await app.window.getByRole('dialog').getByText('中国海洋大学 与 中国海大').waitFor()
    await app.screenshot('unit-pairs')
    await app.window.getByRole('button', { name: '收回中国海洋大学与中国海大' }).click()
    await app.window.getByRole('dialog').getByText('没有认定过不同的名称').waitFor()
    await app.window.getByRole('dialog').getByRole('button', { name: '关闭' }).click()
    await group('中国海洋大学').waitFor()
  })

  const nameRow = (name: string) => app.window.getByRole('table', { name: '未归入单位的名称' }).getByRole('row').filter({ has: app.window.getByRole('button', { name, exact: true }) })

  it('lists the names that no unit carries, with their records and what they may be', async () => {
    await app.window.getByRole('button', { name: '未归入单位的名称' }).click()
    const row = nameRow('青岛嵘拓包装')
    await row.getByText('标准 1 项，主导 1；商标 1 件').waitFor()
    await row.getByText('缺“有限公司”').waitFor()
    await app.screenshot('unit-names')
    await app.window.getByLabel('只看有相似单位的').check()
    await expect.poll(() => nameRow('青岛大学').count(), patiently).toBe(0)
    await app.window.getByLabel('只看有相似单位的').uncheck()
    await nameRow('青岛大学').waitFor()
  })

  it('makes a name one of a unit with one click, and takes it back', async () => {
    await app.window.getByRole('button', { name: '把青岛嵘拓包装归入青岛嵘拓包装有限公司' }).click()
    await app.window.getByRole('status').getByText('青岛嵘拓包装已并入青岛嵘拓包装有限公司').waitFor()
    await expect.poll(() => nameRow('青岛嵘拓包装').count(), patiently).toBe(0)
    await app.window.getByRole('status').getByRole('button', { name: '撤销' }).click()
    await nameRow('青岛嵘拓包装').waitFor()
  })

  it('does not propose again a unit that a name is not', async () => {
    await app.window.getByRole('button', { name: '青岛嵘拓包装与青岛嵘拓包装有限公司不是同一单位' }).click()
    await app.window.getByRole('status').getByText('不是同一单位').waitFor()
    await expect.poll(() => nameRow('青岛嵘拓包装').getByRole('button', { name: '把青岛嵘拓包装归入青岛嵘拓包装有限公司' }).count(), patiently).toBe(0)
    await app.window.keyboard.press('Control+z')
    await nameRow('青岛嵘拓包装').getByRole('button', { name: '把青岛嵘拓包装归入青岛嵘拓包装有限公司' }).waitFor()
  })

  it('makes a unit of a name, once its code is typed', async () => {
    await nameRow('青岛大学').getByRole('button', { name: '新建单位' }).click()
    const form = app.window.getByRole('dialog', { name: '新建单位' })
    await form.getByLabel('信用代码').fill('12370000427401294')
    await form.getByRole('button', { name: '新建单位' }).click()
    await form.getByRole('alert').waitFor()
    await app.screenshot('unit-new')
    await form.getByLabel('信用代码').fill('91370200MAC2W6RE8T')
    // The alert goes with the first letter, and what is below it moves: a press may fall between two places.
    await form.getByRole('alert').waitFor({ state: 'detached' })
    await form.getByRole('button', { name: '新建单位' }).click()
    await form.waitFor({ state: 'detached' })
    await expect.poll(() => nameRow('青岛大学').count(), patiently).toBe(0)
    await app.window.getByRole('status').getByText('已新建').waitFor()
  })

  it('takes a name out of its unit again', async () => {
    await app.window.getByRole('button', { name: '把青岛嵘拓包装归入青岛嵘拓包装有限公司' }).click()
    await expect.poll(() => nameRow('青岛嵘拓包装').count(), patiently).toBe(0)
    const profile = app.window.getByRole('article', { name: '青岛嵘拓包装有限公司' })
    // Rows move while the search for alike names ends: a press may fall between two of them.
    await expect.poll(async () => {
      if ((await profile.count()) === 0) await nameRow('青岛市嵘拓包装有限责任公司').getByRole('button', { name: '青岛嵘拓包装有限公司', exact: true }).click({ timeout: 2_000 }).catch(() => undefined)
      return profile.count()
    }, patiently).toBe(1)
    await profile.getByRole('button', { name: '拆出 青岛嵘拓包装', exact: true }).waitFor()
    await app.screenshot('unit-split')
    await profile.getByRole('button', { name: '拆出 青岛嵘拓包装', exact: true }).click()
    await app.window.getByRole('status').getByText('青岛嵘拓包装已拆出').waitFor()
    await expect.poll(() => profile.getByRole('button', { name: '拆出 青岛嵘拓包装', exact: true }).count(), patiently).toBe(0)
    await app.window.getByRole('button', { name: '返回未归入单位的名称' }).click()
    await nameRow('青岛嵘拓包装').getByText('没有相似的单位').waitFor()
    await app.window.keyboard.press('Control+z')
    await expect.poll(() => nameRow('青岛嵘拓包装').count(), patiently).toBe(0)
    await app.window.keyboard.press('Control+z')
    await nameRow('青岛嵘拓包装').waitFor()
    await app.window.getByRole('button', { name: '合并同一单位' }).click()
  })

  it('shows everything of one unit, and exports it', async () => {
    await group('青岛嵘拓包装有限公司').click()
    await app.window.getByRole('button', { name: '合并 3 个名称' }).click()
    await app.window.getByRole('status').getByText('已并入').waitFor()
    await app.window.getByRole('button', { name: '返回单位名录' }).first().click()
    await app.window.getByRole('button', { name: '一企一档', exact: true }).click()
    const search = app.window.getByLabel('单位名称或代码')
    await search.fill('青岛嵘拓包装')
    await search.press('Enter')
    const profile = app.window.getByRole('article', { name: '青岛嵘拓包装有限公司' })
    await profile.waitFor()
    await search.fill('没有这一家')
    await search.press('Enter')
    await app.window.getByText('单位名录和各类记录里都没有“没有这一家”').waitFor()
    await search.fill('qdrt')
    await takeOption(app.window.locator('.ant-select-item-option', { hasText: '青岛嵘拓包装有限公司' }))
    await profile.getByRole('region', { name: '标准' }).getByText('GB/T 1-2020').waitFor()
    await profile.getByRole('region', { name: '商标' }).getByText('1234567').waitFor()
    await app.screenshot('unit-profile')
    // On paper, which is narrower than the window, a date stays on its line.
    await app.window.emulateMedia({ media: 'print' })
    await profile.evaluate((paper) => { paper.style.width = '180mm' })
    const linesOf = (text: RegExp) => profile.locator('.unit-records td').filter({ hasText: text }).evaluateAll((cells) => cells.map((cell) => {
      const content = document.createRange()
      content.selectNodeContents(cell)
      return new Set([...content.getClientRects()].map(({ top }) => top)).size
    }))
    const lines = await linesOf(/^\d{4}-\d{2}-\d{2}$/u)
    expect(lines.length).toBeGreaterThan(0)
    expect(new Set(lines)).toEqual(new Set([1]))
    await profile.evaluate((paper) => { paper.style.width = '' })
    await app.window.emulateMedia({ media: null })
    await profile.getByRole('region', { name: '标准' }).getByRole('button', { name: 'GB/T 1-2020' }).click()
    await app.window.getByRole('heading', { name: '标准', exact: true }).waitFor()
    await app.screenshot('unit-way-back')
    await app.window.getByRole('button', { name: '‹ 返回一企一档：青岛嵘拓包装有限公司' }).click()
    await profile.getByRole('region', { name: '标准' }).getByText('GB/T 1-2020').waitFor()
    const file = join(folder, '一企一档.xlsx')
    await answerDialogs(app.electron, file)
    await app.window.getByRole('button', { name: '导出' }).click()
    await expect.poll(() => existsSync(file), { timeout: 60_000 }).toBe(true)
    await app.window.getByRole('button', { name: '返回单位名录' }).click()
    await app.window.getByRole('gridcell', { name: '青岛嵘拓包装有限公司' }).click()
    await app.window.getByRole('button', { name: '查看一企一档' }).click()
    await profile.getByRole('region', { name: '标准' }).getByText('GB/T 1-2020').waitFor()
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
    writeFileSync(list, '单位名称\n青岛嵘拓包装有限公司\n')
    await dropFiles(app.window, '.fill-list', [list])
    await app.window.getByText('1 行，找到 1，没有找到 0').waitFor()
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
    await app.window.getByLabel('期限').click()
    await app.window.getByText('过去 365 天').click()
    const today = new Date().toLocaleDateString('sv')
    const day = app.window.getByRole('table', { name: '到期提醒' }).getByRole('row').filter({ hasText: 'GB/T 1-2020' }).getByRole('cell').first()
    await expect.poll(async () => ((await day.textContent()) ?? '') <= today, patiently).toBe(true)
    await app.window.keyboard.press('Escape')
    await app.window.getByRole('button', { name: '到期提醒' }).waitFor()
    expect(app.complaints).toEqual([])
  })
})

describe('units of a register of 200,000 patents', () => {
  const register = tempRegister()
  let app: RunningApp

  beforeAll(async () => {
    copyFileSync(await registerOf(200_000), register.path)
    app = await launchApp({ registerFile: register.path, size: { width: 1920, height: 1080 } })
    await app.window.getByRole('navigation').getByRole('button', { name: '单位' }).click()
  }, 600_000)
  afterAll(async () => {
    await app.close()
    register[Symbol.dispose]()
  })

  const groups = () => app.window.getByRole('complementary', { name: '待看的组' }).getByRole('listitem')

  it('are looked through as a job that can be given up and begun again', async () => {
    await app.window.getByRole('button', { name: '合并同一单位' }).click()
    const waiting = app.window.getByRole('status').filter({ hasText: '正在比对全部单位和名称' })
    await app.window.getByRole('contentinfo').getByText('查找同一单位').waitFor()
    await app.screenshot('unit-searching')
    await waiting.getByRole('button', { name: '取消' }).click()
    await app.window.getByText('查找已取消').waitFor()
    await expect.poll(() => app.window.getByRole('contentinfo').getByText('查找同一单位').count(), patiently).toBe(0)
    await app.window.getByRole('button', { name: '重新查找' }).click()
    await groups().first().waitFor()
  })

  it('are merged with a choice and taken apart again, group after group without waiting for the next search', async () => {
    await app.screenshot('unit-merge-1920')
    const [first, second] = [await groups().nth(0).textContent(), await groups().nth(1).textContent()]
    await groups().first().getByRole('button').click()
    await expect.poll(() => app.window.getByRole('row', { name: '专利' }).locator('.unit-merged').textContent(), { timeout: 60_000 }).not.toBe('')
    await app.window.getByRole('button', { name: /^合并 \d+ 个名称$/ }).click()
    await app.window.getByRole('status').getByText('已并入').waitFor()
    await expect.poll(() => groups().first().textContent(), patiently).toBe(second)
    await app.window.getByRole('button', { name: '不是同一单位' }).click()
    await app.window.getByRole('status').getByText('不是同一单位').waitFor()
    await expect.poll(() => groups().first().textContent(), patiently).not.toBe(second)
    await app.window.keyboard.press('Control+z')
    await app.window.keyboard.press('Control+z')
    await expect.poll(() => groups().first().textContent(), { timeout: 120_000 }).toBe(first)
    expect(app.complaints).toEqual([])
  }, 240_000)
})

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
// Declares window.bridge, which the page functions below use.
import type {} from '../../src/renderer/bridge/bridgeClient'
import { expectedFigures as expected } from '../support/registers/expectedFigures'
import { launchApp, type RunningApp } from '../support/window/electronApp'
import { takeOption } from '../support/window/takeOption'
import { sampleRegister, type SampleRegister } from '../support/registers/sampleRegister'

let register: SampleRegister
let app: RunningApp

beforeAll(async () => {
  register = await sampleRegister()
  app = await launchApp({ registerFile: register.file })
  await app.window.getByRole('navigation').getByRole('button', { name: '排名' }).click()
  await number('崂山区', '制修订国际、国家、行业标准数').waitFor()
})
afterAll(async () => {
  await app.close()
  register.remove()
})

function number(row: string, label: string): Locator {
  return app.window.getByRole('gridcell', { name: new RegExp(`^${row} ${label}`) })
}
const panel = (): Locator => app.window.getByRole('complementary', { name: /的名单$/ })
const listed = (): Locator => panel().getByRole('listitem')
const clipboard = (): Promise<string> => app.electron.evaluate(({ clipboard: board }) => board.readText())

async function choose(control: string, option: string): Promise<void> {
  await app.window.locator('.page-control', { hasText: control }).click()
  await takeOption(app.window.getByTitle(option, { exact: true }))
}

describe('the ranking of the districts', () => {
  it('shows the value of every district as in the true answers, best place first', async () => {
    const rows = expected.figures.F2.byRule.first.filter(({ R }) => R !== null)
    for (const { name, Q } of rows) await expect.poll(() => number(name, '制修订').textContent()).toBe(String(Q))
    const names = (): Promise<string[]> => app.window.getByRole('grid').locator('tbody th').allTextContents()
    await expect.poll(async () => (await names()).slice(0, 3)).toEqual(['崂山区', '黄岛区', '市南区'])
    expect((await names()).at(-1)).toBe('全市')
    await app.screenshot('ranking')
  })

  it('states the rules in words under the table', async () => {
    await expect.poll(() => app.window.locator('.rules-notes').textContent()).toContain('全市 129 项去重，区市之和 204 项')
  })

  it('opens the records behind a number, as many as the number says', async () => {
    await number('崂山区', '制修订').click()
    await panel().getByText('45 条，与数值一致').waitFor()
    await expect.poll(() => panel().getByRole('heading').textContent()).toBe('崂山区　制修订标准 45 项')
    await listed().first().getByText(/\d/).first().waitFor()
    await app.screenshot('ranking-records')
  })

  it('follows the arrow keys with the list, without the mouse', async () => {
    await app.window.keyboard.press('ArrowDown')
    await panel().getByText('36 条，与数值一致').waitFor()
    await app.window.keyboard.press('ArrowRight')
    await app.window.keyboard.press('ArrowRight')
    await panel().getByText('44 条，与数值一致').waitFor()
    await app.window.keyboard.press('Home')
    await panel().getByText('36 条，与数值一致').waitFor()
    await app.window.keyboard.press('Enter')
    await expect.poll(() => panel().getByRole('list').evaluate((element) => element === document.activeElement)).toBe(true)
    await app.window.keyboard.press('Escape')
    await panel().waitFor({ state: 'detached' })
    await expect.poll(() => number('黄岛区', '制修订').evaluate((element) => element === document.activeElement)).toBe(true)
  })

  it('puts the rows in the order of a heading that is pressed by key', async () => {
    const heading = app.window.getByRole('grid').getByRole('button', { name: /有效发明/u })
    await heading.focus()
    await app.window.keyboard.press('Enter')
    await expect.poll(() => app.window.getByRole('columnheader', { name: /有效发明/u }).getAttribute('aria-sort')).toBe('ascending')
    expect(await panel().count()).toBe(0)
    await app.window.getByRole('grid').getByRole('button', { name: /制修订标准/u }).press(' ')
    await expect.poll(() => app.window.getByRole('columnheader', { name: /制修订标准/u }).getAttribute('aria-sort')).toBe('ascending')
  })

  it('counts the leading ones by the rule that was chosen', async () => {
    await number('崂山区', '制修订').click()
    await panel().getByRole('tab', { name: '主导' }).click()
    await panel().getByText('14 条').waitFor()
    await choose('主导', '前两位')
    const byTwo = expected.figures.F2.byRule.first_two.find(({ name }) => name === '崂山区')?.['O']
    await panel().getByText(`${byTwo} 条`).waitFor()
    await expect.poll(() => app.window.locator('.rules-notes').textContent()).toContain('前两位为主导')
    await choose('主导', '第一起草单位')
  })

  it('copies a figure as a sentence with period, place, rule and day', async () => {
    await number('崂山区', '制修订').click()
    await app.window.keyboard.press('Control+c')
    const sentence = await clipboard()
    expect(sentence).toContain('2021-01-01至2021-12-31，崂山区制修订国际、国家、行业标准数 45 项，同比 +104.5%（上年 22 项），在 10 个区市中列第 1 位。')
    expect(sentence).toContain('起草单位名单中的第一单位为主导')
    expect(sentence).toMatch(/台账数据截至\d{4}-\d{2}-\d{2}，第 \d+ 次变更。$/)
  })

  it('cuts the zone out of its host', async () => {
    await choose('功能区', '单列')
    const separate = expected.figures.F2.zonesSeparate.rows.find(({ name }) => name === '青岛高新区')?.['Q']
    await number('青岛高新区', '制修订').waitFor()
    await expect.poll(() => number('青岛高新区', '制修订').textContent()).toBe(String(separate))
    await choose('功能区', '计入区市')
    await number('青岛高新区', '制修订').waitFor({ state: 'detached' })
  })

  it('compares the cities by the received figures', async () => {
    await choose('范围', '16 个市（通报）')
    await number('青岛市', '制修订').waitFor()
    await expect.poll(() => number('青岛市', '制修订').textContent()).toBe('540')
    await app.screenshot('ranking-cities')
    await choose('范围', '10 个区市')
    await number('崂山区', '制修订').waitFor()
  })

  it('writes the table with its rules where the clerk wants it', async () => {
    const file = join(register.folder, '排名.xlsx')
    await app.electron.evaluate(({ dialog }, path) => { dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path }) }, file)
    await app.window.getByRole('button', { name: '导出' }).click()
    await app.window.getByText('已导出').waitFor()
    expect(existsSync(file)).toBe(true)
  })

  it('draws trend, places and shares with their figures beside them', async () => {
    await number('崂山区', '制修订').click()
    const figures = app.window.locator('.chart-section .figure-table')
    await expect.poll(() => figures.locator('tbody tr').first().textContent()).toBe('202145129')
    await app.window.locator('.chart-section').getByText('位次图', { exact: true }).click()
    await expect.poll(() => figures.locator('tbody tr').first().textContent()).toBe('1崂山区45')
    await app.screenshot('ranking-places')
    await app.window.locator('.chart-section').getByText('占比', { exact: true }).click()
    await app.window.getByText('各区市之和 204 大于全市 129').waitFor()
    await app.screenshot('ranking-shares')
  })

  it('sets the period beside the one before, the year before and the sums of its year', async () => {
    await app.window.locator('.chart-section').getByText('各期', { exact: true }).click()
    const rows = app.window.locator('.periods-table tbody tr')
    await rows.filter({ hasText: '崂山区' }).getByText('+14.7百分点').waitFor()
    await expect.poll(() => rows.last().locator('th, td').allTextContents()).toEqual(['全市', '129', '109', '+18.3%', '331', '100.0%', '100.0%', '0.0百分点'])
    await app.screenshot('ranking-periods')
    await app.window.locator('.chart-section').getByRole('button', { name: '放大图' }).click()
    await number('崂山区', '制修订').waitFor()
  })

  it('shows district by district what ends, for the own register only', async () => {
    await app.window.locator('.chart-section').getByText('到期的影响', { exact: true }).click()
    const table = app.window.locator('.lapse-table')
    await table.getByRole('columnheader', { name: '区市' }).waitFor()
    const lapses = await app.window.evaluate(() => window.bridge.call('counting.lapses', { days: 90 }))
    const districts = lapses.ok ? lapses.value.effects.flatMap(({ rows }) => rows.filter(({ isCity }) => !isCity)) : []
    await expect.poll(() => table.locator('tbody tr').count()).toBe(districts.length)
    await app.screenshot('ranking-lapses')
    await choose('范围', '16 个市（通报）')
    await app.window.locator('.chart-section').getByText('到期的影响', { exact: true }).first().waitFor({ state: 'detached' })
    await choose('范围', '10 个区市')
    await number('崂山区', '制修订').click()
  })

  it('closes the list with Escape', async () => {
    await panel().getByRole('button', { name: '收起' }).focus()
    await app.window.keyboard.press('Escape')
    await panel().waitFor({ state: 'detached' })
  })

  it('was drawn without a complaint', () => {
    expect(app.complaints).toEqual([])
  })
})

import { copyFileSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type RunningApp } from '../support/window/electronApp'
import { samplesFolder } from '../support/registers/sampleImport'
import { sampleRegister, type SampleRegister } from '../support/registers/sampleRegister'
import { answerDialogs, dropFiles } from '../support/window/windowDialogs'

/**
 * The January submission as a new clerk makes it, from a filled register to the archive with all annexes. Run on request, for
 * the pictures of docs/january.md: UPDATE_PICTURES=1.
 */
const root = join(import.meta.dirname, '../..')
const pictures = join(root, 'docs/images/january')
const isAsked = process.env['UPDATE_PICTURES'] === '1'
const patient = { timeout: 120_000 }
const noPct = '本年度 PCT 申请由省局统计，区市数据尚未下发'

describe.runIf(isAsked)('the January submission', () => {
  let register: SampleRegister
  let app: RunningApp
  const picture = async (name: string): Promise<void> => {
    await app.screenshot(`january-${name}`)
    copyFileSync(join(root, `out/screenshots/january-${name}.png`), join(pictures, `${name}.png`))
  }
  const button = (name: string | RegExp): Locator => app.window.getByRole('button', { name })
  const row = (form: string): Locator => app.window.locator('.closing-forms tr', { has: app.window.getByText(form, { exact: true }) })
  const cell = (address: string): Locator => app.window.locator(`.received-cell[data-address="${address}"]`)

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true })
    register = await sampleRegister()
    app = await launchApp({ registerFile: register.file })
    app.window.setDefaultTimeout(patient.timeout)
  })
  afterAll(async () => {
    await app.close()
    register.remove()
  })

  it('is frozen, filled into the province’s own file, and archived within fifteen minutes', { timeout: 900_000 }, async () => {
    await app.window.getByRole('navigation').first().getByRole('button', { name: '报表' }).click()
    await app.window.locator('.paper-cell', { hasText: '全市合计' }).first().waitFor()
    await app.window.locator('.paper-cell', { hasText: /^129$/u }).first().click()
    await app.window.locator('.cell-records li').first().waitFor()
    await picture('1-form-and-its-records')

    await app.window.getByRole('tab', { name: '收到的表格' }).click()
    const received = join(register.folder, '附表2.xlsx')
    copyFileSync(join(samplesFolder, '30_省局上报模板_F2.xlsx'), received)
    await answerDialogs(app.electron, received)
    await button('打开收到的表格').click()
    await button('全部采纳').click()
    await cell('G9').getByText('7', { exact: true }).waitFor()
    await picture('2-form-of-the-province')
    const filled = join(register.folder, '附表2_2021.xlsx')
    await answerDialogs(app.electron, filled)
    await button('写出填好的表').click()
    await app.window.getByText(/已填 \d+ 个单元格/u).first().waitFor()

    await app.window.getByRole('tab', { name: '封存' }).click()
    await row('F8').getByText('缺少数据').first().waitFor()
    await picture('3-what-is-missing')
    await button('审核通过').click()
    await button('撤回审核').waitFor()
    await row('F8').getByRole('checkbox').check()
    await row('F10').getByRole('checkbox').check()
    await app.window.locator('.closing-reason').fill(noPct)
    await button(/^封存所选/u).click()
    await row('F11').getByText('已封存，第 1 版').waitFor()
    await row('F8').getByText('已封存，第 1 版').waitFor()
    await button('登记已上报').click()
    await button(/^2021年.*已上报/u).waitFor()
    await picture('4-frozen')

    await answerDialogs(app.electron, register.folder)
    await button('生成归档包').click()
    await button(/^2021年.*已归档/u).waitFor()
    const [archive] = readdirSync(register.folder).filter((name) => name.includes('归档包'))
    expect(archive).toBeDefined()
    await picture('5-archived')

    await answerDialogs(app.electron, join(register.folder, '核对.xlsx'))
    await app.window.locator('.closing-form', { hasText: 'F8' }).click()
    await button('另存这一版').click()
    await expect.poll(() => readdirSync(register.folder), patient).toContain('核对.xlsx')
    await dropFiles(app.window, '.closing-checker', [join(register.folder, '核对.xlsx')])
    await app.window.getByText('与生成时一致，台账也没有变化').waitFor()
    await picture('6-checked')
  })
})

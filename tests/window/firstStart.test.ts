import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
// Declares window.bridge, which the page functions below use.
import type {} from '../../src/renderer/bridge/bridgeClient'
import { launchApp, type RunningApp } from '../support/window/electronApp'
import { makeBackup } from '../../src/main/register/backup/makeBackup'
import { createStore } from '../../src/main/store/sqlite/createStore'
import { aSettingsChange } from '../support/registers/changeSets'
import { backupPassword, quickKeys } from '../support/registers/sealedBackups'
import { sampleRegister } from '../support/registers/sampleRegister'
import { readExpected, samplesFolder } from '../support/registers/sampleImport'
import { answerDialogs, watchOpenedFiles } from '../support/window/windowDialogs'
import { takeOption } from '../support/window/takeOption'

const patiently = { timeout: 60_000 }
const ofTheForm: readonly string[] = ['units', 'population', 'standards']

/** The main job as a new clerk does it, on the real window: first start, import, form. */
describe('from the first start to the exported form', () => {
  const folder = mkdtempSync(join(tmpdir(), 'first-start-'))
  let app: RunningApp
  const main = (): Locator => app.window.getByRole('main')
  const go = (place: string) => app.window.getByRole('navigation').getByRole('button', { name: place }).click()

  beforeAll(async () => {
    app = await launchApp()
    await app.window.getByRole('heading', { name: '建立台账' }).waitFor()
  })
  afterAll(async () => {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('proposes Qingdao with its office, and another city with its own', async () => {
    await expect.poll(() => main().getByLabel('单位名称').inputValue()).toBe('青岛市市场监督管理局')
    await main().getByText('10 个区市，按行政区划代码排序').waitFor()
    await app.screenshot('first-start')
    await main().getByLabel('城市').click()
    await main().getByLabel('城市').fill('济南')
    await takeOption(app.window.locator('.ant-select-item-option', { hasText: '济南市' }))
    await expect.poll(() => main().getByLabel('单位名称').inputValue()).toBe('济南市市场监督管理局')
    await main().getByRole('button', { name: '查看和修改' }).click()
    await expect.poll(() => main().getByRole('table', { name: '区市' }).getByRole('textbox', { name: '名称' }).first().inputValue()).toBe('历下区')
    await app.screenshot('first-start-districts')
    await main().getByRole('button', { name: '收起' }).click()
    await main().getByLabel('城市').fill('青岛')
    await takeOption(app.window.locator('.ant-select-item-option', { hasText: '青岛市' }))
    await expect.poll(() => main().getByLabel('单位名称').inputValue()).toBe('青岛市市场监督管理局')
  })

  it('makes the register where it is told and goes on to the import', async () => {
    await main().getByLabel('操作人').fill('王芳')
    await answerDialogs(app.electron, join(folder, '台账 2021.bzr'))
    await main().getByRole('button', { name: '更改' }).first().click()
    await expect.poll(() => main().getByLabel('台账放在').getAttribute('title')).toContain('台账 2021.bzr')
    await main().getByRole('button', { name: '建立台账' }).click()
    await main().getByRole('heading', { name: '导入', exact: true }).waitFor()
    expect(existsSync(join(folder, '台账 2021.bzr'))).toBe(true)
    await app.window.getByRole('banner').getByText('青岛市市场监督管理局').waitFor()
  })

  it('says on an empty register what to do', async () => {
    await go('报表')
    await main().getByRole('heading', { name: '报表', exact: true }).waitFor()
    await main().getByText('这份表要用的数据还没有。导入后再来').waitFor()
    await app.screenshot('reports-empty')
    await main().getByRole('button', { name: '导入文件' }).click()
    await main().getByRole('heading', { name: '导入', exact: true }).waitFor()
    await go('设置')
    await main().getByLabel('单位名称').waitFor()
  })

  it('takes the samples in', async () => {
    // What the form is made of, and one file of every other kind: that all of them come in is proved without a window.
    const readable = readExpected().importOrder.filter(({ outcome }) => !outcome)
    const files = readable.filter(({ as, file }) => ofTheForm.includes(as) || file === readable.findLast((other) => other.as === as)?.file).map(({ file }) => join(samplesFolder, file))
    await go('导入')
    // One file after the other, each written before the next is read: later files lean on the directory.
    for (const file of files) {
      const state = await app.window.evaluate(async (path) => {
        const opened = await window.bridge.call('imports.open', { files: [path] })
        if (!opened.ok) return opened.code
        const job = opened.value.jobs[0]?.job ?? 0
        const until = async (states: readonly string[]): Promise<string> => {
          for (;;) {
            const jobs = await window.bridge.call('imports.jobs', {})
            const now = jobs.ok ? jobs.value.jobs.find((candidate) => candidate.job === job)?.state : undefined
            if (now !== undefined && states.includes(now)) return now
            await new Promise((resolve) => setTimeout(resolve, 20))
          }
        }
        if ((await until(['ready', 'locked', 'refused'])) !== 'ready') return 'not ready'
        await window.bridge.call('imports.commit', { jobs: [job] })
        return until(['done', 'refused'])
      }, file)
      expect(`${file} ${state}`).toBe(`${file} done`)
    }
  })

  it('shows the form as it prints, checked', async () => {
    await go('报表')
    await main().getByLabel('年份').waitFor()
    await chooseOption(app, main().getByLabel('年份'), '2021')
    await main().getByText('2021年青岛市各区市标准制修订情况统计表').last().waitFor(patiently)
    await main().getByText('2 项，全部通过').waitFor()
    await app.screenshot('reports')
  })

  it('lists beside the form the records of a number, as many as the number says', async () => {
    const cell = main().locator('[data-address="G9"]')
    await expect.poll(() => cell.textContent()).toBe('7')
    await cell.click()
    await main().getByText('这一格的 7 项').waitFor()
    await expect.poll(() => main().locator('.cell-records li').count()).toBe(7)
    await app.screenshot('reports-records')
    await app.window.keyboard.press('ArrowRight')
    await main().getByText('这一格的 3 项').waitFor()
  })

  it('writes the form under the name of the rule and opens it when asked', async () => {
    const out = join(folder, '统计表.xlsx')
    await answerDialogs(app.electron, out)
    const openedFiles = await watchOpenedFiles(app.electron)
    await main().getByRole('button', { name: '导出 Excel' }).click()
    await app.window.getByRole('dialog', { name: '报表已生成，现在打开吗' }).waitFor()
    await app.screenshot('reports-open')
    await app.window.getByRole('dialog').getByRole('button', { name: '用表格程序打开' }).click()
    await expect.poll(openedFiles).toEqual([out])
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(out)
    const sheet = workbook.worksheets[0]
    expect(sheet?.getCell('A1').text).toBe('2021年青岛市各区市标准制修订情况统计表')
    expect(sheet?.getCell('A2').text).toBe('填报单位：青岛市市场监督管理局（盖章）')
    expect(sheet?.getCell('Q16').value).toBe(129)
  })

  it('shows the PDF that prints, in a window that reaches nothing else and goes with Esc', async () => {
    const opened = app.electron.waitForEvent('window')
    await main().getByRole('button', { name: '打印预览' }).click()
    const viewer = await opened
    const frames = (): Promise<string[]> => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().flatMap((window) => window.webContents.mainFrame.framesInSubtree).map(({ url }) => new URL(url).host).toSorted())
    // The page, Chromium's viewer in it, and the document in that.
    await expect.poll(frames, patiently).toEqual(['mhjfbmdgcfjbbpaeojofohoefgiehjai', 'print', 'print', 'window'])
    expect(decodeURIComponent(viewer.url())).toMatch(/青岛市_标准制修订统计表_2021年_\d{8}\.pdf$/u)
    expect(await viewer.evaluate(() => ['bridge' in window, 'require' in window])).toEqual([false, false])
    const reached = await viewer.evaluate(() => Promise.all(['app://print/1/x.pdf', 'app://print/99/x.pdf', 'app://window/index.html', 'https://example.com/'].map((url) => fetch(url).then(({ ok }) => ok, () => false))))
    expect(reached).toEqual([true, false, false, false])
    const closed = viewer.waitForEvent('close')
    await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().find((window) => window.webContents.getURL().startsWith('app://print/'))?.webContents.sendInputEvent({ type: 'keyDown', keyCode: 'Escape' }))
    await closed
  })

  it('keeps what was produced, with its options and checksum', async () => {
    await main().getByRole('tab', { name: '已生成 1' }).click()
    const row = main().locator('.produced tbody tr')
    await expect.poll(() => row.textContent()).toContain('统计表.xlsx2021第一起草单位，功能区计入所在区市')
    await expect.poll(() => row.textContent()).toContain('王芳与台账一致')
    await app.screenshot('reports-produced')
  })

  it('fits other forms and periods to the paper', async () => {
    await main().getByRole('tab').first().click()
    await chooseOption(app, main().getByLabel('报表', { exact: true }), '每万人口高价值发明专利拥有量情况表')
    await main().getByText('2021年青岛市每万人口高价值发明专利拥有量情况表').last().waitFor(patiently)
    await app.screenshot('reports-f6')
    await chooseOption(app, main().getByLabel('报表', { exact: true }), '标准制修订明细表')
    await main().getByText('2021年青岛市标准制修订明细表').last().waitFor(patiently)
    await app.screenshot('reports-f1')
  })

  it('drew itself without a complaint', () => {
    expect(app.complaints).toEqual([])
  })
})

describe('the samples of a first start', () => {
  const folder = mkdtempSync(join(tmpdir(), 'first-samples-'))
  let app: RunningApp

  beforeAll(async () => {
    app = await launchApp()
    await app.window.getByRole('heading', { name: '建立台账' }).waitFor()
  })
  afterAll(async () => {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('get a register of their own, are put on the import page, and come with the tour', async () => {
    await answerDialogs(app.electron, join(folder, '台账.bzr'))
    await app.window.getByRole('button', { name: '更改' }).first().click()
    await expect.poll(() => app.window.getByLabel('台账放在').getAttribute('title')).toContain('台账.bzr')
    await app.window.getByLabel('操作人').fill('王芳')
    await app.window.getByRole('button', { name: '打开样例' }).click()
    await app.window.getByRole('complementary', { name: '十分钟上手' }).getByText('放入单位名录', { exact: true }).waitFor()
    await app.window.locator('.import-file').first().waitFor(patiently)
    expect(existsSync(join(folder, '样例台账 2021.bzr'))).toBe(true)
    expect(existsSync(join(folder, '台账.bzr'))).toBe(false)
    await app.screenshot('first-start-samples')
    const settings = await app.window.evaluate(() => window.bridge.call('settings.get', {}))
    expect(settings).toMatchObject({ ok: true, value: { operator: '王芳' } })
  })
})

describe('a backup taken back at the first start', () => {
  it('is opened by its password where it is encrypted, and shows what it holds before it becomes a register', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'first-restore-'))
    const register = await sampleRegister()
    const store = createStore(register.file, { mode: 'write' })
    expect(store.ok && await store.value.apply(aSettingsChange((await quickKeys()).setting))).toMatchObject({ ok: true })
    if (store.ok) await store.value.close()
    const backup = join(folder, '台账 2021_20220117-0930.bzrx')
    expect(await makeBackup(register.file, backup)).toMatchObject({ ok: true, value: { file: backup } })
    register.remove()
    const app = await launchApp()
    await app.window.getByRole('heading', { name: '建立台账' }).waitFor()
    await answerDialogs(app.electron, backup)
    await app.window.getByRole('button', { name: '从备份还原' }).click()
    const asked = app.window.getByRole('dialog', { name: '这份备份加了密' })
    await asked.getByLabel('密码或恢复密钥').fill(backupPassword)
    await asked.getByRole('button', { name: '打开' }).click()
    await app.window.getByRole('heading', { name: '这份备份里有' }).waitFor()
    await app.window.getByText('478 项标准，503 件专利').waitFor()
    await app.screenshot('first-start-restore')
    await answerDialogs(app.electron, join(folder, '还原.bzr'))
    await app.window.getByRole('button', { name: '更改' }).click()
    await expect.poll(() => app.window.getByLabel('还原到').getAttribute('title')).toContain('还原.bzr')
    await app.window.getByRole('button', { name: '还原并打开' }).click()
    await app.window.getByRole('heading', { name: '有效注册商标' }).waitFor(patiently)
    await app.window.getByRole('banner').getByText('还原.bzr').waitFor()
    expect(existsSync(backup)).toBe(true)
    expect(app.complaints).toEqual([])
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  })
})

async function chooseOption(app: RunningApp, select: Locator, label: string): Promise<void> {
  await select.click()
  await takeOption(app.window.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: label }).first())
}

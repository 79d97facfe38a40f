import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { createStore } from '../../src/main/store/sqlite/createStore'
import { registerOf } from '../bench/generator/buildRegister'
import { cutTexts, isWiderThanWindow } from '../support/workbooks/cutTexts'
import { launchApp, type RunningApp } from '../support/window/electronApp'
import { samplesFolder } from '../support/registers/sampleImport'
import { sampleRegister } from '../support/registers/sampleRegister'

/**
 * Every page on an empty register and on the samples: nothing cut without a tooltip, nothing beside the window, nothing
 * said on the console. SCREENS=1 adds a register of 200,000 records, the large window and the dark theme, and keeps the
 * pictures in docs/images.
 */
const isKept = process.env['SCREENS'] === '1'
const folder = join(import.meta.dirname, '../../docs/images')
const sizes = [{ width: 1366, height: 768 }, ...(isKept ? [{ width: 1920, height: 1080 }] : [])]
const schemes = isKept ? (['light', 'dark'] as const) : (['light'] as const)
/** With the other kinds that belong to them, 200,000 records. */
const manyPatents = 145_000

interface Screen {
  page: string
  /** Opens it from wherever the window is; done when everything on it is drawn. */
  open(app: RunningApp): Promise<void>
}

const go = (app: RunningApp, place: string) => app.window.getByRole('navigation').getByRole('button', { name: place }).click()
const soon = { timeout: 60_000 }

const workbench: Screen = {
  page: 'workbench',
  async open(app) {
    await go(app, '工作台')
    await app.window.locator('.leader-value').nth(6).waitFor(soon)
    await app.window.locator('.workbench-body').waitFor(soon)
    await app.window.getByText('把名单拖进窗口就开始').or(app.window.locator('.workbench-imports li')).first().waitFor(soon)
  },
}
const list = (page: string, place: string, field: string): Screen => ({
  page,
  async open(app) {
    await go(app, place)
    await app.window.locator(`[role="gridcell"][col-id="${field}"]`).first().click(soon)
    await app.window.getByRole('complementary', { name: '记录' }).getByRole('region').first().waitFor(soon)
  },
})
const emptyPage = (page: string, place: string, words: string): Screen => ({
  page,
  async open(app) {
    await go(app, place)
    await app.window.getByText(words).first().waitFor(soon)
  },
})
const ranking: Screen = {
  page: 'ranking',
  async open(app) {
    await go(app, '排名')
    await app.window.getByRole('gridcell', { name: /^崂山区 制修订/u }).click(soon)
    await app.window.getByRole('complementary', { name: /的名单$/u }).getByRole('listitem').first().waitFor(soon)
  },
}
const report: Screen = {
  page: 'report',
  async open(app) {
    await go(app, '报表')
    await app.window.getByText('各区市标准制修订情况统计表').last().waitFor(soon)
    await app.window.getByText('项，全部通过').waitFor(soon)
  },
}
const tabbed = (page: string, place: string, tab: string, drawn: (window: Page) => Locator): Screen => ({
  page,
  async open(app) {
    await go(app, place)
    await app.window.getByRole('tab', { name: tab }).click()
    await drawn(app.window).waitFor(soon)
  },
})
const crosstab = tabbed('crosstab', '排名', '交叉表', (window) => window.locator('.cross-grid'))
const closing = tabbed('closing', '报表', '封存', (window) => window.locator('.closing-forms tr').nth(11))
const importRows: Screen = {
  page: 'import',
  async open(app) {
    await go(app, '导入')
    if (await app.window.locator('.import-file').count() === 0) await app.window.locator('input[type=file]').setInputFiles(join(samplesFolder, '90_脏数据_标准.xlsx'))
    await app.window.locator('.import-file', { hasText: '待答' }).waitFor(soon)
    await app.window.locator('.import-steps').getByRole('button', { name: '行' }).click()
    await app.window.locator('.row-line .cut').first().waitFor(soon)
  },
}

const removals: (() => void)[] = []
afterAll(() => removals.forEach((remove) => remove()))

function newFile(): string {
  const own = mkdtempSync(join(tmpdir(), 'screens-'))
  removals.push(() => rmSync(own, { recursive: true, force: true }))
  return join(own, '台账 2022.bzr')
}

async function emptyRegister(): Promise<string> {
  const file = newFile()
  const made = createStore(file, { mode: 'write' })
  if (!made.ok) throw new Error(made.code)
  await made.value.close()
  return file
}

async function samples(): Promise<string> {
  const register = await sampleRegister()
  removals.push(register.remove)
  return register.file
}

/** A copy: the generated register also serves the bench. */
async function many(): Promise<string> {
  const file = newFile()
  copyFileSync(await registerOf(manyPatents), file)
  return file
}

const registers = [
  {
    name: 'empty', make: emptyRegister,
    screens: [workbench, emptyPage('standards', '标准', '还没有标准'), emptyPage('imports', '导入', '把报来的表拖到窗口里'), emptyPage('ranking', '排名', '台账里还没有可以统计的记录')],
  },
  { name: 'samples', make: samples, screens: [workbench, list('standards', '标准', 'standardNo'), list('patents', '专利', 'title'), ranking, crosstab, report, closing, importRows] },
  ...(isKept ? [{ name: 'many', make: many, screens: [workbench, list('patents', '专利', 'title'), ranking] }] : []),
]

describe.each(registers)('the window on the register “$name”', ({ name, make, screens }) => {
  let app: RunningApp | null = null
  afterAll(() => app?.close())

  it.each(screens)('shows $page whole', async ({ page, open }) => {
    app ??= await launchApp({ registerFile: await make() })
    const { window } = app
    for (const size of sizes) {
      await app.resize(size)
      await open(app)
      for (const colorScheme of schemes) {
        await window.emulateMedia({ colorScheme })
        await keepPicture(app, `${name}-${page}-${size.width}-${colorScheme}`)
      }
      expect(await cutTexts(window)).toEqual([])
      expect(await isWiderThanWindow(window)).toBe(false)
    }
    expect(app.complaints).toEqual([])
  }, 240_000)
})

async function keepPicture({ window }: RunningApp, name: string): Promise<void> {
  if (!isKept) return
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${name}.png`)
  // No tooltip of whatever was clicked last.
  await window.mouse.move(2, 2)
  await window.locator('.ag-tooltip').waitFor({ state: 'detached' })
  await window.screenshot({ path, animations: 'disabled', caret: 'hide' })
  // They lose the colours nobody sees, where the tool for it is installed.
  spawnSync('pngquant', ['--force', '--ext', '.png', '--speed', '1', '128', path])
}

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
// Declares window.bridge, which the page functions below use.
import type {} from '../../src/renderer/bridge/bridgeClient'
import { launchApp, type RunningApp } from '../support/window/electronApp'
import { programName, updateSource, type UpdateSource } from '../support/updateSource'
import { answerDialogs } from '../support/window/windowDialogs'

/** The real window in a folder that stands for an unpacked portable program. */
describe('a portable program', () => {
  let source: UpdateSource
  let home: string
  let app: RunningApp
  const main = () => app.window.getByRole('main')
  const settings = () => app.window.getByRole('navigation').getByRole('button', { name: '设置' }).click()

  beforeAll(async () => {
    source = updateSource()
    home = join(source.folder, '标知台账')
    mkdirSync(join(home, 'data'), { recursive: true })
    app = await launchApp({ env: { BIAOZHI_PROGRAM_FILE: join(home, programName), BIAOZHI_UPDATE_PUBLIC_KEY: source.publicKey }, profile: null })
    await app.window.getByRole('heading', { name: '建立台账' }).waitFor()
  })
  afterAll(async () => {
    await app.close()
    source[Symbol.dispose]()
  })

  it('proposes places beside itself, warns of a folder that is copied to a cloud, and keeps everything in its data folder', async () => {
    await expect.poll(() => main().getByLabel('台账放在').getAttribute('title')).toContain(join(home, 'data'))
    await expect.poll(() => main().getByLabel('备份放在').getAttribute('title')).toBe('备份')
    await answerDialogs(app.electron, join(source.folder, 'OneDrive', '台账.bzr'))
    await main().locator('.start-row', { hasText: '台账放在' }).getByRole('button', { name: '更改' }).click()
    await main().getByRole('alert').filter({ hasText: '自动同步到网盘' }).waitFor()
    await app.screenshot('first-start-cloud')
    await answerDialogs(app.electron, join(home, 'data', '台账.bzr'))
    await main().locator('.start-row', { hasText: '台账放在' }).getByRole('button', { name: '更改' }).click()
    await main().getByRole('alert').waitFor({ state: 'detached' })
    await main().getByRole('button', { name: '建立台账' }).click()
    await app.window.getByRole('banner').getByText('台账.bzr').waitFor()
    expect(existsSync(join(home, 'data/台账.bzr'))).toBe(true)
    expect(existsSync(join(home, 'data/profile/logs/biaozhi.log'))).toBe(true)
    // Found again when its disk has another letter.
    expect(JSON.parse(readFileSync(join(home, 'data/profile/preferences.json'), 'utf8'))).toMatchObject({ registerFile: '台账.bzr' })
  })

  it('looks for nothing before a place is set, and takes none that is neither folder nor address', async () => {
    await settings()
    await main().getByText('便携版，全部数据放在程序旁边的 data 文件夹').waitFor()
    await expect.poll(() => main().getByRole('button', { name: '检查更新' }).count()).toBe(0)
    await main().getByLabel('更新位置').fill('updates')
    await main().getByLabel('更新位置').press('Enter')
    await main().getByRole('alert').filter({ hasText: '更新位置不对' }).waitFor()
    await main().getByLabel('更新位置').fill('http://127.0.0.1:9/none')
    await main().getByLabel('更新位置').press('Enter')
    await main().getByRole('button', { name: '检查更新' }).click()
    await main().getByRole('alert').filter({ hasText: '现在连不上' }).waitFor()
  })

  it('shows a newer version, refuses it while it is not the signed one, and backs up before it switches', async () => {
    const place = source.offer('9.2.0')
    const file = join(place, 'biaozhi-9.2.0-linux-x64.tar.gz')
    const whole = readFileSync(file)
    writeFileSync(file, whole.subarray(0, 5_000))
    await answerDialogs(app.electron, place)
    await main().getByRole('button', { name: '选文件夹' }).click()
    await expect.poll(() => main().getByLabel('更新位置').inputValue()).toBe(place)
    await main().getByRole('button', { name: '检查更新' }).click()
    await main().getByText('有新版本 9.2.0，2026-11-26 发布').waitFor()
    await main().getByText('新增一张表').waitFor()
    await main().getByRole('button', { name: '备份并更新' }).click()
    await main().getByRole('alert').filter({ hasText: '还没有拷完，或被改动过' }).waitFor()
    await app.screenshot('update-refused')
    expect(existsSync(join(home, 'versions/current'))).toBe(false)
    writeFileSync(file, whole)
    await main().getByRole('button', { name: '备份并更新' }).click()
    await main().getByText('版本 9.2.0 已备好，下次打开时使用').waitFor()
    await main().getByText('台账已备份').scrollIntoViewIfNeeded()
    await app.screenshot('update-ready')
    const kept = await main().getByText('台账已备份').getAttribute('title')
    expect(kept).toContain(join(home, 'data/备份/台账_'))
    expect(existsSync(kept ?? '')).toBe(true)
    expect(readFileSync(join(home, 'versions/current'), 'utf8')).toMatch(/^9\.2\.0 \d+\.\d+\.\d+\n$/)
    expect(app.complaints).toEqual([])
  })

  it('knows the newest, and asks the office’s server only on a click', async () => {
    const asked: string[] = []
    const place = source.offer('0.0.1')
    const server = createServer((request, answer) => {
      asked.push(request.url ?? '')
      answer.end(readFileSync(join(place, request.url ?? '')))
    })
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    await main().getByLabel('更新位置').fill(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`)
    await main().getByLabel('更新位置').press('Enter')
    await expect.poll(() => main().getByText('有新版本').count()).toBe(0)
    expect(asked).toEqual([])
    await main().getByRole('button', { name: '检查更新' }).click()
    await main().getByText('已是最新版本').waitFor()
    expect(asked).toEqual(['/update.json', '/update.json.sig'])
    server.close()
    rmSync(place, { recursive: true })
  })

  it('shows what a diagnosis holds before it is saved: numbers, codes and the log, no name and no place', async () => {
    await main().getByRole('button', { name: '查看诊断信息' }).click()
    const dialog = app.window.getByRole('dialog', { name: '诊断信息' })
    const text = dialog.locator('pre', { hasText: 'kind: ' })
    const shown = (await text.textContent()) ?? ''
    expect(shown).toContain('kind: portable')
    expect(shown).toContain('"event":"start"')
    for (const name of [source.folder, '台账.bzr', '青岛']) expect(shown).not.toContain(name)
    await app.screenshot('diagnosis')
    const file = join(source.folder, '诊断.txt')
    await answerDialogs(app.electron, file)
    await dialog.getByRole('button', { name: '保存' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(readFileSync(file, 'utf8')).toBe(`\uFEFF${shown}\n`)
  })

  it('brings a page back that died, says so, and has what was entered', async () => {
    const shown = (): Promise<string> => app.electron.evaluate(async ({ BrowserWindow }) => String(await BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText')))
    // Whoever watched the dead page is no longer told of the new one: the program itself is asked.
    await app.electron.evaluate(({ BrowserWindow }) => new Promise<void>((resolve) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      contents?.once('did-finish-load', () => resolve())
      contents?.forcefullyCrashRenderer()
    }))
    await expect.poll(shown, { timeout: 60_000 }).toContain('窗口出错后重新打开过')
    await expect.poll(shown).toContain('台账.bzr')
    expect(readFileSync(join(home, 'data/profile/logs/biaozhi.log'), 'utf8')).toContain('"event":"window.gone"')
  })
})

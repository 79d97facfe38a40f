import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
// Declares window.bridge, which the page functions below use.
import type {} from '../../src/renderer/bridge/bridgeClient'
import { checkRegister } from '../../src/main/store/checkRegister'
import { processTree } from '../support/faults/processTree'
import { registerOf } from '../bench/generator/buildRegister'
import { tempRegister } from '../support/registers/tempRegister'
import { launchApp, type RunningApp } from '../support/window/electronApp'
import { registerProcess } from '../support/window/registerProcess'
import { writeCsv } from '../support/workbooks/tableFiles'

const patiently = { timeout: 60_000 }
const told = '程序上次突然停止，当时正在：'

describe('a program that is cut short', () => {
  const home = mkdtempSync(join(tmpdir(), 'cut-short-'))
  const register = tempRegister()
  let app: RunningApp
  /** The profile stays from one start to the next. */
  const start = (): Promise<RunningApp> => launchApp({ registerFile: register.path, profile: null, env: { HOME: home, XDG_CONFIG_HOME: join(home, 'config') } })
  /** Kills all of the program; a process may have ended with the one before it. */
  const cutShort = async (): Promise<void> => {
    for (const pid of processTree(app.electron.process().pid ?? 0).pids.toReversed()) {
      try {
        process.kill(pid, 'SIGKILL')
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
      }
    }
    await app.close().catch(() => undefined)
  }
  const isNoted = (): boolean => existsSync(home) && readdirSync(home, { recursive: true }).some((name) => String(name).endsWith('unfinished.json'))

  afterAll(async () => {
    await app.close()
    register[Symbol.dispose]()
    rmSync(home, { recursive: true, force: true })
  })

  it('says at its next start what was under way, until that has been read, and has no half of it', async () => {
    await register.open().close()
    const file = join(register.folder, '标准清单.csv')
    writeCsv(file, [['标准号', '标准名称', '起草单位', '发布日期'], ...Array.from({ length: 60_000 }, (_, at) => [`GB/T ${10_000 + at}-2021`, `试验方法${at}`, '青岛大学', '2021-05-06'])])
    app = await start()
    await app.window.getByRole('button', { name: '导入' }).first().waitFor(patiently)
    expect(await app.window.getByText(told).count()).toBe(0)
    await app.window.evaluate((path) => window.bridge.call('imports.open', { files: [path] }), file)
    await expect.poll(isNoted, { ...patiently, interval: 10 }).toBe(true)
    await cutShort()

    app = await start()
    await app.window.getByText(`${told}读取 标准清单.csv`).waitFor(patiently)
    await app.screenshot('cut-short')
    expect(await checkRegister(register.path)).toMatchObject({ ok: true, value: { ok: true } })
    // Whatever else changes meanwhile, it stands until it was read.
    await app.window.evaluate(() => window.bridge.call('settings.save', { operator: '王芳' }))
    await app.window.getByText(told).waitFor(patiently)
    await app.window.getByRole('button', { name: '知道了' }).click()
    await app.window.getByText(told).waitFor({ state: 'detached', ...patiently })
    await app.close()

    app = await start()
    await app.window.getByRole('button', { name: '导入' }).first().waitFor(patiently)
    expect(await app.window.getByText(told).count()).toBe(0)
    expect(isNoted()).toBe(false)
  })

  it('offers at each next start to read the files again that were judged and not committed, with the answers given', async () => {
    const file = join(register.folder, '待提交.csv')
    writeCsv(file, [['标准号', '标准名称', '起草单位', '发布日期'], ['GB/T 5-2021', '试验方法', '青岛大学', '2021.1'], ['GB/T 6-2021', '试验方法之二', '青岛大学', '2021-05-06']])
    const openOf = async (): Promise<{ job: number; open: number; answered: number }[]> => {
      const listed = await app.window.evaluate(() => window.bridge.call('imports.jobs', {}))
      return listed.ok ? listed.value.jobs.filter(({ state }) => state === 'ready').map(({ job, open, answered }) => ({ job, open, answered })) : []
    }
    const killed = async (): Promise<void> => {
      await cutShort()
      app = await start()
      await app.window.getByText('有 1 个文件核对过、还没有提交：待提交.csv').waitFor(patiently)
    }
    await app.window.evaluate((path) => window.bridge.call('imports.open', { files: [path] }), file)
    await expect.poll(openOf, patiently).toMatchObject([{ open: 1, answered: 0 }])
    const [{ job } = { job: 0 }] = await openOf()
    await app.window.evaluate(async (asked) => {
      const questions = await window.bridge.call('imports.questions', { job: asked })
      const group = questions.ok ? (questions.value.groups[0]?.group ?? '') : ''
      await window.bridge.call('imports.answer', { job: asked, group, answer: { choice: 1 } })
    }, job)
    await expect.poll(openOf, patiently).toMatchObject([{ open: 0, answered: 1 }])
    const isNotedAnswered = (): boolean => readdirSync(home, { recursive: true }).some((name) => String(name).endsWith('unfinished.json') && readFileSync(join(home, String(name)), 'utf8').includes('2021-10'))
    await expect.poll(isNotedAnswered, patiently).toBe(true)
    await killed()
    // Nobody has looked at it: it is offered once more.
    await killed()
    await app.window.getByText('答过的问题和改过的内容还在').waitFor(patiently)
    await app.screenshot('judged-before')
    await app.window.getByRole('button', { name: '重新读入' }).click()
    await app.window.getByText('GB/T 5-2021').first().waitFor(patiently)
    await app.window.getByText('还没有提交：待提交.csv').waitFor({ state: 'detached', ...patiently })
    await expect.poll(openOf, patiently).toMatchObject([{ open: 0, answered: 1 }])
    const jobs = (await openOf()).map((waiting) => waiting.job)
    await app.window.evaluate((waiting) => window.bridge.call('imports.close', { jobs: waiting }), jobs)
    await expect.poll(isNoted, patiently).toBe(false)
  })

  it('offers them also when the register process alone has died', async () => {
    const file = join(register.folder, '待提交二.csv')
    writeCsv(file, [['标准号', '标准名称', '起草单位', '发布日期'], ['GB/T 7-2021', '试验方法之三', '青岛大学', '2021-05-06']])
    await app.window.evaluate((path) => window.bridge.call('imports.open', { files: [path] }), file)
    await expect.poll(isNoted, patiently).toBe(true)
    const isWaiting = (): boolean => readdirSync(home, { recursive: true }).some((name) => String(name).endsWith('unfinished.json') && readFileSync(join(home, String(name)), 'utf8').includes('待提交二.csv","path"'))
    await expect.poll(isWaiting, patiently).toBe(true)
    const dying = await registerProcess(app)
    dying.kill()
    const bar = app.window.getByRole('status').filter({ hasText: '有 1 个文件核对过、还没有提交：待提交二.csv' })
    await bar.waitFor(patiently)
    await app.window.getByText('后台重新启动过，已接着打开台账', { exact: true }).waitFor(patiently)
    await app.screenshot('register-died')
    await bar.getByRole('button', { name: '重新读入' }).click()
    await bar.waitFor({ state: 'detached', ...patiently })
    const ready = async (): Promise<number[]> => {
      const listed = await app.window.evaluate(() => window.bridge.call('imports.jobs', {}))
      return listed.ok ? listed.value.jobs.filter(({ state }) => state === 'ready').map(({ job }) => job) : []
    }
    await expect.poll(ready, patiently).toHaveLength(1)
    await app.window.evaluate((jobs) => window.bridge.call('imports.close', { jobs }), await ready())
    await expect.poll(isNoted, patiently).toBe(false)
  })

  it('asks before a restore is stopped by closing the window, and goes on with it when nobody wants that', async () => {
    const restored = join(home, '还原.bzr')
    await app.electron.evaluate(({ dialog }) => {
      const asked: string[] = []
      Object.assign(globalThis, { asked })
      dialog.showMessageBox = async (_window: unknown, options?: Electron.MessageBoxOptions) => {
        asked.push(options?.message ?? '')
        return { response: 1, checkboxChecked: false }
      }
    })
    await app.window.evaluate(([backup, file]) => void window.bridge.call('backup.restore', { backup, file }), [await registerOf(200_000), restored] as const)
    await expect.poll(isNoted, { ...patiently, interval: 5 }).toBe(true)
    await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    await expect.poll(() => app.electron.evaluate(() => (globalThis as unknown as { asked: string[] }).asked), patiently).toEqual([expect.stringContaining('正在做：从备份还原')])
    await expect.poll(() => existsSync(restored), patiently).toBe(true)
    await expect.poll(isNoted, patiently).toBe(false)
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
// Declares window.bridge, which the page functions below use.
import type {} from '../../src/renderer/bridge/bridgeClient'
import { launchApp, type RunningApp } from '../support/window/electronApp'

describe('the window of a first start', () => {
  let app: RunningApp

  beforeAll(async () => {
    app = await launchApp()
    await app.window.getByRole('heading', { name: '建立台账' }).waitFor()
  })
  afterAll(() => app.close())

  it('shows the rail in its order, with only the reachable places enabled', async () => {
    const items = app.window.locator('.rail-item')
    await expect.poll(() => items.allTextContents()).toEqual(['工作台', '标准', '专利', '商标', '单位', '荣誉试点', '导入', '排名', '报表', '设置'])
    await expect.poll(() => items.nth(1).isDisabled()).toBe(true)
    await expect.poll(() => items.nth(9).isDisabled()).toBe(false)
    await app.screenshot('first-start')
  })

  it('offers to make a register, to open one, or to look at the samples first', async () => {
    for (const name of ['建立台账', '打开已有台账', '打开样例']) await app.window.getByRole('main').getByRole('button', { name }).waitFor()
  })

  it('says in the status bar that there is no register', async () => {
    await expect.poll(() => app.window.getByRole('contentinfo').textContent()).toContain('还没有台账')
  })

  it('keeps Node out of the page', async () => {
    expect(await app.window.evaluate(() => ['require', 'process', 'module'].filter((name) => name in globalThis))).toEqual([])
    expect(await app.window.evaluate(() => Object.keys(window.bridge))).toEqual(['call', 'subscribe', 'pathOfFile'])
  })

  it('drew itself without a complaint', () => {
    expect(app.complaints).toEqual([])
  })

  it('does not run an inline script or reach another host', async () => {
    const outcome = await app.window.evaluate(async () => {
      const violations: string[] = []
      const bothReported = new Promise<void>((resolve) => document.addEventListener('securitypolicyviolation', (event) => {
        if (violations.push(event.effectiveDirective) === 2) resolve()
      }))
      const script = document.createElement('script')
      script.textContent = 'window.hasRunInline = true'
      document.body.append(script)
      const fetched = await fetch('https://example.com/').then(() => 'fetched', () => 'refused')
      await bothReported
      return { violations: violations.toSorted(), hasRun: 'hasRunInline' in window, fetched }
    })
    expect(outcome).toEqual({ violations: ['connect-src', 'script-src-elem'], hasRun: false, fetched: 'refused' })
  })

  it('opens no second window and leaves its page for no address', async () => {
    const address = app.window.url()
    const wasPrevented = app.electron.evaluate(({ BrowserWindow }) => new Promise<boolean>((resolve) => {
      BrowserWindow.getAllWindows()[0]?.webContents.once('will-navigate', ({ defaultPrevented }) => resolve(defaultPrevented))
      Object.assign(globalThis, { isWatching: true })
    }))
    await expect.poll(() => app.electron.evaluate(() => 'isWatching' in globalThis)).toBe(true)
    expect(await app.window.evaluate(() => {
      const opened = window.open('https://example.com/')
      location.href = 'https://example.com/'
      return opened
    })).toBeNull()
    expect(await wasPrevented).toBe(true)
    expect(app.electron.windows()).toHaveLength(1)
    expect(app.window.url()).toBe(address)
  })

  it('is a page of its own scheme, isolated, in a sandbox, with no part of Chromium that is not needed', async () => {
    const wishes = await app.electron.evaluate(({ BrowserWindow }): Record<string, unknown> => {
      // Electron has it and does not document it: what the page was really made with.
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as { getLastWebPreferences?(): Record<string, unknown> } | undefined
      return { ...contents?.getLastWebPreferences?.() }
    })
    expect(wishes).toMatchObject({ contextIsolation: true, sandbox: true, nodeIntegration: false, nodeIntegrationInSubFrames: false, webSecurity: true, webviewTag: false })
    for (const risk of ['nodeIntegrationInWorker', 'allowRunningInsecureContent', 'experimentalFeatures', 'enableBlinkFeatures']) expect(wishes[risk], risk).toBeFalsy()
    expect(await app.window.evaluate(() => [location.protocol, isSecureContext])).toEqual(['app:', true])
  })

  it('has no permission, whatever asks for one, and takes no page into itself', async () => {
    const permissions = await app.window.evaluate(async () => {
      const states = await Promise.all((['geolocation', 'notifications', 'camera', 'microphone'] as const).map(async (name) => (await navigator.permissions.query({ name })).state))
      const asked = await Notification.requestPermission()
      const place = await new Promise<string>((resolve) => navigator.geolocation.getCurrentPosition(() => resolve('told'), () => resolve('refused')))
      const seen = await navigator.mediaDevices.getUserMedia({ video: true, audio: true }).then(() => 'seen', () => 'refused')
      return { states: [...new Set(states)], asked, place, seen }
    })
    expect(permissions).toEqual({ states: ['denied'], asked: 'denied', place: 'refused', seen: 'refused' })
    await app.window.evaluate(() => {
      const view = document.createElement('webview')
      view.setAttribute('src', 'https://example.com/')
      const frame = document.createElement('iframe')
      frame.src = 'https://example.com/'
      document.body.append(view, frame)
    })
    await expect.poll(() => app.window.frames().filter((frame) => frame.url().includes('example'))).toEqual([])
    expect(await app.electron.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1)
    await app.window.evaluate(() => { for (const element of document.querySelectorAll('webview, iframe')) element.remove() })
  })

  it('answers a call with a result', async () => {
    const result = await app.window.evaluate(() => window.bridge.call('app.info', {}))
    expect(result).toMatchObject({ ok: true, value: { version: expect.stringMatching(/^\d+\.\d+\.\d+$/) } })
  })

  it.each([
    ['an unknown name', 'files.read', {}, 'name'],
    ['the name of a built-in property', 'constructor', {}, 'name'],
    ['a missing input', 'lists.page', undefined, ''],
    ['a field of the wrong type', 'lists.page', { handle: 'x', from: 0, to: 10 }, 'handle'],
    ['a page that is too long', 'lists.page', { handle: 1, from: 0, to: 100_000 }, 'to'],
    ['an unknown kind', 'records.get', { kind: 'secrets', id: 1 }, 'kind'],
  ])('refuses %s', async (_what, name, input, field) => {
    const result = await app.window.evaluate(
      ([called, value]) => (window.bridge.call as (name: unknown, input: unknown) => Promise<unknown>)(called, value),
      [name, input] as const,
    )
    expect(result).toEqual({ ok: false, code: 'bridge_invalid_input', at: { field } })
  })

  it('starts the register process again when it dies, and tells the window', async () => {
    const restarted = app.window.evaluate(() => new Promise((resolve) => {
      window.bridge.subscribe('register.restarted', resolve)
      document.documentElement.dataset.isListening = ''
    }))
    await app.window.waitForFunction(() => 'isListening' in document.documentElement.dataset)
    await app.electron.evaluate(({ app: electronApp }) => {
      const register = electronApp.getAppMetrics().find(({ name, serviceName }) => [name, serviceName].includes('register'))
      if (register === undefined) throw new Error('no register process')
      process.kill(register.pid)
    })
    expect(await restarted).toEqual({})
    expect(await app.window.evaluate(() => window.bridge.call('register.status', {}))).toMatchObject({ ok: true })
  })
})

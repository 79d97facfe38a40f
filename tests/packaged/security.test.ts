import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
// Declares window.bridge, which the page functions below use.
import type {} from '../../src/renderer/bridge/bridgeClient'
import { releasedRegisters, unpackReleased } from '../support/registers/releasedRegisters'
import { launchApp, type RunningApp } from '../support/window/electronApp'
import { makeTwin } from './twinProgram'

const work = mkdtempSync(join(tmpdir(), 'biaozhi-security-'))
const patiently = { timeout: 60_000 }

// The numbers are those of Electron's own list; 4 is in sandbox.test.ts, 16 and 19 are in fuses.test.ts.
describe('Electron’s security list, in the packaged program', () => {
  let app: RunningApp
  let wishes: Record<string, unknown>[]

  beforeAll(async () => {
    app = await launchApp({ program: await makeTwin(join(work, 'twin')), registerFile: unpackReleased(releasedRegisters.at(-1) ?? '', work) })
    await app.window.getByText('台账.bzr').first().waitFor(patiently)
    // Its second kind of window, so that what is said of windows is said of both.
    const printed = await app.window.evaluate(() => window.bridge.call('shell.previewPrint', { form: 'F2', period: '2021', name: '表.pdf' }))
    expect(printed).toMatchObject({ ok: true })
    expect(await addresses()).toEqual([expect.stringMatching(/^app:\/\/print\//u), expect.stringMatching(/^app:\/\/window\/index\.html/u)])
    wishes = await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window): Record<string, unknown> => {
      // Electron has it and does not document it: what a page was really made with.
      const contents = window.webContents as { getLastWebPreferences?(): Record<string, unknown> }
      const { nodeIntegration, nodeIntegrationInWorker, nodeIntegrationInSubFrames, contextIsolation, sandbox, webSecurity, allowRunningInsecureContent, experimentalFeatures, enableBlinkFeatures, webviewTag } = contents.getLastWebPreferences?.() ?? {}
      return { nodeIntegration, nodeIntegrationInWorker, nodeIntegrationInSubFrames, contextIsolation, sandbox, webSecurity, allowRunningInsecureContent, experimentalFeatures, enableBlinkFeatures, webviewTag }
    }))
    expect(wishes).toHaveLength(2)
  })
  afterAll(async () => {
    await app.close()
    rmSync(work, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  })

  const addresses = (): Promise<string[]> => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.webContents.getURL()).toSorted())
  const isOff = (...names: string[]): void => {
    for (const name of names) expect(wishes.map((wish) => Boolean(wish[name])), name).toEqual([false, false])
  }
  const isOn = (name: string): void => expect(wishes.map((wish) => wish[name]), name).toEqual([true, true])
  /** Answers of the packaged program's own scheme, asked from outside any page. */
  const served = (address: string): Promise<{ status: number; policy: string | null }> =>
    app.electron.evaluate(async ({ net }, url) => {
      const answer = await net.fetch(url)
      return { status: answer.status, policy: answer.headers.get('content-security-policy') }
    }, address)

  it('1: loads nothing but its own files, and counts as secure', async () => {
    const asked: string[] = []
    app.window.on('request', (request) => asked.push(request.url()))
    await app.window.reload()
    await app.window.getByText('台账.bzr').first().waitFor(patiently)
    app.window.removeAllListeners('request')
    expect(asked.length).toBeGreaterThan(3)
    expect(asked.filter((address) => !/^(?:app:\/\/window\/|data:)/u.test(address))).toEqual([])
    expect(await app.window.evaluate(() => isSecureContext)).toBe(true)
    const reached = await app.window.evaluate(() => Promise.all(['https://example.com/', 'http://127.0.0.1:9/'].map((url) => fetch(url).then(() => url, () => null))))
    expect(reached).toEqual([null, null])
  })

  it('2: has no Node in any window, frame or worker', async () => {
    isOff('nodeIntegration', 'nodeIntegrationInWorker', 'nodeIntegrationInSubFrames')
    for (const page of app.electron.windows()) expect(await page.evaluate(() => ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in globalThis))).toEqual([])
  })

  it('3: isolates what it puts into a page from the page', async () => {
    isOn('contextIsolation')
    const session = await app.window.context().newCDPSession(app.window)
    const worlds: string[] = []
    session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context.name))
    await session.send('Runtime.enable')
    await session.detach()
    expect(worlds).toContain('Electron Isolated Context')
    // A page that changes the language itself changes it for itself only.
    const answer = await app.window.evaluate(async () => {
      const { then } = Promise.prototype
      const { toString } = Object.prototype
      Object.prototype.toString = () => 'changed'
      const info = await window.bridge.call('app.info', {})
      Object.prototype.toString = toString
      return { isOk: info.ok, isSame: Promise.prototype.then === then }
    })
    expect(answer).toEqual({ isOk: true, isSame: true })
  })

  it('5: grants no permission, whatever asks for one', async () => {
    for (const page of app.electron.windows()) {
      const answers = await page.evaluate(async () => {
        const states = await Promise.all((['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'persistent-storage'] as const).map(async (name) => (await navigator.permissions.query({ name })).state))
        const place = await new Promise<string>((resolve) => navigator.geolocation.getCurrentPosition(() => resolve('told'), () => resolve('refused')))
        const seen = await navigator.mediaDevices.getUserMedia({ video: true, audio: true }).then(() => 'seen', () => 'refused')
        return { states: [...new Set(states)], asked: await Notification.requestPermission(), place, seen }
      })
      expect(answers).toEqual({ states: ['denied'], asked: 'denied', place: 'refused', seen: 'refused' })
    }
  })

  it('6 and 8: keeps the same-origin rule, also where nothing else would stop it, and no insecure content', async () => {
    isOn('webSecurity')
    isOff('allowRunningInsecureContent')
    const session = await app.window.context().newCDPSession(app.window)
    await session.send('Page.setBypassCSP', { enabled: true })
    await app.window.reload()
    const reached = await app.window.evaluate(() => Promise.all(['app://window/index.html', 'app://elsewhere/index.html', 'file:///etc/hostname'].map((url) => fetch(url).then(({ status }) => status, () => null))))
    expect(reached).toEqual([200, null, null])
    await session.send('Page.setBypassCSP', { enabled: false })
    await session.detach()
    await app.window.reload()
    await app.window.getByText('台账.bzr').first().waitFor(patiently)
  })

  it('7: serves its page with a policy that lets nothing in, and with another nonce each time', async () => {
    const [first, second] = [await served('app://window/index.html'), await served('app://window/index.html?language=en')]
    const rules = new Map(first.policy?.split('; ').map((rule) => [rule.split(' ')[0] ?? '', rule.split(' ').slice(1).join(' ')]))
    const nonce = /^'self' ('nonce-[\w+/=]{20,}')$/u.exec(rules.get('style-src') ?? '')?.[1]
    expect(Object.fromEntries(rules)).toEqual({
      'default-src': "'none'", 'script-src': "'self'", 'style-src': `'self' ${nonce}`, 'img-src': "'self' data:", 'font-src': "'self' data:",
      'connect-src': "'none'", 'base-uri': "'none'", 'form-action': "'none'", 'frame-ancestors': "'none'",
    })
    expect(second.policy).not.toContain(nonce ?? 'none')
    const tried = await app.window.evaluate(async () => {
      const refused: string[] = []
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => refused.push(effectiveDirective))
      const inline = document.createElement('script')
      inline.textContent = 'window.hasRun = true'
      const frame = document.createElement('iframe')
      frame.src = 'data:text/html,x'
      const link = document.createElement('a')
      link.setAttribute('onclick', 'window.hasRun = true')
      document.body.append(inline, frame, link)
      link.click()
      Reflect.apply(setTimeout, globalThis, ['window.hasRun = true', 0])
      const own = await fetch('app://window/index.html').then(() => 'fetched', () => 'refused')
      await new Promise<void>((resolve) => {
        const look = (): void => { if (refused.length >= 5) resolve(); else setTimeout(look, 20) }
        look()
      })
      for (const element of [inline, frame, link]) element.remove()
      return { refused: refused.toSorted(), hasRun: 'hasRun' in window, own }
    })
    expect(tried).toEqual({ refused: ['connect-src', 'frame-src', 'script-src', 'script-src-attr', 'script-src-elem'], hasRun: false, own: 'refused' })
  })

  it('9 and 10: turns on nothing in Chromium that is not finished', () => {
    isOff('experimentalFeatures', 'enableBlinkFeatures')
  })

  it('11 and 12: takes no other page into itself', async () => {
    isOff('webviewTag')
    await app.window.evaluate(() => {
      const view = document.createElement('webview')
      view.setAttribute('src', 'data:text/html,x')
      view.setAttribute('allowpopups', '')
      document.body.append(view)
    })
    // Asked and answered: a view that came to life would be there by now.
    await app.window.evaluate(() => window.bridge.call('app.info', {}))
    expect(await app.electron.evaluate(({ webContents }) => webContents.getAllWebContents().filter((contents) => contents.getType() === 'webview').length)).toBe(0)
    await app.window.evaluate(() => { for (const view of document.querySelectorAll('webview')) view.remove() })
  })

  it('13: leaves its page for no address', async () => {
    const file = join(work, '别处.html')
    writeFileSync(file, '<title>elsewhere</title>')
    const before = await addresses()
    for (const page of app.electron.windows()) {
      await page.evaluate((elsewhere) => {
        for (const address of ['https://example.com/', `file://${elsewhere}`, 'data:text/html,x', 'app://elsewhere/index.html', 'blob:app://window/x']) {
          try { location.href = address } catch { /* refused at once */ }
          const link = document.createElement('a')
          link.href = address
          document.body.append(link)
          link.click()
          link.remove()
        }
      }, file)
      await page.evaluate(() => 1)
    }
    expect(await addresses()).toEqual(before)
  })

  it('14: opens no window, whoever asks', async () => {
    const before = await addresses()
    for (const page of app.electron.windows()) {
      const opened = await page.evaluate(() => ['https://example.com/', 'about:blank', '', 'app://window/index.html'].map((address) => window.open(address, '_blank') === null))
      expect(opened).toEqual([true, true, true, true])
      await page.evaluate(() => {
        const link = document.createElement('a')
        Object.assign(link, { href: 'app://window/index.html', target: '_blank' })
        document.body.append(link)
        for (const more of [{}, { ctrlKey: true }, { shiftKey: true }]) link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...more }))
        link.remove()
      })
    }
    expect(await addresses()).toEqual(before)
  })

  it('15: hands the system tables and PDFs only, no address and no program', async () => {
    await app.electron.evaluate(({ shell }) => {
      const handed: string[] = []
      Object.assign(globalThis, { handed })
      shell.openExternal = async (address) => void handed.push(address)
      shell.openPath = async (file) => { handed.push(file); return '' }
    })
    const table = join(work, '表.csv')
    for (const file of [table, join(work, 'x.desktop'), join(work, 'x.sh'), join(work, 'x.csv.exe')]) writeFileSync(file, '标准编号\n')
    const codes = await app.window.evaluate(async ([folder, good]) => {
      const answers = await Promise.all(['https://example.com/a.csv', 'file:///etc/hostname', `${folder}/x.desktop`, `${folder}/x.sh`, `${folder}/x.csv.exe`, 'javascript:1', String(good)].map((file) => window.bridge.call('shell.openTable', { file })))
      return answers.map((answer) => answer.ok)
    }, [work, table])
    expect(codes).toEqual([false, false, false, false, false, false, true])
    expect(await app.electron.evaluate(() => (globalThis as unknown as { handed: string[] }).handed)).toEqual([table])
  })

  it('17: answers no page but its own, though it has the same bridge', async () => {
    const answers = await app.electron.evaluate(async ({ app: program, BrowserWindow }) => {
      const tell = "Promise.all([window.bridge.call('app.info', {}), window.bridge.call('register.status', {}), window.bridge.call('shell.paste', {})])"
      const window = new BrowserWindow({ show: false, webPreferences: { preload: `${program.getAppPath()}/out/preload/index.cjs`, sandbox: true, contextIsolation: true } })
      await window.loadURL('data:text/html,<title>x</title>')
      const told = await window.webContents.executeJavaScript(tell) as unknown[]
      window.destroy()
      return told
    })
    expect(answers).toEqual(Array.from({ length: 3 }, () => ({ ok: false, code: 'bridge_untrusted_sender' })))
    expect(await app.window.evaluate(() => window.bridge.call('app.info', {}))).toMatchObject({ ok: true })
  })

  it('18: has its files under a scheme of its own, and nothing above or beside them', async () => {
    expect(new URL(app.window.url()).protocol).toBe('app:')
    const outside = ['app://elsewhere/index.html', 'app://window/../main/index.js', 'app://window/%2e%2e/main/index.js', 'app://window/..%2f..%2fpackage.json', 'app://window/..%5c..%5cpackage.json', 'app://window/', 'app://window//etc/hostname', 'app://window/%00']
    for (const address of outside) expect(await served(address), address).toMatchObject({ status: 404 })
  })

  it('20: shows a page three functions of its own and nothing of Electron', async () => {
    const shown = await app.window.evaluate(async () => {
      let heard: unknown[] = []
      const stop = window.bridge.subscribe('preferences.changed', (...all: unknown[]) => { heard = all })
      await window.bridge.call('shell.setPreferences', { zoomPercent: 110 })
      await window.bridge.call('shell.setPreferences', { zoomPercent: 100 })
      stop()
      return { names: Object.keys(window.bridge), isFixed: Object.isFrozen(window.bridge), heard: heard.length, kinds: heard.map((part) => Object.getPrototypeOf(part) === Object.prototype), electron: ['ipcRenderer', 'electron', 'electronAPI', 'webFrame'].filter((name) => name in globalThis) }
    })
    expect(shown).toMatchObject({ names: ['call', 'subscribe', 'pathOfFile'], heard: 1, kinds: [true], electron: [] })
    const viewer = app.electron.windows().find((page) => page.url().startsWith('app://print/'))
    expect(await viewer?.evaluate(() => ['bridge', 'ipcRenderer', 'electron'].filter((name) => name in globalThis))).toEqual([])
  })
})

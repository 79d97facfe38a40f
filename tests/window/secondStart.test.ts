import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { electronProgram, launchApp, type RunningApp } from '../support/window/electronApp'
import { tempRegister } from '../support/registers/tempRegister'

const home = mkdtempSync(join(tmpdir(), 'second-start-'))
const register = tempRegister()
const env = { HOME: home, XDG_CONFIG_HOME: join(home, 'config') }
let app: RunningApp

/** In the folder of the register, as the system starts a program for a file. */
async function startAgain(words: readonly string[]): Promise<void> {
  const second = spawn(electronProgram(), [join(import.meta.dirname, '../..'), '--no-sandbox', '--disable-gpu', ...words], { cwd: register.folder, stdio: 'ignore', env: { ...process.env, ...env } })
  const [code] = await once(second, 'exit') as [number | null]
  expect(code).toBe(0)
}

afterAll(async () => {
  await app.close()
  register[Symbol.dispose]()
  rmSync(home, { recursive: true, force: true })
})

it('a second start brings the first window forward, opens none of its own and ends', async () => {
  await register.open().close()
  app = await launchApp({ registerFile: register.path, profile: null, env })
  await app.window.getByRole('banner').getByText('台账.bzr').waitFor({ timeout: 60_000 })
  await app.electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    const seen = globalThis as { broughtForward?: number }
    seen.broughtForward = 0
    const focus = window?.focus.bind(window)
    if (window && focus) window.focus = () => {
      seen.broughtForward = (seen.broughtForward ?? 0) + 1
      focus()
    }
  })
  await startAgain(['--register', register.path])
  await expect.poll(() => app.electron.evaluate(() => (globalThis as { broughtForward?: number }).broughtForward), { timeout: 20_000 }).toBeGreaterThan(0)
  expect(await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

it('a second start with another register, as by a double click on it, opens that one in the window; one that cannot be opened is named and changes nothing', async () => {
  const other = join(register.folder, '另一本.bzr')
  copyFileSync(register.path, other)
  await startAgain([other])
  await app.window.getByRole('banner').getByText('另一本.bzr').waitFor({ timeout: 60_000 })
  writeFileSync(join(register.folder, '坏的.bzr'), '不是台账')
  await startAgain(['坏的.bzr'])
  await app.window.getByRole('contentinfo').getByText('台账文件已损坏').waitFor({ timeout: 60_000 })
  await app.window.getByRole('banner').getByText('另一本.bzr').waitFor()
  expect(app.complaints).toEqual([])
})

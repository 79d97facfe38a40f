import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
// Declares window.bridge, which the page functions below use.
import type {} from '../../src/renderer/bridge/bridgeClient'
import { launchApp, type RunningApp } from '../support/window/electronApp'
import { writeCsv } from '../support/workbooks/tableFiles'

/** Stands in every name, place, file and cell of this test, and nowhere in the program. */
const planted = '鸴廌'
const patiently = { timeout: 60_000 }

describe('the log and the diagnosis, after much was done and much was refused', () => {
  const home = mkdtempSync(join(tmpdir(), `logged-${planted}-`))
  const place = join(home, `${planted}局`)
  let app: RunningApp

  afterAll(async () => {
    await app.close()
    rmSync(home, { recursive: true, force: true })
  })

  const logs = (): string => readdirSync(home, { recursive: true }).map(String).filter((name) => /biaozhi\.log(?:\.1)?$/u.test(name)).map((name) => readFileSync(join(home, name), 'utf8')).join('')
  const registerProcess = (): Promise<number> => app.electron.evaluate((electron) => electron.app.getAppMetrics().find(({ name }) => name === 'register')?.pid ?? 0)

  it('hold no name, no place and nothing of a record', async () => {
    mkdirSync(place)
    const file = join(place, `${planted}清单.csv`)
    writeCsv(file, [['专利号', '专利名称', '专利权人', '申请日'], ...Array.from({ length: 300 }, (_, at) => [at % 7 === 0 ? `${planted}${at}` : `CN2018${String(1_000_000 + at)}.X`, `一种${planted}装置${at}`, `青岛${planted}有限公司`, at % 5 === 0 ? planted : '2018-05-06'])])
    writeFileSync(join(place, `${planted}.xlsx`), `PK\u0003\u0004${planted}`)
    app = await launchApp({ profile: null, env: { HOME: home, XDG_CONFIG_HOME: join(home, 'config') } })
    const asked = { planted, place, register: join(place, `${planted}.bzr`), files: [file, join(place, `${planted}.xlsx`), join(place, `没有${planted}.xlsx`)] }
    const refused = await app.window.evaluate(async ({ planted: text, place: folder, register, files }) => {
      const { bridge } = window
      const answers: { ok: boolean }[] = [
        await bridge.call('register.open', { file: `${folder}/没有.bzr`, create: false }), await bridge.call('register.open', { file: `${folder}/${text}.xlsx`, create: false }),
        await bridge.call('register.open', { file: register, create: true }), await bridge.call('settings.save', { operator: text, officeName: `${text}局`, backupFolder: `${folder}/没有/${text}` }),
        await bridge.call('imports.open', { files }), await bridge.call('lists.open', { kind: 'patents', search: text }),
        await bridge.call('records.edit', { kind: 'patents', id: 99_999, field: 'title', text, before: text }), await bridge.call('backup.run', {}),
        await bridge.call('backup.salvage', { file: `${folder}/没有/${text}.bzr` }),
      ]
      return answers.filter(({ ok }) => !ok).length
    }, asked)
    expect(refused).toBeGreaterThan(2)
    for (let killed = 0; killed < 2; killed++) {
      const pid = await registerProcess()
      process.kill(pid, 'SIGKILL')
      await expect.poll(registerProcess, patiently).not.toBe(pid)
    }
    await expect.poll(() => logs().split('"event":"register.exited"').length, patiently).toBe(3)
    expect(logs().split('"event":"call.failed"').length).toBeGreaterThan(2)
    const shown = await app.window.evaluate(async () => {
      const diagnosis = await window.bridge.call('shell.diagnosis', {})
      return diagnosis.ok ? diagnosis.value.text : diagnosis.code
    })
    expect(shown).toContain('"event":"register.exited"')
    for (const text of [logs(), shown]) for (const name of [planted, encodeURIComponent(planted), home, '有限公司', '清单', '.bzr', '.csv']) expect(text).not.toContain(name)
  })
})

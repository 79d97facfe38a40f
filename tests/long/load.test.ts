import { copyFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type {} from '../../src/renderer/bridge/bridgeClient'
import { registerOf } from '../bench/generator/buildRegister'
import { exportXlsx } from '../bench/generator/vendorFiles'
import { privateMb } from '../bench/jobs/builtWindow'
import { launchApp, type RunningApp } from '../support/window/electronApp'
import { lengthOf, recordFigure } from '../support/longSuites'
import { tempRegister, type TempRegister } from '../support/registers/tempRegister'
import { startPressing, stopPressing } from './pressure'

const patents = 1_000_000
const rows = 100_000

/** How long pages are asked for before the import. */
const quietMs = 15_000

/** The time within which a share of the answers came. */
function at(times: readonly number[], share: number): string {
  return (times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * share)] ?? 0).toFixed(0)
}

/** It takes minutes by itself: only a hundredth of the full length or more has them. */
const isLongEnough = lengthOf('SOAK_MINUTES', 0) >= 4

describe.runIf(isLongEnough)('a register of a million under load', () => {
  let app: RunningApp
  let register: TempRegister

  beforeAll(async () => {
    register = tempRegister()
    copyFileSync(await registerOf(patents), register.path)
    app = await launchApp({ registerFile: register.path })
    await app.window.getByRole('navigation').getByRole('button', { name: '专利' }).click()
    await app.window.locator('.ag-row').first().waitFor({ timeout: 300_000 })
  }, 3_600_000)
  afterAll(async () => {
    await app.close()
    register[Symbol.dispose]()
  })

  const jobState = (job: number): Promise<string | undefined> => app.window.evaluate(async (wanted) => {
    const jobs = await window.bridge.call('imports.jobs', {})
    return jobs.ok ? jobs.value.jobs.find((candidate) => candidate.job === wanted)?.state : jobs.code
  }, job)
  const opened = (file: string): Promise<number> => app.window.evaluate(async (path) => {
    const answer = await window.bridge.call('imports.open', { files: [path] })
    if (!answer.ok) throw new Error(answer.code)
    return answer.value.jobs[0]?.job ?? 0
  }, file)
  const registerMb = async (): Promise<number> => {
    const processes = await app.electron.evaluate((electron) => electron.app.getAppMetrics().map(({ pid, name }) => ({ pid, name })))
    return processes.filter(({ name }) => name === 'register').reduce((sum, { pid }) => sum + privateMb(pid), 0)
  }
  /** Seconds of a processor that the register process has taken, whatever else this computer does. */
  const registerCpu = async (): Promise<number> => {
    const processes = await app.electron.evaluate((electron) => electron.app.getAppMetrics().map(({ name, cpu }) => ({ name, seconds: cpu.cumulativeCPUUsage ?? 0 })))
    return processes.filter(({ name }) => name === 'register').reduce((sum, { seconds }) => sum + seconds, 0)
  }

  it('answers twenty searches and pages a second while an import of 100,000 rows runs, and none fails', async () => {
    const file = await exportXlsx(rows)
    const busy = `${(loadavg()[0] ?? 0).toFixed(0)} on ${availableParallelism()} processors`
    // What this computer gives without any import, in the same run: it has other work too.
    await app.window.evaluate(startPressing)
    await new Promise((resolve) => { setTimeout(resolve, quietMs) })
    const alone = await app.window.evaluate(stopPressing)
    const [before, started] = [await registerCpu(), performance.now()]
    await app.window.evaluate(startPressing)
    const job = await opened(file)
    await expect.poll(() => jobState(job), { timeout: 1_200_000, interval: 250 }).toBe('ready')
    await app.window.evaluate((ready) => window.bridge.call('imports.commit', { jobs: [ready] }), job)
    await expect.poll(() => jobState(job), { timeout: 1_200_000, interval: 250 }).toBe('done')
    const { pages, searches, failures } = await app.window.evaluate(stopPressing)
    const took = `the import took ${((performance.now() - started) / 1_000).toFixed(0)} s, the register ${((await registerCpu()) - before).toFixed(0)} s of a processor for both`
    expect([...alone.failures, ...failures]).toEqual([])
    expect(pages.length).toBeGreaterThan(100)
    recordFigure('pages', pages.length, `half of the pages within ${at(pages, 0.5)} ms, 99 of 100 within ${at(pages, 0.99)} ms, the slowest ${at(pages, 1)} ms; without the import ${at(alone.pages, 0.5)}, ${at(alone.pages, 0.99)} and ${at(alone.pages, 1)} ms; load of the computer before it: ${busy}; of the searches ${at(searches, 0.5)} and ${at(searches, 0.99)} ms; ${took}`)
  }, 3_000_000)

  it('has the memory of a cancelled import back', async () => {
    const file = await exportXlsx(rows)
    const cancelled = async (): Promise<void> => {
      const job = await opened(file)
      await expect.poll(() => jobState(job), { timeout: 1_200_000, interval: 50 }).toMatch(/^(?:judging|reading|ready)$/u)
      await app.window.evaluate(async (open) => {
        await window.bridge.call('imports.cancel', { job: open })
        await window.bridge.call('imports.close', { jobs: [open] })
      }, job)
    }
    await cancelled()
    const before = await registerMb()
    for (let round = 0; round < 4; round++) await cancelled()
    // Nothing frees at once; four imports that stayed would be several hundred megabytes.
    await expect.poll(async () => (await registerMb()) - before, { timeout: 120_000, interval: 1_000 }).toBeLessThan(100)
  }, 3_000_000)
})

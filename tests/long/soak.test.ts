import { copyFileSync, existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type {} from '../../src/renderer/bridge/bridgeClient'
import { registerOf } from '../bench/generator/buildRegister'
import { privateMb } from '../bench/jobs/builtWindow'
import { launchApp, type RunningApp } from '../support/window/electronApp'
import { lengthOf, recordFigure } from '../support/longSuites'
import { createRandom } from '../support/registers/randomRecords'
import { runJson } from '../support/runCli'
import { writeCsv } from '../support/workbooks/tableFiles'
import { tempRegister, type TempRegister } from '../support/registers/tempRegister'

const patents = 200_000
const minutes = lengthOf('SOAK_MINUTES', 1)
const mostWalMb = 64
const random = createRandom(20_260_122)

/** Private memory by process, and open files and sockets of all of them. */
interface Held { mb: Readonly<Record<string, number>>; handles: number }

/** How often the window is made to collect in a day of work: often enough for a median, too seldom to be its habit. */
const collections = 24

/** The second quarter of a day and its last: the first fills what is kept in memory. */
function quartersOf<T>(samples: readonly T[]): [early: readonly T[], late: readonly T[]] {
  const quarter = Math.max(1, Math.floor(samples.length / 4))
  return [samples.slice(quarter, 2 * quarter), samples.slice(-quarter)]
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const together = ({ mb }: Held): number => Object.values(mb).reduce((sum, one) => sum + one, 0)

describe('a day of work', () => {
  let app: RunningApp
  let register: TempRegister
  let files = 0

  beforeAll(async () => {
    register = tempRegister()
    copyFileSync(await registerOf(patents), register.path)
    app = await launchApp({ registerFile: register.path })
    await app.window.getByRole('navigation').getByRole('button', { name: '专利' }).click()
    await app.window.locator('.ag-row').first().waitFor({ timeout: 120_000 })
  }, 3_600_000)
  afterAll(() => register[Symbol.dispose]())

  const go = (place: string) => (): Promise<void> => app.window.getByRole('navigation').getByRole('button', { name: place, exact: true }).click()

  async function search(): Promise<void> {
    await app.window.evaluate(async ([word, from]) => {
      const list = await window.bridge.call('lists.open', { kind: 'patents', search: String(word), sort: [{ field: 'grantedOn', descending: true }] })
      if (!list.ok) throw new Error(list.code)
      const page = await window.bridge.call('lists.page', { handle: list.value.handle, from: Number(from), to: Number(from) + 100 })
      if (!page.ok) throw new Error(page.code)
      await window.bridge.call('lists.close', { handle: list.value.handle })
    }, [random.pick(['电梯', '装置', '', '海洋']), random.below(1_000)] as const)
  }

  /** Every other edit is taken back. */
  async function edit(): Promise<void> {
    const failed = await app.window.evaluate(async ([id, text, takesBack]) => {
      const record = await window.bridge.call('records.get', { kind: 'patents', id: Number(id) })
      if (!record.ok) return record.code
      const done = await window.bridge.call('records.edit', { kind: 'patents', id: Number(id), field: 'title', text: String(text), before: String(record.value.cells['title'] ?? '') })
      if (!done.ok) return done.code
      const undone = takesBack ? await window.bridge.call('records.undo', {}) : done
      return undone.ok ? null : undone.code
    }, [1 + random.below(patents / 2), `一种改过的装置${random.below(1_000_000)}`, random.chance(0.5)] as const)
    expect(failed).toBeNull()
  }

  async function importSome(): Promise<void> {
    const file = join(register.folder, `清单${files++}.csv`)
    writeCsv(file, [['标准编号', '标准名称', '发布日期'], ...Array.from({ length: 300 }, (_, at) => [`GB/T ${10_000 + random.below(80_000)}-20${10 + (at % 10)}`, `名称${at}`, '2020-01-01'])])
    const failed = await app.window.evaluate(async (path) => {
      const opened = await window.bridge.call('imports.open', { files: [path] })
      const job = opened.ok ? opened.value.jobs[0]?.job ?? 0 : 0
      for (const wanted of ['ready', 'done']) {
        for (;;) {
          const jobs = await window.bridge.call('imports.jobs', {})
          const state = jobs.ok ? jobs.value.jobs.find((candidate) => candidate.job === job)?.state : jobs.code
          if (state === wanted) break
          if (state === undefined || state === 'refused') return state ?? 'gone'
          await new Promise((resolve) => setTimeout(resolve, 20))
        }
        if (wanted === 'ready') await window.bridge.call('imports.commit', { jobs: [job] })
      }
      await window.bridge.call('imports.close', { jobs: [job] })
      return null
    }, file)
    expect(failed).toBeNull()
  }

  /** Of the day's own imports: without those that the register was made of there would be nothing left to work on. */
  async function undoNewest(): Promise<void> {
    const failed = await app.window.evaluate(async () => {
      const batches = await window.bridge.call('imports.batches', {})
      if (!batches.ok) return batches.code
      const batch = batches.value.batches.find(({ state, file }) => state === 'active' && file.startsWith('清单'))
      const undone = batch === undefined ? null : await window.bridge.call('imports.undo', { batch: batch.batch })
      return undone === null || undone.ok ? null : undone.code
    })
    expect(failed).toBeNull()
  }

  const work: readonly (() => Promise<void>)[] = [search, search, search, edit, edit, edit, importSome, undoNewest, go('标准'), go('专利'), go('单位'), go('排名'), go('工作台')]

  /** Memory that only the main process, the register and the window hold, and their open files and sockets; parsers come and go. */
  async function held(): Promise<Held> {
    const processes = await app.electron.evaluate((electron) => electron.app.getAppMetrics().map(({ pid, type, name }) => ({ pid, name: name ?? type })))
    const kept = processes.filter(({ name }) => ['Browser', 'Tab', 'register'].includes(name))
    return { mb: Object.fromEntries(kept.map(({ name, pid }) => [name, privateMb(pid)])), handles: kept.reduce((sum, { pid }) => sum + readdirSync(`/proc/${pid}/fd`).length, 0) }
  }

  /** MB that the window holds once what nothing refers to is gone: between collections an engine lets garbage lie. */
  async function windowCollected(): Promise<number> {
    const client = await app.window.context().newCDPSession(app.window)
    await client.send('HeapProfiler.enable')
    await client.send('HeapProfiler.collectGarbage')
    await client.detach()
    return (await held()).mb['Tab'] ?? 0
  }

  it('leaves memory, log and handles as they were, and numbers that are true', async () => {
    const samples: Held[] = []
    let steps = 0
    let walMb = 0
    const collected: number[] = []
    const [started, length] = [Date.now(), minutes * 60_000]
    while (Date.now() < started + length) {
      await random.pick(work)()
      if (Date.now() - started >= collected.length * length / collections) collected.push(await windowCollected())
      if (steps++ % 3 === 0) {
        samples.push(await held())
        walMb = Math.max(walMb, existsSync(`${register.path}-wal`) ? statSync(`${register.path}-wal`).size / 1_000_000 : 0)
      }
    }
    expect(app.complaints).toEqual([])
    await app.close()
    const [early, late] = quartersOf(samples)
    const [collectedEarly, collectedLate] = quartersOf(collected).map(median)
    const growth = median(late.map(together)) / median(early.map(together)) - 1
    const byProcess = Object.keys(late[0]?.mb ?? {}).map((name) => `${name} ${[early, late].map((part) => median(part.map(({ mb }) => mb[name] ?? 0)).toFixed(0)).join(' to ')} MB`).join(', ')
    const handles = median(late.map((sample) => sample.handles)) - median(early.map((sample) => sample.handles))
    expect(walMb).toBeLessThan(mostWalMb)
    // Of a few minutes it is only told: the page is still filling what it keeps.
    // What is left after a collection tells a leak from garbage, and sooner.
    if (minutes >= 20) expect((collectedLate ?? 0) / (collectedEarly ?? 1)).toBeLessThan(1.1)
    if (minutes >= 60) expect({ hasGrown: growth >= 0.1, leaks: handles >= 20 }).toEqual({ hasGrown: false, leaks: false })
    expect(await runJson(['verify', '--register', register.path, '--period', '2021'])).toMatchObject({ code: 0, answer: { ok: true } })
    const { answer } = await runJson(['check', '--register', register.path]) as { answer: { problems: { problem: string }[] } }
    // The register was made without the files that its records are said to come from.
    expect(answer.problems.filter(({ problem }) => problem !== 'original_missing')).toEqual([])
    recordFigure('soakMinutes', Number(minutes.toFixed(1)), `${steps} pieces of work; memory ${growth < 0 ? '' : '+'}${(growth * 100).toFixed(1)} %, ${byProcess}, the window after collections ${collectedEarly?.toFixed(0)} to ${collectedLate?.toFixed(0)} MB, log at most ${walMb.toFixed(0)} MB, handles ${handles < 0 ? '' : '+'}${handles}`)
  }, 12 * 3_600_000)
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron } from 'playwright-core'
import { electronProgram, privateMb } from './builtWindow'

const root = process.env.BENCH_ROOT ?? process.cwd()

export interface Start {
  /** From the start of the program to its first page with its contents. */
  startMs: number
  /** Private memory of all its processes then, in MB. */
  startMb: number
}

/** Starts the built program on a register with a profile that has never been used. */
export async function startWindow({ register }: { register: string }): Promise<Record<string, number>> {
  const profile = mkdtempSync(join(tmpdir(), 'bench-start-'))
  const started = performance.now()
  const electron = await _electron.launch({ executablePath: electronProgram(root), cwd: root, args: ['.', '--no-sandbox', '--disable-gpu', `--user-data-dir=${profile}`, '--register', register] })
  try {
    const page = await electron.firstWindow()
    page.setDefaultTimeout(120_000)
    await page.getByRole('heading', { name: '有效注册商标' }).waitFor()
    const startMs = performance.now() - started
    const pids = await electron.evaluate(({ app }) => app.getAppMetrics().map(({ pid }) => pid))
    return { startMs, startMb: pids.reduce((sum, pid) => sum + privateMb(pid), 0) }
  } finally {
    await electron.close()
    rmSync(profile, { recursive: true, force: true })
  }
}

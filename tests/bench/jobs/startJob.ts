import { inBuiltWindow, privateMb } from './builtWindow'

export interface Start {
  /** From the start of the program to its first page with its contents. */
  startMs: number
  /** Private memory of all its processes then, in MB. */
  startMb: number
}

/** Starts the built program on a register with a profile that has never been used. */
export async function startWindow({ register }: { register: string }): Promise<Record<string, number>> {
  const started = performance.now()
  return inBuiltWindow(register, async (page, electron) => {
    await page.getByRole('heading', { name: '有效注册商标' }).waitFor()
    const startMs = performance.now() - started
    const pids = await electron.evaluate(({ app }) => app.getAppMetrics().map(({ pid }) => pid))
    return { startMs, startMb: pids.reduce((sum, pid) => sum + privateMb(pid), 0) }
  })
}

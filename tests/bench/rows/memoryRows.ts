import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createStore } from '../../../src/main/store/sqlite/createStore'
import { registerOf } from '../generator/buildRegister'
import { seriesOf } from '../measure'
import { resultOf, type BenchResult } from '../result'
import { runProgram } from '../runJob'
import type { WindowMemory } from '../jobs/windowMemoryJob'

/** What the real window and the register process hold for themselves above the same program on an empty register. */
export async function windowMemory(rounds: number, patents: number): Promise<BenchResult[]> {
  const missing = whatWindowsLack()
  if (missing !== null) return (['memory-window-1m', 'memory-register-1m'] as const).map((id) => resultOf(id, patents, { ours: seriesOf([0]), peer: null }, { missing }))
  const folder = mkdtempSync(join(tmpdir(), 'bench-memory-'))
  try {
    const [idle, large] = [join(folder, 'idle.bzr'), join(folder, 'large.bzr')]
    await makeEmpty(idle)
    // A copy: the window may bring a register to its version.
    copyFileSync(await registerOf(patents), large)
    const above: WindowMemory[] = []
    for (let round = 0; round < rounds; round++) {
      const [most, least] = [await look(large, true), await look(idle, false)]
      above.push({ window: most.window - least.window, register: most.register - least.register })
    }
    return [
      resultOf('memory-window-1m', patents, { ours: seriesOf(above.map(({ window }) => window)), peer: seriesOf([250]) }),
      resultOf('memory-register-1m', patents, { ours: seriesOf(above.map(({ register }) => register)), peer: seriesOf([400]) }),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What a row that opens the real window does not find here, or null. */
export function whatWindowsLack(): string | null {
  if (!existsSync('/proc/self/smaps_rollup')) return '/proc'
  return existsSync(join(process.env.BENCH_ROOT ?? process.cwd(), 'out/main/index.js')) ? null : 'the built window (npm start builds it)'
}

async function makeEmpty(path: string): Promise<void> {
  const store = createStore(path, { mode: 'write' })
  if (!store.ok) throw new Error(store.code)
  await store.value.close()
}

/** A job in a process of its own, on a screen of its own where there is none. */
export function jobOnSomeScreen(name: string, parameters: Readonly<Record<string, unknown>>): string[] {
  const job = [process.execPath, join(import.meta.dirname, 'job.js'), name, JSON.stringify(parameters)]
  return process.env.DISPLAY === undefined ? ['xvfb-run', '-a', '-s', '-screen 0 1920x1200x24', ...job] : job
}

async function look(register: string, isWalked: boolean): Promise<WindowMemory> {
  const [command = '', ...words] = jobOnSomeScreen('windowMemory', { register, isWalked })
  const { output } = await runProgram(command, words)
  return JSON.parse(output.trim().split('\n').at(-1) ?? '{}') as WindowMemory
}

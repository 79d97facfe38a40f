import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createStore } from '../../../src/main/store/sqlite/createStore'
import { registerOf } from '../generator/buildRegister'
import { seriesOf } from '../measure'
import { resultOf, type BenchResult } from '../result'
import type { WindowMemory } from '../jobs/windowMemoryJob'
import { askWindowJob, whatWindowsLack } from './windowJobs'

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

async function makeEmpty(path: string): Promise<void> {
  const store = createStore(path, { mode: 'write' })
  if (!store.ok) throw new Error(store.code)
  await store.value.close()
}

function look(register: string, isWalked: boolean): Promise<WindowMemory> {
  return askWindowJob('windowMemory', { register, isWalked })
}

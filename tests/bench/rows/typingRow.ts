import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { registerOf } from '../generator/buildRegister'
import { exportXlsx } from '../generator/vendorFiles'
import type { Typing } from '../jobs/typingJob'
import { seriesOf } from '../measure'
import { resultOf, type BenchResult } from '../result'
import { askWindowJob, whatWindowsLack } from './windowJobs'

/** Rows of the file: fewer are stored before a key is pressed. */
const rows = 100_000

/** The longest that the window is deaf to the keyboard while a long file comes in; the goal is absolute. */
export async function typingWhileImporting(rounds: number): Promise<BenchResult> {
  const missing = whatWindowsLack()
  if (missing !== null) return resultOf('typing-while-importing', rows, { ours: seriesOf([0]), peer: null }, { missing })
  const file = await exportXlsx(rows)
  const runs: Typing[] = []
  for (let round = 0; round < rounds; round++) {
    const folder = mkdtempSync(join(tmpdir(), 'bench-typing-'))
    try {
      const register = join(folder, 'typing.bzr')
      copyFileSync(await registerOf(100_000), register)
      runs.push(await askWindowJob<Typing>('typing', { register, file }))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  const worked = seriesOf(runs.map(({ longestWorkMs }) => longestWorkMs))
  return resultOf('typing-while-importing', rows, { ours: seriesOf(runs.map(({ longestMs }) => longestMs)), peer: seriesOf([50]) }, { note: `the most that the thread itself worked in one task: ${worked.median.toFixed(1)} ms` })
}

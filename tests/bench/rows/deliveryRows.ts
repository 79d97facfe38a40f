import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, copyFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { registerOf } from '../generator/buildRegister'
import { seriesOf } from '../measure'
import { resultOf, type BenchResult } from '../result'
import type { Start } from '../jobs/startJob'
import { askWindowJob, whatWindowsLack } from './windowJobs'

const root = process.env.BENCH_ROOT ?? process.cwd()

/** What a clerk waits for in the morning, and what it takes; the goals are absolute. */
const limits = { startMs: 3_000, startMb: 450, packageMb: 150 } as const
const patents = 10_000

export async function start(rounds: number): Promise<BenchResult[]> {
  const missing = whatWindowsLack()
  const ids = ['start-window', 'start-memory'] as const
  if (missing !== null) return ids.map((id) => resultOf(id, patents, { ours: seriesOf([0]), peer: null }, { missing }))
  const folder = mkdtempSync(join(tmpdir(), 'bench-start-'))
  try {
    const register = join(folder, 'start.bzr')
    copyFileSync(await registerOf(patents), register)
    const starts: Start[] = []
    // The first brings files into the system's memory and the register to its version: nobody's number.
    for (let round = 0; round <= rounds; round++) starts.push(await askWindowJob<Start>('startWindow', { register }))
    const counted = starts.slice(1)
    return [
      resultOf('start-window', patents, { ours: seriesOf(counted.map(({ startMs }) => startMs)), peer: seriesOf([limits.startMs]) }),
      resultOf('start-memory', patents, { ours: seriesOf(counted.map(({ startMb }) => startMb)), peer: seriesOf([limits.startMb]) }),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const packageEnding = /-x64(?:-setup\.exe|\.deb|\.zip|\.tar\.gz)$/

/** Of the packages that `npm run package` last left in dist. */
export async function packageSize(): Promise<BenchResult> {
  const dist = join(root, 'dist')
  const sizes = existsSync(dist) ? readdirSync(dist).filter((name) => packageEnding.test(name)).map((name) => ({ name, mb: statSync(join(dist, name)).size / 1_000_000 })) : []
  if (sizes.length === 0) return resultOf('package-size', 1, { ours: seriesOf([0]), peer: null }, { missing: 'packages in dist (npm run package makes them)' })
  return resultOf('package-size', 1, { ours: seriesOf([Math.max(...sizes.map(({ mb }) => mb))]), peer: seriesOf([limits.packageMb]) }, { note: sizes.map(({ name, mb }) => `${name} ${mb.toFixed(1)} MB`).join(', ') })
}

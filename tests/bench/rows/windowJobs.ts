import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runProgram } from '../runJob'

/** What a row that opens the real window does not find here, or null. */
export function whatWindowsLack(): string | null {
  if (!existsSync('/proc/self/smaps_rollup')) return '/proc'
  return existsSync(join(process.env.BENCH_ROOT ?? process.cwd(), 'out/main/index.js')) ? null : 'the built window (npm start builds it)'
}

/** Runs a job in a process of its own, on a screen of its own where there is none, and gives what it answered. */
export async function askWindowJob<T>(name: string, parameters: Readonly<Record<string, unknown>>): Promise<T> {
  const job = [join(import.meta.dirname, 'job.js'), name, JSON.stringify(parameters)]
  const { output } = process.env.DISPLAY === undefined
    ? await runProgram('xvfb-run', ['-a', '-s', '-screen 0 1920x1200x24', process.execPath, ...job])
    : await runProgram(process.execPath, job)
  return JSON.parse(output.trim().split('\n').at(-1) ?? '{}') as T
}

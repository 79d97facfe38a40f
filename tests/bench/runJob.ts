import { spawn } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

export interface JobRun {
  /** Milliseconds the job itself took, or the whole process for other programs. */
  ms: number
  /** Sum of the peaks of the process and all it started, in MB; null where the system does not tell. */
  peakMb: number | null
  facts: Readonly<Record<string, number>>
}

/** Runs one of our jobs in a process of its own. */
export async function runJob(name: string, parameters: Readonly<Record<string, unknown>>): Promise<JobRun> {
  const { output, peakMb } = await runProgram(process.execPath, ['--enable-source-maps', join(import.meta.dirname, 'job.js'), name, JSON.stringify(parameters)])
  const { ms, ...facts } = JSON.parse(output.trim().split('\n').at(-1) ?? '{}') as { ms: number } & Record<string, number>
  return { ms, peakMb, facts }
}

/** Runs a program to its end; throws with what it said when it fails. */
export function runProgram(command: string, args: readonly string[], input = ''): Promise<{ output: string; ms: number; peakMb: number | null }> {
  return new Promise((resolve, reject) => {
    const started = performance.now()
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] })
    const memory = watchMemory(child.pid ?? 0)
    let output = ''
    let complaint = ''
    child.stdout.on('data', (text: Buffer) => { output += text.toString() })
    child.stderr.on('data', (text: Buffer) => { complaint += text.toString() })
    child.on('error', (error) => { memory.stop(); reject(error) })
    child.on('close', (code) => {
      const peakMb = memory.stop()
      if (code === 0) resolve({ output, ms: performance.now() - started, peakMb })
      else reject(new Error(`${command}: ${code} ${complaint.slice(-2_000)}`))
    })
    child.stdin.end(input)
  })
}

const sampleMs = 40

/** Follows the peak of every process of a tree; what each had at most is added up, which is never too little. */
function watchMemory(pid: number): { stop(): number | null } {
  const peaks = new Map<number, number>()
  const sample = (): void => {
    for (const member of treeOf(pid)) peaks.set(member, Math.max(peaks.get(member) ?? 0, peakOf(member)))
  }
  const timer = setInterval(sample, sampleMs)
  return {
    stop() {
      clearInterval(timer)
      const total = [...peaks.values()].reduce((sum, kib) => sum + kib, 0)
      return total === 0 ? null : total / 1024
    },
  }
}

function treeOf(pid: number): number[] {
  const found = [pid]
  for (const member of found) {
    try {
      for (const thread of readdirSync(`/proc/${member}/task`)) {
        found.push(...readFileSync(`/proc/${member}/task/${thread}/children`, 'utf8').split(' ').map(Number).filter((child) => child > 0))
      }
    } catch {
      // It has ended, or this system has no /proc.
    }
  }
  return found
}

function peakOf(pid: number): number {
  try {
    return Number(/^VmHWM:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

import { spawn } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

export interface JobRun {
  /** Milliseconds the job itself took, or the whole process for other programs. */
  ms: number
  /** The most that the process and all it started held at one time, in MB; null where the system does not tell. */
  peakMb: number | null
  facts: Readonly<Record<string, number>>
}

/** Runs one of our jobs in a process of its own, started as the program is: maps of its sources would count as its memory. */
export async function runJob(name: string, parameters: Readonly<Record<string, unknown>>): Promise<JobRun> {
  const { output, peakMb } = await runProgram(process.execPath, [join(import.meta.dirname, 'job.js'), name, JSON.stringify(parameters)])
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

const sampleMs = 30

/**
 * Follows what the processes of a tree hold together, the program's own file, which they share, counted once; a single
 * process is known to the last peak between two looks.
 */
function watchMemory(pid: number): { stop(): number | null } {
  let together = 0
  let single = 0
  const timer = setInterval(() => {
    const members = treeOf(pid).map(memoryOf)
    together = Math.max(together, members.reduce((sum, { own }) => sum + own, 0) + Math.max(...members.map(({ shared }) => shared)))
    single = Math.max(single, ...members.map(({ peak }) => peak))
  }, sampleMs)
  return {
    stop() {
      clearInterval(timer)
      return together === 0 ? null : Math.max(together, single) / 1024
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

/** KiB of one process. */
function memoryOf(pid: number): { own: number; shared: number; peak: number } {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const kib = (name: string): number => Number(new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(status)?.[1] ?? 0)
    return { own: kib('RssAnon') + kib('RssShmem'), shared: kib('RssFile'), peak: kib('VmHWM') }
  } catch {
    return { own: 0, shared: 0, peak: 0 }
  }
}

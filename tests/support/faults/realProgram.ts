import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { runCli } from '../runCli'

/** The command line as it was built last. */
export const builtProgram = join(import.meta.dirname, '../../../out/main/cli.js')

/** The clock of every command: what is written depends on it. */
export const faultClock = ['--today', '2022-01-17', '--operator', '王芳']

/** Builds the command line where its sources changed; the suites then start it without looking again. */
export async function buildProgramOnce(): Promise<void> {
  const { code, stderr } = await runCli(['--help'])
  if (code !== 0) throw new Error(stderr)
}

export interface StartOptions {
  /** A program that starts it and stands between it and the system: strace with its options. */
  under?: readonly string[]
  env?: Readonly<Record<string, string>>
  /** Another user of this computer; root alone may start as one. */
  uid?: number
}

export interface ProgramEnd {
  /** null when it was killed. */
  code: number | null
  stdout: string
  stderr: string
}

export interface RunningProgram {
  child: ChildProcess
  ended: Promise<ProgramEnd>
}

/** Starts the real command line of the build; it answers with JSON. */
export function startProgram(words: readonly string[], { under = [], env = {}, uid }: StartOptions = {}): RunningProgram {
  const [first, ...rest] = [...under, process.execPath, builtProgram, ...words, '--json']
  const child = spawn(first, rest, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env }, ...(uid === undefined ? {} : { uid, gid: uid }) })
  const end: ProgramEnd = { code: null, stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => { end.stdout += text })
  child.stderr.setEncoding('utf8').on('data', (text: string) => { end.stderr += text })
  const ended = new Promise<ProgramEnd>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ ...end, code }))
  })
  return { child, ended }
}

/** The code of a refusal on standard output; `answered` where the command did its work. */
export function outcomeOf({ code, stdout, stderr }: ProgramEnd): string {
  if (code === 0) return 'answered'
  try {
    const { error } = JSON.parse(stdout) as { error?: { code?: string } }
    return error?.code ?? `no code: ${stdout}`
  } catch {
    return `no answer, exit code ${code}: ${stderr}`
  }
}

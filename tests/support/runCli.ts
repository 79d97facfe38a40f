import { spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

export interface CliOutcome {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs the real command line as a user does, building it first when its sources changed. */
export function runCli(words: readonly string[], input = '', cwd = process.cwd()): Promise<CliOutcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'scripts/cli.mjs'), ...words], { stdio: ['pipe', 'pipe', 'pipe'], cwd })
    const outcome: CliOutcome = { code: null, stdout: '', stderr: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => { outcome.stdout += text })
    child.stderr.setEncoding('utf8').on('data', (text: string) => { outcome.stderr += text })
    child.on('error', reject)
    child.on('close', (code) => resolve({ ...outcome, code }))
    child.stdin.on('error', () => undefined) // a command that reads nothing closes it early
    child.stdin.end(input)
  })
}

/** The one JSON document on standard output. */
export async function runJson(words: readonly string[], input = ''): Promise<{ code: number | null; answer: unknown }> {
  const { code, stdout } = await runCli([...words, '--json'], input)
  return { code, answer: JSON.parse(stdout) as unknown }
}

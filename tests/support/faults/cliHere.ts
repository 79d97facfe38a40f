import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { runCommandLine } from '../../../src/main/cli/run'
import { startParsersBy } from '../../../src/main/register/parserPort'
import { launchChildParser } from '../../../src/main/workbook/parserClient'
import { buildParser } from '../builtParser'

const documented = readFileSync(join(import.meta.dirname, '../../../docs/cli.md'), 'utf8')

export interface Outcome { code: number; stdout: string; stderr: string }

/** Builds the parser, a process of its own also where the command line is not. */
export async function readyParsers(): Promise<void> {
  const entry = await buildParser()
  startParsersBy(async () => launchChildParser(entry))
}

/** Runs the command line in this process: hundreds of calls in the time that starting twenty programs takes. */
export async function cliHere(words: readonly string[], lines: readonly string[] = []): Promise<Outcome> {
  const outcome = { code: -1, stdout: '', stderr: '' }
  const sink = (name: 'stdout' | 'stderr'): PassThrough => {
    const stream = new PassThrough()
    stream.setEncoding('utf8').on('data', (text: string) => { outcome[name] += text })
    return stream
  }
  outcome.code = await runCommandLine(words, { stdin: Readable.from(lines.map((line) => Buffer.from(line))), stdout: sink('stdout'), stderr: sink('stderr') })
  return outcome
}

/** The one JSON document on standard output of a command in this process. */
export async function jsonHere(words: readonly string[]): Promise<{ code: number; answer: unknown }> {
  const { code, stdout } = await cliHere([...words, '--json'])
  return { code, answer: JSON.parse(stdout) as unknown }
}

/** What is wrong by cli.md with the answer to a call with --json; null when nothing is. */
export function faultOf({ code, stdout, stderr }: Outcome, words: readonly string[]): string | null {
  if (code === 0 && words.some((given) => given === '--help' || given === '-h')) return null
  const answers = (words[0] === 'evaluate' && code === 0 ? stdout.trimEnd().split('\n') : [stdout]).map(parsed)
  if (answers.includes(undefined)) return `no JSON: ${stdout.slice(0, 200)}`
  if (code === 0) return null
  const refused = (answers[0] as { error?: { code?: string; message?: string } } | null)?.error
  if (refused?.code === undefined) return `exit code ${code} without a refusal`
  if (refused.code === 'unexpected') return stderr.slice(0, 600)
  if (!documented.includes(`\`${refused.code}\``)) return `${refused.code} is not in docs/cli.md`
  if (code !== (refused.code.startsWith('usage_') ? 2 : 1)) return `exit code ${code} with ${refused.code}`
  return /[\u4e00-\u9fff]/u.test(refused.message ?? '') ? null : `no sentence: ${refused.message}`
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

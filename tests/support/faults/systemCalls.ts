import { spawnSync } from 'node:child_process'

/** Whether this computer can watch and disturb the system calls of a program: tests that need it are skipped by name where not. */
export const hasStrace = process.platform === 'linux' && spawnSync('strace', ['-f', '-e', 'trace=none', 'true']).status === 0

/** One call as strace tells it, whole: what another thread interrupted is put together again. */
export interface SystemCall {
  /** Number of the thread; a program's first thread is the first to be heard of. */
  thread: string
  name: string
  /** All between the brackets. */
  given: string
  /** What it came to; negative where it failed. */
  result: number
}

/** Calls in the order in which they ended. */
export function* readSystemCalls(log: string): Generator<SystemCall> {
  const interrupted = new Map<string, string>()
  for (const line of log.split('\n')) {
    const [, thread = '', text = ''] = /^(\d+) +(.*)$/u.exec(line) ?? []
    if (text.endsWith('<unfinished ...>')) {
      interrupted.set(thread, text.slice(0, -'<unfinished ...>'.length))
      continue
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/u.exec(text)
    const whole = resumed ? (interrupted.get(thread) ?? '') + (resumed[1] ?? '') : text
    const found = /^(\w+)\((.*)\) += (-?\d+)/u.exec(whole)
    if (found) yield { thread, name: found[1] ?? '', given: found[2] ?? '', result: Number(found[3]) }
  }
}

/** Bytes that strace wrote as \x41\x42. */
export function bytesOf(escaped: string): Buffer {
  return Buffer.from(escaped.replaceAll(String.raw`\x`, ''), 'hex')
}

import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { app } from 'electron'

type Fact = string | number | boolean | null | undefined

const largestBytes = 1_000_000

export function logFilePath(): string {
  return join(app.getPath('userData'), 'logs', 'biaozhi.log')
}

/**
 * One line about what happened, for whoever maintains the program: codes, counts, numbers and names of operations,
 * never what a record or a file contains. Losing a line is no reason to disturb the clerk.
 */
export function log(event: string, facts: Record<string, Fact> = {}): void {
  const line = JSON.stringify({ at: new Date().toISOString(), event, ...facts })
  try {
    const file = logFilePath()
    mkdirSync(dirname(file), { recursive: true })
    keepSmall(file)
    appendFileSync(file, `${line}\n`)
  } catch {
    // A full or read-only disk.
  }
}

/** The older half of the story stays beside it until the next change. */
function keepSmall(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > largestBytes) renameSync(file, `${file}.1`)
}

const frame = /^\s+at /
const errorName = /^(?:Uncaught )?(\w*Error)\b/

/** What another process printed about a bug: the kind of error and its stack, not its message, which may quote data. */
export function stackOf(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    if (frame.test(line)) return [line.trim()]
    const name = errorName.exec(line)?.[1]
    return name === undefined ? [] : [name]
  })
}

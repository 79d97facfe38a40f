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

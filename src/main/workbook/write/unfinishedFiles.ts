import { rmSync } from 'node:fs'

/** What ends a program from outside and lets it say a last word: Ctrl+C, `kill`, a terminal that is closed. */
const deadlySignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

const unfinished = new Set<string>()

/**
 * Keeps a half-written file for as long as the work lasts: a signal that ends the program takes it along. Outside of such work
 * signals are left to the system, which ends also a program that never comes back to its loop.
 */
export async function whileUnfinished<T>(path: string, work: () => Promise<T>): Promise<T> {
  if (unfinished.size === 0) for (const signal of deadlySignals) process.on(signal, dieTidily)
  unfinished.add(path)
  try {
    return await work()
  } finally {
    unfinished.delete(path)
    if (unfinished.size === 0) leaveSignals()
  }
}

function dieTidily(signal: NodeJS.Signals): void {
  for (const path of unfinished) {
    try {
      rmSync(path, { force: true })
    } catch {
      // the disk it lay on may be away, and the program ends all the same
    }
  }
  leaveSignals()
  // Whoever started the program learns by which signal it ended.
  process.kill(process.pid, signal)
}

function leaveSignals(): void {
  for (const signal of deadlySignals) process.off(signal, dieTidily)
}

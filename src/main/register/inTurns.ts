import { setImmediate as nextTurn } from 'node:timers/promises'

/** How far long work is, and whether anybody still waits for it. */
export interface WorkWatch {
  signal?: AbortSignal
  /** 0 to 1. */
  onProgress?(share: number): void
}

/** How long the thread is held before others get their turn. */
const turnMs = 10
const tellEveryMs = 100

/**
 * Runs work that says after each small step how much of it is done, in turns between which others get theirs.
 *
 * @returns null when it was given up
 */
export async function inTurns<T>(steps: Generator<number, T>, { signal, onProgress = () => undefined }: WorkWatch = {}): Promise<T | null> {
  let turnBegan = performance.now()
  let toldAt = turnBegan
  for (;;) {
    if (signal?.aborted) return null
    const step = steps.next()
    if (step.done) return step.value
    const now = performance.now()
    if (now - turnBegan < turnMs) continue
    if (now - toldAt >= tellEveryMs) {
      onProgress(step.value)
      toldAt = now
    }
    await nextTurn()
    turnBegan = performance.now()
  }
}

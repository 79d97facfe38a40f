import { setImmediate as nextTurn } from 'node:timers/promises'

/**
 * Answers questions one at a time, the newest first: what a clerk has scrolled past can wait, and when more wait than
 * anyone can still want to see, the oldest are dropped.
 */
export interface NewestFirst {
  /** @returns what `work` gives, or null when the question was dropped */
  ask<T>(work: () => Promise<T>): Promise<T | null>
}

export function createNewestFirst(longestQueue = 16): NewestFirst {
  const waiting: { run(): Promise<void>; drop(): void }[] = []
  let isRunning = false

  async function run(): Promise<void> {
    isRunning = true
    try {
      // A turn of the event loop lets newer questions in before the next answer.
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        await next.run()
        await nextTurn()
      }
    } finally {
      isRunning = false
    }
  }

  return {
    ask: (work) => new Promise((resolve, reject) => {
      waiting.push({ run: () => work().then(resolve, reject), drop: () => resolve(null) })
      if (waiting.length > longestQueue) waiting.shift()?.drop()
      if (!isRunning) void run()
    }),
  }
}

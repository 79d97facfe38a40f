import { setImmediate as nextTurn } from 'node:timers/promises'

/**
 * Lets questions begin one in each turn of the loop, the newest first: however many come at once, work that goes on in
 * steps (an import) has its step between two of them, and a question that takes long holds up nobody who came later.
 */
export function createOneATurn(): <T>(begin: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let isOpen = true

  async function letIn(): Promise<void> {
    isOpen = false
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      next()
      await nextTurn()
    }
    isOpen = true
  }

  return (begin) => new Promise((resolve, reject) => {
    waiting.push(() => void begin().then(resolve, reject))
    if (isOpen) void letIn()
  })
}

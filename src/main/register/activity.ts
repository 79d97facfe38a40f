/** When somebody last asked this process for anything: what nobody waits for is done while nobody does. */
export interface Activity {
  touch(): void
  /** Milliseconds since the last call. */
  idleMs(): number
  /** Calls whoever gives way to the next call. */
  onTouch(tell: () => void): void
}

/** @param now  epoch milliseconds */
export function createActivity(now: () => number): Activity {
  const listeners: (() => void)[] = []
  let lastAt = now()
  return {
    touch() {
      lastAt = now()
      for (const tell of listeners) tell()
    },
    idleMs: () => now() - lastAt,
    onTouch: (tell) => void listeners.push(tell),
  }
}

import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { inTurns } from '../../../src/main/register/inTurns'

/** Each step holds the thread for a moment. */
function* busy(steps: number): Generator<number, string> {
  for (let step = 0; step < steps; step++) {
    const until = performance.now() + 4
    while (performance.now() < until);
    yield step / steps
  }
  return '完成'
}

describe('work in turns', () => {
  it('lets others get theirs all the while, says how far it is, and gives its result', async () => {
    const shares: number[] = []
    let othersTurns = 0
    let isOver = false
    const work = inTurns(busy(60), { onProgress: (share) => shares.push(share) }).finally(() => {
      isOver = true
    })
    while (!isOver) {
      othersTurns++
      await nextTurn()
    }
    expect(await work).toBe('完成')
    expect(othersTurns).toBeGreaterThan(5)
    expect(shares.length).toBeGreaterThan(0)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  })

  it('stops at the next step when it is given up', async () => {
    const abort = new AbortController()
    const work = inTurns(busy(1_000_000), { signal: abort.signal })
    await nextTurn()
    abort.abort()
    expect(await work).toBeNull()
  })
})

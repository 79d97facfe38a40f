import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createOneATurn } from '../../../src/main/register/oneATurn'

describe('questions that begin one in each turn', () => {
  it('let work that goes on in steps have its step between two of them, the newest first', async () => {
    const oneATurn = createOneATurn()
    const order: string[] = []
    const stepping = (async () => {
      for (let step = 1; step <= 3; step++) {
        await nextTurn()
        order.push(`step ${step}`)
      }
    })()
    const answers = await Promise.all([1, 2, 3].map((question) => oneATurn(async () => order.push(`question ${question}`))))
    await stepping
    expect(answers).toHaveLength(3)
    expect(order.filter((entry) => entry.startsWith('question'))).toEqual(['question 1', 'question 3', 'question 2'])
    expect(order.indexOf('step 1')).toBeLessThan(order.indexOf('question 3'))
    expect(order.indexOf('step 2')).toBeLessThan(order.indexOf('question 2'))
  })

  it('do not wait for one that takes long, nor suffer from one that fails', async () => {
    const oneATurn = createOneATurn()
    const { promise: never } = Promise.withResolvers<string>()
    const slow = oneATurn(() => never)
    await expect(oneATurn(async () => { throw new Error('broken') })).rejects.toThrow('broken')
    expect(await Promise.race([slow, oneATurn(async () => 'next')])).toBe('next')
  })
})

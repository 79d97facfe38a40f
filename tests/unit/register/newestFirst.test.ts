import { describe, expect, it } from 'vitest'
import { createNewestFirst } from '../../../src/main/register/newestFirst'

describe('questions that wait', () => {
  it('are answered newest first, and the oldest are dropped when too many wait', async () => {
    const pages = createNewestFirst(2)
    const order: number[] = []
    const ask = (page: number) => pages.ask(async () => {
      order.push(page)
      return page
    })
    // The first is being answered when the others come.
    const answers = await Promise.all([1, 2, 3, 4].map(ask))
    expect(answers).toEqual([1, null, 3, 4])
    expect(order).toEqual([1, 4, 3])
  })

  it('do not suffer from one that fails', async () => {
    const pages = createNewestFirst()
    await expect(pages.ask(async () => { throw new Error('broken') })).rejects.toThrow('broken')
    expect(await pages.ask(async () => 'next')).toBe('next')
  })
})

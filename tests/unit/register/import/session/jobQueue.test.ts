import { afterEach, describe, expect, it, vi } from 'vitest'
import { JobQueue } from '../../../../../src/main/register/import/session/jobQueue'

describe('work that waits in order', () => {
  afterEach(() => void vi.restoreAllMocks())

  it('goes on with the next when one ends in a bug, which is told', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const queue = new JobQueue()
    const done: string[] = []
    const bug = new Error('a bug')
    queue.add(1, async () => { throw bug })
    queue.add(2, async () => void done.push('second'))
    await new Promise<void>((resolve) => queue.add(3, async () => resolve()))
    expect(done).toEqual(['second'])
    expect(told).toHaveBeenCalledExactlyOnceWith(bug)
  })

  it('lets urgent work go before what waits, and replaces what waits of the same job', async () => {
    const queue = new JobQueue()
    const done: string[] = []
    const step = (name: string) => async (): Promise<void> => void done.push(name)
    queue.add(1, step('running'))
    queue.add(2, step('two'))
    queue.add(3, step('three'))
    queue.add(4, step('urgent'), true)
    queue.add(2, step('two again'))
    expect(queue.remove(3)).toBe(true)
    expect(queue.remove(3)).toBe(false)
    await new Promise<void>((resolve) => queue.add(5, async () => resolve()))
    expect(done).toEqual(['running', 'urgent', 'two again'])
  })
})

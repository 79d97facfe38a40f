import { describe, expect, it, vi } from 'vitest'
import { runJob } from '../../../src/main/register/runJob'

describe('work that runs as a job', () => {
  it('stands in the status bar as far as it is, and leaves it when it is done', async () => {
    const emit = vi.fn()
    const done = await runJob(emit, 'job.block', async ({ onProgress }) => {
      onProgress(3, 10)
      return 'done'
    })
    expect(done).toBe('done')
    const [[, told], [, ended]] = emit.mock.calls as [[string, { jobId: string }], [string, { jobId: string }]]
    expect(emit.mock.calls.map(([name]) => name)).toEqual(['job.progress', 'job.ended'])
    expect(told).toEqual({ jobId: ended.jobId, name: 'job.block', done: 3, total: 10 })
    expect(ended).toEqual({ jobId: told.jobId, code: null })
  })

  it('leaves the status bar also where the work breaks off, and its own jobs stay apart', async () => {
    const emit = vi.fn()
    const broken = async (): Promise<never> => { throw new Error('broken off') }
    await expect(runJob(emit, 'job.attach', broken)).rejects.toThrow('broken off')
    await expect(runJob(emit, 'job.attach', broken)).rejects.toThrow('broken off')
    const ended = emit.mock.calls as [string, { jobId: string }][]
    expect(ended.map(([name]) => name)).toEqual(['job.ended', 'job.ended'])
    expect(new Set(ended.map(([, { jobId }]) => jobId)).size).toBe(2)
  })

  it('hears when whoever holds it gives it up', async () => {
    const own = new AbortController()
    own.abort()
    expect(await runJob(vi.fn(), 'job.block', async ({ signal }) => signal.aborted, own)).toBe(true)
  })
})

import { describe, expect, it, vi } from 'vitest'
import { runJob, runNamedJob } from '../../../src/main/register/runJob'
import { fail, succeed, type Result } from '../../../src/shared/domain/result'

const block = { name: 'job.block', cancel: { call: 'records.cancelBlock', input: {} } } as const

describe('work that runs as a job', () => {
  it('stands in the status bar as far as it is, and leaves it when it is done', async () => {
    const emit = vi.fn()
    const done = await runJob(emit, block, async ({ onProgress }) => {
      onProgress(3, 10)
      return 'done'
    })
    expect(done).toBe('done')
    const [[, told], [, ended]] = emit.mock.calls as [[string, { jobId: string }], [string, { jobId: string }]]
    expect(emit.mock.calls.map(([name]) => name)).toEqual(['job.progress', 'job.ended'])
    expect(told).toEqual({ jobId: ended.jobId, ...block, done: 3, total: 10 })
    expect(ended).toEqual({ jobId: told.jobId, ...block, code: null })
  })

  it('leaves the status bar also where the work breaks off, and its own jobs stay apart', async () => {
    const emit = vi.fn()
    const broken = async (): Promise<never> => { throw new Error('broken off') }
    await expect(runJob(emit, { name: 'job.attach', cancel: null }, broken)).rejects.toThrow('broken off')
    await expect(runJob(emit, { name: 'job.attach', cancel: null }, broken)).rejects.toThrow('broken off')
    const ended = emit.mock.calls as [string, { jobId: string }][]
    expect(ended.map(([name]) => name)).toEqual(['job.ended', 'job.ended'])
    expect(new Set(ended.map(([, { jobId }]) => jobId)).size).toBe(2)
  })

  it('hears when whoever holds it gives it up', async () => {
    const own = new AbortController()
    own.abort()
    expect(await runJob(vi.fn(), block, async ({ signal }) => signal.aborted, own)).toBe(true)
  })
})

describe('work that runs under a name that the window knows', () => {
  const job = { jobId: 'restore', name: 'job.restore', cancel: null } as const

  it.each<[string, () => Promise<Result<number>>, string | null]>([
    ['went well', async () => succeed(1), null], ['was refused', async () => fail('disk_full'), 'disk_full'],
  ])('tells the status bar how it ended: it %s', async (_how, work, code) => {
    const emit = vi.fn()
    expect(await runNamedJob(emit, job, work)).toEqual(await work())
    expect(emit.mock.calls).toEqual([['job.ended', { ...job, code }]])
  })

  it('leaves the status bar also where a fault breaks it off', async () => {
    const emit = vi.fn()
    await expect(runNamedJob(emit, job, async (onProgress) => {
      onProgress(0, null)
      throw new Error('broken off')
    })).rejects.toThrow('broken off')
    expect(emit.mock.calls).toEqual([['job.progress', { ...job, done: 0, total: null }], ['job.ended', { ...job, code: 'unexpected' }]])
  })
})

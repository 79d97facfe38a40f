import type { CancelCall, Job } from '../../shared/bridge/jobs'
import type { ErrorCode } from '../../shared/domain/errorCodes'
import type { Result } from '../../shared/domain/result'
import type { TextKey } from '../../shared/text/zh-CN'
import type { EmitEvent } from './opened/openedRegister'

/** What work is given to say how far it is, and to hear that it is no longer wanted. */
export interface JobWatch {
  signal: AbortSignal
  onProgress(done: number, total: number): void
}

let jobs = 0

/**
 * Runs work as a job of the status bar, which forgets it however it ends: whoever asked is told how it went.
 *
 * @param own  what aborts the work, by the call that the job names
 */
export async function runJob<T>(emit: EmitEvent, { name, cancel }: { name: TextKey; cancel: CancelCall | null }, work: (watch: JobWatch) => Promise<T>, own = new AbortController()): Promise<T> {
  const job: Job = { jobId: `${name}:${++jobs}`, name, cancel }
  try {
    return await work({ signal: own.signal, onProgress: (done, total) => emit('job.progress', { ...job, done, total }) })
  } finally {
    emit('job.ended', { ...job, code: null })
  }
}

/**
 * The same for one job of its kind at a time; the window is told why it failed.
 *
 * @param work  a total of null: nobody can say how long it takes; it ends as `unexpected` where it throws
 */
export async function runNamedJob<T>(emit: EmitEvent, job: Job & { name: TextKey }, work: (onProgress: (done: number, total: number | null) => void) => Promise<Result<T>>): Promise<Result<T>> {
  let code: ErrorCode | null = 'unexpected'
  try {
    const done = await work((ready, total) => emit('job.progress', { ...job, done: ready, total }))
    code = done.ok ? null : done.code
    return done
  } finally {
    emit('job.ended', { ...job, code })
  }
}

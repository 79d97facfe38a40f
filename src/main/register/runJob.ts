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
 * @param name  text key of the job's name
 * @param own   aborted by whoever may give the work up
 */
export async function runJob<T>(emit: EmitEvent, name: TextKey, work: (watch: JobWatch) => Promise<T>, own = new AbortController()): Promise<T> {
  const jobId = `${name}:${++jobs}`
  try {
    return await work({ signal: own.signal, onProgress: (done, total) => emit('job.progress', { jobId, name, done, total }) })
  } finally {
    emit('job.ended', { jobId, code: null })
  }
}

/**
 * The same under an id that the window knows, which is told why the work failed.
 *
 * @param work  a total of null: nobody can say how long it takes; it ends as `unexpected` where it throws
 */
export async function runNamedJob<T>(emit: EmitEvent, { jobId, name }: { jobId: string; name: TextKey }, work: (onProgress: (done: number, total: number | null) => void) => Promise<Result<T>>): Promise<Result<T>> {
  let code: ErrorCode | null = 'unexpected'
  try {
    const done = await work((ready, total) => emit('job.progress', { jobId, name, done: ready, total }))
    code = done.ok ? null : done.code
    return done
  } finally {
    emit('job.ended', { jobId, code })
  }
}

import type { Job } from '../../shared/bridge/jobs'
import type { Result } from '../../shared/domain/result'
import type { TextKey } from '../../shared/text/zh-CN'
import type { EmitEvent } from './opened/openedRegister'
import type { JobWatch } from './runJob'

const tellEveryMs = 100

/** Work of the status bar that ends where the person or its caller says so: exports, previews, counts, looks through all records. */
export interface CancellableJobs {
  /**
   * Runs an export, a preview or a count as a job of the status bar that may be given up.
   *
   * @param subject  the file's name, where there is one
   * @param name     text key of the job's name; that of an export where none is given
   */
  run<T>(subject: string | null, work: (watch: JobWatch) => Promise<Result<T>>, name?: TextKey): Promise<Result<T>>
  /** Gives running work up; an export then leaves no file. Work that is over already is let be. */
  cancel(job: number): void
}

/** @param now  milliseconds of a clock that only goes forward */
export function createCancellableJobs(emit: EmitEvent, now: () => number = () => performance.now()): CancellableJobs {
  const running = new Map<number, AbortController>()
  let lastJob = 0

  function watchOf(job: Job, subject: string | null, signal: AbortSignal): JobWatch {
    const startedAt = now()
    let toldAt = Number.NEGATIVE_INFINITY
    return {
      signal,
      onProgress(done, total) {
        const at = now()
        if (at - toldAt < tellEveryMs) return
        toldAt = at
        const elapsedMs = Math.max(1, at - startedAt)
        emit('job.progress', {
          ...job, ...(subject === null ? {} : { subject }), done, total,
          // Other work counts other things than rows.
          ...(job.name === 'job.export' ? { rowsPerSecond: Math.round((done * 1000) / elapsedMs) } : {}),
          ...(done > 0 ? { remainingMs: Math.round((elapsedMs * (total - done)) / done) } : {}),
        })
      },
    }
  }

  return {
    async run(subject, work, name = 'job.export') {
      const number = ++lastJob
      const job: Job = { jobId: `job:${number}`, name, cancel: { call: 'jobs.cancel', input: { job: number } } }
      const controller = new AbortController()
      running.set(number, controller)
      try {
        return await work(watchOf(job, subject, controller.signal))
      } finally {
        running.delete(number)
        // Whoever asked for the work is told how it went; the bar only has to forget it.
        emit('job.ended', { ...job, code: null })
      }
    },
    cancel: (job) => running.get(job)?.abort(),
  }
}

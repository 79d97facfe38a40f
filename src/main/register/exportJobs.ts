import type { Result } from '../../shared/domain/result'
import type { TextKey } from '../../shared/text/zh-CN'
import type { EmitEvent } from './opened/openedRegister'
import type { JobWatch } from './runJob'

const tellEveryMs = 100

export interface ExportJobs {
  /** Runs an export, or other work that may be given up, as a job of the status bar: name of the file where there is one, rate, remaining time, cancel. */
  run<T>(subject: string | null, write: (watch: JobWatch) => Promise<Result<T>>, name?: TextKey): Promise<Result<T>>
  /** Gives a running export up; it leaves no file. One that is over already is let be. */
  cancel(job: number): void
}

/** @param now  milliseconds of a clock that only goes forward */
export function createExportJobs(emit: EmitEvent, now: () => number = () => performance.now()): ExportJobs {
  const running = new Map<number, AbortController>()
  let lastJob = 0

  function watchOf(job: number, name: TextKey, subject: string | null, signal: AbortSignal): JobWatch {
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
          jobId: `export:${job}`, name, ...(subject === null ? {} : { subject }), done, total,
          // Other work counts other things than rows.
          ...(name === 'job.export' ? { rowsPerSecond: Math.round((done * 1000) / elapsedMs) } : {}),
          ...(done > 0 ? { remainingMs: Math.round((elapsedMs * (total - done)) / done) } : {}),
        })
      },
    }
  }

  return {
    async run(subject, write, name = 'job.export') {
      const job = ++lastJob
      const controller = new AbortController()
      running.set(job, controller)
      try {
        return await write(watchOf(job, name, subject, controller.signal))
      } finally {
        running.delete(job)
        // Whoever asked for the export is told how it went; the bar only has to forget it.
        emit('job.ended', { jobId: `export:${job}`, code: null })
      }
    },
    cancel: (job) => running.get(job)?.abort(),
  }
}

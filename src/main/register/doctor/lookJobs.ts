import type { Result } from '../../../shared/domain/result'
import type { CancellableJobs } from '../cancellableJobs'
import type { WorkWatch } from '../inTurns'

/** What is over sooner is not shown. */
const shownAfterMs = 300

/** Runs looking through all records as a job of the status bar that may be given up; it then throws a Refusal, job_cancelled. */
export type RunLook = <T>(look: (watch: WorkWatch) => Promise<Result<T>>) => Promise<Result<T>>

export function createLookJobs(jobs: CancellableJobs, now: () => number = () => performance.now()): RunLook {
  return (look) => jobs.run(null, ({ signal, onProgress }) => {
    const beganAt = now()
    return look({ signal, onProgress: (share) => { if (now() - beganAt >= shownAfterMs) onProgress(Math.round(share * 100), 100) } })
  }, 'job.doctor')
}

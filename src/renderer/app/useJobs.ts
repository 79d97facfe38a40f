import { useState } from 'react'
import type { JobProgress } from '../../shared/bridge/events'
import type { ErrorCode } from '../../shared/domain/errorCodes'
import { useBridgeEvent } from '../bridge/bridgeClient'

/**
 * Long work as its events tell it, in the order in which it began.
 *
 * @param onFailed  hears of work that ended in a failure which no page of its own tells
 */
export function useJobs(onFailed: (code: ErrorCode) => void): readonly JobProgress[] {
  const [jobs, setJobs] = useState<readonly JobProgress[]>([])
  useBridgeEvent('job.progress', (progress) => setJobs((before) => withProgress(before, progress)))
  useBridgeEvent('job.ended', ({ jobId, tellsFailure = false, code }) => {
    setJobs((before) => before.filter((job) => job.jobId !== jobId))
    if (code !== null && code !== 'job_cancelled' && !tellsFailure) onFailed(code)
  })
  return jobs
}

function withProgress(jobs: readonly JobProgress[], progress: JobProgress): readonly JobProgress[] {
  const isKnown = jobs.some(({ jobId }) => jobId === progress.jobId)
  return isKnown ? jobs.map((job) => (job.jobId === progress.jobId ? progress : job)) : [...jobs, progress]
}

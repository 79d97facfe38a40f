import { callBridge } from './bridgeClient'

const cancellableJob = /^job:(\d+)$/

/** What gives an export up, a preview, a count, or whatever runs like them; null for jobs of another kind. */
export function cancelOfJob(jobId: string | null): (() => void) | null {
  const job = cancellableJob.exec(jobId ?? '')?.[1]
  return job === undefined ? null : () => void callBridge('jobs.cancel', { job: Number(job) })
}

import { callBridge } from './bridgeClient'

const exportJob = /^export:(\d+)$/

/** What gives an export up, or other work that runs as one; null for jobs of another kind. */
export function cancelExportJob(jobId: string | null): (() => void) | null {
  const job = exportJob.exec(jobId ?? '')?.[1]
  return job === undefined ? null : () => void callBridge('exports.cancel', { job: Number(job) })
}

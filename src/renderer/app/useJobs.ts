import { useState } from 'react'
import type { JobProgress } from '../../shared/bridge/events'
import type { ErrorCode } from '../../shared/domain/errorCodes'
import { callBridge, useBridgeEvent } from '../bridge/bridgeClient'
import { cancelOfJob } from '../bridge/cancellableJob'

export interface RunningJobs {
  /** In the order in which they began. */
  jobs: readonly JobProgress[]
  /** Null for work that is over in a moment or must not be left half done. */
  cancelOf(job: JobProgress): (() => void) | null
}

/** Long work as its events tell it. @param onFailed  hears of work that ended in a failure */
export function useJobs(onFailed: (code: ErrorCode) => void): RunningJobs {
  const [jobs, setJobs] = useState<readonly JobProgress[]>([])
  useBridgeEvent('job.progress', (progress) => setJobs((before) => withProgress(before, progress)))
  useBridgeEvent('job.ended', ({ jobId, code }) => {
    setJobs((before) => before.filter((job) => job.jobId !== jobId))
    if (code !== null && code !== 'job_cancelled' && reportsItself(jobId)) onFailed(code)
  })
  return { jobs, cancelOf: (job) => cancelOf(job) ?? cancelOfJob(job.jobId) }
}

function withProgress(jobs: readonly JobProgress[], progress: JobProgress): readonly JobProgress[] {
  const isKnown = jobs.some(({ jobId }) => jobId === progress.jobId)
  return isKnown ? jobs.map((job) => (job.jobId === progress.jobId ? progress : job)) : [...jobs, progress]
}

const importJob = /^import:(\d+)$/
const undoJob = /^undo:(\d+)$/
const redoJob = /^redo:(\d+)$/

function cancelOf({ jobId, name }: JobProgress): (() => void) | null {
  if (name === 'job.units') return () => void callBridge('units.cancelSearch', {})
  if (name === 'job.check') return () => void callBridge('condition.cancel', {})
  if (name === 'job.attach') return () => void callBridge('attachments.cancel', {})
  if (name === 'job.update') return () => void callBridge('update.cancel', {})
  if (name === 'job.block') return () => void callBridge('records.cancelBlock', {})
  const batch = undoJob.exec(jobId)?.[1]
  if (batch !== undefined) return () => void callBridge('imports.cancelUndo', { batch: Number(batch) })
  const redone = redoJob.exec(jobId)?.[1]
  if (redone !== undefined) return () => void callBridge('batches.cancelRedo', { batch: Number(redone) })
  const job = importJob.exec(jobId)?.[1]
  if (job === undefined || (name !== 'job.import' && name !== 'job.forecast')) return null
  return () => void callBridge('imports.cancel', { job: Number(job) })
}

/** A file on its way in says on its own page why it was refused, a backup in the banner, a restore on the first page, an update in the settings. */
function reportsItself(jobId: string): boolean {
  return !importJob.test(jobId) && jobId !== 'backup' && jobId !== 'restore' && jobId !== 'update'
}

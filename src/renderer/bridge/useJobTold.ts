import { useState } from 'react'
import type { Job } from '../../shared/bridge/jobs'
import type { TextKey } from '../../shared/text/zh-CN'
import { useBridgeEvent } from './bridgeClient'

interface JobTold extends Pick<Job, 'jobId' | 'cancel'> {
  percent: number
}

/** What the newest job of a name has told of itself since the component stands; null: nothing yet. */
export function useJobTold(job: TextKey): JobTold | null {
  const [told, setTold] = useState<JobTold | null>(null)
  useBridgeEvent('job.progress', ({ jobId, name, cancel, done }) => { if (name === job) setTold({ jobId, cancel, percent: done }) })
  useBridgeEvent('job.ended', ({ jobId }) => setTold((before) => (before?.jobId === jobId ? null : before)))
  return told
}

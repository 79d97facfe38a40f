import { useState } from 'react'
import type { TextKey } from '../../shared/text/zh-CN'
import { useBridgeEvent } from './bridgeClient'

/** What the newest job of a name has told of itself since the component stands; null: nothing yet. */
export function useJobTold(job: TextKey): { jobId: string; percent: number } | null {
  const [told, setTold] = useState<{ jobId: string; percent: number } | null>(null)
  useBridgeEvent('job.progress', ({ jobId, name, done }) => { if (name === job) setTold({ jobId, percent: done }) })
  useBridgeEvent('job.ended', ({ jobId }) => setTold((before) => (before?.jobId === jobId ? null : before)))
  return told
}

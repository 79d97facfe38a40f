import { useEffect, useEffectEvent, useState } from 'react'
import { callBridge } from '../../bridge/bridgeClient'
import type { OriginalPlace } from '../../components/navigation'

/**
 * Opens the kept file of a batch when another page asked for the rows of it that wait for an answer.
 *
 * @param onOpened  gets the file's job, which may still be read
 * @returns why the file cannot be opened; null while there is nothing to say
 */
export function useOriginal(original: OriginalPlace | null, onOpened: (job: number, original: OriginalPlace) => void): unknown {
  const [error, setError] = useState<unknown>(null)
  const opened = useEffectEvent(onOpened)
  useEffect(() => {
    if (original === null || original.row !== null) return undefined
    let isWanted = true
    callBridge('imports.original', { batch: original.batch })
      .then(({ job }) => { if (isWanted) opened(job.job, original) })
      .catch((failure: unknown) => { if (isWanted) setError(failure) })
    return () => { isWanted = false }
  }, [original])
  return error
}

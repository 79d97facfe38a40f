import { useState, type RefObject } from 'react'
import { useBridgeEvent } from '../../bridge/bridgeClient'
import type { ResultGridHandle } from '../../components/grid/ResultGrid'
import type { RecordList } from './useRecordList'

export interface Freshness {
  /** The register has changed since the list was asked: its rows stand as they stood, what changed is marked. */
  isStale: boolean
  /** Counts up when the list is asked anew. */
  version: number
  /** Counts up with every change of the register, for what follows the records themselves. */
  changes: number
  /** Asks the list anew. */
  refresh(): void
}

/**
 * Keeps a list as it was while it is looked at. An empty list has nothing to disturb and is asked anew by itself, and so
 * is one whose register process began again.
 */
export function useFreshness(grid: RefObject<ResultGridHandle | null>, list: RecordList): Freshness {
  const [staleHandle, setStaleHandle] = useState<number | null>(null)
  const [version, setVersion] = useState(0)
  const [changes, setChanges] = useState(0)
  const refresh = (): void => {
    grid.current?.refresh()
    setStaleHandle(null)
    setVersion((before) => before + 1)
  }
  useBridgeEvent('register.changed', ({ sequence }) => {
    const opened = list.opened()
    if (opened === null || list.counts === null || list.counts.count === 0) {
      refresh()
      return
    }
    grid.current?.reread()
    if (sequence > opened.sequence) setStaleHandle(opened.handle)
    setChanges((before) => before + 1)
  })
  useBridgeEvent('register.restarted', refresh)
  return { isStale: staleHandle !== null && staleHandle === list.handle, version, changes, refresh }
}

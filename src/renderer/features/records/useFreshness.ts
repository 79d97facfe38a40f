import { useState, type RefObject } from 'react'
import { useBridgeEvent } from '../../bridge/bridgeClient'
import type { ResultGridHandle } from '../../components/grid/ResultGrid'
import type { RecordList } from './useRecordList'

/** The register, whose changed cells are marked; the calendar, by which other records may be in force. */
export type StaleReason = 'register' | 'day'

export interface Freshness {
  /** What has changed since the list was asked, whose rows stand as they stood; null while nothing has. */
  stale: StaleReason | null
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
  const [past, setPast] = useState<{ handle: number; reason: StaleReason } | null>(null)
  const [version, setVersion] = useState(0)
  const [changes, setChanges] = useState(0)
  const refresh = (): void => {
    grid.current?.refresh()
    setPast(null)
    setVersion((before) => before + 1)
  }
  const reread = (reason: StaleReason, sequence = Infinity): void => {
    const opened = list.opened()
    if (opened === null || list.counts === null || list.counts.count === 0) {
      refresh()
      return
    }
    grid.current?.reread()
    if (sequence > opened.sequence) setPast({ handle: opened.handle, reason })
    setChanges((before) => before + 1)
  }
  useBridgeEvent('register.changed', ({ sequence }) => reread('register', sequence))
  useBridgeEvent('day.began', () => reread('day'))
  useBridgeEvent('register.restarted', refresh)
  return { stale: past !== null && past.handle === list.handle ? past.reason : null, version, changes, refresh }
}

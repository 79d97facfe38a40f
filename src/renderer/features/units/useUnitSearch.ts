import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Output, Request } from '../../../shared/bridge/contract'
import { callBridge, isCancelled } from '../../bridge/bridgeClient'

type SearchName = 'units.clusters' | 'units.names'

/** What is found by comparing all units and names: a job in a large register, begun anew when the register has changed. */
export function useUnitSearch<K extends SearchName>(name: K, request: Request<K>) {
  const answer = useQuery<Output<K>>({ queryKey: [name, request], queryFn: () => callBridge(name, request), placeholderData: keepPreviousData })
  const [done, setDone] = useState<{ at: number; keys: ReadonlySet<string> }>({ at: 0, keys: new Set() })
  const at = answer.dataUpdatedAt
  return {
    answer,
    isCancelled: isCancelled(answer.error),
    /** Takes something out of sight that was just dealt with; the next answer no longer has it anyway. */
    hide: (key: string) => setDone((before) => ({ at, keys: new Set([...(before.at === at ? before.keys : []), key]) })),
    isHidden: (key: string) => done.at === at && done.keys.has(key),
  }
}

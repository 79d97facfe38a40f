import { useQuery } from '@tanstack/react-query'
import { callBridge } from './bridgeClient'

/** What the register can be asked for figures: its indicators, years and population series, and its last whole period. */
export function useOffered() {
  return useQuery({ queryKey: ['counting.indicators'], queryFn: () => callBridge('counting.indicators', {}) })
}

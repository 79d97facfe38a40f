import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ClosingOptions } from '../../../../shared/bridge/periods'
import { callBridge } from '../../../bridge/bridgeClient'

/** Where a period stands with these options; with others it is asked anew, the former answer standing meanwhile. */
export function usePeriodState(period: string, options: ClosingOptions, isWanted = true) {
  return useQuery({ queryKey: ['periods.get', period, options], queryFn: () => callBridge('periods.get', { period, options }), placeholderData: keepPreviousData, enabled: isWanted })
}

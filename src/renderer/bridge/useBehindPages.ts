import type { UseQueryResult } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { BehindRow } from '../../shared/bridge/counting'
import { callBridge } from './bridgeClient'

export interface BehindPages {
  /** Reads the records [from, to). */
  load(from: number, to: number): Promise<readonly BehindRow[]>
  onFailed(error: unknown): void
  /** Why the question or a page of its answer failed; null while neither did. */
  error: unknown
}

/** The records behind a number, page by page. */
export function useBehindPages({ data, error, refetch }: Pick<UseQueryResult<{ handle: number }>, 'data' | 'error' | 'refetch'>): BehindPages {
  const [failure, setFailure] = useState<unknown>(null)
  const handle = data?.handle
  const load = useCallback(async (from: number, to: number): Promise<readonly BehindRow[]> => {
    setFailure(null)
    return handle === undefined ? [] : (await callBridge('counting.page', { handle, from, to })).rows
  }, [handle])
  return {
    load, error: error ?? failure,
    // Results fall out of the register's small store of them: the same question makes a new one.
    onFailed(reason) {
      setFailure(reason)
      void refetch()
    },
  }
}

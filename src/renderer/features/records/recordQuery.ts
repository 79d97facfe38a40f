import { queryOptions, type QueryClient } from '@tanstack/react-query'
import type { ListKind } from '../../../shared/bridge/lists'
import type { RecordDetail } from '../../../shared/bridge/records'
import { callBridge } from '../../bridge/bridgeClient'

/** A record with everything that its panel shows. */
export function recordQuery(kind: ListKind, id: number) {
  return queryOptions({ queryKey: ['records.get', kind, id], queryFn: () => callBridge('records.get', { kind, id }) })
}

/** The record as it is now: what is under way may be older than the last change, also where nobody shows it. */
export async function readAnew(queries: QueryClient, kind: ListKind, id: number): Promise<RecordDetail> {
  const query = recordQuery(kind, id)
  await queries.cancelQueries(query)
  return queries.fetchQuery(query)
}

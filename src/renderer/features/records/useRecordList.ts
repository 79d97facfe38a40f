import { useMemo, useState } from 'react'
import type { ListFilter, ListKind, ListQuery } from '../../../shared/bridge/lists'
import { callBridge } from '../../bridge/bridgeClient'
import type { ResultSource } from '../../components/grid/resultSource'

export interface RecordList {
  source: ResultSource
  /** Records that pass, and all of them; null until the first answer. */
  counts: { count: number; total: number } | null
  error: unknown
  /** The only record that passes, where there is just one: its panel shows it without being asked. */
  only: number | null
  /** The result that is shown, and the sequence it was taken at; null before the first answer. */
  opened(): { handle: number; sequence: number } | null
  /** Handle of the result whose rows are drawn; null before the first answer. */
  handle: number | null
  /** Of the register, as the result was taken; null before the first answer. */
  sequence: number | null
  /** The query as the grid last asked it, with its sorting. */
  asked(): ListQuery
}

/** The records that pass search and filters, as a source for the grid. `version` makes a new one of the same query. */
export function useRecordList(kind: ListKind, search: string, filters: readonly ListFilter[], version: number): RecordList {
  const [counts, setCounts] = useState<RecordList['counts']>(null)
  const [error, setError] = useState<unknown>(null)
  const [handle, setHandle] = useState<number | null>(null)
  const [sequence, setSequence] = useState<number | null>(null)
  const [only, setOnly] = useState<number | null>(null)
  const { source, asked, opened } = useMemo(() => {
    let query: ListQuery = { kind, search, filters: [...filters], sort: [] }
    let total = 0
    let current: { handle: number; sequence: number } | null = null
    const source: ResultSource = {
      async open(sort) {
        query = { ...query, sort: [...sort] }
        if (current !== null) void window.bridge.call('lists.close', { handle: current.handle })
        const opened = await callBridge('lists.open', query)
        total = opened.total
        current = { handle: opened.handle, sequence: opened.sequence }
        return opened
      },
      page: async (result, from, to) => (await callBridge('lists.page', { handle: result, from, to })).rows,
      onOpened: ({ count, handle: opened }) => {
        setCounts({ count, total })
        setHandle(opened)
        setSequence(current?.sequence ?? null)
        setError(null)
        setOnly(null)
        if (count === 1) source.page(opened, 0, 1).then(([row]) => setOnly(row?.id ?? null), setError)
      },
      onFailed: setError,
    }
    return { source, asked: () => query, opened: () => current }
    // A new version is the same query asked again.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [kind, search, filters, version])
  return { source, counts, error, only, handle, sequence, asked, opened }
}

import { useQueries } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { DocumentPage, DocumentRow } from '../../../../shared/bridge/batches'
import type { RowVerdict } from '../../../../shared/bridge/imports'
import { callBridge } from '../../../bridge/bridgeClient'

const pageSize = 100
const askAgainMs = 1_000

export interface DocumentRows {
  total: number | null
  width: number
  isReading: boolean
  row(place: number): DocumentRow | undefined
  /** The first rows that came, for the widths of the columns. */
  first: readonly DocumentRow[]
  onVisible(from: number, to: number): void
}

/** The rows of a document's sheet, page by page as they come into view. @param opened  changes when the document was opened anew */
export function useDocumentRows(batch: number, opened: number, sheet: number, verdict: RowVerdict | undefined): DocumentRows {
  const [[from, to], setPages] = useState<readonly [number, number]>([0, 0])
  const answers = useQueries({
    queries: Array.from({ length: to - from + 1 }, (_, offset) => from + offset).map((page) => ({
      queryKey: ['batch', batch, opened, 'rows', sheet, verdict, page],
      queryFn: () => callBridge('batches.rows', { batch, sheet, ...(verdict === undefined ? {} : { verdict }), from: page * pageSize, to: (page + 1) * pageSize }),
      // While the file is being read its sheet grows.
      refetchInterval: ({ state }: { state: { data: DocumentPage | undefined } }) => (state.data?.isReading ? askAgainMs : false),
      gcTime: 10_000,
    })),
  })
  const known = answers.find(({ data }) => data !== undefined)?.data
  const onVisible = useCallback((first: number, last: number) => {
    const next = [Math.floor(first / pageSize), Math.floor(Math.max(first, last - 1) / pageSize)] as const
    setPages((before) => (before[0] === next[0] && before[1] === next[1] ? before : next))
  }, [])
  return {
    total: known?.total ?? null, width: known?.width ?? 1, isReading: known?.isReading ?? false,
    row: (place) => answers[Math.floor(place / pageSize) - from]?.data?.rows[place % pageSize],
    first: known?.rows ?? [], onVisible,
  }
}

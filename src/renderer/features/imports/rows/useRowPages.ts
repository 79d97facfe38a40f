import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { ImportJob, ImportRow, RowVerdict } from '../../../../shared/bridge/imports'
import type { Output } from '../../../../shared/bridge/contract'
import { callBridge } from '../../../bridge/bridgeClient'
import { earlierAnswer, type FileQuestion } from '../earlierAnswer'

export interface RowFilterChoice { verdict?: RowVerdict; code?: string }

const pageSize = 100

export interface RowPages {
  total: number | null
  codes: Output<'imports.rows'>['codes']
  row(index: number): ImportRow | undefined
  /** Tells which rows are in view, so that their pages are asked for. */
  onVisible(from: number, to: number): void
}

/** The rows of a judged file, page by page as they come into view. */
export function useRowPages({ job, revision }: ImportJob, filter: RowFilterChoice): RowPages {
  const client = useQueryClient()
  const [[first, last], setPages] = useState<readonly [number, number]>([0, 0])
  const pages = Array.from({ length: last - first + 1 }, (_, offset) => first + offset)
  const answers = useQueries({
    queries: pages.map((page) => {
      const queryKey: FileQuestion = ['imports', job, revision, 'rows', filter, page]
      return {
        queryKey,
        queryFn: () => callBridge('imports.rows', { job, filter, from: page * pageSize, to: (page + 1) * pageSize }),
        placeholderData: () => earlierAnswer<Output<'imports.rows'>>(client, queryKey),
        gcTime: 10_000,
      }
    }),
  })
  const known = answers.find(({ data }) => data !== undefined)?.data
  const onVisible = useCallback((from: number, to: number) => {
    const next = [Math.floor(from / pageSize), Math.floor(Math.max(from, to - 1) / pageSize)] as const
    setPages((before) => (before[0] === next[0] && before[1] === next[1] ? before : next))
  }, [])
  return {
    total: known?.total ?? null,
    codes: known?.codes ?? [],
    row: (index) => answers[Math.floor(index / pageSize) - first]?.data?.rows[index % pageSize],
    onVisible,
  }
}

import { useQueries, useQueryClient } from '@tanstack/react-query'
import type { ImportJob, PreviewRow, SheetPreview } from '../../../../shared/bridge/imports'
import { callBridge } from '../../../bridge/bridgeClient'
import { earlierAnswer, type FileQuestion } from '../earlierAnswer'

export type RowRange = readonly [from: number, to: number]

export interface SheetView extends Omit<SheetPreview, 'rows'> {
  rows: readonly PreviewRow[]
}

/** First and last rows of a sheet, and whatever ranges between them were unfolded, in their order. */
export function useSheetRows({ job, revision }: ImportJob, sheet: number, ranges: readonly RowRange[]): SheetView | null {
  const client = useQueryClient()
  const asked: ({ from: number; to: number } | Record<never, never>)[] = [{}, ...ranges.map(([from, to]) => ({ from, to }))]
  const answers = useQueries({
    queries: asked.map((range) => {
      const queryKey: FileQuestion = ['imports', job, revision, 'sheet', sheet, range]
      return { queryKey, queryFn: () => callBridge('imports.sheet', { job, sheet, ...range }), placeholderData: () => earlierAnswer<SheetPreview>(client, queryKey), gcTime: 5_000 }
    }),
  })
  const frame = answers[0]?.data
  if (!frame) return null
  const rows = new Map<number, PreviewRow>()
  for (const { data } of answers) for (const row of data?.rows ?? []) rows.set(row.row, row)
  const merges = new Map(answers.flatMap(({ data }) => (data?.merges ?? []).map((merge) => [`${merge.top}:${merge.left}`, merge] as const)))
  return { ...frame, rows: [...rows.values()].sort((a, b) => a.row - b.row), merges: [...merges.values()] }
}

/** Rows between two shown ones that are not shown. */
export function gapAfter(rows: readonly PreviewRow[], index: number): RowRange | null {
  const here = rows[index]?.row
  const next = rows[index + 1]?.row
  return here === undefined || next === undefined || next === here + 1 ? null : [here + 1, next - 1]
}

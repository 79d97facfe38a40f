import { useMemo, useState } from 'react'
import type { SortKey } from '../../../../shared/bridge/lists'
import type { SavedView, ViewColumn } from '../../../../shared/bridge/views'
import type { ColumnPlace } from '../../../components/grid/ResultGrid'
import type { RecordView } from '../recordViews'
import { shownColumns } from './columnLayout'
import { keepColumns, keptColumns } from './keptColumns'

export interface ListLayout {
  /** Columns from left to right. */
  columns: readonly ViewColumn[]
  /** What a view would keep of them; empty while they are the program's. */
  arranged: readonly ViewColumn[]
  /** The order that the grid begins with; undefined: the program's. */
  sort: readonly SortKey[] | undefined
  /** Another one is another grid. */
  generation: number
  /** Name of the view that was chosen last. */
  viewName: string | null
  arrange(columns: readonly ViewColumn[]): void
  /** The clerk moved or resized columns in the grid itself. */
  moved(places: readonly ColumnPlace[]): void
  choose(view: SavedView | null): void
}

/** How a list is laid out: the program's columns and order, a view's, or as the clerk has arranged them; those of the whole list are there again the next time. */
export function useListLayout(view: RecordView, isWide: boolean): ListLayout {
  const [arranged, setArranged] = useState<readonly ViewColumn[]>(() => keptColumns(view.kind))
  const [sort, setSort] = useState<readonly SortKey[] | undefined>(undefined)
  const [generation, setGeneration] = useState(0)
  const [viewName, setViewName] = useState<string | null>(null)
  const columns = useMemo(() => shownColumns(view, isWide, arranged), [view, isWide, arranged])
  const arrange = (next: readonly ViewColumn[]): void => {
    setArranged(next)
    // A view keeps its own.
    if (viewName === null) keepColumns(view.kind, next)
  }
  return {
    columns, arranged, sort, generation, viewName,
    arrange,
    moved(places) {
      const widths = new Map(columns.map(({ field, width }) => [field, width]))
      // The elastic column takes what is left: it keeps no width of its own until it is given one.
      arrange(places.map(({ field, width, isPinned }) => ({ field, ...(isElastic(view, field) && widths.get(field) === undefined ? {} : { width }), ...(isPinned ? { isPinned } : {}) })))
    },
    choose(chosen) {
      setArranged(chosen === null ? keptColumns(view.kind) : chosen.columns)
      setSort(chosen === null ? undefined : chosen.sort)
      setViewName(chosen?.name ?? null)
      setGeneration((before) => before + 1)
    },
  }
}

function isElastic(view: RecordView, field: string): boolean {
  return view.columns.some((column) => column.field === field && column.isElastic)
}

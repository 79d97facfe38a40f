import { useCallback, useContext, useMemo, useState } from 'react'
import type { SortKey } from '../../../../shared/bridge/lists'
import type { SavedView, ViewColumn } from '../../../../shared/bridge/views'
import type { ColumnPlace } from '../../../components/grid/ResultGrid'
import { KeptStatesContext, useKept } from '../../../components/keptState'
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
  /** The order that is shown now, for who comes back. */
  keepSort(sort: readonly SortKey[]): void
  arrange(columns: readonly ViewColumn[]): void
  /** The clerk moved or resized columns in the grid itself. */
  moved(places: readonly ColumnPlace[]): void
  choose(view: SavedView | null): void
}

/** How a list is laid out: the program's columns and order, a view's, or as the clerk has arranged them; those of the whole list are there again the next time. */
export function useListLayout(view: RecordView, { isWide, isAnew }: { isWide: boolean; isAnew: boolean }): ListLayout {
  const kept = useContext(KeptStatesContext)
  const sortName = `${view.kind}.sort`
  const [arranged, setArranged] = useKept<readonly ViewColumn[]>(`${view.kind}.columns`, () => keptColumns(view.kind), { isAnew })
  const [sort, setSort] = useState(isAnew ? undefined : (kept.get(sortName) as readonly SortKey[] | undefined))
  const keepSort = useCallback((shown: readonly SortKey[]): void => void kept.set(sortName, shown), [kept, sortName])
  const [generation, setGeneration] = useState(0)
  const [viewName, setViewName] = useKept<string | null>(`${view.kind}.view`, null, { isAnew })
  const columns = useMemo(() => shownColumns(view, isWide, arranged), [view, isWide, arranged])
  const arrange = (next: readonly ViewColumn[]): void => {
    setArranged(next)
    // A view keeps its own.
    if (viewName === null) keepColumns(view.kind, next)
  }
  return {
    columns, arranged, sort, generation, viewName, keepSort,
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

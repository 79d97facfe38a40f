import type { GridApi, IRowNode } from 'ag-grid-community'
import type { GridRow } from './resultSource'

/** Rows that stand one below the other. */
export interface Run {
  from: number
  nodes: readonly IRowNode<GridRow>[]
}

/** The rows of a grid that are read, in runs without a gap, none longer than a page. */
export function loadedRuns(api: Pick<GridApi<GridRow>, 'forEachNode'>, page: number): Run[] {
  const runs: { from: number; nodes: IRowNode<GridRow>[] }[] = []
  api.forEachNode((node) => {
    if (node.data === undefined || node.rowIndex === null) return
    const last = runs.at(-1)
    if (last !== undefined && node.rowIndex === last.from + last.nodes.length && last.nodes.length < page) last.nodes.push(node)
    else runs.push({ from: node.rowIndex, nodes: [node] })
  })
  return runs
}

/** Gives a row its record as it is now; what reads as before is not drawn again. A row that has become another is left. */
export function refill(node: IRowNode<GridRow>, row: GridRow): void {
  if (node.data?.id === row.id && JSON.stringify(node.data) !== JSON.stringify(row)) node.updateData(row)
}

import type { GridApi, IRowNode } from 'ag-grid-community'
import type { GridRow } from './resultSource'

export type ReportRow = (index: number, row: GridRow | null) => void

/**
 * The row with the focus. One whose block is still on its way is reported without a record, and again when the record
 * is here: the grid may by then have put another node in its place.
 */
export class CurrentRow {
  private isWaiting = false

  focus(api: GridApi<GridRow>, index: number, report: ReportRow): void {
    const node = api.getDisplayedRowAtIndex(index)
    this.isWaiting = node?.data === undefined
    if (this.isWaiting) this.watch(api, node, report)
    else node?.setSelected(true)
    report(index, node?.data ?? null)
  }

  /** To be called whenever rows have come. */
  arrived(api: GridApi<GridRow>, report: ReportRow): void {
    const index = api.getFocusedCell()?.rowIndex
    if (!this.isWaiting || index === undefined) return
    const node = api.getDisplayedRowAtIndex(index)
    if (node?.data === undefined) this.watch(api, node, report)
    else this.focus(api, index, report)
  }

  private watch(api: GridApi<GridRow>, node: IRowNode<GridRow> | undefined, report: ReportRow): void {
    const listener = (): void => {
      node?.removeEventListener('dataChanged', listener)
      this.arrived(api, report)
    }
    node?.addEventListener('dataChanged', listener)
  }
}

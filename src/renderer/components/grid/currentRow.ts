import type { GridApi, IRowNode } from 'ag-grid-community'
import type { GridRow } from './resultSource'

export type ReportRow = (index: number, row: GridRow | null) => void

/**
 * The row with the focus. One whose block is still on its way is reported without a record, and again when the record
 * is here: the grid may by then have put another node in its place.
 */
export class CurrentRow {
  private index: number | null = null
  private isWaiting = false
  /** Index of a row that was removed with the keyboard in it. */
  private removedAt: number | null = null
  /** Rows of a result that was asked anew since: their records may be gone. */
  private readonly past = new WeakSet<GridRow>()

  focus(api: GridApi<GridRow>, index: number, report: ReportRow): void {
    const node = api.getDisplayedRowAtIndex(index)
    const row = this.rowOf(node)
    const isReturned = index === this.index && node?.data !== undefined && row === null
    const isPushedUp = this.removedAt !== null && index < this.removedAt && index === api.getDisplayedRowCount() - 1
    this.index = index
    // The keyboard came back to its cell, from a question for example: nobody has chosen the row that comes to stand there.
    if (isReturned) return
    this.removedAt = null
    // Of the last row, which is gone, it came to the one before.
    if (isPushedUp) {
      this.isWaiting = false
      return
    }
    this.isWaiting = row === null
    if (row === null) this.watch(api, node, report)
    else node?.setSelected(true)
    report(index, row)
  }

  /** To be called when the current record was removed: no other one becomes current by that. */
  remove(): void {
    this.removedAt = this.index
    this.isWaiting = false
  }

  /** To be called whenever rows have come. */
  arrived(api: GridApi<GridRow>, report: ReportRow): void {
    const index = api.getFocusedCell()?.rowIndex
    if (!this.isWaiting || index === undefined) return
    const node = api.getDisplayedRowAtIndex(index)
    if (this.rowOf(node) === null) this.watch(api, node, report)
    else this.focus(api, index, report)
  }

  /** To be called when the result is asked anew: the rows still drawn are those of the one before. */
  outdate(api: GridApi<GridRow>): void {
    api.forEachNode(({ data }) => {
      if (data !== undefined) this.past.add(data)
    })
  }

  private rowOf(node: IRowNode<GridRow> | undefined): GridRow | null {
    return node?.data === undefined || this.past.has(node.data) ? null : node.data
  }

  private watch(api: GridApi<GridRow>, node: IRowNode<GridRow> | undefined, report: ReportRow): void {
    const listener = (): void => {
      node?.removeEventListener('dataChanged', listener)
      this.arrived(api, report)
    }
    node?.addEventListener('dataChanged', listener)
  }
}

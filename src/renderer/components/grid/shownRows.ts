import type { GridRow } from './resultSource'

/** As many rows as a grid keeps; what was scrolled past long ago is shown anew, without marks. */
const mostRows = 5_000

/**
 * How the rows of a result first looked: the result stays as it was taken while its records change, and what differs
 * from the first sight is marked.
 */
export class ShownRows {
  private readonly first = new Map<number, GridRow['cells']>()

  /** The row with the fields that have changed since it was first shown. */
  marked(row: GridRow): GridRow {
    const before = this.first.get(row.id)
    if (row.isGone === true) return before === undefined ? row : { ...row, cells: before }
    if (before === undefined) {
      this.keep(row)
      return row
    }
    const changed = Object.keys(row.cells).filter((field) => !isSame(before[field], row.cells[field]))
    return changed.length === 0 ? row : { ...row, changed }
  }

  /** Another result begins. */
  forget(): void {
    this.first.clear()
  }

  private keep({ id, cells }: GridRow): void {
    const [oldest] = this.first.keys()
    if (this.first.size >= mostRows && oldest !== undefined) this.first.delete(oldest)
    this.first.set(id, cells)
  }
}

function isSame(a: GridRow['cells'][string] | undefined, b: GridRow['cells'][string] | undefined): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}

import type { Cell, Merge, Row } from '../../../workbook/types'
import { isBlankCell } from './cellText'

/**
 * Values of vertically merged body cells, filled down over the rows of their range and over nothing else
 * (import-sources.md 4, row 3): blank cells that are not merged stay blank.
 */
export class FillDown {
  private readonly byColumn = new Map<number, { merge: Merge; value: Cell }[]>()

  constructor(merges: readonly Merge[], columns: ReadonlySet<number>, firstBodyRow: number) {
    for (const merge of merges) {
      if (merge.bottom <= merge.top || merge.bottom < firstBodyRow || !columns.has(merge.left)) continue
      const list = this.byColumn.get(merge.left) ?? []
      list.push({ merge, value: null })
      this.byColumn.set(merge.left, list)
    }
    for (const list of this.byColumn.values()) list.sort((a, b) => a.merge.top - b.merge.top)
  }

  get isEmpty(): boolean {
    return this.byColumn.size === 0
  }

  /** The row with merged values filled in; the same object when nothing is merged over it. */
  apply(row: Row): Row {
    let cells: Cell[] | null = null
    for (const [column, ranges] of this.byColumn) {
      for (const range of ranges) {
        if (range.merge.top > row.row) break
        if (range.merge.bottom < row.row) continue
        if (range.merge.top === row.row) range.value = row.cells[column] ?? null
        else if (!isBlankCell(range.value) && isBlankCell(row.cells[column])) {
          cells ??= [...row.cells]
          while (cells.length <= column) cells.push(null)
          cells[column] = range.value
        }
      }
    }
    return cells === null ? row : { ...row, cells }
  }
}

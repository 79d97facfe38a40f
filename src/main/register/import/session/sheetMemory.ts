import type { Cell, Merge, Row, SheetInfo, SheetTail } from '../../../workbook/types'
import type { SheetContext } from '../kinds/kindJudge'
import { isBlankCell } from '../table/cellText'
import { shorten } from './printValues'

/** Rows at the beginning are kept up to so many cells: whole district forms, the head of a database export. */
const mostCells = 60_000
const keptTail = 12
const longestText = 400
const widest = 120
const longestBlank = 40

/** What is kept of a sheet to show it as it looks, and to understand it again when the clerk moves its header. */
export class SheetMemory {
  readonly head: Row[] = []
  private tail: Row[] = []
  private cells = 0
  merges: readonly Merge[] = []
  context: SheetContext | null = null
  width = 0
  lastRow = 0
  rows = 0

  constructor(readonly info: SheetInfo) {}

  take(rows: readonly Row[]): void {
    this.rows += rows.length
    for (const row of rows) {
      this.lastRow = row.row
      this.width = Math.max(this.width, filledWidth(row.cells))
      if (this.cells <= mostCells) this.head.push(trimmed(row))
      this.cells += row.cells.length
    }
    if (this.cells > mostCells) this.tail = [...this.tail, ...rows.slice(-keptTail)].slice(-keptTail).map(trimmed)
  }

  end({ merges }: SheetTail): void {
    this.merges = merges
  }

  get isWhole(): boolean {
    return this.cells <= mostCells || this.head.length === this.rows
  }

  /** Kept rows of a range; null when some of them are not kept. */
  rowsBetween(from: number, to: number): Row[] | null {
    const lastKept = this.head.at(-1)?.row ?? 0
    if (this.isWhole || to <= lastKept) return this.head.filter(({ row }) => row >= from && row <= to)
    const firstOfTail = this.tail[0]?.row ?? Number.MAX_SAFE_INTEGER
    return from >= firstOfTail ? this.tail.filter(({ row }) => row >= from && row <= to) : null
  }

  /** The rows with the blank ones between them that files do not write down. */
  withBlanks(rows: readonly Row[]): Row[] {
    const lastKept = this.isWhole ? Number.MAX_SAFE_INTEGER : (this.head.at(-1)?.row ?? 0)
    const known = new Set(this.head.map(({ row }) => row))
    return rows.flatMap((row, index) => {
      const next = rows[index + 1]?.row ?? row.row
      const missing = Math.max(0, next - row.row - 1)
      if (missing > longestBlank || next > lastKept) return [row]
      const between = Array.from({ length: missing }, (_, offset) => row.row + 1 + offset)
      return between.some((number) => known.has(number)) ? [row] : [row, ...between.map((number) => ({ row: number, cells: [] }))]
    })
  }

  /** The last rows, where they are not among the first. */
  lastRows(count: number): Row[] {
    return (this.isWhole ? this.head : this.tail).slice(-count)
  }
}

function filledWidth(cells: readonly Cell[]): number {
  let width = cells.length
  while (width > 0 && isBlankCell(cells[width - 1])) width--
  return width
}

function trimmed(row: Row): Row {
  const cells = row.cells.slice(0, widest).map((cell) => (typeof cell === 'string' ? shorten(cell, longestText) : cell))
  return { ...row, cells }
}

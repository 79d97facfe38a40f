/**
 * The selected cells of a grid: a rectangle between the cell where the selection began and the one where it ends, in
 * rows of the result and columns as shown. Rows need not be loaded; a range over a million of them is four numbers.
 */
export interface CellRange {
  anchor: CellPlace
  head: CellPlace
}

/** A cell by its row in the result and its column as shown, both 0-based. */
export interface CellPlace {
  row: number
  column: number
}

/** How far a grid reaches. */
export interface GridSize {
  rows: number
  columns: number
}

/** Both ends included. */
export interface RangeBounds {
  top: number
  bottom: number
  left: number
  right: number
}

export function rangeAt(place: CellPlace): CellRange {
  return { anchor: place, head: place }
}

export function boundsOf({ anchor, head }: CellRange): RangeBounds {
  return {
    top: Math.min(anchor.row, head.row), bottom: Math.max(anchor.row, head.row),
    left: Math.min(anchor.column, head.column), right: Math.max(anchor.column, head.column),
  }
}

export function rangeOf({ top, bottom, left, right }: RangeBounds): CellRange {
  return { anchor: { row: top, column: left }, head: { row: bottom, column: right } }
}

export function cellCount(range: CellRange): number {
  const { top, bottom, left, right } = boundsOf(range)
  return (bottom - top + 1) * (right - left + 1)
}

export function contains(range: CellRange, { row, column }: CellPlace): boolean {
  const { top, bottom, left, right } = boundsOf(range)
  return row >= top && row <= bottom && column >= left && column <= right
}

/** The range with its end moved, never beyond the grid. */
export function extendTo({ anchor }: CellRange, head: CellPlace, size: GridSize): CellRange {
  return { anchor, head: within(head, size) }
}

export type Direction = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight'

/** Shift and an arrow; with Ctrl to the edge of the grid. */
export function extendBy(range: CellRange, direction: Direction, size: GridSize, toEdge: boolean): CellRange {
  const { row, column } = range.head
  const [rows, columns] = toEdge ? [size.rows, size.columns] : [1, 1]
  switch (direction) {
    case 'ArrowUp': return extendTo(range, { row: row - rows, column }, size)
    case 'ArrowDown': return extendTo(range, { row: row + rows, column }, size)
    case 'ArrowLeft': return extendTo(range, { row, column: column - columns }, size)
    case 'ArrowRight': return extendTo(range, { row, column: column + columns }, size)
  }
}

/** The rows of the range over all columns. */
export function wholeRows({ anchor, head }: CellRange, size: GridSize): CellRange {
  return { anchor: { row: anchor.row, column: 0 }, head: { row: head.row, column: Math.max(0, size.columns - 1) } }
}

/** The columns of the range over all rows. */
export function wholeColumns({ anchor, head }: CellRange, size: GridSize): CellRange {
  return { anchor: { row: 0, column: anchor.column }, head: { row: Math.max(0, size.rows - 1), column: head.column } }
}

export function wholeGrid(size: GridSize): CellRange {
  return rangeOf({ top: 0, bottom: Math.max(0, size.rows - 1), left: 0, right: Math.max(0, size.columns - 1) })
}

/** The range as far as the grid reaches now; null when nothing of it is left. */
export function clip(range: CellRange, size: GridSize): CellRange | null {
  const { top, left } = boundsOf(range)
  if (top >= size.rows || left >= size.columns) return null
  return { anchor: within(range.anchor, size), head: within(range.head, size) }
}

function within({ row, column }: CellPlace, { rows, columns }: GridSize): CellPlace {
  return { row: Math.max(0, Math.min(row, rows - 1)), column: Math.max(0, Math.min(column, columns - 1)) }
}

/**
 * Where a pasted block lies: at the top left of the range, over the whole range where the block fits into it several
 * times, and never beyond the grid.
 */
export function pasteBounds(range: CellRange, block: GridSize, size: GridSize): RangeBounds {
  const { top, bottom, left, right } = boundsOf(range)
  const [rows, columns] = [bottom - top + 1, right - left + 1]
  const repeats = rows % block.rows === 0 && columns % block.columns === 0
  return {
    top, left,
    bottom: Math.min(size.rows, top + (repeats ? rows : block.rows)) - 1,
    right: Math.min(size.columns, left + (repeats ? columns : block.columns)) - 1,
  }
}

/**
 * Dragging the fill handle to a cell: the range grows down, up, right or left, in whichever direction the pointer went
 * further.
 *
 * @returns where the new cells lie and which way; null while the pointer is inside the range
 */
export function fillTarget(range: CellRange, to: CellPlace): { target: RangeBounds; along: 'rows' | 'columns' } | null {
  const source = boundsOf(range)
  const down = to.row > source.bottom ? to.row - source.bottom : Math.min(0, to.row - source.top)
  const across = to.column > source.right ? to.column - source.right : Math.min(0, to.column - source.left)
  if (down === 0 && across === 0) return null
  if (Math.abs(down) >= Math.abs(across)) {
    return { along: 'rows', target: down > 0 ? { ...source, top: source.bottom + 1, bottom: to.row } : { ...source, top: to.row, bottom: source.top - 1 } }
  }
  return { along: 'columns', target: across > 0 ? { ...source, left: source.right + 1, right: to.column } : { ...source, left: to.column, right: source.left - 1 } }
}

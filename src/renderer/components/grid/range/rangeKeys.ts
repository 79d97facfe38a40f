import { extendBy, extendTo, wholeColumns, wholeGrid, wholeRows, type CellPlace, type CellRange, type Direction, type GridSize } from './cellRange'

/** Rows that Shift+Page Up and Down pass over. */
const pageRows = 20

/** A range whose end comes into view, or, taken as a whole, one that leaves the view where it is; a cell to go to. */
export type RangeCommand = { range: CellRange; isWhole: boolean } | { goTo: CellPlace } | RangeWord
export type RangeWord = 'clear' | 'fillDown' | 'fillRight' | 'down' | 'up' | 'collapse' | 'menu'

/** What a key means while no cell is being edited, as in a spreadsheet; null where it is none of the range's keys. */
export function rangeCommand(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>, range: CellRange, size: GridSize): RangeCommand | null {
  const { key, shiftKey, altKey } = event
  const hasControl = event.ctrlKey || event.metaKey
  if (altKey) return null
  if (shiftKey) {
    const extended = extension(key, hasControl, range, size)
    if (extended !== null) return { range: extended, isWhole: key === ' ' }
  } else if (key === 'Home' || key === 'End') return { goTo: edgeOf(key, hasControl, range, size) }
  if (key === 'ContextMenu' || (key === 'F10' && shiftKey && !hasControl)) return 'menu'
  if (hasControl) return controlCommand(key.toLowerCase(), range, size)
  if (key === 'Enter') return shiftKey ? 'up' : 'down'
  if (key === 'Delete') return 'clear'
  return key === 'Escape' ? 'collapse' : null
}

/** Home and End go to the ends of the row, with Ctrl to the first and last cell of all. */
function edgeOf(key: 'Home' | 'End', ofAll: boolean, { anchor }: CellRange, { rows, columns }: GridSize): CellPlace {
  return key === 'Home' ? { row: ofAll ? 0 : anchor.row, column: 0 } : { row: ofAll ? Math.max(0, rows - 1) : anchor.row, column: Math.max(0, columns - 1) }
}

function controlCommand(key: string, range: CellRange, size: GridSize): RangeCommand | null {
  switch (key) {
    case 'a': return { range: wholeGrid(size), isWhole: true }
    case ' ': return { range: wholeColumns(range, size), isWhole: true }
    case 'd': return 'fillDown'
    case 'r': return 'fillRight'
    default: return null
  }
}

function extension(key: string, toEdge: boolean, range: CellRange, size: GridSize): CellRange | null {
  const { row, column } = range.head
  switch (key) {
    case 'ArrowUp': case 'ArrowDown': case 'ArrowLeft': case 'ArrowRight': return extendBy(range, key satisfies Direction, size, toEdge)
    case 'PageUp': return extendTo(range, { row: row - pageRows, column }, size)
    case 'PageDown': return extendTo(range, { row: row + pageRows, column }, size)
    case 'Home': return extendTo(range, { row: toEdge ? 0 : row, column: 0 }, size)
    case 'End': return extendTo(range, { row: toEdge ? size.rows - 1 : row, column: size.columns - 1 }, size)
    case ' ': return toEdge ? null : wholeRows(range, size)
    default: return null
  }
}

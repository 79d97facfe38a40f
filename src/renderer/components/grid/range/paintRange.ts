import { boundsOf, type CellRange, type RangeBounds } from './cellRange'

/**
 * Marks the drawn cells of a range for the style sheet: `in`, and the edges that are the range's. Only drawn cells exist,
 * so a range over a million rows marks some hundred of them; called again whenever cells have come or moved.
 */
export function paintRange(box: HTMLElement, columns: readonly string[], range: CellRange | null, fill: RangeBounds | null): void {
  const columnOf = new Map(columns.map((field, index) => [field, index]))
  const bounds = range === null ? null : boundsOf(range)
  for (const row of box.querySelectorAll<HTMLElement>('.ag-row[row-index]')) {
    const rowIndex = Number(row.getAttribute('row-index'))
    for (const cell of row.querySelectorAll<HTMLElement>('.ag-cell')) {
      const column = columnOf.get(cell.getAttribute('col-id') ?? '')
      const marks = column === undefined ? '' : [marksIn(bounds, rowIndex, column), isIn(fill, rowIndex, column) ? 'fill' : ''].filter((mark) => mark !== '').join(' ')
      if ((cell.dataset['range'] ?? '') === marks) continue
      if (marks === '') delete cell.dataset['range']
      else cell.dataset['range'] = marks
      cell.ariaSelected = marks.startsWith('in') ? 'true' : null
    }
  }
}

function isIn(bounds: RangeBounds | null, row: number, column: number): boolean {
  return bounds !== null && row >= bounds.top && row <= bounds.bottom && column >= bounds.left && column <= bounds.right
}

function marksIn(bounds: RangeBounds | null, row: number, column: number): string {
  if (bounds === null || !isIn(bounds, row, column)) return ''
  const { top, bottom, left, right } = bounds
  const isSingle = top === bottom && left === right
  return ['in', isSingle ? 'single' : '', row === top ? 'top' : '', row === bottom ? 'bottom' : '', column === left ? 'left' : '', column === right ? 'right' : ''].filter((mark) => mark !== '').join(' ')
}

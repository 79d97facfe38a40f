import type { GridApi } from 'ag-grid-community'
import type { GridRow } from '../resultSource'
import type { CellPlace } from './cellRange'

/** The column of row numbers: no field of the list. */
export const rowNumberId = 'rowNumber'

/** The fields of the columns as shown, from left to right. */
export function columnFields(api: GridApi<GridRow>): string[] {
  return api.getAllDisplayedColumns().map((column) => column.getColId()).filter((id) => id !== rowNumberId)
}

/** The cell around an element; the column is -1 on a row number. Null outside the cells. */
export function cellAround(target: EventTarget | null, columns: readonly string[]): CellPlace | null {
  const cell = target instanceof Element ? target.closest('.ag-cell') : null
  const index = cell?.closest('[row-index]')?.getAttribute('row-index')
  if (!cell || index === null || index === undefined) return null
  return { row: Number(index), column: columns.indexOf(cell.getAttribute('col-id') ?? '') }
}

/** The same, but no row number. */
export function placeOf(target: EventTarget | null, columns: readonly string[]): CellPlace | null {
  const place = cellAround(target, columns)
  return place === null || place.column < 0 ? null : place
}

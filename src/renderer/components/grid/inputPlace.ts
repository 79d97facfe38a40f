import type { GridApi } from 'ag-grid-community'
import type { GridRow } from './resultSource'

/** The cell that the input of a grid sits in. */
export interface Place {
  /** Null while it is on its way: what is typed waits for it, and nothing stores it in a row that nobody has seen. */
  row: GridRow | null
  /** Heading and content of the cell, for a reader of the screen: the keyboard is in the input, not in the cell. */
  label: string
  rowIndex: number
  field: string
  cell: HTMLElement
  /** The row that is drawn there: another one may come to stand in the cell while nothing is typed. */
  drawn(): GridRow | undefined
}

/** A text that was refused, waiting for its cell to get the focus again. */
export interface Refused {
  rowId: number
  field: string
  text: string
}

/** The cell of the grid that an element is; null for any other. */
export function placeAt(api: GridApi<GridRow>, target: EventTarget): Omit<Place, 'row'> | null {
  if (!(target instanceof HTMLElement) || !target.matches('.ag-cell')) return null
  const rowIndex = Number(target.closest('[row-index]')?.getAttribute('row-index') ?? Number.NaN)
  const field = target.getAttribute('col-id')
  const column = field === null ? null : api.getColumn(field)
  if (Number.isNaN(rowIndex) || field === null || column === null) return null
  // The keyboard leaves a cell also when its whole page goes.
  const drawn = (): GridRow | undefined => (api.isDestroyed() ? undefined : api.getDisplayedRowAtIndex(rowIndex)?.data)
  return { label: `${api.getDisplayNameForColumn(column, null)} ${target.textContent}`, rowIndex, field, cell: target, drawn }
}

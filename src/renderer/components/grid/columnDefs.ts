import type { ColDef, ColumnState } from 'ag-grid-community'
import { t } from '../../../shared/text/t'
import { printCell } from '../values/printCell'
import { chipsCell } from './chipsCell'
import { ColumnHeading } from './ColumnHeading'
import { rowNumberId } from './range/gridPlaces'
import type { GridRow } from './resultSource'

export interface GridColumn {
  field: string
  title: string
  width?: number
  /** Takes the room that is left, or its share of it; never less than its width. */
  isElastic?: boolean
  isNumber?: boolean
  isSortable?: boolean
  /** Its values stand as words of their own. */
  hasChips?: boolean
  /** Stays in view while the others scroll. */
  isPinned?: boolean
  initialSort?: 'asc' | 'desc'
  /** Place among the columns that are sorted by, 0 the most important. */
  initialSortIndex?: number
  /** How a cell reads; without it as `printCell` writes it. */
  print?(cell: GridRow['cells'][string] | undefined): string
  /** A state that colours the cell. */
  tone?(cell: GridRow['cells'][string] | undefined): 'accent' | undefined
  /** Opens the column's filter; the heading then offers it. */
  onFilter?(heading: HTMLElement): void
}

/** A column as the clerk has arranged it. */
export interface ColumnPlace {
  field: string
  width: number
  isPinned: boolean
}

/** Of a column that takes what is left. */
const leastElastic = 110
/** A character on each of two lines, beside the signs of a filter and an order. */
const leastWidth = 48

export const defaultColumn: ColDef<GridRow> = { resizable: true, suppressHeaderMenuButton: true, minWidth: leastWidth }

/** From here on the numbers of rows have six digits and more. */
const firstLongRow = 99_999

export const rowNumberColumn: ColDef<GridRow> = {
  colId: rowNumberId,
  headerName: '',
  width: 44,
  minWidth: 44,
  pinned: 'left',
  lockPosition: 'left',
  suppressMovable: true,
  resizable: false,
  sortable: false,
  cellClass: ({ rowIndex }) => (rowIndex >= firstLongRow ? ['row-number', 'is-long'] : 'row-number'),
  valueGetter: ({ node }) => (node?.rowIndex ?? 0) + 1,
}

export function toColDef(column: GridColumn): ColDef<GridRow> {
  const numeric = column.isNumber ? 'number' : ''
  return {
    colId: column.field,
    headerName: column.title,
    headerClass: numeric,
    cellClass: ({ value }) => [numeric, column.tone?.(value) ?? ''].filter((name) => name !== ''),
    cellClassRules: {
      'is-changed': ({ data }) => data?.changed?.includes(column.field) === true,
      'is-gone': ({ data }) => data?.isGone === true,
    },
    ...(column.onFilter === undefined ? {} : { headerComponentParams: { innerHeaderComponent: ColumnHeading, innerHeaderComponentParams: { onFilter: column.onFilter } } }),
    sortable: column.isSortable ?? true,
    pinned: column.isPinned ? 'left' : null,
    ...(column.initialSort === undefined ? {} : { initialSort: column.initialSort, initialSortIndex: column.initialSortIndex ?? 0 }),
    ...(column.width === undefined ? {} : { width: column.width }),
    ...(column.isElastic ? { flex: 1, minWidth: column.width ?? leastElastic } : { flex: null }),
    ...(column.hasChips ? { cellRenderer: chipsCell } : {}),
    valueGetter: ({ data }) => data?.cells[column.field],
    // A block that is still on its way is blank, an empty cell is “—”.
    valueFormatter: ({ data, value }) => (data === undefined ? '' : (column.print ?? printCell)(value)),
    tooltipValueGetter: ({ data, value }) => tooltipOf(column, data, value),
  }
}

function tooltipOf(column: GridColumn, data: GridRow | undefined, value: GridRow['cells'][string] | undefined): string {
  if (data === undefined) return ''
  return data.isGone ? t('grid.gone') : (column.print ?? printCell)(value)
}

/** The arranged columns out of the grid's state, without the column of row numbers. */
export function columnPlaces(state: readonly ColumnState[]): ColumnPlace[] {
  return state.flatMap(({ colId, width, pinned }) => (colId === rowNumberId ? [] : [{ field: colId, width: Math.round(width ?? 0), isPinned: pinned === 'left' }]))
}

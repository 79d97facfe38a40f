import {
  CellStyleModule, InfiniteRowModelModule, LocaleModule, ModuleRegistry, RowApiModule, RowSelectionModule, ScrollApiModule, TooltipModule, ValidationModule,
  type ColDef, type GridApi, type GridReadyEvent,
} from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { useContext, useEffect, useImperativeHandle, useMemo, useState, type Ref } from 'react'
import { StyleNonceContext } from '../styleNonceContext'
import { printCell } from '../values/printCell'
import { CellInput, type CellEditing } from './cellInput'
import { ColumnHeading } from './ColumnHeading'
import { CurrentRow } from './currentRow'
import { gridLocale } from './gridLocale'
import { gridTheme } from './gridTheme'
import { createResultDatasource } from './resultDatasource'
import type { GridRow, ResultSource } from './resultSource'
import './grid.css'

ModuleRegistry.registerModules([
  CellStyleModule, InfiniteRowModelModule, LocaleModule, RowApiModule, RowSelectionModule, ScrollApiModule, TooltipModule,
  ...(import.meta.env.DEV ? [ValidationModule] : []),
])

export interface GridColumn {
  field: string
  title: string
  width?: number
  /** Takes the room that is left. */
  isElastic?: boolean
  isNumber?: boolean
  isSortable?: boolean
  initialSort?: 'asc' | 'desc'
  /** How a cell reads; without it as `printCell` writes it. */
  print?(cell: GridRow['cells'][string] | undefined): string
  /** A state that colours the cell. */
  tone?(cell: GridRow['cells'][string] | undefined): 'accent' | undefined
  /** Opens the column's filter; the heading then offers it. */
  onFilter?(heading: HTMLElement): void
  isFiltered?: boolean
}

export interface ResultGridHandle {
  /** Makes the next (+1) or previous (-1) row the current one. */
  move(step: number): void
  /** Gives the keyboard back to the current cell. */
  focus(): void
  /** Reads the rows in view again; scroll position and focus stay. */
  refresh(): void
}

interface Props {
  columns: readonly GridColumn[]
  /** A new source is a new result: the grid starts at its top. */
  source: ResultSource
  /** The row the cell focus is in; null while its block is still loading. */
  onCurrentRow(index: number, row: GridRow | null): void
  /** Typing into cells; without it nothing can be changed in the grid. */
  editing?: CellEditing
  ref?: Ref<ResultGridHandle>
}

const blockSize = 100

/** A list of any length: rows are read by range as they scroll into view, sorting is done behind the bridge. */
export function ResultGrid({ columns, source, onCurrentRow, editing, ref }: Props) {
  const styleNonce = useContext(StyleNonceContext)
  const [api, setApi] = useState<GridApi<GridRow> | null>(null)
  const columnDefs = useMemo(() => [rowNumberColumn, ...columns.map(toColDef)], [columns])

  const datasource = useMemo(() => createResultDatasource(source), [source])
  useEffect(() => {
    api?.setGridOption('datasource', datasource)
  }, [api, datasource])

  // One input for the life of the grid, which follows the focused cell.
  const [input] = useState(() => new CellInput())
  const [current] = useState(() => new CurrentRow())
  useEffect(() => input.use(editing), [input, editing])

  useImperativeHandle(ref, () => ({
    move: (step) => moveFocus(api, step),
    focus: () => refocus(api),
    refresh() {
      datasource.renew()
      api?.refreshInfiniteCache()
    },
  }), [api, datasource])

  return (
    <div className="result-grid-box" onFocus={({ target }) => { if (api !== null && editing !== undefined) input.follow(api, target) }}>
      <AgGridReact<GridRow>
        className="result-grid"
        theme={gridTheme}
        styleNonce={styleNonce}
        localeText={gridLocale}
        columnDefs={columnDefs}
        defaultColDef={defaultColumn}
        rowModelType="infinite"
        cacheBlockSize={blockSize}
        maxBlocksInCache={30}
        maxConcurrentDatasourceRequests={2}
        blockLoadDebounceMillis={30}
        rowSelection={singleRow}
        tooltipShowDelay={400}
        tooltipShowMode="whenTruncated"
        suppressDragLeaveHidesColumns
        suppressNoRowsOverlay
        onGridReady={(event: GridReadyEvent<GridRow>) => setApi(event.api)}
        onCellFocused={({ api: grid, rowIndex }) => { if (rowIndex !== null) current.focus(grid, rowIndex, onCurrentRow) }}
        onModelUpdated={({ api: grid }) => current.arrived(grid, onCurrentRow)}
        onCellDoubleClicked={() => input.begin()}
      />
    </div>
  )
}

const singleRow = { mode: 'singleRow', checkboxes: false, enableClickSelection: false } as const
const defaultColumn: ColDef<GridRow> = { resizable: true, suppressHeaderMenuButton: true, suppressMovable: true }
const rowNumberColumn: ColDef<GridRow> = {
  colId: 'rowNumber',
  headerName: '',
  width: 44,
  pinned: 'left',
  resizable: false,
  sortable: false,
  cellClass: 'row-number',
  valueGetter: ({ node }) => (node?.rowIndex ?? 0) + 1,
}

function toColDef(column: GridColumn): ColDef<GridRow> {
  const numeric = column.isNumber ? 'number' : ''
  return {
    colId: column.field,
    headerName: column.title,
    headerClass: numeric,
    cellClass: ({ value }) => [numeric, column.tone?.(value) ?? ''].filter((name) => name !== ''),
    ...(column.onFilter === undefined ? {} : { headerComponentParams: { innerHeaderComponent: ColumnHeading, innerHeaderComponentParams: { onFilter: column.onFilter, isFiltered: column.isFiltered === true } } }),
    sortable: column.isSortable ?? true,
    ...(column.initialSort === undefined ? {} : { initialSort: column.initialSort }),
    ...(column.width === undefined ? {} : { width: column.width }),
    ...(column.isElastic ? { flex: 1, minWidth: 110 } : {}),
    valueGetter: ({ data }) => data?.cells[column.field],
    // A block that is still on its way is blank, an empty cell is “—”.
    valueFormatter: ({ data, value }) => (data === undefined ? '' : (column.print ?? printCell)(value)),
    tooltipValueGetter: ({ data, value }) => (data === undefined ? '' : (column.print ?? printCell)(value)),
  }
}

function moveFocus(api: GridApi<GridRow> | null, step: number): void {
  const focused = api?.getFocusedCell()
  if (api === null || !focused) return
  const next = focused.rowIndex + step
  if (next < 0 || next >= api.getDisplayedRowCount()) return
  api.ensureIndexVisible(next)
  api.setFocusedCell(next, focused.column)
}

function refocus(api: GridApi<GridRow> | null): void {
  const focused = api?.getFocusedCell()
  if (api && focused) api.setFocusedCell(focused.rowIndex, focused.column)
}

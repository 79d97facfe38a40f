import {
  CellStyleModule, ColumnApiModule, ColumnAutoSizeModule, InfiniteRowModelModule, LocaleModule, ModuleRegistry, RowApiModule, RowSelectionModule, ScrollApiModule, TooltipModule, ValidationModule,
  createGrid, type ColumnMovedEvent, type ColumnResizedEvent, type GridApi, type GridOptions,
} from 'ag-grid-community'
import { useContext, useEffect, useImperativeHandle, useMemo, useRef, useState, type Ref } from 'react'
import { t } from '../../../shared/text/t'
import { areaFocusEvent, takesAreaFocus } from '../areaFocus'
import { StyleNonceContext } from '../styleNonceContext'
import type { CellEditing } from './cellEditing'
import { CellInput } from './cellInput'
import { columnPlaces, defaultColumn, rowNumberColumn, toColDef, type ColumnPlace, type GridColumn } from './columnDefs'
import { CurrentRow, type ReportRow } from './currentRow'
import { FilteredFields } from './filteredFields'
import { gridLocale } from './gridLocale'
import { gridTheme } from './gridTheme'
import { columnFields } from './range/gridPlaces'
import type { RangeActions, SelectedRange } from './range/rangeActions'
import { RangeSelection } from './range/rangeSelection'
import { createResultDatasource } from './resultDatasource'
import type { GridRow, ResultSource } from './resultSource'
import './grid.css'

ModuleRegistry.registerModules([
  CellStyleModule, ColumnApiModule, ColumnAutoSizeModule, InfiniteRowModelModule, LocaleModule, RowApiModule, RowSelectionModule, ScrollApiModule, TooltipModule,
  ...(import.meta.env.DEV ? [ValidationModule] : []),
])

export type { ColumnPlace, GridColumn } from './columnDefs'

export interface ResultGridHandle {
  /** Makes the next (+1) or previous (-1) row the current one. */
  move(step: number): void
  /** Gives the keyboard back to the current cell. */
  focus(): void
  /** The current record was removed: of the selected range one cell is left, and no other row becomes current by that. */
  removed(): void
  /** Asks the result anew; scroll position and focus stay. */
  refresh(): void
  /** Reads the records of the same result again: rows stay where they are, what changed is marked. */
  reread(): void
}

interface Props {
  /** What the rows are, for readers of the screen. */
  label: string
  columns: readonly GridColumn[]
  /** Fields of the columns whose filter is in force. */
  filtered?: readonly string[]
  /** A new source is a new result: the grid starts at its top. */
  source: ResultSource
  /** The row the cell focus is in; null while its block is still loading. */
  onCurrentRow(index: number, row: GridRow | null): void
  /** Typing into cells; without it nothing can be changed in the grid. */
  editing?: CellEditing
  /** What can be done with ranges of cells; without it none can be selected. */
  actions?: RangeActions
  onRange?(range: SelectedRange | null): void
  /** The clerk moved, pinned or resized columns. */
  onColumns?(columns: readonly ColumnPlace[]): void
  /** The first row that is seen when the first rows are there. */
  beginAt?: number
  /** The first row that is seen, whenever the grid was scrolled. */
  onFirstRow?(row: number): void
  ref?: Ref<ResultGridHandle>
}

const blockSize = 100
const noFields: readonly string[] = []

/** A list of any length: rows are read by range as they scroll into view, sorting is done behind the bridge. */
export function ResultGrid({ label, columns, filtered = noFields, source, onCurrentRow, editing, actions, onRange, onColumns, beginAt = 0, onFirstRow, ref }: Props) {
  const styleNonce = useContext(StyleNonceContext)
  const [api, setApi] = useState<GridApi<GridRow> | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const host = useRef<HTMLDivElement>(null)
  const columnDefs = useMemo(() => [rowNumberColumn, ...columns.map(toColDef)], [columns])

  // One input, one current row, one selection for the life of the grid.
  const [input] = useState(() => new CellInput())
  const [current] = useState(() => new CurrentRow())
  const [selection] = useState(() => new RangeSelection())
  const [filteredFields] = useState(() => new FilteredFields())
  const [locale] = useState(gridLocale)
  // The grid as it is, not as React components: those take twice as long to draw a screen of cells. It is made in a task
  // of its own, its columns in the next: the page around it has taken the one before.
  useEffect(() => {
    let grid: GridApi<GridRow> | null = null
    const making = setTimeout(() => {
      if (host.current === null) return
      grid = createGrid<GridRow>(host.current, {
        ...standingOptions, styleNonce, localeText: locale, context: filteredFields, onCellDoubleClicked: () => input.begin(), onDisplayedColumnsChanged: () => selection.refit(),
      })
      setApi(grid)
    })
    return () => {
      clearTimeout(making)
      setApi(null)
      grid?.destroy()
    }
  }, [styleNonce, locale, filteredFields, input, selection])
  useEffect(() => filteredFields.set(filtered), [filteredFields, filtered])
  useEffect(() => api?.setGridOption('columnDefs', columnDefs), [api, columnDefs])
  useEffect(() => input.use(editing, {
    step: (rows) => selection.step(rows),
    goTo: (rowIndex, field) => api?.setFocusedCell(rowIndex, field),
    tab: (isBackwards) => isBackwards ? api?.tabToPreviousCell() : api?.tabToNextCell(),
    fillSelection: (text) => selection.fillText(text),
  }), [input, editing, selection, api])
  useEffect(() => selection.use(actions, (range) => onRange?.(range)), [selection, actions, onRange])
  const canSelect = actions !== undefined
  useEffect(() => (api !== null && box.current !== null && canSelect ? selection.attach(api, box.current) : undefined), [api, selection, canSelect])

  useEffect(() => {
    const element = box.current
    const grid = element?.querySelector('[role="grid"]')
    if (api === null || !element || !grid) return undefined
    grid.ariaLabel = label
    grid.ariaDescription = t('grid.leave')
    const take = (): void => refocus(api)
    element.addEventListener(areaFocusEvent, take)
    return () => element.removeEventListener(areaFocusEvent, take)
  }, [api, label])

  // A column that is shown behind the others comes into view.
  const last = columns.at(-1)?.field
  const known = useRef(columns.length)
  useEffect(() => {
    if (api !== null && last !== undefined && columns.length === known.current + 1) api.ensureColumnVisible(last)
    known.current = columns.length
  }, [api, columns, last])

  const datasource = useMemo(() => createResultDatasource(source, { block: (block, draw) => input.keepThrough(block, draw), row: (index, draw) => input.drawRow(index, draw) }), [source, input])
  useEffect(() => {
    input.forsake()
    selection.reset()
    api?.setGridOption('datasource', datasource)
  }, [api, datasource, input, selection])

  useImperativeHandle(ref, () => ({
    move: (step) => moveFocus(api, step),
    focus: () => refocus(api),
    refresh() {
      input.forsake()
      if (api !== null) current.outdate(api)
      datasource.renew()
      api?.refreshInfiniteCache()
    },
    reread() { if (api !== null) datasource.reread(api) },
    removed() {
      selection.collapse()
      current.remove()
    },
  }), [api, current, datasource, input, selection])

  const showCurrent = (grid: GridApi<GridRow>): ReportRow => (index, row) => {
    // A row that arrives under the focus can be typed into from its first key on.
    if (row !== null && editing !== undefined && document.activeElement !== null) input.follow(grid, document.activeElement)
    onCurrentRow(index, row)
  }
  const focused = (grid: GridApi<GridRow>, rowIndex: number, field: string): void => {
    current.focus(grid, rowIndex, showCurrent(grid))
    const column = columnFields(grid).indexOf(field)
    if (column >= 0) selection.focused({ row: rowIndex, column })
  }
  const arranged = (event: ColumnMovedEvent<GridRow> | ColumnResizedEvent<GridRow>): void => {
    if (event.finished && byHand.has(event.source)) onColumns?.(columnPlaces(event.api.getColumnState()))
  }
  useEffect(() => api?.updateGridOptions({
    onCellFocused: ({ api: grid, rowIndex, column }) => { if (rowIndex !== null && column !== null) focused(grid, rowIndex, typeof column === 'string' ? column : column.getColId()) },
    onModelUpdated: ({ api: grid }) => current.arrived(grid, showCurrent(grid)),
    onFirstDataRendered: ({ api: grid }) => { if (beginAt > 0) grid.ensureIndexVisible(Math.min(beginAt, grid.getDisplayedRowCount() - 1), 'top') },
    onBodyScrollEnd: ({ api: grid }) => onFirstRow?.(grid.getFirstDisplayedRowIndex()),
    onColumnMoved: arranged,
    onColumnResized: arranged,
  }))
  return (
    <div ref={box} className="result-grid-box" {...takesAreaFocus} onFocus={({ target }) => { if (api !== null && editing !== undefined) input.follow(api, target) }}>
      <div ref={host} className="result-grid" />
    </div>
  )
}

const standingOptions: GridOptions<GridRow> = {
  theme: gridTheme,
  defaultColDef: defaultColumn,
  rowModelType: 'infinite',
  cacheBlockSize: blockSize,
  maxBlocksInCache: 30,
  maxConcurrentDatasourceRequests: 2,
  blockLoadDebounceMillis: 30,
  rowSelection: { mode: 'singleRow', checkboxes: false, enableClickSelection: false },
  tooltipShowDelay: 400,
  tooltipShowMode: 'whenTruncated',
  suppressDragLeaveHidesColumns: true,
  // Its room is there from the beginning: one that comes with the rows would cut the last column off.
  alwaysShowVerticalScroll: true,
  suppressNoRowsOverlay: true,
}
const byHand: ReadonlySet<string> = new Set(['uiColumnMoved', 'uiColumnResized', 'autosizeColumns'])

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
  const [first] = api?.getAllDisplayedColumns().slice(1) ?? []
  if (api && focused) api.setFocusedCell(focused.rowIndex, focused.column)
  else if (api && first && api.getDisplayedRowCount() > 0) api.setFocusedCell(0, first)
}

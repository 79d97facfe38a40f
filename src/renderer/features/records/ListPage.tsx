import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { ListFilter } from '../../../shared/bridge/lists'
import type { EvidencePlace } from '../../../shared/bridge/records'
import type { SavedView } from '../../../shared/bridge/views'
import { t } from '../../../shared/text/t'
import { locale } from '../../../shared/text/language'
import { failureText } from '../../bridge/failureText'
import { FailureBanner } from '../../components/feedback/FailureBanner'
import type { SelectedRange } from '../../components/grid/range/rangeActions'
import { ResultGrid, type ResultGridHandle } from '../../components/grid/ResultGrid'
import type { ResultSource } from '../../components/grid/resultSource'
import { useKept, useKeptPlace } from '../../components/keptState'
import { useGoTo, type AskedList } from '../../components/navigation'
import { PanelDivider } from '../../components/panels/PanelDivider'
import { useStoredWidth } from '../../components/panels/useStoredWidth'
import { useWindowWidth } from '../../components/useWindowWidth'
import { useRangeActions } from './blocks/useRangeActions'
import { useBlocks } from './blocks/useBlocks'
import { useCellMenu } from './blocks/useCellMenu'
import { useManyRecords } from './blocks/useManyRecords'
import { useRangeSummary } from './blocks/useRangeSummary'
import { ColumnFilter } from './ColumnFilter'
import { FacetPanel } from './FacetPanel'
import { FilterBar } from './FilterBar'
import { gridColumns } from './gridColumns'
import { GroupPanel } from './GroupPanel'
import { ListHead } from './ListHead'
import { NewRecord } from './NewRecord'
import { NothingHere } from './NothingHere'
import { RecordPanel, type RecordLink } from './panel/RecordPanel'
import type { RecordView } from './recordViews'
import { RecycleBin } from './RecycleBin'
import { useCellEditing } from './useCellEditing'
import { useFreshness } from './useFreshness'
import { useListExport } from './useListExport'
import { useListSide } from './useListSide'
import { useRecordChanges } from './useRecordChanges'
import { useRecordList, type RecordList } from './useRecordList'
import { useUndoKeys } from '../../components/records/useUndoKeys'
import { useTagManager } from './tags/useTagManager'
import { ColumnSettings } from './views/ColumnSettings'
import { useListLayout } from './views/useListLayout'
import { ViewControl } from './views/ViewControl'
import './records.css'

interface Props {
  view: RecordView
  /** Lists that share the page, for its head. */
  tabs: ReactNode
  /** Conditions that the list begins with; null: it stands as it was left. */
  begin: AskedList['filters'] | null
  /** What else there is in this place, beside its lists. */
  links: readonly ReactNode[]
  search: string
  onClearSearch(): void
  /** Says in the status bar where in the list the clerk is. */
  onStatus(text: string): void
  openEvidence: ((source: EvidencePlace) => void) | undefined
  /** Where a record leads, beside its fields. */
  recordLink: RecordLink | undefined
}

const noFilters: readonly ListFilter[] = []
/** From here on a window shows more columns (1920); below, the panel may not press the grid under its least width. */
const wideWindow = 1_600
/** Below, a panel lies over the grid: side by side neither has room (the large window at 200 %, the small one at 150 %). */
const smallWindow = 1_000
const panelWidth = { least: 300, most: 640, usual: 380, wide: 420 }

interface Chosen {
  source: ResultSource
  index: number
  id: number | null
}

/** The records of one kind: facets at the left, the grid, and at the right the record behind the current row. */
export function ListPage({ view, tabs, begin, links, search, onClearSearch, onStatus, openEvidence, recordLink }: Props) {
  const isAnew = begin !== null
  const [filters, setFilters] = useKept(`${view.kind}.filters`, () => asConditions(begin ?? []), { isAnew })
  const [viewSearch, setViewSearch] = useKept(`${view.kind}.search`, '', { isAnew })
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [filtering, setFiltering] = useState<{ field: string; left: number } | null>(null)
  const [isArranging, setArranging] = useState(false)
  const [range, setRange] = useState<SelectedRange | null>(null)
  const windowWidth = useWindowWidth()
  const isWide = windowWidth >= wideWindow
  const { side, ...sides } = useListSide(windowWidth < smallWindow)
  const [storedWidth, setWidth] = useStoredWidth('record')
  const width = storedWidth ?? (isWide ? panelWidth.wide : panelWidth.usual)
  const grid = useRef<ResultGridHandle>(null)
  const gridBox = useRef<HTMLDivElement>(null)
  const words = useDeferredValue(search.trim()) || viewSearch
  const layout = useListLayout(view, { isWide, isAnew })
  const list = useRecordList(view.kind, words, filters, layout.generation)
  const { stale, version, changes: registerChanges, refresh } = useFreshness(grid, list)
  const { handle, asked } = list
  const { keepSort } = layout
  useEffect(() => { if (handle !== null) keepSort(asked().sort ?? []) }, [handle, asked, keepSort])
  const place = useKeptPlace(`${view.kind}.row`, isAnew)
  // Another question has another first row.
  const current = chosen?.source === list.source ? chosen : null
  const changes = useRecordChanges(view.kind, refresh)
  const exporting = useListExport(view.name, list.asked)
  const error: unknown = list.error ?? exporting.error
  const editing = useCellEditing(view, changes)
  const focusGrid = useCallback(() => grid.current?.focus(), [])
  // The row that moves up is shown when somebody goes to it: a second Delete is not to meet it unseen.
  const leaveRemoved = useCallback(() => {
    setChosen(null)
    grid.current?.removed()
    focusGrid()
  }, [focusGrid])
  const { run, dialog } = useBlocks(changes, focusGrid)
  const rangeActions = useRangeActions(view, list, run)
  const many = useManyRecords({ view, list, changes, run, onClosed: focusGrid, onRemoved: leaveRemoved })
  const menu = useCellMenu({
    view, list, filters, actions: rangeActions, setFilters, open: () => sides.show('record'), history: () => sides.show('history'),
    note: many.note, batch: many.edit, tag: many.tag, remove: many.remove, tabulate: () => tabulate(), onClosed: focusGrid,
  })
  const actions = useMemo(() => ({ ...rangeActions, menu: menu.show }), [rangeActions, menu.show])
  const tagManager = useTagManager(changes, focusGrid)
  useUndoKeys(changes)
  const goTo = useGoTo()

  const summary = useRangeSummary(view, list, range, version + registerChanges)
  const position = positionText(view, list.counts, current?.index ?? null)
  useEffect(() => onStatus([position, summary].filter((part) => part !== '').join('　|　')), [onStatus, position, summary])

  const openFilter = useCallback((field: string, heading: HTMLElement | null) => setFiltering({ field, left: leftOf(heading) }), [])
  const { columns: shown, sort } = layout
  const columns = useMemo(() => gridColumns(view, { columns: shown, sort, onFilter: openFilter }), [view, shown, sort, openFilter])
  const filtered = useMemo(() => filters.map(({ field }) => field), [filters])
  const { follow } = sides
  const showRow = useCallback((index: number, row: { id: number } | null) => {
    setChosen({ source: list.source, index, id: row?.id ?? null })
    follow()
  }, [list.source, follow])
  const clear = (): void => {
    setFilters(noFilters)
    setViewSearch('')
    onClearSearch()
  }
  const chooseView = (saved: SavedView | null): void => {
    setFilters(saved?.filters ?? noFilters)
    setViewSearch(saved?.search ?? '')
    layout.choose(saved)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!handleKey(event, { move: (step) => grid.current?.move(step), toggle: sides.toggle, filter: openFilter })) return
    event.preventDefault()
    event.stopPropagation()
  }
  const tabulate = (): void => goTo({ route: 'ranking', list: { kind: view.kind, search: words, filters } })
  const editFilter = (field: string): void => openFilter(field, gridBox.current?.querySelector<HTMLElement>(`.ag-header-cell[col-id="${field}"]`) ?? null)
  const closeFilter = useCallback(() => setFiltering(null), [])
  const isPanel = side === 'record' || side === 'history'

  return (
    <>
      <ListHead
        view={view} tabs={tabs} counts={list.counts} isExporting={exporting.isPending} onBin={() => sides.show('bin')} onGroups={() => sides.show('groups')} onExport={exporting.run} onNew={() => sides.show('new')}
        onBatch={() => many.edit(range !== null && range.to - range.from > 1 ? range : null)} onColumns={() => setArranging(true)}
        views={<ViewControl view={view} chosen={layout.viewName} current={() => ({ search: words, filters: [...filters], sort: [...list.asked().sort ?? []], columns: [...layout.arranged] })} onChoose={chooseView} />}
      />
      <FilterBar
        view={view} filters={filters} onChange={setFilters} onClear={clear} search={search.trim()} viewSearch={search.trim() === '' ? viewSearch : ''} onDropSearch={() => (search.trim() === '' ? setViewSearch('') : onClearSearch())} stale={stale} onRefresh={refresh} links={links}
        isEmpty={list.counts?.total === 0} onEdit={editFilter} onRecord={side === null ? () => sides.show('record') : undefined}
      />
      {error === null ? null : <FailureBanner text={failureText(error)} />}
      <div className="records" onKeyDownCapture={onKeyDown}>
        {list.counts?.total === 0 ? null : <FacetPanel view={view} search={words} filters={filters} sequence={list.sequence} onChange={setFilters} onMore={editFilter} onTags={tagManager.open} />}
        <div ref={gridBox} className="records-grid">
          <ResultGrid key={layout.generation} ref={grid} label={view.name} columns={columns} filtered={filtered} source={list.source} onCurrentRow={showRow} editing={editing} actions={actions} onRange={setRange} onColumns={layout.moved} onFirstRow={place.onFirstRow} beginAt={layout.generation === 0 ? place.beginAt : 0} />
          {list.counts?.count === 0 ? <NothingHere view={view} total={list.counts.total} onClear={clear} /> : null}
          {filtering === null ? null : <ColumnFilter key={filtering.field} view={view} field={filtering.field} left={filtering.left} search={words} filters={filters} onChange={setFilters} onClose={closeFilter} />}
          {isArranging ? <ColumnSettings view={view} columns={shown} onChange={layout.arrange} onReset={() => layout.arrange([])} onClose={() => setArranging(false)} /> : null}
        </div>
        {side === null ? null : <PanelDivider label={t('records.divider')} width={width} least={panelWidth.least} most={panelWidth.most} onResize={setWidth} />}
        {isPanel ? <RecordPanel view={view} id={current?.id ?? list.only} width={width} changes={changes} isHistoryAsked={side === 'history'} isFirst={(current?.index ?? 0) === 0} isLast={(current?.index ?? -1) + 1 >= (list.counts?.count ?? 0)} onMove={(step) => grid.current?.move(step)} onClose={sides.close} onRemoved={leaveRemoved} openEvidence={openEvidence} link={recordLink} /> : null}
        {side === 'new' ? <NewRecord key={view.kind} view={view} width={width} changes={changes} onCreated={({ id }) => { setChosen({ source: list.source, index: 0, id }); sides.show('record') }} onClose={sides.leave} /> : null}
        {side === 'groups' ? <GroupPanel view={view} width={width} search={words} filters={filters} sequence={list.sequence} onChange={setFilters} onCrosstab={tabulate} onClose={sides.leave} /> : null}
        {side === 'bin' ? <RecycleBin view={view} width={width} changes={changes} onClose={sides.leave} /> : null}
      </div>
      <span className="unseen" role="status">{summary}</span>
      {menu.menu}
      {many.dialog}
      {tagManager.dialog}
      {dialog}
    </>
  )
}

function asConditions(begin: AskedList['filters']): readonly ListFilter[] {
  return begin.length === 0 ? noFilters : begin.map(({ field, values, match }) => ({ field, values: [...values], ...(match === undefined ? {} : { match }) }))
}

const filterWidth = 268

/** Under its heading, but never over the right edge of the grid. */
function leftOf(heading: HTMLElement | null): number {
  const box = heading?.closest('.records-grid')?.getBoundingClientRect()
  const from = heading?.getBoundingClientRect()
  return box && from ? Math.max(0, Math.min(from.left - box.left, box.width - filterWidth)) : 0
}

interface KeyActions {
  move(step: number): void
  toggle(): void
  filter(field: string, heading: HTMLElement): void
}

/** Alt+↑↓ another record (on a heading Alt+↓ its filter), Space the panel. @returns whether the key was one of these */
function handleKey({ altKey, ctrlKey, metaKey, shiftKey, key, target }: KeyboardEvent, { move, toggle, filter }: KeyActions): boolean {
  if (!(target instanceof HTMLElement)) return false
  const heading = target.closest<HTMLElement>('.ag-header-cell')
  if (altKey && key === 'ArrowDown' && heading) filter(heading.getAttribute('col-id') ?? '', heading)
  else if (altKey && key === 'ArrowDown') move(1)
  else if (altKey && key === 'ArrowUp') move(-1)
  else if (key === ' ' && !ctrlKey && !metaKey && !shiftKey && target.matches('.ag-cell, .cell-input:not(.is-editing)')) toggle()
  else return false
  return true
}

function positionText({ unit }: RecordView, counts: RecordList['counts'], index: number | null): string {
  if (counts === null) return ''
  const count = counts.count.toLocaleString(locale())
  return index === null ? t('records.total', { count, unit }) : t('records.position', { row: (index + 1).toLocaleString(locale()), count, unit })
}

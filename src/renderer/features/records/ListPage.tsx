import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { ListFilter } from '../../../shared/bridge/lists'
import type { RecordSource } from '../../../shared/bridge/records'
import { t } from '../../../shared/text/t'
import { useBridgeEvent } from '../../bridge/bridgeClient'
import { failureText } from '../../bridge/failureText'
import { EmptyState } from '../../components/feedback/EmptyState'
import { FailureBanner } from '../../components/feedback/FailureBanner'
import { ResultGrid, type ResultGridHandle } from '../../components/grid/ResultGrid'
import type { ResultSource } from '../../components/grid/resultSource'
import { PanelDivider } from '../../components/panels/PanelDivider'
import { useStoredWidth } from '../../components/panels/useStoredWidth'
import { useGoTo } from '../../components/navigation'
import { ColumnFilter } from './ColumnFilter'
import { FacetPanel } from './FacetPanel'
import { FilterBar } from './FilterBar'
import { gridColumns } from './gridColumns'
import { NewRecord } from './NewRecord'
import { RecordPanel } from './panel/RecordPanel'
import type { RecordView } from './recordViews'
import { RecycleBin } from './RecycleBin'
import { useCellEditing } from './useCellEditing'
import { useListExport } from './useListExport'
import { useRecordChanges } from './useRecordChanges'
import { useRecordList, type RecordList } from './useRecordList'
import { useUndoKeys } from './useUndoKeys'
import { useWindowWidth } from './useWindowWidth'
import './records.css'

interface Props {
  view: RecordView
  /** Lists that share the page, for its head. */
  tabs: ReactNode
  search: string
  onClearSearch(): void
  /** Says in the status bar where in the list the clerk is. */
  onStatus(text: string): void
  openEvidence: ((source: RecordSource) => void) | undefined
}

const noFilters: readonly ListFilter[] = []
/** From here on a window shows more columns (1920); below, the panel may not press the grid under its least width. */
const wideWindow = 1_600
const panelWidth = { least: 300, most: 640, usual: 380, wide: 420 }

interface Chosen {
  source: ResultSource
  index: number
  id: number | null
}

type Side = 'record' | 'new' | 'bin' | null

/** The records of one kind: facets at the left, the grid, and at the right the record behind the current row. */
export function ListPage({ view, tabs, search, onClearSearch, onStatus, openEvidence }: Props) {
  const [filters, setFilters] = useState(noFilters)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [side, setSide] = useState<Side>('record')
  const [filtering, setFiltering] = useState<{ field: string; left: number } | null>(null)
  const [version, setVersion] = useState(0)
  const isWide = useWindowWidth() >= wideWindow
  const [storedWidth, setWidth] = useStoredWidth('record')
  const width = storedWidth ?? (isWide ? panelWidth.wide : panelWidth.usual)
  const grid = useRef<ResultGridHandle>(null)
  const gridBox = useRef<HTMLDivElement>(null)
  const words = useDeferredValue(search.trim())
  const list = useRecordList(view.kind, words, filters, 0)
  // Another question has another first row.
  const current = chosen?.source === list.source ? chosen : null
  const changes = useRecordChanges(view.kind)
  const exporting = useListExport(view.name, list.asked)
  const error: unknown = list.error ?? exporting.error
  const editing = useCellEditing(view, changes)
  useUndoKeys(changes)
  const refresh = (): void => {
    grid.current?.refresh()
    setVersion((before) => before + 1)
  }
  useBridgeEvent('register.changed', refresh)
  useBridgeEvent('register.restarted', refresh)

  useEffect(() => onStatus(positionText(view, list.counts, current?.index ?? null)), [onStatus, view, list.counts, current])

  const openFilter = useCallback((field: string, heading: HTMLElement | null) => setFiltering({ field, left: leftOf(heading) }), [])
  const columns = useMemo(() => gridColumns(view, isWide, filters, openFilter), [view, isWide, filters, openFilter])
  const showRow = useCallback((index: number, row: { id: number } | null) => {
    setChosen({ source: list.source, index, id: row?.id ?? null })
    setSide((before) => (before === 'new' || before === 'bin' ? 'record' : before))
  }, [list.source])
  const clear = (): void => {
    setFilters(noFilters)
    onClearSearch()
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!handleKey(event, { move: (step) => grid.current?.move(step), toggle: () => setSide((before) => (before === null ? 'record' : null)), filter: openFilter })) return
    event.preventDefault()
    event.stopPropagation()
  }
  const closeFilter = useCallback(() => setFiltering(null), [])

  return (
    <>
      <div className="page-head">
        {tabs}
        {list.counts === null ? <span className="secondary list-count">{' '}</span> : <ListCounts view={view} {...list.counts} />}
        <div className="page-actions">
          <Tooltip title={t('records.bin')}>
            <Button icon={<DeleteOutlined />} aria-label={t('records.bin')} onClick={() => setSide('bin')} />
          </Tooltip>
          <Button loading={exporting.isPending} disabled={!list.counts?.count} onClick={exporting.run}>{t('records.export')}</Button>
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setSide('new')}>{t('records.new', { name: view.name })}</Button>
        </div>
      </div>
      <FilterBar view={view} filters={filters} onChange={setFilters} onEdit={(field) => openFilter(field, gridBox.current?.querySelector<HTMLElement>(`.ag-header-cell[col-id="${field}"]`) ?? null)} onClear={clear} />
      {error === null ? null : <FailureBanner text={failureText(error)} />}
      <div className="records" onKeyDownCapture={onKeyDown}>
        {list.counts?.total === 0 ? null : <FacetPanel view={view} search={words} filters={filters} version={version} onChange={setFilters} />}
        <div ref={gridBox} className="records-grid">
          <ResultGrid ref={grid} columns={columns} source={list.source} onCurrentRow={showRow} editing={editing} />
          {list.counts?.count === 0 ? <NothingHere view={view} total={list.counts.total} onClear={clear} /> : null}
          {filtering === null ? null : <ColumnFilter key={filtering.field} view={view} field={filtering.field} left={filtering.left} search={words} filters={filters} onChange={setFilters} onClose={closeFilter} />}
        </div>
        {side === null ? null : <PanelDivider label={t('records.divider')} width={width} least={panelWidth.least} most={panelWidth.most} onResize={setWidth} />}
        {side === 'record' ? <RecordPanel view={view} id={current?.id ?? list.only} width={width} changes={changes} onMove={(step) => grid.current?.move(step)} onClose={() => setSide(null)} onRemoved={() => setChosen(null)} openEvidence={openEvidence} /> : null}
        {side === 'new' ? <NewRecord key={view.kind} view={view} width={width} changes={changes} onCreated={({ id }) => { setChosen({ source: list.source, index: 0, id }); setSide('record') }} onClose={() => setSide('record')} /> : null}
        {side === 'bin' ? <RecycleBin view={view} width={width} changes={changes} onClose={() => setSide('record')} /> : null}
      </div>
    </>
  )
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
function handleKey({ altKey, key, target }: KeyboardEvent, { move, toggle, filter }: KeyActions): boolean {
  if (!(target instanceof HTMLElement)) return false
  const heading = target.closest<HTMLElement>('.ag-header-cell')
  if (altKey && key === 'ArrowDown' && heading) filter(heading.getAttribute('col-id') ?? '', heading)
  else if (altKey && key === 'ArrowDown') move(1)
  else if (altKey && key === 'ArrowUp') move(-1)
  else if (key === ' ' && target.matches('.ag-cell, .cell-input:not(.is-editing)')) toggle()
  else return false
  return true
}

function ListCounts({ view, count, total }: { view: RecordView; count: number; total: number }) {
  const { unit } = view
  return (
    <>
      <span className="secondary list-count">{t('records.count', { count: total.toLocaleString('zh-CN'), unit })}</span>
      {count === total ? null : <span className="secondary list-count">{t('records.filtered', { count: count.toLocaleString('zh-CN'), unit })}</span>}
    </>
  )
}

function NothingHere({ view, total, onClear }: { view: RecordView; total: number; onClear(): void }) {
  const goTo = useGoTo()
  const { name } = view
  return (
    <div className="records-nothing">
      {total === 0
        ? <EmptyState text={t('records.emptyRegister', { name })} action={{ text: t('records.import'), run: () => goTo({ route: 'imports' }) }} />
        : <EmptyState text={t('records.emptyResult', { name })} action={{ text: t('records.clearFilters'), run: onClear }} />}
    </div>
  )
}

function positionText({ unit }: RecordView, counts: RecordList['counts'], index: number | null): string {
  if (counts === null) return ''
  const count = counts.count.toLocaleString('zh-CN')
  return index === null ? t('records.total', { count, unit }) : t('records.position', { row: (index + 1).toLocaleString('zh-CN'), count, unit })
}

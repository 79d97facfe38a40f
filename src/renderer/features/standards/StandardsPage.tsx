import { useCallback, useDeferredValue, useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { ListFilter } from '../../../shared/bridge/lists'
import { t } from '../../../shared/text/t'
import { useBridgeEvent } from '../../bridge/bridgeClient'
import { failureText } from '../../bridge/failureText'
import { EmptyState } from '../../components/feedback/EmptyState'
import { FailureBanner } from '../../components/feedback/FailureBanner'
import { ResultGrid, type ResultGridHandle } from '../../components/grid/ResultGrid'
import type { GridRow, ResultSource } from '../../components/grid/resultSource'
import { FacetPanel } from './FacetPanel'
import { FilterBar } from './FilterBar'
import { RecordPanel } from './RecordPanel'
import { standardColumns } from './standardColumns'
import { useStandardList, type StandardList } from './useStandardList'
import './standards.css'

interface Props {
  search: string
  onClearSearch(): void
  /** Says in the status bar where in the list the clerk is. */
  onStatus(text: string): void
}

const noFilters: readonly ListFilter[] = []

/** The standards of the register: facets at the left, the grid, and the record behind the current row. */
export function StandardsPage({ search, onClearSearch, onStatus }: Props) {
  const [filters, setFilters] = useState(noFilters)
  const [version, setVersion] = useState(0)
  const [focused, setFocused] = useState<{ source: ResultSource; index: number; row: GridRow | null } | null>(null)
  const [isPanelOpen, setPanelOpen] = useState(true)
  const grid = useRef<ResultGridHandle>(null)
  const list = useStandardList(useDeferredValue(search.trim()), filters, version)
  const renew = (): void => setVersion((before) => before + 1)
  useBridgeEvent('register.changed', renew)
  useBridgeEvent('register.restarted', renew)

  // A new result has no current row yet.
  const current = focused?.source === list.source ? focused : null
  useEffect(() => onStatus(positionText(list.counts, current?.index ?? null)), [onStatus, list.counts, current])

  const showRow = useCallback((index: number, row: GridRow | null) => setFocused({ source: list.source, index, row }), [list.source])
  const clear = (): void => {
    setFilters(noFilters)
    onClearSearch()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey && event.key === 'ArrowDown') grid.current?.move(1)
    else if (event.altKey && event.key === 'ArrowUp') grid.current?.move(-1)
    else if (event.key === ' ') setPanelOpen((isOpen) => !isOpen)
    else return
    event.preventDefault()
  }

  return (
    <>
      <div className="page-head">
        <h1>{t('nav.standards')}</h1>
        {list.counts === null ? null : <ListCounts {...list.counts} />}
      </div>
      <FilterBar filters={filters} onChange={setFilters} onClear={clear} />
      {list.error === null ? null : <FailureBanner text={failureText(list.error)} />}
      <div className="standards">
        <FacetPanel search={search.trim()} filters={filters} version={version} onChange={setFilters} />
        <div className="standards-grid" onKeyDownCapture={onKeyDown}>
          <ResultGrid ref={grid} columns={standardColumns} source={list.source} onCurrentRow={showRow} />
          {list.counts?.count === 0 ? <NothingHere total={list.counts.total} onClear={clear} /> : null}
        </div>
        {isPanelOpen ? <RecordPanel id={current?.row?.id ?? null} onMove={(step) => grid.current?.move(step)} onClose={() => setPanelOpen(false)} /> : null}
      </div>
    </>
  )
}

function ListCounts({ count, total }: { count: number; total: number }) {
  return (
    <>
      <span className="secondary">{t('standards.count', { count: total.toLocaleString('zh-CN') })}</span>
      {count === total ? null : <span className="secondary">{t('standards.filtered', { count: count.toLocaleString('zh-CN') })}</span>}
    </>
  )
}

function NothingHere({ total, onClear }: { total: number; onClear(): void }) {
  return (
    <div className="standards-nothing">
      {total === 0 ? (
        <EmptyState text={t('standards.emptyRegister')} />
      ) : (
        <EmptyState text={t('standards.emptyResult')} action={{ text: t('standards.clearFilters'), run: onClear }} />
      )}
    </div>
  )
}

function positionText(counts: StandardList['counts'], index: number | null): string {
  if (counts === null) return ''
  const count = counts.count.toLocaleString('zh-CN')
  return index === null ? t('standards.total', { count }) : t('standards.position', { row: (index + 1).toLocaleString('zh-CN'), count })
}

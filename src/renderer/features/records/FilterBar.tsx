import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { KeyboardEvent, ReactNode } from 'react'
import type { ListFilter } from '../../../shared/bridge/lists'
import { filterWords } from '../../../shared/text/filterWords'
import { t } from '../../../shared/text/t'
import { fieldTitle, type RecordView } from './recordViews'
import type { StaleReason } from './useFreshness'

interface Props {
  view: RecordView
  filters: readonly ListFilter[]
  onChange(filters: readonly ListFilter[]): void
  onEdit(field: string): void
  onClear(): void
  /** What is typed into the search of the title bar. */
  search: string
  /** Words that a view looks for; empty without. */
  viewSearch: string
  /** Takes the words away, typed or the view's. */
  onDropSearch(): void
  /** What has changed since the list was asked. */
  stale: StaleReason | null
  onRefresh(): void
  /** Other things of this place; without any, how to sort is said there. */
  links: readonly ReactNode[]
  /** The register has no records of the kind: there is nothing to filter and to sort. */
  isEmpty: boolean
  /** Opens the panel of the record, where it is closed. */
  onRecord: (() => void) | undefined
}

const staleWords = { register: 'records.stale', day: 'records.staleDay' } as const

/** The conditions in force in words, each with its way out; Enter changes one, Delete takes it away. */
export function FilterBar({ view, filters, onChange, onEdit, onClear, search, viewSearch, onDropSearch, stale, onRefresh, links, isEmpty, onRecord }: Props) {
  // Typed words alone are said in a sentence, beside conditions they are one of them.
  const words = viewSearch === '' && filters.length > 0 ? search : viewSearch
  const isBare = filters.length === 0 && viewSearch === ''
  return (
    <div className="filter-bar" role="group" aria-label={t('records.filters')}>
      {words === '' ? null : (
        <span className="filter-chip">
          <span className="cut">{t('filter.searchWords', { text: words })}</span>
          <button type="button" className="plain filter-remove" aria-label={t('records.removeFilter', { field: words })} onClick={onDropSearch}><CloseOutlined /></button>
        </span>
      )}
      {filters.map((filter) => (
        <FilterChip key={`${filter.field} ${filter.match ?? ''} ${filter.values.join(',')}`} view={view} filter={filter} onEdit={() => onEdit(filter.field)} onRemove={() => onChange(filters.filter((known) => known !== filter))} />
      ))}
      {isBare && search === '' && !isEmpty ? (
        <>
          <span className="secondary cut with-facets">{t('records.noFilter')}</span>
          <span className="secondary cut without-facets">{t('records.noFilterNarrow')}</span>
        </>
      ) : null}
      {isBare && search !== '' ? <span className="secondary cut">{t('records.onlySearch', { text: search })}</span> : null}
      {isBare && search === '' ? null : <Button type="text" size="small" onClick={onClear}>{t('records.clearFilters')}</Button>}
      {stale !== null ? (
        <span className="filter-hint list-stale" role="status">
          <span className="cut" title={t(staleWords[stale])}>{t(staleWords[stale])}</span>
          <Button size="small" onClick={onRefresh}>{t('records.refresh')}</Button>
        </span>
      ) : links.length > 0 || isEmpty ? null : <span className="filter-hint secondary">{t('records.sortHint')}</span>}
      {links.length > 0 ? <span className="filter-links">{links}</span> : null}
      {onRecord === undefined ? null : <Button type="text" size="small" onClick={onRecord}>{t('records.openRecord')}</Button>}
    </div>
  )
}

interface ChipProps {
  view: RecordView
  filter: ListFilter
  onEdit(): void
  onRemove(): void
}

function FilterChip({ view, filter, onEdit, onRemove }: ChipProps) {
  const field = fieldTitle(view, filter.field)
  const words = filterWords(view.kind, filter)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Delete' && event.key !== 'Backspace') return
    onRemove()
    event.preventDefault()
  }
  return (
    <span className="filter-chip">
      <button type="button" className="plain filter-words cut" title={`${field} ${words}`} onClick={onEdit} onKeyDown={onKeyDown}>
        <span className="secondary">{field}</span> {words}
      </button>
      <button type="button" className="plain filter-remove" aria-label={t('records.removeFilter', { field })} onClick={onRemove}>
        <CloseOutlined />
      </button>
    </span>
  )
}

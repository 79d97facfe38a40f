import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import type { Facet, ListFilter } from '../../../shared/bridge/lists'
import { tagsField } from '../../../shared/domain/tags'
import { t } from '../../../shared/text/t'
import { locale } from '../../../shared/text/language'
import { callBridge } from '../../bridge/bridgeClient'
import { usePlaces } from '../../bridge/usePlaces'
import { inPlaceOrder, inStandingPlaces, type ShownFacet } from './facetOrder'
import { toggleValue, valuesOf } from './filters'
import { printValue } from './printValue'
import { fieldTitle, type RecordView } from './recordViews'
import { ValueTick } from './ValueTick'

interface Props {
  view: RecordView
  search: string
  filters: readonly ListFilter[]
  /** Of the list: its counts hold as long as it does. Null before its first answer. */
  sequence: number | null
  onChange(filters: readonly ListFilter[]): void
  /** Opens the filter of the field, which finds every value. */
  onMore(field: string): void
  /** Opens the tags of all lists, to rename or delete one. */
  onTags(): void
}

const mostValues = 40

/** Values of the most used fields with their counts; ticking one narrows the list. */
export function FacetPanel({ view, search, filters, sequence, onChange, onMore, onTags }: Props) {
  const places = usePlaces()
  const facets = useQuery({
    queryKey: ['lists.facets', view.kind, search, filters, sequence],
    queryFn: () => callBridge('lists.facets', { query: { kind: view.kind, search, filters: [...filters] }, fields: [...view.facets] }),
    enabled: sequence !== null,
    placeholderData: keepPreviousData,
  })
  const [standing, setStanding] = useState<Standing | null>(null)
  const before = standing?.asked === askedOf(view, search, filters) ? standing.facets : []
  // Some hundred lines, drawn in pieces that keys come between.
  const counted = useDeferredValue(facets.data)
  const shown = (counted?.facets ?? []).map((facet) => inOrder(view, inStandingPlaces(facet, before.find(({ field }) => field === facet.field)), places))

  function toggle(field: string, value: string): void {
    const next = toggleValue(filters, field, value)
    setStanding({ asked: askedOf(view, search, next), facets: shown })
    onChange(next)
  }
  return (
    <aside className="facets" aria-label={t('facets.label')}>
      {shown
        .filter(({ field, values }) => values.length > 0 || tickedOf(filters, field).length > 0)
        .map((facet) => (
          <FacetGroup
            key={facet.field} view={view} facet={facet} chosen={valuesOf(filters, facet.field)}
            onToggle={(value) => toggle(facet.field, value)} onMore={() => onMore(facet.field)} onTags={onTags}
          />
        ))}
    </aside>
  )
}

/** What stood there when a value was ticked, and what is asked by that: conditions that come from elsewhere order anew. */
interface Standing {
  asked: string
  facets: readonly ShownFacet[]
}

function askedOf({ kind }: RecordView, search: string, filters: readonly ListFilter[]): string {
  return JSON.stringify([kind, search, filters])
}

/** Districts stand in the order of their codes, years newest first, everything else most frequent first. */
function inOrder({ kind }: RecordView, facet: ShownFacet, places: readonly string[]): ShownFacet {
  if (facet.field === 'year' || facet.field === 'period') return { ...facet, values: facet.values.toSorted((a, b) => (a.value < b.value ? 1 : -1)) }
  return { ...facet, ...inPlaceOrder(kind, facet, places) }
}

interface GroupProps {
  view: RecordView
  facet: ShownFacet
  chosen: ReadonlySet<string>
  onToggle(value: string): void
  onMore(): void
  onTags(): void
}

function FacetGroup({ view, facet, chosen, onToggle, onMore, onTags }: GroupProps) {
  const title = facet.field === 'year' ? t('records.yearFacet') : view.kind === 'standards' && facet.field === 'role' ? t('records.roleFacet') : fieldTitle(view, facet.field)
  const lines = linesOf(facet, chosen)
  const hidden = facet.distinct - lines.filter(({ value, count }) => value !== '' && count > 0).length
  return (
    <section aria-label={title}>
      <h2>
        <span className="cut" title={title}>{title}</span>
        {chosen.size === 0 ? null : <span className="secondary">{t('records.selected', { count: chosen.size })}</span>}
      </h2>
      <ul>
        {lines.map(({ value, count }) => {
          const text = value === '' ? t('filter.empty') : printValue(view.kind, facet.field, value)
          return (
            <li key={value}>
              <ValueTick text={text} isTicked={chosen.has(value)} onToggle={() => onToggle(value)} />
              <span className="secondary">{count.toLocaleString(locale())}</span>
            </li>
          )
        })}
      </ul>
      {hidden > 0 ? <button type="button" className="plain link" onClick={onMore}>{t('facets.more', { count: hidden.toLocaleString(locale()) })}</button> : null}
      {facet.field === tagsField ? <button type="button" className="plain link" onClick={onTags}>{t('tags.manage')}</button> : null}
    </section>
  )
}

/** The first values and those that are ticked, the records without a value last. */
function linesOf({ values, empty, hasEmptyLine }: ShownFacet, chosen: ReadonlySet<string>): Facet['values'] {
  const ticked = values.slice(mostValues).filter(({ value }) => chosen.has(value))
  // What nothing is left of can still be unticked here.
  const gone = [...chosen].filter((value) => isTick(value) && !values.some((known) => known.value === value)).map((value) => ({ value, count: 0 }))
  return [...values.slice(0, mostValues), ...ticked, ...gone, ...(hasEmptyLine ? [{ value: '', count: empty }] : [])]
}

function tickedOf(filters: readonly ListFilter[], field: string): string[] {
  return [...valuesOf(filters, field)].filter(isTick)
}

/** A range stands among the conditions above the list, and so do the records without a value. */
function isTick(value: string): boolean {
  return value !== '' && !value.includes('..')
}

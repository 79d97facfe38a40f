import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import type { Facet, ListFilter } from '../../../shared/bridge/lists'
import { t } from '../../../shared/text/t'
import { callBridge } from '../../bridge/bridgeClient'
import { toggleValue, valuesOf } from './filters'
import { printValue } from './printValue'
import { fieldTitle, type RecordView } from './recordViews'
import { usePlaces } from './usePlaces'

interface Props {
  view: RecordView
  search: string
  filters: readonly ListFilter[]
  version: number
  onChange(filters: readonly ListFilter[]): void
}

const mostValues = 40

/** Values of the most used fields with their counts; ticking one narrows the list. */
export function FacetPanel({ view, search, filters, version, onChange }: Props) {
  const places = usePlaces()
  const facets = useQuery({
    queryKey: ['lists.facets', view.kind, search, filters, version],
    queryFn: () => callBridge('lists.facets', { query: { kind: view.kind, search, filters: [...filters] }, fields: [...view.facets] }),
    placeholderData: keepPreviousData,
  })
  return (
    <aside className="facets">
      {facets.data?.facets
        .filter(({ values }) => values.length > 0)
        .map((facet) => (
          <FacetGroup key={facet.field} view={view} facet={inOrder(facet, places)} chosen={valuesOf(filters, facet.field)} onToggle={(value) => onChange(toggleValue(filters, facet.field, value))} />
        ))}
    </aside>
  )
}

/** Districts stand in the order of their codes, years newest first, everything else most frequent first. */
function inOrder(facet: Facet, places: readonly string[]): Facet {
  const rank = (value: string): number => (places.includes(value) ? places.indexOf(value) : places.length)
  if (facet.field === 'district' || facet.field === 'region') return { ...facet, values: facet.values.toSorted((a, b) => rank(a.value) - rank(b.value)) }
  if (facet.field === 'year' || facet.field === 'period') return { ...facet, values: facet.values.toSorted((a, b) => (a.value < b.value ? 1 : -1)) }
  return facet
}

interface GroupProps {
  view: RecordView
  facet: Facet
  chosen: ReadonlySet<string>
  onToggle(value: string): void
}

function FacetGroup({ view, facet, chosen, onToggle }: GroupProps) {
  const title = facet.field === 'year' ? t('records.yearFacet') : view.kind === 'standards' && facet.field === 'role' ? t('records.roleFacet') : view.kind === 'standards' && facet.field === 'district' ? t('records.districtFacet') : fieldTitle(view, facet.field)
  return (
    <section aria-label={title}>
      <h2>
        {title}
        {chosen.size === 0 ? null : <span className="secondary">{t('records.selected', { count: chosen.size })}</span>}
      </h2>
      <ul>
        {facet.values.slice(0, mostValues).map(({ value, count }) => (
          <li key={value}>
            <Checkbox checked={chosen.has(value)} onChange={() => onToggle(value)}>
              <span className="cut" title={printValue(view.kind, facet.field, value)}>{printValue(view.kind, facet.field, value)}</span>
            </Checkbox>
            <span className="secondary">{count.toLocaleString('zh-CN')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

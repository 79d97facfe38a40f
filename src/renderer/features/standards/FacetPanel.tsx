import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import type { Facet, ListFilter } from '../../../shared/bridge/lists'
import { t, textOf } from '../../../shared/text/t'
import { callBridge } from '../../bridge/bridgeClient'
import { printCell } from '../../components/values/printCell'
import { toggleValue, valuesOf } from './filters'
import { standardFacets, type StandardFacet } from './standardColumns'

interface Props {
  search: string
  filters: readonly ListFilter[]
  version: number
  onChange(filters: readonly ListFilter[]): void
}

/** Values of the most used fields with their counts; ticking one narrows the list. */
export function FacetPanel({ search, filters, version, onChange }: Props) {
  const facets = useQuery({
    queryKey: ['lists.facets', 'standards', search, filters, version],
    queryFn: () => callBridge('lists.facets', { query: { kind: 'standards', search, filters: [...filters] }, fields: [...standardFacets] }),
    placeholderData: keepPreviousData,
  })
  return (
    <aside className="facets">
      {facets.data?.facets
        .filter(({ values }) => values.length > 0)
        .map((facet) => (
          <FacetGroup key={facet.field} facet={facet} chosen={valuesOf(filters, facet.field)} onToggle={(value) => onChange(toggleValue(filters, facet.field, value))} />
        ))}
    </aside>
  )
}

function FacetGroup({ facet, chosen, onToggle }: { facet: Facet; chosen: ReadonlySet<string>; onToggle(value: string): void }) {
  return (
    <section>
      <h2>
        {textOf(`standardField.${facet.field as StandardFacet}`)}
        {chosen.size === 0 ? null : <span className="secondary">{t('standards.selected', { count: chosen.size })}</span>}
      </h2>
      <ul>
        {facet.values.map(({ value, count }) => (
          <li key={value}>
            <Checkbox checked={chosen.has(value)} onChange={() => onToggle(value)}>
              <span className="cut" title={printCell(value)}>{printCell(value)}</span>
            </Checkbox>
            <span className="secondary">{count.toLocaleString('zh-CN')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { t } from '../../../../shared/text/t'
import { locale } from '../../../../shared/text/language'
import { callBridge } from '../../../bridge/bridgeClient'
import { usePlaces } from '../../../bridge/usePlaces'
import { inPlaceOrder } from '../facetOrder'
import type { ColumnFilterProps } from './columnFilterProps'
import { toggleValue, valuesOf } from '../filters'
import { printValue } from '../printValue'
import { ValueTick } from '../ValueTick'

/** Values drawn at once; more are found by typing. */
const shownValues = 200

/** The values of a column with their counts, in the order of the values; without any is one of them. */
export function ValueList({ view, field, search, filters, part, onChange }: Omit<ColumnFilterProps, 'onClose'> & { part: string }) {
  const others = filters.filter((filter) => filter.field !== field)
  const facets = useQuery({
    queryKey: ['lists.facets of a column', view.kind, search, others, field, part],
    queryFn: () => callBridge('lists.facets', { query: { kind: view.kind, search, filters: others }, fields: [field], order: 'value', ...(part === '' ? {} : { part }) }),
    placeholderData: keepPreviousData,
  })
  const chosen = valuesOf(filters, field)
  const places = usePlaces()
  const found = facets.data?.facets[0]
  const facet = found && inPlaceOrder(view.kind, found, places)
  const values = facet?.values.slice(0, shownValues) ?? []
  const lines = [...values.map(({ value, count }) => ({ value, count, text: printValue(view.kind, field, value) })), ...(facet && facet.empty > 0 && part === '' ? [{ value: '', count: facet.empty, text: t('filter.empty') }] : [])]
  const hidden = part === '' ? (facet?.distinct ?? 0) - values.length : 0
  return (
    <>
      <ul>
        {lines.map(({ value, count, text }) => (
          <li key={value}>
            <ValueTick text={text} isTicked={chosen.has(value)} onToggle={() => onChange(toggleValue(filters, field, value))} />
            <span className="secondary">{count.toLocaleString(locale())}</span>
          </li>
        ))}
      </ul>
      {facet !== undefined && lines.length === 0 ? <p className="secondary">{t('filter.noValue')}</p> : null}
      {hidden > 0 ? <p className="secondary">{t('filter.more', { count: hidden.toLocaleString(locale()) })}</p> : null}
    </>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Input } from 'antd'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { ListFilter } from '../../../shared/bridge/lists'
import { listField } from '../../../shared/domain/catalogue/listFields'
import { t } from '../../../shared/text/t'
import { callBridge } from '../../bridge/bridgeClient'
import { rangeOf, rangeText, toggleValue, valuesOf, withFilter } from './filters'
import { printValue } from './printValue'
import { fieldTitle, type RecordView } from './recordViews'

interface Props {
  view: RecordView
  field: string
  search: string
  filters: readonly ListFilter[]
  /** Distance from the left edge of the grid. */
  left: number
  onChange(filters: readonly ListFilter[]): void
  onClose(): void
}

/** The filter of one column, under its heading: a range for dates and numbers, else a part of the text and the values. */
export function ColumnFilter(props: Props) {
  const { view, field, left, onClose } = props
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('input')?.focus()
    const closeOutside = ({ target }: MouseEvent): void => {
      if (target instanceof Node && !box.current?.contains(target)) onClose()
    }
    document.addEventListener('mousedown', closeOutside)
    return () => document.removeEventListener('mousedown', closeOutside)
  }, [onClose])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onClose()
    event.stopPropagation()
  }
  const type = listField(view.kind, field)?.type ?? 'text'
  const isRange = type === 'date' || type === 'number' || type === 'numbers'
  return (
    <div ref={box} className="column-filter" role="dialog" aria-label={t('records.filterOf', { field: fieldTitle(view, field) })} style={{ left }} onKeyDown={onKeyDown}>
      {isRange ? <RangeFilter {...props} isDate={type === 'date'} /> : <ValueFilter {...props} hasText={type.startsWith('text') || type.startsWith('code')} />}
    </div>
  )
}

function RangeFilter({ field, filters, onChange, onClose, isDate }: Props & { isDate: boolean }) {
  const known = rangeOf(filters.find((filter) => filter.field === field))
  const [from, setFrom] = useState(known.from)
  const [to, setTo] = useState(known.to)
  const apply = (): void => {
    const text = rangeText(from, to)
    onChange(withFilter(filters, { field, values: text === null ? [] : [text] }))
    onClose()
  }
  return (
    <>
      <label>{t('records.from')}<Input value={from} onChange={(event) => setFrom(event.target.value)} onPressEnter={apply} /></label>
      <label>{t('records.to')}<Input value={to} onChange={(event) => setTo(event.target.value)} onPressEnter={apply} /></label>
      <p className="secondary">{isDate ? t('records.dateHint') : t('records.numberHint')}</p>
      <Button size="small" onClick={apply}>{t('records.applyFilter')}</Button>
    </>
  )
}

function ValueFilter({ view, field, search, filters, onChange, onClose, hasText }: Props & { hasText: boolean }) {
  const known = filters.find((filter) => filter.field === field)
  const [part, setPart] = useState(known?.match === 'contains' ? (known.values[0] ?? '') : '')
  const facets = useQuery({
    queryKey: ['lists.facets', view.kind, search, filters, 'column', field],
    queryFn: () => callBridge('lists.facets', { query: { kind: view.kind, search, filters: [...filters] }, fields: [field] }),
  })
  const apply = (): void => {
    onChange(withFilter(filters, { field, values: part.trim() === '' ? [] : [part.trim()], match: 'contains' }))
    onClose()
  }
  const chosen = valuesOf(filters, field)
  const values = (facets.data?.facets[0]?.values ?? []).filter(({ value }) => part === '' || printValue(view.kind, field, value).includes(part))
  return (
    <>
      <Input value={part} placeholder={t('records.partOfText')} aria-label={t('records.partOfText')} onChange={(event) => setPart(event.target.value)} {...(hasText ? { onPressEnter: apply } : {})} />
      <ul>
        {values.slice(0, 100).map(({ value, count }) => (
          <li key={value}>
            <Checkbox checked={chosen.has(value)} onChange={() => onChange(toggleValue(filters, field, value))}>
              <span className="cut" title={printValue(view.kind, field, value)}>{printValue(view.kind, field, value)}</span>
            </Checkbox>
            <span className="secondary">{count.toLocaleString('zh-CN')}</span>
          </li>
        ))}
      </ul>
      {hasText ? <Button size="small" onClick={apply}>{t('records.applyContains')}</Button> : null}
    </>
  )
}

import { CloseOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { conditionValues, matchKinds, type Match } from '../../../../shared/domain/catalogue/writtenCondition'
import { t, textOf } from '../../../../shared/text/t'
import { callBridge } from '../../../bridge/bridgeClient'
import type { FilterDraft } from './indicatorDraft'

interface Props {
  label: string
  /** The count whose records are asked. */
  of: string
  filters: readonly FilterDraft[]
  onChange(filters: readonly FilterDraft[]): void
}

/** Conditions on the records of a count; all must hold. */
export function FilterRows({ label, of, filters, onChange }: Props) {
  const { data } = useQuery({ queryKey: ['indicators.fields', of], queryFn: () => callBridge('indicators.fields', { of }) })
  const fields = data?.fields ?? []
  const set = (at: number, change: Partial<FilterDraft>): void => onChange(filters.map((filter, index) => (index === at ? { ...filter, ...change } : filter)))
  return (
    <fieldset className="own-filters" aria-label={label}>
      {filters.map((filter, at) => {
        const field = fields.find(({ name }) => name === filter.field)
        const values = field?.values ?? null
        return (
          <div key={at} className="own-filter">
            <Select
              aria-label={t('own.field')} showSearch={{ optionFilterProp: 'label' }} value={filter.field === '' ? null : filter.field} placeholder={t('own.field')} popupMatchSelectWidth={false}
              options={fields.map(({ name, label: text }) => ({ value: name, label: text }))} onChange={(chosen) => set(at, { field: chosen, match: 'is', values: [] })}
            />
            <Select<Match>
              aria-label={t('own.match')} value={filter.match} popupMatchSelectWidth={false} onChange={(match) => set(at, { match })}
              options={matchKinds.filter((match) => match === 'is' || field?.isStored !== false).map((match) => ({ value: match, label: textOf(`own.match.${match}`) }))}
            />
            {values === null || (filter.match !== 'is' && filter.match !== 'excludes') ? (
              <Input aria-label={t('own.values')} placeholder={t('own.valuesHint')} value={filter.values.join('，')} onChange={(event) => set(at, { values: event.target.value === '' ? [] : conditionValues(event.target.value) })} />
            ) : (
              <Select
                aria-label={t('own.values')} mode="multiple" value={[...filter.values]} placeholder={t('own.values')} popupMatchSelectWidth={false}
                options={values.map(({ value, label: text }) => ({ value, label: text }))} onChange={(chosen) => set(at, { values: chosen })}
              />
            )}
            <button type="button" className="plain own-remove" aria-label={t('own.removeFilter')} title={t('own.removeFilter')} onClick={() => onChange(filters.filter((_, index) => index !== at))}><CloseOutlined /></button>
          </div>
        )
      })}
      <Button size="small" onClick={() => onChange([...filters, { field: '', match: 'is', values: [] }])}>{t('own.addFilter')}</Button>
    </fieldset>
  )
}

import { Select } from 'antd'
import { useState } from 'react'
import { t } from '../../../shared/text/t'
import { optionOf, periodOptions, typedPeriod } from '../values/periodOptions'
import { PageControl } from './PageControl'

interface Props {
  /** Years with figures, newest first. */
  years: readonly number[]
  /** null where no period is chosen. */
  period: string | null
  onChange(name: string | null): void
  /** What stands for no period; absent where there must be one. */
  none?: string
}

const noPeriod = ''

/** Years with figures and parts of the newest; any other period is typed. */
export function PeriodControl({ years, period, onChange, none }: Props) {
  const [typed, setTyped] = useState('')
  const known = [...(none === undefined ? [] : [{ value: noPeriod, label: none }]), ...periodOptions(years)]
  const extra = [typedPeriod(typed), period === null ? null : optionOf(period)].filter((option) => option !== null && !known.some(({ value }) => value === option.value))
  return (
    <PageControl name={t('ranking.period')} width={148}>
      <Select
        showSearch={{ onSearch: setTyped, filterOption: (text, option) => String(option?.label).includes(text) || String(option?.value).toUpperCase().startsWith(text.trim().toUpperCase()) }}
        value={period ?? noPeriod} popupMatchSelectWidth={false} title={t('ranking.period.hint')} onChange={(name: string) => onChange(name === noPeriod ? null : name)} notFoundContent={t('ranking.period.hint')}
        options={[...new Map([...extra, ...known].flatMap((option) => (option ? [[option.value, option] as const] : []))).values()]}
      />
    </PageControl>
  )
}

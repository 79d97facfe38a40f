import { CloseOutlined } from '@ant-design/icons'
import { Select } from 'antd'
import type { Output } from '../../../shared/bridge/contract'
import { t } from '../../../shared/text/t'
import { withIndicator, withoutIndicator, type RankingChoice } from './rankingChoice'

interface Props {
  offered: Output<'counting.indicators'>['indicators']
  choice: RankingChoice
  onChange(choice: RankingChoice): void
}

const fixedOrder = 'fixed'

/** The indicators of the table as chips, more to add, and the order of the rows. */
export function IndicatorBar({ offered, choice, onChange }: Props) {
  const rest = offered.filter(({ name }) => !choice.indicators.includes(name))
  const shortOf = (name: string): string => offered.find((known) => known.name === name)?.short ?? name
  return (
    <div className="indicator-bar">
      <span className="secondary">{t('ranking.indicators')}</span>
      <div className="indicator-chips">
        {choice.indicators.map((name) => (
          <span key={name} className="indicator-chip">
            {shortOf(name)}
            <button type="button" className="plain" disabled={choice.indicators.length === 1} aria-label={t('ranking.removeIndicator', { name: shortOf(name) })} onClick={() => onChange(withoutIndicator(choice, name))}>
              <CloseOutlined />
            </button>
          </span>
        ))}
        {rest.length === 0 ? null : (
          <Select<string | null>
            className="indicator-add" size="small" value={null} popupMatchSelectWidth={false} placeholder={t('ranking.addIndicator', { count: rest.length })}
            aria-label={t('ranking.addIndicator', { count: rest.length })}
            options={rest.map(({ name, label }) => ({ value: name, label }))} onChange={(name) => { if (name !== null) onChange(withIndicator(choice, name)) }}
          />
        )}
      </div>
      <label className="indicator-order">
        <span className="secondary">{t('ranking.order')}</span>
        <Select<string>
          size="small" value={choice.orderBy ?? fixedOrder} popupMatchSelectWidth={false}
          onChange={(name) => onChange({ ...choice, orderBy: name === fixedOrder ? null : name })}
          options={[{ value: fixedOrder, label: t('ranking.order.fixed') }, ...choice.indicators.map((name) => ({ value: name, label: t('ranking.order.by', { name: shortOf(name) }) }))]}
        />
      </label>
    </div>
  )
}

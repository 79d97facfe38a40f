import { CloseOutlined } from '@ant-design/icons'
import { Select } from 'antd'
import type { Output } from '../../../shared/bridge/contract'
import { t } from '../../../shared/text/t'
import { useTags } from '../../bridge/useTags'
import { printFigure } from '../../components/values/printFigure'
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
      <UnitTags choice={choice} onChange={onChange} />
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

/** Narrows the table to units with some tags; where no unit bears a tag there is nothing to choose. */
function UnitTags({ choice, onChange }: Pick<Props, 'choice' | 'onChange'>) {
  const tags = useTags(true).flatMap(({ tag, kinds }) => {
    const units = kinds.find(({ kind }) => kind === 'units')
    return units ? [{ value: tag, label: `${tag}　${printFigure(units.count)}` }] : []
  })
  if (tags.length === 0 && choice.unitTags.length === 0) return null
  return (
    <label className="indicator-order">
      <span className="secondary">{t('ranking.unitTags')}</span>
      <Select<string[]>
        mode="multiple" size="small" className="indicator-tags" allowClear maxTagCount="responsive" disabled={choice.scope === 'cities'} value={[...choice.unitTags]} popupMatchSelectWidth={false}
        placeholder={t('ranking.unitTags.all')} options={tags} optionLabelProp="value" onChange={(unitTags) => onChange({ ...choice, unitTags })}
      />
    </label>
  )
}

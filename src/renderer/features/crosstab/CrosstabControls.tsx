import { SwapOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import type { Output } from '../../../shared/bridge/contract'
import { listKinds } from '../../../shared/bridge/lists'
import { tableShares } from '../../../shared/domain/crosstab/tableShare'
import { named } from '../../../shared/text/named'
import { t } from '../../../shared/text/t'
import { PageControl } from '../../components/controls/PageControl'
import { PeriodControl } from '../../components/controls/PeriodControl'
import { kindName } from './cellWords'
import { choiceFor, sideLabel, sidesOf, sumsOf, type CrosstabChoice } from './crosstabChoice'

interface Props {
  choice: CrosstabChoice
  onChange(choice: CrosstabChoice): void
}

const none = ''
const found = { optionFilterProp: 'label' } as const

/** Which records, and what they are counted by. */
export function SideControls({ choice, onChange }: Props) {
  const { kind, rows, columns, split } = choice
  const change = (part: Partial<CrosstabChoice>): void => onChange({ ...choice, ...part })
  const options = sidesOf(kind).map((side) => ({ value: side, label: sideLabel(kind, side) }))
  return (
    <>
      <PageControl name={t('crosstab.kind')} width={138}>
        <Select value={kind} popupMatchSelectWidth={false} onChange={(next) => onChange(choiceFor(next))} options={listKinds.map((value) => ({ value, label: kindName(value) }))} />
      </PageControl>
      <PageControl name={t('crosstab.rows')} width={176}>
        <Select showSearch={found} value={rows} popupMatchSelectWidth={false} onChange={(side) => change(side === columns ? { rows: side, columns: rows } : { rows: side })} options={options} />
      </PageControl>
      <Button icon={<SwapOutlined />} aria-label={t('crosstab.swap')} title={t('crosstab.swap')} onClick={() => change({ rows: columns, columns: rows })} />
      <PageControl name={t('crosstab.columns')} width={176}>
        <Select showSearch={found} value={columns} popupMatchSelectWidth={false} onChange={(side) => change(side === rows ? { columns: side, rows: columns } : { columns: side })} options={options} />
      </PageControl>
      <PageControl name={t('crosstab.split')} width={192}>
        <Select
          showSearch={found} value={split ?? none} popupMatchSelectWidth={false} onChange={(side) => change({ split: side === none ? null : side })}
          options={[{ value: none, label: t('crosstab.noSplit') }, ...options.filter(({ value }) => value !== rows && value !== columns)]}
        />
      </PageControl>
    </>
  )
}

interface MeasureProps extends Props {
  /** null until the register has said what can be asked of it. */
  offered: Output<'counting.indicators'> | null
}

/** What is counted or added up, how it is shown, and in which period. */
export function MeasureControls({ choice, offered, onChange }: MeasureProps) {
  const { kind, sum, share, indicator, period } = choice
  const change = (part: Partial<CrosstabChoice>): void => onChange({ ...choice, ...part })
  const indicators = (offered?.indicators ?? []).filter((known) => known.isCounted && known.kind === kind)
  const chooseIndicator = (name: string): void => change(name === none ? { indicator: null } : { indicator: name, period: period ?? offered?.period ?? null })
  return (
    <>
      <PageControl name={t('crosstab.measure')} width={170}>
        <Select
          value={sum ?? none} popupMatchSelectWidth={false} onChange={(name) => change({ sum: name === none ? null : name })}
          options={[{ value: none, label: t('crosstab.count') }, ...sumsOf(kind).map(({ name, label }) => ({ value: name, label: t('crosstab.sumOf', { field: named(label) }) }))]}
        />
      </PageControl>
      <PageControl name={t('crosstab.shown')} width={130}>
        <Select value={share} popupMatchSelectWidth={false} onChange={(next) => change({ share: next })} options={tableShares.map((value) => ({ value, label: t(`crosstab.share.${value}`) }))} />
      </PageControl>
      {indicators.length === 0 ? null : (
        <PageControl name={t('crosstab.among')} width={214}>
          <Select
            showSearch={found} value={indicator ?? none} popupMatchSelectWidth={false} onChange={chooseIndicator}
            options={[{ value: none, label: t('crosstab.everyRecord') }, ...indicators.map(({ name, label }) => ({ value: name, label }))]}
          />
        </PageControl>
      )}
      {kind === 'units' || kind === 'indicators' ? null : (
        <PeriodControl
          years={offered?.years ?? []} period={period} onChange={(next) => change({ period: next, ...(next === null ? { indicator: null } : {}) })} none={t('crosstab.anyPeriod')}
        />
      )}
    </>
  )
}

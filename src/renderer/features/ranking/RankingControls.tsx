import { Input, Select } from 'antd'
import { useState } from 'react'
import type { Output } from '../../../shared/bridge/contract'
import { zonePolicies } from '../../../shared/bridge/counting'
import { leadRules } from '../../../shared/domain/counting/leadRules'
import { isIsoDay } from '../../../shared/domain/dates/calendar'
import { t } from '../../../shared/text/t'
import { PageControl } from '../../components/controls/PageControl'
import { PeriodControl } from '../../components/controls/PeriodControl'
import { populationLabel } from '../../components/values/populationLabel'
import type { RankingChoice } from './rankingChoice'

interface Props {
  offered: Output<'counting.indicators'>
  choice: RankingChoice
  period: string
  onChange(choice: RankingChoice): void
}

const newest = 'newest'

/** How the figures are counted: each choice changes the table at once. */
export function RankingControls({ offered, choice, period, onChange }: Props) {
  const change = (part: Partial<RankingChoice>): void => onChange({ ...choice, ...part })
  const isOwn = choice.scope === 'districts'
  return (
    <>
      <PageControl name={t('ranking.scope')} width={138}>
        <Select
          value={choice.scope} popupMatchSelectWidth={false} onChange={(scope) => change({ scope })}
          options={[
            { value: 'districts' as const, label: t('ranking.scope.districts', { count: offered.districtCount }) },
            { value: 'cities' as const, label: t('ranking.scope.cities', { count: offered.cityCount }) },
          ]}
        />
      </PageControl>
      <PeriodControl years={offered.years} period={period} onChange={(name) => change({ period: name })} />
      <AsOfControl asOf={choice.asOf} isDisabled={!isOwn} onChange={(asOf) => change({ asOf })} />
      <PageControl name={t('ranking.lead')} width={152}>
        <Select value={choice.leadRule} disabled={!isOwn} popupMatchSelectWidth={false} onChange={(leadRule) => change({ leadRule })} options={leadRules.map((value) => ({ value, label: t(`ranking.lead.${value}`) }))} />
      </PageControl>
      <PageControl name={t('ranking.zones')} width={142}>
        <Select value={choice.zones} disabled={!isOwn} popupMatchSelectWidth={false} onChange={(zones) => change({ zones })} options={zonePolicies.map((value) => ({ value, label: t(`ranking.zones.${value}`) }))} />
      </PageControl>
      <PageControl name={t('ranking.population')} width={142}>
        <Select
          value={choice.population ?? newest} disabled={!isOwn} popupMatchSelectWidth={false} onChange={(population) => change({ population: population === newest ? null : population })}
          options={[{ value: newest, label: t('ranking.population.newest') }, ...offered.populations.map((value) => ({ value, label: populationLabel(value) }))]}
        />
      </PageControl>
    </>
  )
}

/** Empty is the end of the period; anything that is no day is not taken. */
function AsOfControl({ asOf, isDisabled, onChange }: { asOf: string | null; isDisabled: boolean; onChange(asOf: string | null): void }) {
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? asOf ?? ''
  const isWrong = text !== '' && !isIsoDay(text)
  const take = (): void => {
    if (!isWrong) onChange(text === '' ? null : text)
    if (!isWrong) setTyped(null)
  }
  return (
    <PageControl name={t('ranking.asOf')} width={134}>
      <Input
        variant="borderless" value={text} disabled={isDisabled} placeholder={t('ranking.asOf.end')} title={t('ranking.asOf.hint')} aria-label={t('ranking.asOf.hint')}
        {...(isWrong ? { status: 'error' as const } : {})}
        onChange={(event) => setTyped(event.target.value.trim())} onBlur={take} onPressEnter={take}
      />
    </PageControl>
  )
}

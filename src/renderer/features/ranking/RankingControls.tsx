import { Input, Select } from 'antd'
import { useState } from 'react'
import type { Output } from '../../../shared/bridge/contract'
import { leadRules } from '../../../shared/domain/counting/leadRules'
import { isIsoDay } from '../../../shared/domain/calendar'
import { t } from '../../../shared/text/t'
import { PageControl } from '../../components/controls/PageControl'
import { optionOf, periodOptions, typedPeriod } from './periodOptions'
import { populationLabel } from './countingWords'
import type { RankingChoice } from './rankingChoice'

interface Props {
  offered: Output<'counting.indicators'>
  choice: RankingChoice
  period: string
  onChange(choice: RankingChoice): void
}

const zonePolicies = ['host', 'separate', 'of_which'] as const
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
      <PeriodControl offered={offered} period={period} onChange={(name) => change({ period: name })} />
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

/** Years with figures and parts of the newest; any other period is typed. */
function PeriodControl({ offered, period, onChange }: { offered: Props['offered']; period: string; onChange(name: string): void }) {
  const [typed, setTyped] = useState('')
  const known = periodOptions(offered.years)
  const own = typedPeriod(typed)
  const extra = [own, optionOf(period)].filter((option) => option !== null && !known.some(({ value }) => value === option.value))
  return (
    <PageControl name={t('ranking.period')} width={148}>
      <Select
        showSearch={{ onSearch: setTyped, filterOption: (text, option) => String(option?.label).includes(text) || String(option?.value).toUpperCase().startsWith(text.trim().toUpperCase()) }}
        value={period} popupMatchSelectWidth={false} title={t('ranking.period.hint')} onChange={onChange} notFoundContent={t('ranking.period.hint')}
        options={[...new Map([...extra, ...known].flatMap((option) => (option ? [[option.value, option] as const] : []))).values()]}
      />
    </PageControl>
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

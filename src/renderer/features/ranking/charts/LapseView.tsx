import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { lapseDays, usualLapseDays, type LapseEffect } from '../../../../shared/bridge/workbench'
import { listed, t } from '../../../../shared/text/t'
import { callBridge } from '../../../bridge/bridgeClient'
import { failureText } from '../../../bridge/failureText'
import { FailureBanner } from '../../../components/feedback/FailureBanner'
import { useGoTo } from '../../../components/navigation'
import { printFigure } from '../../../components/values/printFigure'
import type { ViewProps } from './viewProps'

type LapseRow = LapseEffect['rows'][number]
interface Line { effect: LapseEffect; row: LapseRow }

/** District by district, what the end of terms takes from today's stocks and does to places; who moves comes first. */
export function LapseView({ table, choice: { zones, population, unitTags = [] } }: Pick<ViewProps, 'table' | 'choice'>) {
  const [days, setDays] = useState<number>(usualLapseDays)
  const goTo = useGoTo()
  const question = { days, zones, population, unitTags }
  const { data, error } = useQuery({ queryKey: ['counting.lapses', question, table.sequence], queryFn: () => callBridge('counting.lapses', question), placeholderData: keepPreviousData })
  const basis = data ? [...(unitTags.length === 0 ? [] : [t('ranking.sentence.unitTags', { tags: listed(unitTags) })]), t('workbench.lapse.basis', { from: data.from, until: data.until })].join(t('punctuation.part')) : ''
  const lines = linesOf(data?.effects ?? [])
  return (
    <div className="lapse-view">
      <div className="lapse-head">
        <Select size="small" aria-label={t('workbench.lapse.daysLabel')} value={days} onChange={setDays} options={lapseDays.map((value) => ({ value, label: t('workbench.lapse.days', { days: value }) }))} />
        <span className="secondary cut" title={basis}>{basis}</span>
        <Button type="link" size="small" onClick={() => goTo({ route: 'workbench' })}>{t('workbench.lapse.inWorkbench')}</Button>
      </div>
      {error === null ? null : <FailureBanner text={failureText(error)} />}
      {data === undefined ? null : lines.length === 0 ? <p className="chart-none secondary">{t(data.effects.length === 0 ? 'workbench.lapse.noRecords' : 'workbench.lapse.none')}</p> : (
        <div className="lapse-scroll" role="region" aria-label={t('workbench.lapse')} tabIndex={0}>
          <table className="lapse-table selectable">
            <thead><tr><th scope="col">{t('ranking.district')}</th>{(['indicator', 'lapsing', 'value', 'place'] as const).map((name) => <th key={name} scope="col">{t(`workbench.lapse.${name}`)}</th>)}</tr></thead>
            <tbody>{lines.map((line) => <LapseLine key={`${line.effect.indicator}|${line.row.name}`} {...line} />)}</tbody>
          </table>
        </div>
      )}
    </div>
  )
}

/** The districts' lines of all indicators: moved places before kept ones, each in the order they came. */
function linesOf(effects: readonly LapseEffect[]): Line[] {
  const lines = effects.flatMap((effect) => effect.rows.filter(({ isCity }) => !isCity).map((row) => ({ effect, row })))
  return [...lines.filter(({ row }) => row.rank !== row.rankAfter), ...lines.filter(({ row }) => row.rank === row.rankAfter)]
}

function LapseLine({ effect: { indicator, decimals }, row: { name, lapsing, now, after, rank, rankAfter } }: Line) {
  const moved = rank === null || rankAfter === null || rank === rankAfter ? '' : rankAfter > rank ? 'is-down' : 'is-up'
  const place = rank === null || rankAfter === null ? '—' : moved === '' ? t('workbench.lapse.samePlace', { rank }) : t('workbench.lapse.newPlace', { rank, after: rankAfter })
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{t(`indicator.short.${indicator}`)}</td>
      <td className="number">{printFigure(lapsing, 0)}</td>
      <td className="number">{printFigure(now, decimals)}{lapsing === 0 ? t('workbench.lapse.sameValue') : ` → ${printFigure(after, decimals)}`}</td>
      <td className={moved}>{place}</td>
    </tr>
  )
}

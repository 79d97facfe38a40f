import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { lapseDays, usualLapseDays, type LapseEffect, type LapseRequest } from '../../../shared/bridge/workbench'
import { t } from '../../../shared/text/t'
import { callBridge } from '../../bridge/bridgeClient'
import { printFigure } from '../../components/values/printFigure'
import type { OpenList } from './openList'

type LapseRow = LapseEffect['rows'][number]

/** What the end of terms does to the stocks of today and to places: the city, and the districts whose place moves; the others unfold. */
export function LapseTable({ onOpen }: { onOpen(list: OpenList): void }) {
  const [days, setDays] = useState<number>(usualLapseDays)
  const found = useQuery({ queryKey: ['counting.lapses', days], queryFn: () => callBridge('counting.lapses', { days }), placeholderData: keepPreviousData })
  const { data } = found
  const basis = data ? t('workbench.lapse.basis', { from: data.from, until: data.until }) : ''
  return (
    <section className="lapses">
      <header>
        <h2>{t('workbench.lapse')}</h2>
        <span className="secondary cut" title={basis}>{basis}</span>
        <Select size="small" aria-label={t('workbench.lapse.daysLabel')} value={days} onChange={setDays} options={lapseDays.map((value) => ({ value, label: t('workbench.lapse.days', { days: value }) }))} />
      </header>
      {data?.effects.length === 0 ? <p className="workbench-none secondary">{t('workbench.lapse.noRecords')}</p> : (
        <table className="workbench-table">
          <thead>
            <tr>{(['indicator', 'lapsing', 'value', 'place'] as const).map((name) => <th key={name} scope="col">{t(`workbench.lapse.${name}`)}</th>)}</tr>
          </thead>
          {data?.effects.map((effect) => <EffectRows key={effect.indicator} effect={effect} days={data.days} onOpen={onOpen} />)}
        </table>
      )}
    </section>
  )
}

interface EffectProps {
  effect: LapseEffect
  days: number
  onOpen(list: OpenList): void
}

function EffectRows({ effect, days, onOpen }: EffectProps) {
  const [showsAll, setShowsAll] = useState(false)
  const name = t(`indicator.short.${effect.indicator}`)
  const [city, ...districts] = effect.rows
  if (city === undefined) return <tbody><tr><th scope="row">{name}</th><td colSpan={3} className="secondary">{t('workbench.lapse.noPopulation')}</td></tr></tbody>
  const moving = districts.filter(({ rank, rankAfter }) => rank !== rankAfter)
  // Row 其他 has no place that could stay.
  const still = districts.filter(({ rank, rankAfter }) => rank !== null && rank === rankAfter).length
  const shown = showsAll ? districts : moving
  const more = moreText(showsAll, still, moving.length)
  return (
    <tbody>
      <tr>
        <th scope="row">{name}</th>
        <Numbers row={city} effect={effect} days={days} onOpen={onOpen} />
        <td className="secondary">{city.lapsing === 0 ? '—' : moving.length === 0 ? t('workbench.lapse.noMoves') : t('workbench.lapse.moves', { count: moving.length })}</td>
      </tr>
      {shown.map((row) => (
        <tr key={row.name}>
          <th scope="row" className="lapse-district">{row.name}</th>
          <Numbers row={row} effect={effect} days={days} onOpen={onOpen} />
          <Place row={row} />
        </tr>
      ))}
      {districts.length === moving.length ? null : (
        <tr><td colSpan={4} className="lapse-more"><button type="button" className="plain link" aria-expanded={showsAll} aria-label={`${name}　${more}`} onClick={() => setShowsAll(!showsAll)}>{more}</button></td></tr>
      )}
    </tbody>
  )
}

function moreText(showsAll: boolean, still: number, moving: number): string {
  if (showsAll) return t('workbench.lapse.fold')
  return moving === 0 ? t('workbench.lapse.districts', { count: still }) : t('workbench.lapse.unchanged', { count: still })
}

/** How much ends, and the value before and after; each opens what it counts. */
function Numbers({ row, effect, days, onOpen }: EffectProps & { row: LapseRow }) {
  const { decimals } = effect
  return (
    <>
      <td><Opening which="lapsing" value={row.lapsing} decimals={0} {...{ row, effect, days, onOpen }} /></td>
      <td>
        <Opening which="now" value={row.now} decimals={decimals} {...{ row, effect, days, onOpen }} />
        {row.lapsing === 0 ? <span className="secondary">{t('workbench.lapse.sameValue')}</span> : (
          <>
            {' → '}
            <Opening which="lasting" value={row.after} decimals={decimals} {...{ row, effect, days, onOpen }} />
          </>
        )}
      </td>
    </>
  )
}

type OpeningProps = EffectProps & { row: LapseRow; which: LapseRequest['which']; value: number | null; decimals: number }

function Opening({ row, effect: { indicator }, days, which, value, decimals, onOpen }: OpeningProps) {
  const printed = printFigure(value, decimals)
  if (value === null || value === 0) return <span className="secondary">{printed}</span>
  const where = row.isCity ? '' : `${row.name}　`
  const title = t(`workbench.lapse.title.${which}`, { where, indicator: t(`indicator.short.${indicator}`), days, value: printed, unit: t('workbench.due.unit.patent_term') })
  const question = { name: 'counting.worklist', input: { lapse: indicator, row: row.isCity ? null : row.name, days, which } } as const
  return <button type="button" className="plain workbench-number" aria-label={title} onClick={() => onOpen({ title, question })}>{printed}</button>
}

function Place({ row: { rank, rankAfter } }: { row: LapseRow }) {
  if (rank === null || rankAfter === null) return <td className="secondary">—</td>
  if (rank === rankAfter) return <td className="secondary">{t('workbench.lapse.samePlace', { rank })}</td>
  return <td className={rankAfter > rank ? 'is-down' : 'is-up'}>{t('workbench.lapse.newPlace', { rank, after: rankAfter })}</td>
}

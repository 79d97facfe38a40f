import { Button } from 'antd'
import type { ImportDetail, ImportJob } from '../../../shared/bridge/imports'
import { t, textOf } from '../../../shared/text/t'
import { EmptyState } from '../../components/feedback/EmptyState'
import { toneOf } from './importWords'
import { VerdictMark } from './VerdictMark'

interface Props {
  job: ImportJob
  detail: ImportDetail
  onUndo(): void
  onBatches(): void
}

/** Step four: what came in, and what it did to the figures that the leader looks at. */
export function ResultStep({ job, detail, onUndo, onBatches }: Props) {
  const { result } = detail
  if (result === null || job.batch === null) return <section className="import-centre"><EmptyState text={t('imports.result.notYet')} /></section>
  const { rows, records, seconds, effect } = result
  const moved = effect.filter(({ before, after }) => before !== after)
  return (
    <section className="import-centre import-result">
      <div className="result-head">
        <h2>{t('imports.result.done', { new: rows.new, changed: rows.changed, same: rows.same, rejected: rows.rejected + rows.review })}</h2>
        <p className="secondary">{t('imports.result.records', { new: records.new, changed: records.changed })}。{t('imports.result.seconds', { seconds, batch: job.batch })}</p>
        <Button onClick={onUndo}>{t('imports.result.undo')}</Button>
        <Button type="text" onClick={onBatches}>{t('imports.result.toBatches')}</Button>
      </div>
      <h3>{t('imports.result.counts')}</h3>
      <dl className="result-counts">
        {(['new', 'changed', 'same', 'repaired', 'review', 'rejected', 'skipped'] as const).map((verdict) => (
          <div key={verdict}><dt><VerdictMark tone={toneOf[verdict]} word={textOf(`rowVerdict.${verdict}`)} /></dt><dd>{rows[verdict].toLocaleString('zh-CN')}</dd></div>
        ))}
      </dl>
      <h3>{t('imports.result.effect')}<span className="secondary">{effect[0] ? t('imports.result.effectHint', { period: effect[0].period }) : ''}</span></h3>
      {moved.length === 0 ? <p className="secondary">{t('imports.result.noEffect')}</p> : <EffectTable effect={effect} />}
    </section>
  )
}

type Effect = NonNullable<ImportDetail['result']>['effect']

function EffectTable({ effect }: { effect: Effect }) {
  return (
    <table className="effect-table">
      <thead>
        <tr>
          <th>{t('imports.result.indicator')}</th><th className="number">{t('imports.result.before')}</th><th className="number">{t('imports.result.after')}</th>
          <th className="number">{t('imports.result.difference')}</th><th>{t('imports.result.regions')}</th>
        </tr>
      </thead>
      <tbody>
        {effect.map(({ indicator, label, unit, before, after, regions }) => (
          <tr key={indicator} className={before === after ? 'is-still' : ''}>
            <td>{label}<span className="secondary">{unit}</span></td>
            <td className="number">{figure(before)}</td>
            <td className="number"><b>{figure(after)}</b></td>
            <td className="number">{difference(before, after)}</td>
            <td className="secondary"><span className="cut" title={regionWords(regions, '\n')}>{regionWords(regions, '　')}</span></td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function figure(value: number | null): string {
  return value === null ? '—' : value.toLocaleString('zh-CN')
}

function difference(before: number | null, after: number | null): string {
  if (before === null || after === null || before === after) return ''
  const change = Math.round((after - before) * 100) / 100
  return change > 0 ? `+${change.toLocaleString('zh-CN')}` : change.toLocaleString('zh-CN')
}

function regionWords(regions: Effect[number]['regions'], between: string): string {
  return regions.map(({ name, before, after, rankBefore, rankAfter }) => {
    const rank = rankAfter === null || rankAfter === rankBefore ? '' : `（${rankBefore === null ? '' : `${t('imports.result.rank', { rank: rankBefore })} → `}${t('imports.result.rank', { rank: rankAfter })}）`
    return `${name} ${figure(before)} → ${figure(after)}${rank}`
  }).join(between)
}

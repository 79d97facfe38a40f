import { Button } from 'antd'
import { useState } from 'react'
import type { ImportDetail, ImportJob, IndicatorEffect } from '../../../../shared/bridge/imports'
import { t, textOf } from '../../../../shared/text/t'
import { locale } from '../../../../shared/text/language'
import { EmptyState } from '../../../components/feedback/EmptyState'
import { EffectScope } from './EffectScope'
import { EffectTable } from './EffectTable'
import { movedOf } from './effectWords'
import { toneOf } from '../importWords'
import { VerdictMark } from '../rows/VerdictMark'
import { useJoinedEffect } from './useJoinedEffect'

interface Props {
  job: ImportJob
  detail: ImportDetail
  onUndo(): void
  onBatches(): void
}

/** Step four: what came in, and what it did to the figures that the leader looks at. */
export function ResultStep({ job, detail, onUndo, onBatches }: Props) {
  const { result } = detail
  if (result === null || job.batch === null) return <NotYet job={job} detail={detail} />
  const { rows, records, seconds, effect } = result
  const conflicts = job.verdicts?.conflict ?? 0
  return (
    <section className="import-centre import-result">
      <div className="result-head">
        <h2>{t('imports.result.done', { new: rows.new, changed: rows.changed, same: rows.same, rejected: rows.rejected })}{rows.review > 0 ? t('imports.result.leftOpen', { count: rows.review }) : ''}</h2>
        <p className="secondary">{t('imports.result.records', { new: records.new, changed: records.changed })}{t('punctuation.sentence')}{t('imports.result.seconds', { seconds: seconds.toFixed(1), batch: job.batch })}</p>
        <Button onClick={onUndo}>{t('imports.result.undo')}</Button>
        <Button type="text" onClick={onBatches}>{t('imports.result.toBatches')}</Button>
      </div>
      <h3>{t('imports.result.counts')}</h3>
      <dl className="result-counts">
        {(['new', 'changed', 'same', 'repaired', 'conflict', 'review', 'rejected', 'skipped'] as const).map((verdict) => {
          // A row that disagrees with another source is counted by what it did as well.
          const count = verdict === 'conflict' ? conflicts : rows[verdict]
          return verdict === 'conflict' && count === 0 ? null : <div key={verdict}><dt><VerdictMark tone={toneOf[verdict]} word={textOf(`rowVerdict.${verdict}`)} /></dt><dd>{count.toLocaleString(locale())}</dd></div>
        })}
      </dl>
      {conflicts === 0 ? null : <p className="secondary">{t('imports.result.conflicts')}</p>}
      <WrittenEffect effect={effect} />
    </section>
  )
}

/** What came of the figures: by this file, and where others were committed beside it first by all of them. */
function WrittenEffect({ effect: ofFile }: { effect: readonly IndicatorEffect[] }) {
  const period = ofFile[0]?.period
  const all = useJoinedEffect(period)
  const [isOfFile, setOfFile] = useState(false)
  const effect = all === null || isOfFile ? ofFile : all.effect
  return (
    <>
      <h3>
        {t('imports.result.effect')}
        <span className="secondary">{period === undefined ? '' : t('imports.result.effectHint', { period })}</span>
        {all === null ? null : <EffectScope isOfAll={!isOfFile} onScope={(isAll) => setOfFile(!isAll)} />}
      </h3>
      {all === null || isOfFile ? null : <p className="secondary">{t('imports.result.effectOfAll', { files: all.files })}</p>}
      {movedOf(effect).length === 0 ? <p className="secondary">{t('imports.result.noEffect')}</p> : <EffectTable effect={effect} />}
    </>
  )
}

/** Before the commit: what it would do to the figures. */
function NotYet({ job: { state }, detail: { forecast } }: { job: ImportJob; detail: ImportDetail }) {
  const note = t(state === 'commit_queued' || state === 'writing' ? 'imports.result.writing' : 'imports.result.notYet')
  if (forecast === null || movedOf(forecast).length === 0) return <section className="import-centre"><EmptyState text={note} /></section>
  return (
    <section className="import-centre import-result">
      <p className="secondary">{note}</p>
      <h3>{t('imports.forecast.title')}<span className="secondary">{t('imports.result.effectHint', { period: forecast[0]?.period ?? '' })}</span></h3>
      <EffectTable effect={forecast} />
    </section>
  )
}

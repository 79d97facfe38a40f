import { useState } from 'react'
import type { ImportDetail, IndicatorEffect } from '../../../../shared/bridge/imports'
import { t } from '../../../../shared/text/t'
import { difference, figure, movedOf, movedRegions, placeMove } from './effectWords'
import { useAllFilesForecast } from '../useImports'
import { EffectScope } from './EffectScope'

/** So many districts of an indicator are listed before the rest is asked for. */
const shownRegions = 4

/** What a commit would do to the leader's indicators, of the file or of all that are ready; nothing is written for it. */
export function ForecastSection({ detail: { forecast: ofFile, job } }: { detail: ImportDetail }) {
  const all = useAllFilesForecast()
  const [isOfFile, setOfFile] = useState(false)
  if (job.state === 'done' || job.verdicts === null) return null
  const isOfAll = all !== null && !isOfFile
  const forecast = isOfAll ? all.effect : ofFile
  const moved = movedOf(forecast ?? [])
  const period = forecast?.[0]?.period
  return (
    <section className="import-forecast" aria-label={t('imports.forecast.title')}>
      <h3>{t('imports.forecast.title')}{all === null ? <span className="secondary">{t('imports.forecast.ofFile')}</span> : <EffectScope isOfAll={isOfAll} onScope={(isAll) => setOfFile(!isAll)} />}</h3>
      {isOfAll ? <p className="secondary">{t('imports.forecast.files', { files: all.files })}{all.leftOut === 0 ? '' : `${t('punctuation.clause')}${t('imports.forecast.leftOut', { count: all.leftOut })}`}</p> : null}
      {forecast === null ? (
        <p className="secondary">{t(job.state === 'ready' ? 'imports.forecast.working' : 'imports.forecast.later')}</p>
      ) : moved.length === 0 ? (
        <p className="secondary">{t('imports.forecast.none')}</p>
      ) : (
        <table>
          <thead><tr><th /><th className="number">{t('imports.forecast.now')}</th><th className="number">{t('imports.forecast.after')}</th><th className="number">{t('imports.result.difference')}</th></tr></thead>
          {moved.map((effect) => <IndicatorRows key={effect.indicator} effect={effect} />)}
        </table>
      )}
      {period === undefined || moved.length === 0 ? null : <p className="secondary">{t('imports.result.effectHint', { period })}{t('punctuation.sentence')}{moved.every(keepsPlaces) ? t('imports.forecast.samePlaces') : ''}</p>}
    </section>
  )
}

function IndicatorRows({ effect: { label, unit, before, after, regions } }: { effect: IndicatorEffect }) {
  const [isWhole, setWhole] = useState(false)
  const moved = movedRegions(regions)
  const shown = isWhole ? moved : moved.slice(0, shownRegions)
  return (
    <tbody>
      <tr className="is-indicator"><th colSpan={4} scope="rowgroup">{t('imports.forecast.indicator', { label, unit })}</th></tr>
      <FigureRow name={t('imports.forecast.city')} before={before} after={after} place="" />
      {shown.map((region) => <FigureRow key={region.name} name={region.name} before={region.before} after={region.after} place={placeMove(region)} />)}
      {shown.length === moved.length ? null : (
        <tr><td colSpan={4}><button type="button" className="plain link" onClick={() => setWhole(true)}>{t('imports.forecast.more', { count: moved.length - shown.length })}</button></td></tr>
      )}
    </tbody>
  )
}

function FigureRow({ name, before, after, place }: { name: string; before: number | null; after: number | null; place: string }) {
  const moved = difference(before, after)
  // Where nothing was before there is no difference: the first place stands in its column.
  const isBeside = moved === '' && !place.includes(' → ')
  return (
    <>
      <tr><td className="cut" title={name}>{name}</td><td className="number">{figure(before)}</td><td className="number"><span aria-hidden="true">→</span> <b>{figure(after)}</b></td><td className="number is-difference">{isBeside ? place : moved}</td></tr>
      {place === '' || isBeside ? null : <tr className="is-place"><td /><td colSpan={3} className="number secondary">{place}</td></tr>}
    </>
  )
}

function keepsPlaces({ regions }: IndicatorEffect): boolean {
  return regions.every((region) => placeMove(region) === '')
}

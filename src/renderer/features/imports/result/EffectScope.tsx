import { t } from '../../../../shared/text/t'

/** Of this file by itself, or of all files together. */
export function EffectScope({ isOfAll, onScope }: { isOfAll: boolean; onScope(isOfAll: boolean): void }) {
  return (
    <span className="forecast-scope">
      <button type="button" className="plain" aria-pressed={!isOfAll} onClick={() => onScope(false)}>{t('imports.forecast.ofFile')}</button>
      <button type="button" className="plain" aria-pressed={isOfAll} onClick={() => onScope(true)}>{t('imports.forecast.ofAll')}</button>
    </span>
  )
}

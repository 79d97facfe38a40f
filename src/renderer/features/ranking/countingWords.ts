import type { RankColumn } from '../../../shared/bridge/counting'
import { hasText, t, textOf } from '../../../shared/text/t'

/** Why an indicator has no figures, in the words of the error catalogue. */
export function problemText({ code, details }: NonNullable<RankColumn['problem']>): string {
  if (code === 'no_records' || code === 'not_by_unit_tags') return t(`ranking.problem.${code}`)
  const key = `error.${code}`
  return hasText(key) ? textOf(key, details) : t('error.unexpected')
}

import { listed, t } from '../../../shared/text/t'

/** A population or the market entities, as large as they divide one number; null where none is known. */
export interface Divisor { name: string; unit: string; value: number | null; sources: readonly string[] }

/** What a number was divided by, so that it can be reckoned again: which population of which year, how large, from which file. */
export function divisorText({ name, unit, value, sources }: Divisor): string {
  const source = sources.length === 0 ? t('ranking.divisor.typed') : t('ranking.divisor.source', { files: listed(sources) })
  return value === null ? t('ranking.divisor.none', { name, source }) : t('ranking.divisor.fact', { name, unit, source, value })
}

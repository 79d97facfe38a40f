import { listed, t } from './t'

/**
 * Why a record of a closed period is counted otherwise.
 *
 * @param own    what happened to itself, a sentence each
 * @param units  names of changed units that it goes with
 */
export function restatedWhy(own: readonly string[], units: readonly string[]): string {
  if (own.length === 0) return units.length === 0 ? t('closing.indirect') : t('closing.follows', { units: listed(units) })
  return [...own, ...(units.length === 0 ? [] : [t('closing.alsoFollows', { units: listed(units) })])].join(t('punctuation.part'))
}

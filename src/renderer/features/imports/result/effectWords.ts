import type { IndicatorEffect } from '../../../../shared/bridge/imports'
import { t } from '../../../../shared/text/t'
import { locale } from '../../../../shared/text/language'

/** A figure of an indicator; a dash where there is none. */
export function figure(value: number | null): string {
  return value === null ? '—' : value.toLocaleString(locale())
}

/** “+15”, “−3”; nothing where the figure stays or is not known on both sides. */
export function difference(before: number | null, after: number | null): string {
  if (before === null || after === null || before === after) return ''
  const change = Math.round((after - before) * 100) / 100
  return change > 0 ? `+${change.toLocaleString(locale())}` : change.toLocaleString(locale()).replace('-', '−')
}

/** “第 3 → 第 2” where a district's place moves. */
export function placeMove({ rankBefore, rankAfter }: IndicatorEffect['regions'][number]): string {
  if (rankAfter === null || rankAfter === rankBefore) return ''
  const now = t('imports.result.rank', { rank: rankAfter })
  return rankBefore === null ? now : `${t('imports.result.rank', { rank: rankBefore })} → ${now}`
}

/** Districts whose figure or place moves; a first figure of 0, where nothing was counted before, moves nothing. */
export function movedRegions(regions: IndicatorEffect['regions']): IndicatorEffect['regions'] {
  return regions.filter((region) => (region.before ?? 0) !== (region.after ?? 0) || (region.before !== null && placeMove(region) !== ''))
}

/** Indicators whose figure moves, in the city or in a district. */
export function movedOf(effect: readonly IndicatorEffect[]): readonly IndicatorEffect[] {
  return effect.filter(({ before, after, regions }) => before !== after || movedRegions(regions).length > 0)
}

import { isCount, type IndicatorName } from '../../../shared/domain/catalogue/indicators'

export type FigureTab = 'all' | 'lead' | 'part' | 'before'

/** Standards are looked at by role; every count also a year earlier. */
export function tabsOf(indicator: IndicatorName): readonly FigureTab[] {
  if (indicator === 'standards') return ['all', 'lead', 'part', 'before']
  return isCount(indicator) || indicator.endsWith('10k') ? ['all', 'before'] : ['all']
}

import type { RankColumn } from '../../../shared/bridge/counting'

export type FigureTab = 'all' | 'lead' | 'part' | 'before'

/** Standards are looked at by role; every count also a year earlier. */
export function tabsOf({ indicator, hasRoles, isCounted }: Pick<RankColumn, 'indicator' | 'hasRoles' | 'isCounted'>): readonly FigureTab[] {
  if (hasRoles) return ['all', 'lead', 'part', 'before']
  return isCounted || indicator.endsWith('10k') ? ['all', 'before'] : ['all']
}

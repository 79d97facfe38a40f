import type { RankColumn } from '../../../shared/bridge/counting'

export type FigureTab = 'all' | 'lead' | 'part' | 'before'

/** Standards are looked at by role; every count and density also a year earlier. */
export function tabsOf({ hasRoles, isCounted, isDensity }: Pick<RankColumn, 'hasRoles' | 'isCounted' | 'isDensity'>): readonly FigureTab[] {
  if (hasRoles) return ['all', 'lead', 'part', 'before']
  return isCounted || isDensity ? ['all', 'before'] : ['all']
}

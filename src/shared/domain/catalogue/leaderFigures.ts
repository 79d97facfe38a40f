import type { IndicatorName } from './indicators'

/**
 * The seven figures a leader asks for first (domain.md 0 and 6), in the order of the yearly meeting: data, not code.
 * Honours are told apart by words of their names, because every province names its own.
 */
export interface LeaderFigure {
  id: 'standards' | 'high_value' | 'pct' | 'trademarks' | 'patent_awards' | 'quality_awards' | 'brands'
  indicator: IndicatorName
  /** Which honours count; absent where the indicator is not honours. */
  honours?: { named: RegExp; not?: RegExp }
}

export const leaderFigures: readonly LeaderFigure[] = [
  { id: 'standards', indicator: 'standards' },
  { id: 'high_value', indicator: 'high_value_per_10k' },
  { id: 'pct', indicator: 'pct' },
  { id: 'trademarks', indicator: 'trademarks_valid' },
  { id: 'patent_awards', indicator: 'honours', honours: { named: /专利奖|外观设计奖/ } },
  // 省级以上: mayors' and counties' awards are the city's own.
  { id: 'quality_awards', indicator: 'honours', honours: { named: /质量奖/, not: /市长|区长|县长|州长|盟长/ } },
  { id: 'brands', indicator: 'honours', honours: { named: /高端品牌/ } },
]

/** The names among `known` that a figure counts. */
export function honoursOf({ honours }: LeaderFigure, known: readonly string[]): string[] {
  return honours ? known.filter((name) => honours.named.test(name) && !honours.not?.test(name)) : []
}

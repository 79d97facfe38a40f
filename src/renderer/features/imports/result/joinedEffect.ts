import type { IndicatorEffect } from '../../../../shared/bridge/imports'

/**
 * What several writings did to the indicators of one year: from before the first to after the last.
 *
 * @param effects  of each writing, in the order in which they were written; a district stands only where it moved
 */
export function joinEffects(effects: readonly (readonly IndicatorEffect[])[]): IndicatorEffect[] {
  const joined = new Map<string, IndicatorEffect>()
  for (const effect of effects.flat()) {
    const first = joined.get(effect.indicator)
    joined.set(effect.indicator, first === undefined ? effect : { ...effect, before: first.before, regions: joinRegions(first.regions, effect.regions) })
  }
  return [...joined.values()]
}

type Regions = IndicatorEffect['regions']

function joinRegions(earlier: Regions, later: Regions): Regions {
  const joined = new Map(earlier.map((region) => [region.name, region]))
  for (const region of later) {
    const first = joined.get(region.name)
    joined.set(region.name, first === undefined ? region : { ...region, before: first.before, rankBefore: first.rankBefore })
  }
  return [...joined.values()]
}

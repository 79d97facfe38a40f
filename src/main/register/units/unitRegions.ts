import { createRegionNames, type RegionNames } from '../../../shared/domain/units/regionNames'
import type { RegisterPlaces } from '../city/registerPlaces'
import { nationalDivisions } from '../city/divisions'

const known = new WeakMap<RegisterPlaces, RegionNames>()

/** How regions are found in front of names in the register of a city; its table is built once. */
export function unitRegions(places: RegisterPlaces): RegionNames {
  const found = known.get(places) ?? createRegionNames([...places.data.regions, ...nationalDivisions()], places.data.cityCode, places.data.aliases)
  known.set(places, found)
  return found
}

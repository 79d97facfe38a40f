import type { RegionNames } from '../../../shared/domain/units/regionNames'
import { ownerTypeNumber, ownerTypeOfName } from '../columns/ownerTypes'

const individual = ownerTypeNumber('individual')

/** Whether a name is an organisation's: persons have short names without any word of one and without a place in front. */
export function isOrganisationName(name: string, regions: RegionNames): boolean {
  if (ownerTypeOfName(name) !== individual) return true
  return /[\u4e00-\u9fff]/u.test(name) && (name.length > 4 || (name.length === 4 && regions.leading(name, null) !== null))
}

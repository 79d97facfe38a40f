import type { LeadRule } from '../../../../shared/domain/counting/leadRules'
import { firstDay } from '../../columns/packedDate'
import type { StandardColumns } from '../../columns/standardColumns'
import { unresolved, type UnitDirectory } from '../../columns/unitDirectory'
import { leadTest, localPlace } from '../../ranking/standardScan'

/** A local unit of one standard's drafting list, by its best role there. */
export interface LocalDrafter {
  /** Unit number in the directory. */
  unit: number
  place: number
  leads: boolean
  /** Its place in the list, of several the first that has its role. */
  position: number
}

/**
 * The local units of a standard, each once and in the order of the list: one that stands there under its former and its
 * present name, or with a unit that has been merged into it, is one reporting unit (report-forms.md F1) and is paid once
 * for the standard (domain.md 7).
 */
export function localDrafters(standards: StandardColumns, standard: number, leadRule: LeadRule, directory: UnitDirectory): LocalDrafter[] {
  const day = firstDay(standards.publishedOn[standard] ?? 0)
  const leadsAt = leadTest(standards, standard, leadRule)
  const drafters = new Map<number, LocalDrafter>()
  for (let entry = standards.listStart[standard] ?? 0; entry < (standards.listStart[standard + 1] ?? 0); entry++) {
    const place = localPlace(standards, entry, day, directory)
    if (place === null) continue
    const drafter = { unit: standards.unit[entry] ?? unresolved, place, leads: leadsAt(entry), position: standards.position[entry] ?? 0 }
    const known = drafters.get(drafter.unit)
    if (!known || (drafter.leads && !known.leads)) drafters.set(drafter.unit, drafter)
  }
  return [...drafters.values()]
}

import { type LeadRule, leadingUnits } from './leadRules'

/** One standard with its drafting list; `district` is a unit's district on the day of publication, null outside the city. */
export interface CountedStandard {
  standardNo: string
  units: readonly { name: string; position: number; district: string | null }[]
  length: number | null
  forewordLead?: readonly string[]
}

export interface StandardCount {
  /** Per district: each standard once however many of its units take part. Adds up to more than the city. */
  full: Map<string, number>
  /** Per district: led standards, a subset of `full`. */
  lead: Map<string, number>
  /** Distinct standards with at least one local unit. */
  cityTotal: number
  cityLead: number
}

/** Full count per district, distinct count for the city (domain.md 1.5, rules 1, 2 and 4). */
export function countStandards(standards: Iterable<CountedStandard>, rule: LeadRule): StandardCount {
  const count: StandardCount = { full: new Map(), lead: new Map(), cityTotal: 0, cityLead: 0 }
  for (const standard of standards) {
    const all = districtsOf(standard.units)
    if (all.size === 0) continue
    const leading = new Set(leadingUnits(standard, rule).map((unit) => unit.position))
    const led = districtsOf(standard.units.filter((unit) => leading.has(unit.position)))
    countOnce(count.full, all)
    countOnce(count.lead, led)
    count.cityTotal++
    if (led.size > 0) count.cityLead++
  }
  return count
}

function districtsOf(units: CountedStandard['units']): Set<string> {
  return new Set(units.flatMap((unit) => (unit.district === null ? [] : [unit.district])))
}

function countOnce(counts: Map<string, number>, districts: Set<string>): void {
  for (const district of districts) counts.set(district, (counts.get(district) ?? 0) + 1)
}

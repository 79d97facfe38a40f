import { normaliseName } from '../text'

/** Who leads a standard depends on the report's rule, never on the record (domain.md 1.5). */
export const leadRules = ['first', 'first_two', 'named_in_foreword'] as const
export type LeadRule = (typeof leadRules)[number]

export interface DraftingPosition {
  name: string
  /** 1 for the first drafting unit. */
  position: number
}

export interface DraftingList {
  /** The known places in order; a partial list (F1: "3 of 9") holds only some. */
  units: readonly DraftingPosition[]
  /** How many units drafted the standard; null when unknown. */
  length: number | null
  /** Units the foreword names as 负责起草单位; empty when it names none. */
  forewordLead?: readonly string[]
}

/** The units that lead. `named_in_foreword`: the only drafter; else the named ones; else the first two (domain.md 8a). */
export function leadingUnits(list: DraftingList, rule: LeadRule): DraftingPosition[] {
  const places = placesOf(rule)
  if (rule !== 'named_in_foreword') return list.units.filter((unit) => unit.position <= places)
  if (list.length === 1) return [...list.units]
  const named = new Set((list.forewordLead ?? []).map(normaliseName))
  if (named.size > 0) return list.units.filter((unit) => named.has(normaliseName(unit.name)))
  return list.units.filter((unit) => unit.position <= places)
}

function placesOf(rule: LeadRule): number {
  return rule === 'first' ? 1 : 2
}

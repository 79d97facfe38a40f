import type { RecordKind } from '../catalogue/fields'
import { classRank, type StatementClass } from './statement'

/**
 * Whose word stands where sources disagree (domain.md 8a), chosen for each kind of record. official: a register's own
 * list before one that was handed down, a database export and a report. reported: what units and districts report
 * before all lists. latest: whatever came in last. Of equals the latest stands; a person's word beats every file.
 */
export const policyChoices = ['official', 'reported', 'latest'] as const
export type PolicyChoice = (typeof policyChoices)[number]

/** Kinds that files of several classes speak about. */
export const policyKinds = ['standard', 'patent', 'trademark', 'pct', 'unit'] as const satisfies readonly RecordKind[]
export type PolicyKind = (typeof policyKinds)[number]

/** A kind that is missing has `official`. */
export type SourcePolicy = Partial<Record<PolicyKind, PolicyChoice>>

/** Where a register keeps it, in its settings. */
export const sourcePolicyKey = 'source_policy'

const ranks: Record<PolicyChoice, Record<StatementClass, number>> = {
  official: classRank,
  reported: { reported: 4, register: 3, official: 2, vendor: 1 },
  latest: { register: 1, official: 1, vendor: 1, reported: 1 },
}

/** How far a source of a class is believed about a kind; larger is further. */
export function rankUnder(policy: SourcePolicy, kind: RecordKind, sourceClass: StatementClass): number {
  return ranks[choiceOf(policy, kind)][sourceClass]
}

/** The choice for a kind; kinds that have none of their own go by the official source. */
export function choiceOf(policy: SourcePolicy, kind: RecordKind): PolicyChoice {
  const known = policyKinds.find((each) => each === kind)
  return (known === undefined ? undefined : policy[known]) ?? 'official'
}

/** Every kind with its choice. */
export function wholePolicy(policy: SourcePolicy): Record<PolicyKind, PolicyChoice> {
  return { standard: choiceOf(policy, 'standard'), patent: choiceOf(policy, 'patent'), trademark: choiceOf(policy, 'trademark'), pct: choiceOf(policy, 'pct'), unit: choiceOf(policy, 'unit') }
}

/** Reads what the register keeps; anything else is the policy it begins with. */
export function parsePolicy(text: string | null): SourcePolicy {
  if (text === null || text === '') return {}
  try {
    const stored: unknown = JSON.parse(text)
    if (typeof stored !== 'object' || stored === null) return {}
    const chosen = new Map<string, unknown>(Object.entries(stored))
    return Object.fromEntries(policyKinds.flatMap((kind) => {
      const choice = policyChoices.find((each) => each === chosen.get(kind))
      return choice === undefined || choice === 'official' ? [] : [[kind, choice]]
    }))
  } catch {
    return {}
  }
}

/** As it is kept; empty for the policy that a register begins with. */
export function storedPolicy(policy: SourcePolicy): string {
  const chosen = policyKinds.flatMap((kind) => (choiceOf(policy, kind) === 'official' ? [] : [[kind, choiceOf(policy, kind)]]))
  return chosen.length === 0 ? '' : JSON.stringify(Object.fromEntries(chosen))
}

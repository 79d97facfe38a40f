import type { UnitChange } from '../../../shared/bridge/units'
import type { Values } from '../../../shared/domain/catalogue/fields'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import { normaliseName } from '../../../shared/domain/text'
import { pairKey } from '../columns/nameLinks'
import { personsChange, type RecordServices } from '../records/recordServices'
import type { RecordInsert } from '../../store/changeSet'
import { findMembers } from './findMember'
import type { UnitSubjects } from './unitSubjects'

/** Natural key of what a person said about names. */
export function linkKey(verdict: 'same' | 'different', names: readonly string[]): string {
  return [verdict, ...names.map(normaliseName).toSorted()].join('|')
}

/**
 * Remembers that several units or names are not one (不是同一单位): none of their pairs is proposed again, whatever is
 * imported later. One change, to be undone by its number.
 *
 * @returns unknown_record; usage_bad_value for fewer than two different units
 */
export async function tellApart(services: RecordServices, subjects: UnitSubjects, refs: readonly string[]): Promise<Result<UnitChange>> {
  const members = findMembers(subjects, refs)
  if (!members.ok) return members
  const names = members.value.map(({ name }) => name)
  const [first, ...others] = names
  if (first === undefined || others.length === 0) return fail('unknown_record', undefined, { value: refs.at(-1) ?? '' })
  const inserts = names.flatMap((one, at) => names.slice(at + 1).flatMap((other) => apartInsert(subjects, one, other) ?? []))
  const change: UnitChange = { what: 'told_apart', unit: first, names: others, sequence: null }
  if (inserts.length === 0) return succeed(change)
  const applied = await services.apply(personsChange(services, `apart ${first}`, { inserts, handEdits: handsOf(inserts) }))
  return applied.ok ? succeed({ ...change, sequence: applied.value.sequence }) : applied
}

/** @returns null when the pair was told apart before */
export function apartInsert({ links }: Pick<UnitSubjects, 'links'>, one: string, other: string): RecordInsert | null {
  if (links.apart.has(pairKey(normaliseName(one), normaliseName(other)))) return null
  const values: Values = { key: linkKey('different', [one, other]), verdict: 'different', names: [one, other] }
  return { kind: 'name_link', values, evidence: [] }
}

/** A record that no file supports stands on a person's word. */
export function handsOf(inserts: readonly RecordInsert[]): { kind: 'name_link'; id: number; values: Values }[] {
  return inserts.map(({ values }, index) => ({ kind: 'name_link', id: -(index + 1), values }))
}

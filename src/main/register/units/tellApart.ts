import type { UnitChange } from '../../../shared/bridge/units'
import type { Values } from '../../../shared/domain/catalogue/fields'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import { normaliseName } from '../../../shared/domain/text'
import { pairKey } from '../columns/nameLinks'
import { personsChange, type RecordServices } from '../records/recordServices'
import { findMembers } from './findMember'
import type { NamedSubjects } from './namedSubjects'
import { addInsert, noParts } from './unitParts'

/** Natural key of what a person said about names. */
export function linkKey(verdict: 'same' | 'different', names: readonly string[]): string {
  return [verdict, ...names.map(normaliseName).toSorted()].join('|')
}

/**
 * Remembers that several units or names are not one (不是同一单位): none of their pairs is proposed again, whatever is
 * imported later. One change, which can be undone.
 *
 * @returns unknown_record, also where all mean one unit
 */
export async function tellApart(services: RecordServices, subjects: NamedSubjects, refs: readonly string[]): Promise<Result<UnitChange>> {
  const members = findMembers(subjects, refs)
  if (!members.ok) return members
  const names = members.value.map(({ name }) => name)
  const [first, ...others] = names
  if (first === undefined || others.length === 0) return fail('unknown_record', undefined, { value: refs.at(-1) ?? '' })
  const parts = noParts()
  names.forEach((one, at) => {
    for (const other of names.slice(at + 1)) {
      const values = apartValues(subjects, one, other)
      if (values) addInsert(parts, values)
    }
  })
  const change: UnitChange = { what: 'told_apart', unit: first, names: others, sequence: null }
  if (parts.inserts.length === 0) return succeed(change)
  const applied = await services.apply(personsChange(services, `apart ${first}`, parts))
  return applied.ok ? succeed({ ...change, sequence: applied.value.sequence }) : applied
}

/** @returns null when the pair was told apart before */
export function apartValues({ links }: Pick<NamedSubjects, 'links'>, one: string, other: string): Values | null {
  if (links.apart.has(pairKey(normaliseName(one), normaliseName(other)))) return null
  return { key: linkKey('different', [one, other]), verdict: 'different', names: [one, other] }
}

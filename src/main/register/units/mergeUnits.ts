import type { MergeChoice, UnitChange, UnitWords } from '../../../shared/bridge/units'
import type { FieldValue, Values } from '../../../shared/domain/catalogue/fields'
import { formField } from '../../../shared/domain/catalogue/recordForms'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import { joinTags, tagsField, tagsOf } from '../../../shared/domain/tags'
import { normaliseName } from '../../../shared/domain/text'
import { fixedField } from '../records/edit/editRecord'
import { readUnitTree } from '../records/edit/parentUnit'
import { planDeletion } from '../records/edit/deleteRecord'
import { putHand, readState, withFields, type RecordState } from '../records/recordState'
import { personsChange, type RecordServices } from '../records/recordServices'
import { findMember, findMembers } from './findMember'
import type { NamedSubjects } from './namedSubjects'
import { linkKey } from './tellApart'
import { addInsert, noParts, textsOf, type UnitParts } from './unitParts'
import type { NamedSubject } from './unitSubjects'

/**
 * Makes several units and names one, as one change that can be undone. Nothing is lost: a unit that
 * goes into another one stays with its files and says where it went, a name becomes one more name of the unit. Names
 * resolve late, so rankings and lists follow at once, and a file that comes again finds the unit that stays.
 *
 * @returns unknown_record for a name or code that the register does not know, field_fixed for a field that cannot be
 *          chosen, own_parent where the chosen parent leads back to the unit, register_changed when somebody changed one of the units meanwhile
 */
export function mergeUnits(services: RecordServices, subjects: NamedSubjects, choice: MergeChoice): Promise<Result<UnitChange>> {
  return mergeGroups(services, subjects, [choice])
}

/**
 * Merges several groups as one change, which is undone as one.
 *
 * @returns what {@link mergeUnits} refuses, and register_changed for a unit that stands in two groups; then nothing is
 *          merged
 */
export async function mergeGroups(services: RecordServices, subjects: NamedSubjects, choices: readonly MergeChoice[]): Promise<Result<UnitChange>> {
  const parts = noParts()
  const taken = new Set<NamedSubject>()
  const merged: Group[] = []
  for (const choice of choices) {
    const group = groupOf(subjects, choice)
    if (!group.ok) return group
    const { unit, members } = group.value
    const twice = [unit, ...members].find((member) => taken.has(member))
    if (twice) return fail('register_changed', undefined, { kind: 'unit', id: twice.id })
    for (const member of [unit, ...members]) taken.add(member)
    if (members.length === 0) continue
    merged.push(group.value)
    const planned = unit.id === null ? joinNames(parts, unit, members) : await joinToUnit(services, subjects, parts, group.value)
    if (!planned.ok) return planned
  }
  const [first] = merged
  const words: UnitWords = {
    what: 'merged', unit: first?.unit.name ?? choices[0]?.keep ?? '', names: merged.flatMap(({ members }) => members.map(({ name }) => name)),
    ...(merged.length > 1 ? { groups: merged.length } : {}),
  }
  if (!first) return succeed({ ...words, sequence: null })
  await withdrawLinks(services, merged, parts)
  const applied = await services.apply(personsChange(services, `merge ${first.unit.code ?? first.unit.name}`, parts))
  return applied.ok ? succeed({ ...words, sequence: applied.value.sequence }) : applied
}

interface Group { unit: NamedSubject; members: NamedSubject[]; from: MergeChoice['from'] }

function groupOf(subjects: NamedSubjects, choice: MergeChoice): Result<Group> {
  const kept = findMember(subjects, choice.keep)
  if (!kept.ok) return kept
  const others = findMembers(subjects, choice.others)
  if (!others.ok) return others
  const joined = others.value.filter((other) => other !== kept.value)
  // A unit of the directory stays even where one of its other names was chosen: only it has a district.
  const unit = kept.value.id === null ? (joined.find(({ id }) => id !== null) ?? kept.value) : kept.value
  const members = [kept.value, ...joined].filter((member) => member !== unit)
  // By what was asked: the other names of what was meant are not looked up.
  return succeed({ unit, members, from: unit === kept.value ? choice.from : { name: choice.keep, ...choice.from } })
}

/** Names without a unit: all stand for the one that stays. */
function joinNames(parts: UnitParts, kept: NamedSubject, members: readonly NamedSubject[]): Result<null> {
  const names = [...new Set([kept.name, ...kept.names, ...members.flatMap((member) => member.names)])]
  addInsert(parts, { key: linkKey('same', names), verdict: 'same', names })
  return succeed(null)
}

async function joinToUnit(services: RecordServices, subjects: NamedSubjects, parts: UnitParts, { unit, members, from }: Group): Promise<Result<null>> {
  const set = await chosenFields(services, subjects, unit, from)
  if (!set.ok) return set
  const { parent } = set.value
  if (typeof parent === 'string' && (members.some(({ code }) => code === parent) || (await readUnitTree(services.store)).leadsBack(unit.code ?? '', parent))) return fail('own_parent', { field: 'parent' }, { value: parent, field: '上级单位' })
  const state = await readState(services.store, 'unit', unit.id ?? 0)
  if (!state) return fail('register_changed', undefined, { kind: 'unit', id: unit.id })
  addNames(set.value, state.record.values, members)
  const others: RecordState[] = []
  for (const { id } of members) {
    const member = id === null ? null : await readState(services.store, 'unit', id)
    if (member) others.push(member)
  }
  addTags(set.value, state.record.values, others)
  putHand(parts, state, withFields(state, set.value, []))
  for (const member of others) putHand(parts, member, withFields(member, { mergedInto: unit.code }, []))
  return succeed(null)
}

/** What clerks have put on any of the units stands on the one that stays. */
function addTags(set: Values, values: Values, others: readonly RecordState[]): void {
  const own = tagsOf(values[tagsField])
  delete set[tagsField]
  const tags = others.reduce((joined, { record }) => joinTags(joined, tagsOf(record.values[tagsField])), own)
  if (tags.length > own.length) set[tagsField] = tags
}

async function chosenFields(services: RecordServices, subjects: NamedSubjects, unit: NamedSubject, from: MergeChoice['from']): Promise<Result<Values>> {
  const set: Values = {}
  for (const [field, ref] of Object.entries(from)) {
    const form = formField('unit', field)
    if (!form || form.isFixed) return fixedField('unit', field)
    const source = findMember(subjects, ref)
    if (!source.ok) return source
    if (source.value !== unit) set[field] = await fieldOf(services, source.value, field, ref)
  }
  return succeed(set)
}

/** A name has itself to give, and nothing else. */
async function fieldOf({ store }: RecordServices, { id, name, names }: NamedSubject, field: string, ref: string): Promise<FieldValue> {
  if (id === null) return field === 'name' ? (names.find((written) => normaliseName(written) === normaliseName(ref)) ?? name) : null
  const [record] = await store.records.byIds('unit', [id])
  return record?.values[field] ?? null
}

/** Names of those that go become other names of the one that stays; its own name does too when another one is chosen. */
function addNames(set: Values, values: Values, members: readonly NamedSubject[]): void {
  const name = String(set['name'] ?? values['name'] ?? '')
  const former = textsOf(set['formerNames'] ?? values['formerNames'])
  const taken = new Set([name, ...former].map(normaliseName))
  const wanted = [...(set['name'] === undefined ? [] : [String(values['name'] ?? '')]), ...members.flatMap((member) => (member.id === null ? member.names : []))]
  // Other names that were chosen come to its own: none of them means nobody afterwards.
  const own = textsOf(values['aliases'])
  const aliases = new Map(own.map((text) => [normaliseName(text), text]))
  for (const text of [...textsOf(set['aliases']), ...wanted]) {
    const key = normaliseName(text)
    if (text !== '' && !taken.has(key) && !aliases.has(key)) aliases.set(key, text)
  }
  if ([...aliases.values()].some((text) => !own.includes(text))) set['aliases'] = [...aliases.values()]
  else delete set['aliases']
}

/** What a person said before of the names of one group goes: the merger says more. */
async function withdrawLinks(services: RecordServices, groups: readonly Group[], parts: UnitParts): Promise<void> {
  const groupOfName = new Map<string, number>()
  groups.forEach(({ unit, members }, group) => { for (const { names } of [unit, ...members]) for (const name of names) groupOfName.set(normaliseName(name), group) })
  for (const { id, values } of await services.store.records.all('name_link')) {
    const of = new Set(textsOf(values['names']).map((name) => groupOfName.get(normaliseName(name))))
    if (of.size !== 1 || of.has(undefined)) continue
    const deletion = await planDeletion(services, 'name_link', id)
    if (deletion) parts.deletes.push(deletion.delete)
  }
}

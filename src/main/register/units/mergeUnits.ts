import type { MergeChoice, UnitChange } from '../../../shared/bridge/units'
import type { FieldValue, Values } from '../../../shared/domain/catalogue/fields'
import { formField } from '../../../shared/domain/catalogue/recordForms'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import { normaliseName } from '../../../shared/domain/text'
import { planDeletion } from '../records/deleteRecord'
import { changeHand, readState, withFields } from '../records/recordState'
import { personsChange, type RecordServices } from '../records/recordServices'
import type { ChangeSet } from '../../store/changeSet'
import { findMember, findMembers } from './findMember'
import { linkKey } from './tellApart'
import type { UnitSubject, UnitSubjects } from './unitSubjects'

/**
 * Makes several units and names one (features.md Q3), as one change that can be undone by its number. Nothing is lost:
 * a unit that goes into another one stays with its files and says where it went, a name becomes one more name of the
 * unit. Names resolve late, so rankings and lists follow at once, and a file that comes again finds the unit that stays.
 *
 * @returns unknown_record for a name or code that the register does not know, field_fixed for a field that cannot be
 *          chosen, register_changed when somebody changed one of the units meanwhile
 */
export async function mergeUnits(services: RecordServices, subjects: UnitSubjects, choice: MergeChoice): Promise<Result<UnitChange>> {
  const kept = findMember(subjects, choice.keep)
  if (!kept.ok) return kept
  const others = findMembers(subjects, choice.others)
  if (!others.ok) return others
  const joined = others.value.filter((other) => other !== kept.value)
  // A unit of the directory stays even where one of its other names was chosen: only it has a district.
  const unit = kept.value.id === null ? (joined.find(({ id }) => id !== null) ?? kept.value) : kept.value
  const members = [kept.value, ...joined].filter((member) => member !== unit)
  const change: UnitChange = { what: 'merged', unit: unit.name, names: members.map(({ name }) => name), sequence: null }
  if (members.length === 0) return succeed(change)
  const from = unit === kept.value ? choice.from : { name: kept.value.name, ...choice.from }
  const parts = unit.id === null ? joinNames(unit, members) : await joinToUnit(services, subjects, unit, members, from)
  if (!parts.ok) return parts
  const withdrawn = await withdrawLinks(services, [unit, ...members], parts.value)
  const applied = await services.apply(personsChange(services, `merge ${unit.code ?? unit.name}`, withdrawn))
  return applied.ok ? succeed({ ...change, sequence: applied.value.sequence }) : applied
}

type Parts = Pick<ChangeSet, 'inserts' | 'updates' | 'deletes' | 'evidence'> & Required<Pick<ChangeSet, 'handEdits'>>

/** Names without a unit: all stand for the one that stays. */
function joinNames(kept: UnitSubject, members: readonly UnitSubject[]): Result<Parts> {
  const names = [...new Set([kept.name, ...kept.names, ...members.flatMap((member) => member.names)])]
  const values: Values = { key: linkKey('same', names), verdict: 'same', names }
  return succeed({ inserts: [{ kind: 'name_link', values, evidence: [] }], updates: [], deletes: [], evidence: [], handEdits: [{ kind: 'name_link', id: -1, values }] })
}

async function joinToUnit(services: RecordServices, subjects: UnitSubjects, unit: UnitSubject, members: readonly UnitSubject[], from: MergeChoice['from']): Promise<Result<Parts>> {
  const parts: Parts = { inserts: [], updates: [], deletes: [], evidence: [], handEdits: [] }
  const set = await chosenFields(services, subjects, unit, from)
  if (!set.ok) return set
  const state = await readState(services.store, 'unit', unit.id ?? 0)
  if (!state) return fail('register_changed', undefined, { kind: 'unit', id: unit.id })
  addNames(set.value, state.record.values, members)
  await putHand(services, parts, unit.id ?? 0, set.value)
  for (const { id } of members) if (id !== null) await putHand(services, parts, id, { mergedInto: unit.code })
  return succeed(parts)
}

/** A person's word on a unit, beside what the person said before. */
export async function putHand(services: RecordServices, parts: Pick<Parts, 'updates' | 'evidence' | 'handEdits'>, id: number, set: Values): Promise<void> {
  const state = await readState(services.store, 'unit', id)
  if (!state) return
  const hand = withFields(state, set, [])
  const { update, evidence } = changeHand(state, hand)
  parts.updates.push(update)
  parts.evidence.push(...evidence)
  parts.handEdits.push({ kind: 'unit', id, values: hand })
}

async function chosenFields(services: RecordServices, subjects: UnitSubjects, unit: UnitSubject, from: MergeChoice['from']): Promise<Result<Values>> {
  const set: Values = {}
  for (const [field, ref] of Object.entries(from)) {
    const form = formField('unit', field)
    if (!form || form.isFixed) return fail('field_fixed', { field }, { field: form?.label ?? field })
    const source = findMember(subjects, ref)
    if (!source.ok) return source
    if (source.value !== unit) set[field] = await fieldOf(services, source.value, field, ref)
  }
  return succeed(set)
}

/** A name has itself to give, and nothing else. */
async function fieldOf({ store }: RecordServices, { id, name, names }: UnitSubject, field: string, ref: string): Promise<FieldValue> {
  if (id === null) return field === 'name' ? (names.find((written) => normaliseName(written) === normaliseName(ref)) ?? name) : null
  const [record] = await store.records.byIds('unit', [id])
  return record?.values[field] ?? null
}

/** Names of those that go become other names of the one that stays; its own name does too when another one is chosen. */
function addNames(set: Values, values: Values, members: readonly UnitSubject[]): void {
  const name = String(set['name'] ?? values['name'] ?? '')
  const former = textsOf(set['formerNames'] ?? values['formerNames'])
  const taken = new Set([name, ...former].map(normaliseName))
  const wanted = [...(set['name'] === undefined ? [] : [String(values['name'] ?? '')]), ...members.flatMap((member) => (member.id === null ? member.names : []))]
  const aliases = new Map<string, string>()
  for (const text of [...textsOf(values['aliases']), ...wanted]) {
    const key = normaliseName(text)
    if (text !== '' && !taken.has(key) && !aliases.has(key)) aliases.set(key, text)
  }
  if (aliases.size > textsOf(values['aliases']).length) set['aliases'] = [...aliases.values()]
}

export function textsOf(value: FieldValue | undefined): string[] {
  return Array.isArray(value) ? value.map(String) : []
}

/** What a person said before of the same names goes: the merger says more. */
async function withdrawLinks(services: RecordServices, members: readonly UnitSubject[], parts: Parts): Promise<Parts> {
  const names = new Set(members.flatMap((member) => member.names.map(normaliseName)))
  for (const { id, values } of await services.store.records.all('name_link')) {
    if (!textsOf(values['names']).every((name) => names.has(normaliseName(name)))) continue
    const deletion = await planDeletion(services, 'name_link', id)
    if (deletion) parts.deletes.push(deletion.delete)
  }
  return parts
}

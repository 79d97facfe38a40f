import type { UnitChange } from '../../../shared/bridge/units'
import type { Values } from '../../../shared/domain/catalogue/fields'
import type { Hand } from '../../../shared/domain/merging/hand'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import { normaliseName } from '../../../shared/domain/text'
import { planDeletion } from '../records/edit/deleteRecord'
import { changedByHand } from '../records/edit/reverseHand'
import { foldState, putHand, readState, withFields, type RecordState } from '../records/recordState'
import type { StoredRecord } from '../../store/registerStore'
import { personsChange, type RecordServices } from '../records/recordServices'
import type { NamedSubjects } from './namedSubjects'
import { apartValues, linkKey } from './tellApart'
import { withoutAliases, withoutTaken, withoutTakenName } from './takenFields'
import { addInsert, noParts, textsOf, type UnitParts } from './unitParts'

/**
 * Takes a name or a unit out of the unit it was merged into, however long ago and whatever was merged since, and
 * remembers that the two are not one. What the merger took from it goes from the unit that stayed, unless it was changed since. One
 * change, which can be undone.
 *
 * @param ref  the name as written, or the code of the merged unit
 * @returns    unknown_record; nothing_to_undo when it was not merged by a person
 */
export async function splitUnit(services: RecordServices, subjects: NamedSubjects, ref: string): Promise<Result<UnitChange>> {
  const parts = noParts()
  const split = (await splitMergedUnit(services, ref, parts)) ?? (await splitAlias(services, ref, parts)) ?? (await splitTakenName(services, ref, parts)) ?? (await splitLink(services, ref, parts))
  if (split === null) return subjects.find(ref) < 0 ? fail('unknown_record', undefined, { value: ref }) : fail('nothing_to_undo')
  const apart = normaliseName(split.unit) === normaliseName(split.name) ? null : apartValues(subjects, split.unit, split.name)
  if (apart) addInsert(parts, apart)
  const applied = await services.apply(personsChange(services, `split ${split.unit}`, parts))
  return applied.ok ? succeed({ what: 'split', unit: split.unit, names: [split.name], sequence: applied.value.sequence }) : applied
}

interface Split { unit: string; name: string }

/** A unit of the directory stands on its own again. */
async function splitMergedUnit(services: RecordServices, ref: string, parts: UnitParts): Promise<Split | null> {
  const units = await services.store.records.all('unit')
  const wanted = normaliseName(ref)
  const merged = units.find(({ values }) => typeof values['mergedInto'] === 'string' && (values['uscc'] === ref.trim().toUpperCase() || normaliseName(String(values['name'] ?? '')) === wanted))
  const state = merged ? await readState(services.store, 'unit', merged.id) : null
  if (!merged || !state) return null
  putHand(parts, state, withFields(state, {}, ['mergedInto']))
  const name = String(merged.values['name'] ?? ref)
  const into = units.find(({ values }) => values['uscc'] === merged.values['mergedInto'])
  const kept = into ? await readState(services.store, 'unit', into.id) : null
  if (!kept) return { unit: String(merged.values['mergedInto']), name }
  const taken = await withoutTaken(services, kept, units, merged.id)
  const hand = withFields({ ...kept, hand: await withoutSplitName(services, kept, taken, units) }, {}, [])
  if (!isSameHand(kept.hand, hand)) putHand(parts, kept, hand)
  return { unit: String(foldState(kept, hand)['name'] ?? kept.record.values['uscc']), name }
}

/** A name that it had got before from one that was split off since is none to go back to. */
async function withoutSplitName(services: RecordServices, kept: RecordState, hand: Hand | null, units: readonly StoredRecord[]): Promise<Hand | null> {
  const name = normaliseName(String(hand?.values['name'] ?? ''))
  if (name === '' || name === normaliseName(String(kept.record.values['name'] ?? ''))) return hand
  const isApart = (await services.store.records.all('name_link')).some(({ values }) => values['verdict'] === 'different' && textsOf(values['names']).map(normaliseName).includes(name))
  const before = isApart ? await withoutTakenName(services, { ...kept, hand }, units) : undefined
  return before === undefined ? hand : before.hand
}

function isSameHand(one: Hand | null, other: Hand | null): boolean {
  return one === other || (one !== null && other !== null && changedByHand(one, other).length === 0)
}

/** A name is no other name of its unit any more. */
async function splitAlias(services: RecordServices, ref: string, parts: UnitParts): Promise<Split | null> {
  const wanted = normaliseName(ref)
  const bears = (value: Values[string]): boolean => textsOf(value).some((name) => normaliseName(name) === wanted)
  const units = await services.store.records.all('unit')
  const unit = units.find(({ values }) => bears(values['aliases']))
  const state = unit ? await readState(services.store, 'unit', unit.id) : null
  if (!unit || !state) return null
  putHand(parts, state, withFields({ ...state, hand: await withoutAliases(services, state, (alias) => normaliseName(alias) === wanted) }, {}, []))
  return { unit: String(unit.values['name'] ?? unit.values['uscc']), name: ref }
}

/** A name that a unit took in a merger is its own again, and the unit's that before it. */
async function splitTakenName(services: RecordServices, ref: string, parts: UnitParts): Promise<Split | null> {
  const wanted = normaliseName(ref)
  const units = await services.store.records.all('unit')
  for (const { id, values } of units) {
    if (typeof values['mergedInto'] === 'string' || normaliseName(String(values['name'] ?? '')) !== wanted) continue
    const state = await readState(services.store, 'unit', id)
    const before = state && (await withoutTakenName(services, state, units))
    if (!state || !before) continue
    putHand(parts, state, withFields({ ...state, hand: before.hand }, {}, []))
    return { unit: before.name, name: ref }
  }
  return null
}

/** A name without a unit stands for itself again; the others go on standing for one. */
async function splitLink(services: RecordServices, ref: string, parts: UnitParts): Promise<Split | null> {
  const wanted = normaliseName(ref)
  for (const { id, values } of await services.store.records.all('name_link')) {
    const names = textsOf(values['names'])
    if (values['verdict'] !== 'same' || !names.some((name) => normaliseName(name) === wanted)) continue
    const deletion = await planDeletion(services, 'name_link', id)
    if (!deletion) continue
    parts.deletes.push(deletion.delete)
    const left = names.filter((name) => normaliseName(name) !== wanted)
    if (left.length > 1) addInsert(parts, { key: linkKey('same', left), verdict: 'same', names: left })
    return { unit: left[0] ?? ref, name: ref }
  }
  return null
}

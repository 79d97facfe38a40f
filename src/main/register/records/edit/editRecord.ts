import { keyOf, kindDefinitions, type FieldValue, type RecordKind, type Values } from '../../../../shared/domain/catalogue/fields'
import { formField } from '../../../../shared/domain/catalogue/recordForms'
import type { Hand } from '../../../../shared/domain/merging/hand'
import { fail, succeed, type Failure, type Result } from '../../../../shared/domain/result'
import { readTyped } from '../fieldReaders'
import { settleParent } from './parentUnit'
import { handEditOf } from '../keptHand'
import { changeHand, readState, sameField, withFields, type RecordState } from '../recordState'
import { applyChange, personsChange, unknownRecord, type RecordChange, type RecordServices } from '../recordServices'
import { typedText } from './typedText'

export interface FieldEdit {
  kind: RecordKind
  id: number
  field: string
  /** As typed; empty text empties the field. */
  text: string
  /** What the editor showed before, as `typedText` writes it: another value by now refuses the edit. */
  before: string
}

/**
 * Stores a field as a person's word; it beats every file until it is withdrawn.
 *
 * @returns unknown_record, field_fixed, register_changed when the field is no longer what the editor showed, or why
 *          the text is no value of the field (see {@link readTyped}); then nothing is stored
 */
export async function editRecord(services: RecordServices, { kind, id, field: name, text, before }: FieldEdit): Promise<Result<RecordChange>> {
  const field = formField(kind, name)
  if (!field || field.isFixed) return fixedField(kind, name)
  const value = readTyped(kind, name, text, services.reading)
  if (!value.ok) return value
  const state = await readState(services.store, kind, id)
  if (!state) return unknownRecord(id)
  const change = { kind, id, key: keyOf(state.record), what: 'edited', field: field.label } as const
  const typed = { [name]: value.value }
  const orphan = await settleParent(services.store, kind, state.record.values, typed)
  if (orphan) return orphan
  if (sameField(typed[name], state.record.values[name])) return succeed({ ...change, sequence: null })
  if (typedText(kind, name, state.record.values, services.reading.words) !== before) return fail('register_changed', { field: name }, { kind, id })
  if (field.isRequired && value.value === null) return fail('field_required', { field: name }, { field: field.label })
  const set = withCompanions(kind, name, typed[name] ?? null, state.record.values)
  const problem = contradiction(kind, { ...state.record.values, ...set })
  if (problem) return fail('bad_term', { field: name }, { value: problem, field: field.label })
  return storeHand(services, state, withFields(state, set, []), change)
}

/**
 * Takes a person's word on a field back: what the files say holds again (恢复来源值).
 *
 * @returns unknown_record, nothing_to_withdraw when the field is not set by hand or no file supports the record
 */
export async function withdrawEdit(services: RecordServices, kind: RecordKind, id: number, name: string): Promise<Result<RecordChange>> {
  const state = await readState(services.store, kind, id)
  if (!state) return unknownRecord(id)
  if (state.support.length === 0 || state.hand === null || !(name in state.hand.values)) return fail('nothing_to_withdraw', { field: name })
  const withdrawn = [name, ...companionsOf(kind, name)]
  const label = formField(kind, name)?.label ?? name
  return storeHand(services, state, withFields(state, {}, withdrawn), { kind, id, key: keyOf(state.record), what: 'withdrawn', field: label })
}

/** Writes a record's new word of a person with everything that follows from it. */
export function storeHand(services: RecordServices, state: RecordState, hand: Hand | null, change: Omit<RecordChange, 'sequence'>): Promise<Result<RecordChange>> {
  const { update, evidence } = changeHand(state, hand)
  const { kind, id } = state.record
  return applyChange(services, personsChange(services, change.field ?? '', { updates: [update], evidence, handEdits: [handEditOf(kind, id, hand)] }), change)
}

/** Fields that say the same thing in other words and move with it. */
function companionsOf(kind: RecordKind, name: string): readonly string[] {
  return kind === 'standard' && name === 'drafting' ? ['listLength', 'listComplete', 'listConflict'] : []
}

/** The value with its companions: a list typed in whole is complete, one with gaps keeps the length that is known. */
export function withCompanions(kind: RecordKind, name: string, value: FieldValue, current: Values): Values {
  if (companionsOf(kind, name).length === 0) return { [name]: value }
  if (!Array.isArray(value)) return { [name]: null, listLength: null, listComplete: null, listConflict: null }
  const places = value as readonly (readonly [number, string])[] // the type of the field's values
  const last = places.at(-1)?.[0] ?? 0
  const isWhole = last === places.length
  const knownLength = typeof current.listLength === 'number' ? current.listLength : 0
  return { [name]: value, listLength: isWhole ? places.length : Math.max(last, knownLength), listComplete: isWhole ? 1 : null, listConflict: null }
}

/** Why a field is not typed in: it says which record it is, or follows from a merger. */
export function fixedField(kind: RecordKind, name: string): Failure {
  return fail(kind === 'unit' && name === 'mergedInto' ? 'field_by_merge' : 'field_fixed', { field: name }, { field: formField(kind, name)?.label ?? name })
}

/** An end before its beginning; null when there is none. */
export function contradiction(kind: RecordKind, values: Values): string | null {
  if (kind !== 'trademark') return null
  const { termStartOn, termEndOn } = values
  return typeof termStartOn === 'string' && typeof termEndOn === 'string' && termEndOn < termStartOn ? `${termStartOn} ~ ${termEndOn}` : null
}

export function labelOf(kind: RecordKind, name: string): string {
  return kindDefinitions[kind].fields.find((field) => field.name === name)?.label ?? name
}

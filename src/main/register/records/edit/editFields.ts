import { keyOf, type RecordKind, type Values } from '../../../../shared/domain/catalogue/fields'
import { formField } from '../../../../shared/domain/catalogue/recordForms'
import { fail, succeed, type Result } from '../../../../shared/domain/result'
import { contradiction, fixedField, storeHand, withCompanions } from './editRecord'
import { settleParent } from './parentUnit'
import { readTyped } from '../fieldReaders'
import { readState, sameField, withFields } from '../recordState'
import { unknownRecord, type RecordChange, type RecordServices } from '../recordServices'
import { typedText } from './typedText'

/** A field that was set, in the words of an editor. */
export interface SetField {
  field: string
  label: string
  before: string
  after: string
}

export type FieldsChange = RecordChange & { fields: SetField[] }

/**
 * Stores several fields of a record as a person's word in one change, under the checks of {@link editRecord}.
 *
 * @param typed texts by field name; an empty one empties the field
 * @returns     `fields` names those that changed. unknown_record, field_fixed, field_required, or why a text is no value
 *              of its field; then nothing is stored
 */
export async function editFields(services: RecordServices, kind: RecordKind, id: number, typed: Readonly<Record<string, string>>): Promise<Result<FieldsChange>> {
  const read = readFields(services, kind, typed)
  if (!read.ok) return read
  const state = await readState(services.store, kind, id)
  if (!state) return unknownRecord(id)
  const before = state.record.values
  const orphan = await settleParent(services.store, kind, before, read.value)
  if (orphan) return orphan
  const changed = Object.entries(read.value).filter(([name, value]) => !sameField(value, before[name]))
  const set: Values = {}
  for (const [name, value] of changed) Object.assign(set, withCompanions(kind, name, value ?? null, before))
  const problem = contradiction(kind, { ...before, ...set })
  if (problem) return fail('bad_term', { field: 'termEndOn' }, { value: problem, field: formField(kind, 'termEndOn')?.label })
  const change = { kind, id, key: keyOf(state.record), what: 'edited', field: changed.map(([name]) => formField(kind, name)?.label ?? name).join('、') } as const
  if (changed.length === 0) return succeed({ ...change, sequence: null, fields: [] })
  const stored = await storeHand(services, state, withFields(state, set, []), change)
  if (!stored.ok) return stored
  const { words } = services.reading
  const fields = changed.map(([name]) => ({ field: name, label: formField(kind, name)?.label ?? name, before: typedText(kind, name, before, words), after: typedText(kind, name, set, words) }))
  return succeed({ ...stored.value, fields })
}

function readFields(services: RecordServices, kind: RecordKind, typed: Readonly<Record<string, string>>): Result<Values> {
  const values: Values = {}
  for (const [name, text] of Object.entries(typed)) {
    const field = formField(kind, name)
    if (!field || field.isFixed) return fixedField(kind, name)
    const value = readTyped(kind, name, text, services.reading)
    if (!value.ok) return value
    if (field.isRequired && value.value === null) return fail('field_required', { field: name }, { field: field.label })
    values[name] = value.value
  }
  return succeed(values)
}

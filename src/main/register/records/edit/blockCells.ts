import type { BlockEdit } from '../../../../shared/bridge/blocks'
import type { FieldValue, RecordKind, Values } from '../../../../shared/domain/catalogue/fields'
import type { ErrorCode } from '../../../../shared/domain/errorCodes'
import { listDefinitions, listField, type ListKind } from '../../../../shared/domain/catalogue/listFields'
import { formField, type FormField } from '../../../../shared/domain/catalogue/recordForms'
import { fail, succeed, type Failure, type Result } from '../../../../shared/domain/result'
import { joinTags, tagsOf, withoutTags } from '../../../../shared/domain/tags'
import { contradiction, fixedField, withCompanions } from './editRecord'
import { readTyped, type ReadingContext } from '../fieldReaders'
import { sameField } from '../recordState'
import type { UnitTree } from './parentUnit'

/** set: a text takes the place of what is there · add, remove: tags of the text come to the record's own, or go from them */
export type BlockHow = BlockEdit['how']

/** A column of a block: its heading, and the stored field behind it where a person can set that. */
export interface BlockColumn {
  label: string
  field: FormField | null
  /** Why there is no field. */
  refusal: ErrorCode
}

/** What the texts of one row do to its record. */
export interface RowOutcome {
  /** Values to set, with what moves along. */
  set: Values
  changed: { column: number; name: string }[]
  same: number
  refused: { column: number; text: string; failure: Failure }[]
}

/** Columns of a list, or fields of its records, by name; computed, fixed and many-lined ones take no text of a block. */
export function blockColumns(list: ListKind, of: 'columns' | 'fields', names: readonly string[]): BlockColumn[] {
  const { record } = listDefinitions[list]
  return names.map((name) => {
    const column = of === 'columns' ? listField(list, name) : undefined
    const stored = of === 'columns' ? column?.stored : name
    const typed = stored === undefined ? undefined : formField(record, stored)
    const canSet = typed !== undefined && !typed.isFixed && typed.control !== 'lines'
    const refusal = typed === undefined ? 'field_computed' : typed.isFixed ? fixedField(record, typed.name).code : 'field_in_panel'
    return { label: column?.label ?? typed?.label ?? name, field: canSet ? typed : null, refusal }
  })
}

/** Judges texts for records of one kind; what was read once is not read again. Only tags are added or removed. */
export function createRowJudge(kind: RecordKind, columns: readonly BlockColumn[], reading: ReadingContext, how: BlockHow = 'set', tree: UnitTree | null = null) {
  const known = new Map<string, Result<FieldValue>>()

  function read({ field, label, refusal }: BlockColumn, text: string): Result<FieldValue> {
    if (field === null || (how !== 'set' && field.control !== 'tags')) return fail(field === null ? refusal : 'field_fixed', undefined, { field: label })
    const key = `${field.name}\n${text}`
    let value = known.get(key)
    if (value === undefined) {
      value = readTyped(kind, field.name, text, reading)
      if (value.ok && value.value === null && field.isRequired) value = fail('field_required', { field: field.name }, { field: field.label })
      known.set(key, value)
    }
    return value
  }

  return function judge(values: Values, texts: readonly string[]): RowOutcome {
    const outcome: RowOutcome = { set: {}, changed: [], same: 0, refused: [] }
    for (const [column, definition] of columns.entries()) {
      const text = texts[column % texts.length] ?? ''
      const value = parentIn(tree, definition, values, combined(how, definition, read(definition, text), values))
      const refusal = value.ok ? judgeValue(kind, definition, values, outcome, value.value) : value
      if (refusal !== null) outcome.refused.push({ column, text, failure: refusal })
      else if (value.ok && definition.field !== null) place(kind, definition.field.name, column, value.value, values, outcome)
    }
    return outcome
  }
}

/** Where units are set under others: the code of the one above, if no way up leads back. */
function parentIn(tree: UnitTree | null, { field }: BlockColumn, values: Values, value: Result<FieldValue>): Result<FieldValue> {
  if (tree === null || field?.name !== 'parent' || !value.ok || sameField(value.value, values['parent'])) return value
  const parent = typeof value.value === 'string' ? tree.parentFor(values, value.value) : value
  if (parent.ok) tree.plan(String(values['uscc']), parent.value)
  return parent
}

/** The value of a text, laid over the tags that the record has where it only adds or removes. */
function combined(how: BlockHow, { field }: BlockColumn, value: Result<FieldValue>, values: Values): Result<FieldValue> {
  if (how === 'set' || !value.ok || field === null) return value
  const [tags, typed] = [tagsOf(values[field.name]), tagsOf(value.value)]
  const left = how === 'add' ? joinTags(tags, typed) : withoutTags(tags, typed)
  return succeed(left.length === 0 ? null : left)
}

/** What of a change is worth showing: of tags that come or go these alone, else the field before and after. */
export function shownChange(how: BlockHow, name: string, before: Values, after: Values): { was: Values; becomes: Values } {
  if (how === 'set') return { was: before, becomes: after }
  const [old, now] = [tagsOf(before[name]), tagsOf(after[name])]
  return { was: { [name]: withoutTags(old, now) }, becomes: { [name]: withoutTags(now, old) } }
}

function judgeValue(kind: RecordKind, { field }: BlockColumn, values: Values, { set }: RowOutcome, value: FieldValue): Failure | null {
  if (field === null || sameField(value, values[field.name])) return null
  const problem = contradiction(kind, { ...values, ...set, [field.name]: value })
  return problem === null ? null : fail('bad_term', { field: field.name }, { value: problem, field: field.label })
}

function place(kind: RecordKind, name: string, column: number, value: FieldValue, values: Values, outcome: RowOutcome): void {
  if (sameField(value, values[name])) {
    outcome.same += 1
    return
  }
  Object.assign(outcome.set, withCompanions(kind, name, value, values))
  outcome.changed.push({ column, name })
}

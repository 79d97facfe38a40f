import { kindDefinitions, type RecordKind, type Values } from '../../../shared/domain/catalogue/fields'
import { sameValue, type StatedValue } from '../../../shared/domain/merging/statement'

/** Whether two states of a record have the same value in every field. */
export function sameValues(kind: RecordKind, a: Values, b: Values): boolean {
  return kindDefinitions[kind].fields.every((field) => sameValue((a[field.name] ?? null) as StatedValue, (b[field.name] ?? null) as StatedValue))
}

/** Fields that change, with their old values, for the journal. */
export function oldValues(before: Values, after: Values): Values {
  const old: Values = {}
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (!sameValue((before[field] ?? null) as StatedValue, (after[field] ?? null) as StatedValue)) old[field] = before[field] ?? null
  }
  return old
}

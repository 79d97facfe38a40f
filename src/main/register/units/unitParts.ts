import type { FieldValue, Values } from '../../../shared/domain/catalogue/fields'
import type { ChangeSet } from '../../store/changeSet'
import type { HandChanges } from '../records/recordState'

/** The parts of a change of units while it is being planned. */
export type UnitParts = Pick<ChangeSet, 'inserts' | 'deletes'> & HandChanges

export function noParts(): UnitParts {
  return { inserts: [], updates: [], deletes: [], evidence: [], handEdits: [] }
}

/** What a person says about names, as a record of its own; no file supports it, so it stands on the person's word. */
export function addInsert(parts: UnitParts, values: Values): void {
  parts.inserts.push({ kind: 'name_link', values, evidence: [] })
  parts.handEdits.push({ kind: 'name_link', id: -parts.inserts.length, values })
}

export function textsOf(value: FieldValue | undefined): string[] {
  return Array.isArray(value) ? value.map(String) : []
}

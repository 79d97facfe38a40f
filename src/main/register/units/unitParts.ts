import type { FieldValue, Values } from '../../../shared/domain/catalogue/fields'
import type { ChangeSet } from '../../store/changeSet'
import { changeHand, type RecordState } from '../records/recordState'

/** The parts of a change of units while it is being planned. */
export type UnitParts = Pick<ChangeSet, 'inserts' | 'updates' | 'deletes' | 'evidence'> & Required<Pick<ChangeSet, 'handEdits'>>

export function noParts(): UnitParts {
  return { inserts: [], updates: [], deletes: [], evidence: [], handEdits: [] }
}

/** What a person says about names, as a record of its own; no file supports it, so it stands on the person's word. */
export function addInsert(parts: UnitParts, values: Values): void {
  parts.inserts.push({ kind: 'name_link', values, evidence: [] })
  parts.handEdits.push({ kind: 'name_link', id: -parts.inserts.length, values })
}

/** A person's word on a unit, in place of what the person said before. */
export function putHand(parts: UnitParts, state: RecordState, hand: Values | null): void {
  const { update, evidence } = changeHand(state, hand)
  parts.updates.push(update)
  parts.evidence.push(...evidence)
  parts.handEdits.push({ kind: 'unit', id: state.record.id, values: hand })
}

export function textsOf(value: FieldValue | undefined): string[] {
  return Array.isArray(value) ? value.map(String) : []
}

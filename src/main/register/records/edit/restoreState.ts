import { keyOf, type FieldValue, type RecordKind, type Values } from '../../../../shared/domain/catalogue/fields'
import { formOf } from '../../../../shared/domain/catalogue/recordForms'
import type { Hand } from '../../../../shared/domain/merging/hand'
import { fail, succeed, type Result } from '../../../../shared/domain/result'
import type { HistoryEntry } from '../../../store/historyStore'
import { withCompanions } from './editRecord'
import { handEditOf, replacedHand } from '../keptHand'
import { changeHand, foldState, readState, sameField, withFields, type RecordState } from '../recordState'
import { applyChange, personsChange, unknownRecord, type RecordChange, type RecordServices } from '../recordServices'

/**
 * Brings a record's fields back to what they were right after a change set: what files and persons have said since is
 * overruled by the word of the person who restores it, and only where it differs.
 *
 * @param sequence  a change set of the register; the state is the one that held after it
 * @returns unknown_record, or unknown_state when the record was not there yet after that change set, or was deleted then
 */
export async function restoreState(services: RecordServices, kind: RecordKind, id: number, sequence: number): Promise<Result<RecordChange>> {
  const state = await readState(services.store, kind, id)
  if (!state) return unknownRecord(id)
  if (!(await hasStateAfter(services, kind, id, sequence))) return fail('unknown_state', undefined, { value: sequence })
  const then = stateAfter(await services.history.ofRecord(kind, id), state, sequence)
  if (then === null) return fail('unknown_state', undefined, { value: sequence })
  const change = { kind, id, key: keyOf(state.record), what: 'restored', field: null } as const
  const differing = differingFields(kind, then.values, state.record.values)
  if (differing.length === 0) return succeed({ ...change, sequence: null })
  const hand = handFor(state, then)
  const { update, evidence } = changeHand(state, hand)
  return applyChange(services, personsChange(services, change.key, { kind: 'restore', updates: [update], evidence, handEdits: [handEditOf(kind, id, hand)] }), change)
}

/** Whether a record, deleted or not, was there right after a change set of the register. */
export async function hasStateAfter({ store, history }: RecordServices, kind: RecordKind, id: number, sequence: number): Promise<boolean> {
  if (sequence > (await store.sequence())) return false
  const last = (await history.ofRecord(kind, id)).findLast((entry) => entry.sequence <= sequence)
  return last !== undefined && last.change !== 'deleted'
}

interface EarlierState {
  values: Values
  /** What a person had said by then. */
  hand: Hand | null
}

/** Walks the journal back from today: every later change says what it replaced. */
function stateAfter(entries: readonly HistoryEntry[], { record, hand }: RecordState, sequence: number): EarlierState | null {
  const earlier: EarlierState = { values: { ...record.values }, hand }
  for (const { change, old, support } of entries.filter((entry) => entry.sequence > sequence).toReversed()) {
    // Its return is an insertion too; what it was before that is what it was when it went, and a deletion keeps all of it.
    if (change === 'inserted') continue
    // What went with its file and came back with it left no values on the way.
    if (change === 'deleted' && support === undefined) return null
    earlier.values = change === 'deleted' ? { ...old } : { ...earlier.values, ...old }
    const replaced = support && replacedHand(support)
    if (replaced !== undefined) earlier.hand = replaced
  }
  return earlier
}

function differingFields(kind: RecordKind, a: Values, b: Values): string[] {
  return formOf(kind).flatMap(({ fields }) => fields).filter(({ name, isFixed }) => !isFixed && !sameField(a[name], b[name])).map(({ name }) => name)
}

/** The word of then where files still say the same, and the fields of then where they do not. */
function handFor(state: RecordState, then: EarlierState): Hand | null {
  const hand = withFields({ ...state, hand: then.hand }, {}, [])
  const folded = foldState(state, hand)
  const set: Values = {}
  for (const name of differingFields(state.record.kind, then.values, folded)) {
    const value: FieldValue = then.values[name] ?? null
    Object.assign(set, withCompanions(state.record.kind, name, value, then.values))
  }
  return Object.keys(set).length === 0 ? hand : withFields({ ...state, hand }, set, [])
}

import { keyOf, kindDefinitions, type RecordKind, type Values } from '../../../../shared/domain/catalogue/fields'
import { fail, succeed, type Result } from '../../../../shared/domain/result'
import { saidNow } from '../../../../shared/domain/merging/hand'
import type { OldSupport } from '../../../store/changeSet'
import type { DeletedRecord } from '../../../store/historyStore'
import type { PartialChanges } from './deleteRecord'
import { evidenceBeside } from '../../evidence/statementCodec'
import { handEditOf, replacedHand } from '../keptHand'
import { foldState, supportOf, type RecordState } from '../recordState'
import { applyChange, personsChange, unknownRecord, type RecordChange, type RecordServices } from '../recordServices'

/** Deleted records that can come back, newest first. */
export function recycledRecords({ history }: Pick<RecordServices, 'history'>, limit: number): Promise<DeletedRecord[]> {
  return history.deletions(limit)
}

/**
 * Brings a deleted record back under its id, with its evidence, hand edit, note and attachments.
 *
 * @returns unknown_record when it was not deleted by a person, record_exists when its number is in the register again
 */
export async function restoreRecord(services: RecordServices, kind: RecordKind, id: number): Promise<Result<RecordChange>> {
  const entries = await services.history.ofRecord(kind, id)
  const deletion = entries.findLast(({ change }) => change !== 'updated')
  if (deletion?.change !== 'deleted' || deletion.support === undefined) return unknownRecord(id)
  const plan = await planRestoration(services, kind, id, deletion.old, deletion.support)
  if (!plan.ok) return plan
  const key = keyOf({ kind, values: deletion.old })
  return applyChange(services, personsChange(services, key, { kind: 'restore', ...plan.value }), { kind, id, key, what: 'restored', field: null })
}

/**
 * What brings a record back. Files that were withdrawn meanwhile no longer support it; when nothing else does, the
 * person who restores it does.
 */
export async function planRestoration(services: RecordServices, kind: RecordKind, id: number, old: Values, support: OldSupport): Promise<Result<PartialChanges>> {
  const key = String(old[kindDefinitions[kind].key] ?? '')
  if ((await services.store.records.byKeys(kind, [key])).size > 0) return fail('record_exists', undefined, { value: key })
  const record = { kind, id, digest: '', values: old }
  const state: RecordState = { record, hand: replacedHand(support) ?? null, support: await supportOf(services.store, old, support.evidence ?? []) }
  const hand = state.support.length > 0 ? state.hand : (state.hand ?? saidNow(old))
  const values = foldState(state, hand)
  const rewritten = new Map(evidenceBeside(kind, id, state.support, values).map((row) => [`${row.source} ${row.row}`, row]))
  const evidence = state.support.map(({ row }) => rewritten.get(`${row.source} ${row.row}`) ?? { kind, id, ...row })
  return succeed({
    restores: [{ kind, id, values }], updates: [], deletes: [], evidence,
    handEdits: hand ? [handEditOf(kind, id, hand)] : [],
    notes: support.note ? [{ kind, id, note: support.note }] : [],
    attachments: support.attachments ? [{ kind, id, added: support.attachments.removed, removed: [] }] : [],
  })
}

import { choiceOf, policyKinds, type SourcePolicy } from '../../../shared/domain/merging/sourcePolicy'
import type { BatchRowReader } from '../../store/batchRows'
import type { ChangeSet } from '../../store/changeSet'
import type { RegisterStore } from '../../store/registerStore'
import { oldValues, sameValues } from './recordDifference'
import { readPolicy } from './readPolicy'
import { foldState, readStates } from '../records/recordState'
import { evidenceBeside } from './statementCodec'

const pageSize = 500

/** What another policy makes of the records: part of the change set that writes it, so that record and sources agree at any time. */
export type PolicyChanges = Pick<ChangeSet, 'updates' | 'evidence' | 'readAt'>

/**
 * Folds every record again whose sources disagree, of the kinds for which the policy is another one. Records of which
 * all rows say the same cannot change and are not read.
 *
 * @param onProgress  records looked at, of all that are
 */
export async function refoldUnder(policy: SourcePolicy, store: RegisterStore, reader: Pick<BatchRowReader, 'disputed'>, onProgress: (done: number, total: number) => void = () => undefined): Promise<PolicyChanges> {
  const changes: PolicyChanges = { updates: [], evidence: [], readAt: await store.sequence() }
  const before = await readPolicy(store)
  const disputed = await Promise.all(policyKinds.filter((kind) => choiceOf(before, kind) !== choiceOf(policy, kind)).map(async (kind) => ({ kind, ids: await reader.disputed(kind) })))
  const total = disputed.reduce((sum, { ids }) => sum + ids.length, 0)
  let done = 0
  for (const { kind, ids } of disputed) {
    for (let start = 0; start < ids.length; start += pageSize) {
      const states = await readStates(store, kind, ids.slice(start, start + pageSize), policy)
      for (const state of states.values()) {
        const { record, hand, support } = state
        const folded = foldState(state, hand)
        if (sameValues(kind, record.values, folded)) continue
        changes.updates.push({ kind, id: record.id, basedOn: record.digest, values: folded, old: oldValues(record.values, folded) })
        for (const row of evidenceBeside(kind, record.id, support, folded)) changes.evidence.push(row)
      }
      done += Math.min(pageSize, ids.length - start)
      onProgress(done, total)
    }
  }
  return changes
}


import type { RecordKind, Values } from '../../../../shared/domain/catalogue/fields'
import type { PendingRecords } from '../pending/pendingRecords'
import { sameValues } from '../../evidence/recordDifference'

/** What the records of one kind would become, were the judged file committed. */
export interface KindChanges {
  /** Complete new values of stored records that change, by id. */
  updates: ReadonlyMap<number, Values>
  inserts: readonly Values[]
}

export type PendingChanges = ReadonlyMap<RecordKind, KindChanges>

/** The records that a commit of these pending ones would add or change; kinds that stay as they are are missing. */
export function changesOf(pending: Pick<PendingRecords, 'byKind'>): PendingChanges {
  const changes = new Map<RecordKind, KindChanges>()
  for (const [kind, records] of pending.byKind) {
    const updates = new Map<number, Values>()
    const inserts: Values[] = []
    for (const { own, stored, current } of records.values()) {
      if (own.length === 0) continue
      if (stored === null) inserts.push(current)
      else if (!sameValues(kind, stored.values, current)) updates.set(stored.id, current)
    }
    if (updates.size + inserts.length > 0) changes.set(kind, { updates, inserts })
  }
  return changes
}

export function countChanges(changes: PendingChanges): number {
  let count = 0
  for (const { updates, inserts } of changes.values()) count += updates.size + inserts.length
  return count
}

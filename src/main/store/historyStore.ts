import type { RecordKind, Values } from '../../shared/domain/catalogue/fields'

/** What the journal says about one record (architecture.md 3), oldest first: how it came in, then every change. */
export interface HistoryStore {
  ofRecord(kind: RecordKind, id: number): Promise<HistoryEntry[]>
}

export interface HistoryEntry {
  /** Change set that made the entry. */
  sequence: number
  /** Epoch milliseconds. */
  at: number
  operator: string
  /** Kind of the change set, e.g. import. */
  reason: string
  batch: number | null
  change: 'inserted' | 'updated' | 'deleted'
  /** Changed fields with their values before; empty for an insertion. */
  old: Values
}

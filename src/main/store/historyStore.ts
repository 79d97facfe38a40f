import type { RecordKind, Values } from '../../shared/domain/catalogue/fields'
import type { OldSupport } from './changeSet'

/** What the journal says. */
export interface HistoryStore {
  /** One record, oldest first: how it came in, then every change. */
  ofRecord(kind: RecordKind, id: number): Promise<HistoryEntry[]>
  /** One change set with every record it touched; null when there is none of that number. Not for imports, which touch many. */
  changeSet(sequence: number): Promise<JournaledChangeSet | null>
  /** Everything that happened to records after a change set, oldest first; insertions as runs of ids. */
  since(sequence: number): Promise<ChangesSince>
  /** Records that a person deleted and that have not come back, newest first. */
  deletions(limit: number): Promise<DeletedRecord[]>
  /** Change sets of persons, newest first. */
  personsChanges(): Promise<PersonsChange[]>
  /** Change sets made from one instant up to another (epoch milliseconds), newest first. */
  between(from: number, to: number, limit: number): Promise<ChangeSetHead[]>
  /** Changes of the register's settings, newest first. */
  settingsChanges(limit?: number): Promise<SettingsChangeSet[]>
}

/** Earlier states of the register, by the sequence of the change set that made them. */
export interface PastReader {
  /** Link of the journal's chain at a change set, hex; null where there is none of that number. */
  link(sequence: number): Promise<string | null>
  /** Whether any record has been changed or deleted since. */
  hasChangedSince(sequence: number): Promise<boolean>
  /**
   * What records said in a state, by id. Left out are those that have not changed since, and those that the journal cannot
   * tell of: they went with their batch meanwhile and came back.
   */
  valuesAt(kind: RecordKind, records: readonly { id: number; values: Values }[], sequence: number): Promise<Map<number, Values>>
}

export interface ChangesSince {
  changed: RecordChangeSince[]
  inserted: (ChangeBy & { kind: RecordKind; firstId: number; lastId: number })[]
}

/** By what a change came. */
export interface ChangeBy { sequence: number; at: number; operator: string; reason: string; note: string | null }

export interface RecordChangeSince extends ChangeBy {
  kind: RecordKind
  id: number
  change: 'updated' | 'deleted'
  /** Changed fields as they were; empty for what went with its batch. */
  old: Values
}

export interface ChangeSetHead {
  sequence: number
  /** Epoch milliseconds. */
  at: number
  operator: string
  /** Kind of the change set: import, undo_batch, edit, restore, settings … */
  reason: string
  batch: number | null
}

export interface SettingsChangeSet {
  sequence: number
  /** Epoch milliseconds. */
  at: number
  operator: string
  changes: SettingChange[]
}

/** One entry of register_info; `before` is null where there was none. */
export interface SettingChange {
  key: string
  before: string | null
  after: string
}

export interface PersonsChange {
  sequence: number
  note: string | null
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
  /** What else a person's change replaced. */
  support?: OldSupport
}

export interface JournaledChangeSet {
  sequence: number
  reason: string
  note: string | null
  inserted: { kind: RecordKind; id: number }[]
  changed: { kind: RecordKind; id: number; change: 'updated' | 'deleted'; old: Values; support: OldSupport }[]
}

export interface DeletedRecord {
  kind: RecordKind
  id: number
  sequence: number
  at: number
  operator: string
  /** Every field as it was. */
  old: Values
}

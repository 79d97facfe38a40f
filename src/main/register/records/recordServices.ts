import type { UnitWords } from '../../../shared/bridge/units'
import type { RecordKind } from '../../../shared/domain/catalogue/fields'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import type { Applied, ChangeSet } from '../../store/changeSet'
import type { HistoryStore } from '../../store/historyStore'
import type { NoteReader } from '../../store/noteStore'
import type { RegisterStore } from '../../store/registerStore'
import type { ReadingContext } from './fieldReaders'

/** What changing single records needs: the register as it is, and the way to write to it. */
export interface RecordServices {
  store: RegisterStore
  history: HistoryStore
  notes: NoteReader
  reading: ReadingContext
  operator: string
  /** Epoch milliseconds. */
  now(): number
  apply(changes: ChangeSet): Promise<Result<Applied>>
}

/** What a person did, for the line that offers to undo it. `sequence` is null when nothing had to change. */
export interface RecordChange {
  sequence: number | null
  kind: RecordKind
  id: number
  key: string
  what: 'edited' | 'withdrawn' | 'created' | 'deleted' | 'restored' | 'noted' | 'attached' | 'detached' | 'attachment_noted' | 'told_apart' | 'together' | 'undone'
  /** Label of the field, where one was changed; names of the files, where some came or went. */
  field: string | null
  /** How many records, where more than one. */
  records?: number
  /** An undo by which records came or went: lists have others now. */
  comesOrGoes?: boolean
  /** What it was that was taken back or done again, where it was about units and not about one record. */
  units?: UnitWords
}

/** A change set of a person with nothing in it yet. */
export function personsChange({ operator, now }: RecordServices, note: string, parts: Partial<ChangeSet>): ChangeSet {
  return { kind: 'edit', at: now(), operator, note, inserts: [], updates: [], deletes: [], evidence: [], ...parts }
}

/** Applies it and says what was done. */
export async function applyChange(services: RecordServices, changes: ChangeSet, change: Omit<RecordChange, 'sequence'>): Promise<Result<RecordChange>> {
  const applied = await services.apply(changes)
  return applied.ok ? succeed({ ...change, sequence: applied.value.sequence }) : applied
}

/** The failure for a record that is not there, or no longer. */
export function unknownRecord(id: number): ReturnType<typeof fail> {
  return fail('unknown_record', undefined, { value: id })
}

import type { RecordKind } from '../../shared/domain/catalogue/fields'
import type { RecordNote } from './changeSet'

export interface StoredNote extends RecordNote {
  kind: RecordKind
  id: number
  /** Epoch milliseconds of the last change. */
  at: number
  operator: string
}

/** Notes of records that somebody wants to come back to (待核实). */
export interface NoteReader {
  ofRecord(kind: RecordKind, id: number): Promise<StoredNote | null>
  /** Earliest follow-up date first, those without a date last. */
  list(limit: number): Promise<StoredNote[]>
}

import { kindNumber, packRecord, type RecordKind } from '../../../../shared/domain/catalogue/fields'
import type { RecordNote } from '../../changeSet'
import { shortHash } from '../records/canonicalRecord'
import type { WriteDb } from '../file/database'
import type { IdRun } from '../records/idRuns'

export interface NoteWriter {
  /** null takes the note away. */
  put(rec: number, note: RecordNote | null, sequence: number): void
  removeRange(kind: RecordKind, run: IdRun): void
}

export function createNoteWriter(db: WriteDb): NoteWriter {
  const replace = db.prepare<[number, string, string | null, number, string]>('INSERT OR REPLACE INTO note (rec, text, follow_up_on, change_set, digest) VALUES (?, ?, ?, ?, unhex(?))')
  const remove = db.prepare<[number]>('DELETE FROM note WHERE rec = ?')
  const removeRange = db.prepare<[number, number, number]>('DELETE FROM note WHERE rec BETWEEN ? AND ? AND rec % 16 = ?')
  return {
    put(rec, note, sequence) {
      if (note === null) remove.run(rec)
      else replace.run(rec, note.text, note.followUpOn, sequence, noteDigest(rec, note, sequence))
    },
    removeRange: (kind, { firstId, lastId }) => { removeRange.run(packRecord(kind, firstId), packRecord(kind, lastId), kindNumber[kind]) },
  }
}

/** Digest of a note with its record and change set, by which a check proves it. */
export function noteDigest(rec: number, { text, followUpOn }: RecordNote, sequence: number): string {
  return shortHash(JSON.stringify([rec, text, followUpOn, sequence]))
}

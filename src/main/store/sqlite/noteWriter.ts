import { kindNumber, packRecord, type RecordKind } from '../../../shared/domain/catalogue/fields'
import type { RecordNote } from '../changeSet'
import { shortHash } from './canonicalRecord'
import type { WriteDb } from './database'
import type { IdRun } from './idRuns'

export interface NoteWriter {
  /** null takes the note away. */
  put(rec: number, note: RecordNote | null, sequence: number): void
  removeRange(kind: RecordKind, run: IdRun): void
  /** As `removeRange`, of records that go with an undone batch: their notes wait for its return. */
  withdrawRange(kind: RecordKind, run: IdRun): void
  /** Gives records that have come back the notes that waited for them. */
  giveBack(recs: readonly number[], sequence: number): void
}

export function createNoteWriter(db: WriteDb): NoteWriter {
  const replace = db.prepare<[number, string, string | null, number, string]>('INSERT OR REPLACE INTO note (rec, text, follow_up_on, change_set, digest) VALUES (?, ?, ?, ?, unhex(?))')
  const remove = db.prepare<[number]>('DELETE FROM note WHERE rec = ?')
  const removeRange = db.prepare<[number, number, number]>('DELETE FROM note WHERE rec BETWEEN ? AND ? AND rec % 16 = ?')
  const keepRange = db.prepare<[number, number, number]>(
    'INSERT OR REPLACE INTO withdrawn_note (rec, text, follow_up_on) SELECT rec, text, follow_up_on FROM note WHERE rec BETWEEN ? AND ? AND rec % 16 = ?')
  const waiting = db.prepare<[], { rec: number; text: string; followUpOn: string | null }>('SELECT rec, text, follow_up_on AS followUpOn FROM withdrawn_note')
  const forget = db.prepare<[number]>('DELETE FROM withdrawn_note WHERE rec = ?')
  const boundsOf = (kind: RecordKind, { firstId, lastId }: IdRun) => [packRecord(kind, firstId), packRecord(kind, lastId), kindNumber[kind]] as const
  const put = (rec: number, note: RecordNote | null, sequence: number): void => {
    if (note === null) remove.run(rec)
    else replace.run(rec, note.text, note.followUpOn, sequence, noteDigest(rec, note, sequence))
  }
  return {
    put,
    removeRange: (kind, run) => { removeRange.run(...boundsOf(kind, run)) },
    withdrawRange(kind, run) {
      keepRange.run(...boundsOf(kind, run))
      removeRange.run(...boundsOf(kind, run))
    },
    giveBack(recs, sequence) {
      const wanted = new Set(recs)
      for (const { rec, ...note } of waiting.all()) {
        if (!wanted.has(rec)) continue
        put(rec, note, sequence)
        forget.run(rec)
      }
    },
  }
}

export function noteDigest(rec: number, { text, followUpOn }: RecordNote, sequence: number): string {
  return shortHash(JSON.stringify([rec, text, followUpOn, sequence]))
}

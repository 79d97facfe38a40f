import { kindNumber, packRecord, unpackRecord, type RecordKind } from '../../../../shared/domain/catalogue/fields'
import { Refusal } from '../../../../shared/domain/result'
import type { Attachment, AttachmentMoves } from '../../attachmentStore'
import { shortHash } from '../records/canonicalRecord'
import type { WriteDb } from '../file/database'
import type { IdRun } from '../records/idRuns'

export interface AttachmentWriter {
  /** @throws Refusal register_changed when a removed file is not there, or an added one is there already */
  move(rec: number, moves: AttachmentMoves, sequence: number): void
  /**
   * Files end with their record only as far as the journal keeps them.
   *
   * @throws Refusal register_changed when a record of the run still has one: it came after the service looked
   */
  requireNone(kind: RecordKind, run: IdRun): void
}

export function createAttachmentWriter(db: WriteDb): AttachmentWriter {
  const insert = db.prepare<[number, string, string, number, string, string, number, string]>(`
    INSERT INTO attachment (rec, sha256, file_name, size_bytes, type, note, change_set, digest) VALUES (?, ?, ?, ?, ?, ?, ?, unhex(?))`)
  const remove = db.prepare<[number, string]>('DELETE FROM attachment WHERE rec = ? AND sha256 = ?')
  const left = db.prepare<[number, number, number], number>('SELECT rec FROM attachment WHERE rec BETWEEN ? AND ? AND rec % 16 = ? LIMIT 1').pluck()
  return {
    move(rec, { added, removed }, sequence) {
      for (const { sha256 } of removed) if (remove.run(rec, sha256).changes === 0) throw new Refusal('register_changed', undefined, { ...unpackRecord(rec) })
      for (const { addedIn = sequence, ...file } of added) {
        insert.run(rec, file.sha256, file.fileName, file.sizeBytes, file.type, file.note, addedIn, attachmentDigest(rec, file, addedIn))
      }
    },
    requireNone(kind, { firstId, lastId }) {
      const rec = left.get(packRecord(kind, firstId), packRecord(kind, lastId), kindNumber[kind])
      if (rec !== undefined) throw new Refusal('register_changed', undefined, { ...unpackRecord(rec) })
    },
  }
}

/** Digest of all that is said of an attachment, by which a check proves it. */
export function attachmentDigest(rec: number, { sha256, fileName, sizeBytes, type, note }: Omit<Attachment, 'addedIn'>, addedIn: number): string {
  return shortHash(JSON.stringify([rec, sha256, fileName, sizeBytes, type, note, addedIn]))
}

import { kindNumber, recordKinds } from '../../../../shared/domain/catalogue/fields'
import type { AttachmentType } from '../../../../shared/domain/catalogue/attachmentTypes'
import type { RegisterProblem } from '../../registerProblem'
import { attachmentDigest } from '../attachments/attachmentWriter'
import type { ReadDb } from '../file/database'
import { packedSubject } from './packedSubject'
import { codecOf, digestHex } from '../records/recordCodec'

interface AttachmentRow {
  rec: number
  sha256: string
  file_name: string
  size_bytes: number
  type: AttachmentType
  note: string
  change_set: number
  digest: string
}

/** Every attachment's digest computed again, and its record. */
export function* checkAttachments(db: ReadDb): Generator<RegisterProblem> {
  for (const row of db.prepare<[], AttachmentRow>(`SELECT rec, sha256, file_name, size_bytes, type, note, change_set, ${digestHex} AS digest FROM attachment`).iterate()) {
    const file = { sha256: row.sha256, fileName: row.file_name, sizeBytes: row.size_bytes, type: row.type, note: row.note }
    if (attachmentDigest(row.rec, file, row.change_set) !== row.digest) yield { problem: 'attachment_changed', ...packedSubject(row.rec), detail: row.file_name }
  }
  for (const kind of recordKinds) {
    const orphans = db.prepare<[], number>(`
      SELECT DISTINCT rec FROM attachment
       WHERE rec % 16 = ${kindNumber[kind]} AND NOT EXISTS (SELECT 1 FROM ${codecOf(kind).table} WHERE id = rec / 16)`)
    for (const rec of orphans.pluck().iterate()) yield { problem: 'attachment_without_record', ...packedSubject(rec) }
  }
}

/** Content that records are said to have, with the number of the record as people know it; rows that rot has made unreadable are told by their digest. */
export function contentOfRecords(db: ReadDb): { sha256: string; fileName: string; subject: Pick<RegisterProblem, 'kind' | 'id' | 'key'> }[] {
  const rows = db.prepare<[], [unknown, unknown, unknown]>('SELECT rec, sha256, file_name FROM attachment ORDER BY rec, change_set, file_name').raw().all()
  return rows.flatMap(([rec, sha256, fileName]) => {
    const { kind, id } = packedSubject(rec)
    if (kind === undefined || id === undefined || typeof sha256 !== 'string') return []
    const { table, keyColumn } = codecOf(kind)
    const key = db.prepare<[number], string>(`SELECT ${keyColumn} FROM ${table} WHERE id = ?`).pluck().get(id)
    return [{ sha256, fileName: String(fileName), subject: { kind, id, ...(key === undefined ? {} : { key }) } }]
  })
}

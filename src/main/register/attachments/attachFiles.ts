import { longestAttachmentNote } from '../../../shared/domain/catalogue/attachmentTypes'
import { keyOf, type RecordKind } from '../../../shared/domain/catalogue/fields'
import { bareFileName } from '../../../shared/domain/fileName'
import { fail, succeed, type Failure, type Result } from '../../../shared/domain/result'
import { cleanText } from '../../../shared/domain/text'
import { t } from '../../../shared/text/t'
import type { Attachment, AttachmentMoves } from '../../store/attachmentStore'
import type { FileStore } from '../../store/fileStore'
import type { StoredRecord } from '../../store/registerStore'
import type { BlockWatch } from '../records/edit/blockEdit'
import { attachmentsOf } from '../records/edit/deleteRecord'
import { applyChange, personsChange, unknownRecord, type RecordChange, type RecordServices } from '../records/recordServices'
import { documentType } from './documentType'

export interface AttachedFiles {
  change: RecordChange
  added: Attachment[]
  /** Files that may not be attached, each with its reason and `details.path`. */
  refused: Failure[]
}

/**
 * Attaches copies of files to a record as one change. The copies are on disk before the change is written; a file that
 * may not be attached is left out, one that the record has already changes nothing.
 *
 * @param files  where the copies are kept
 * @param watch  hears how many files are done, and may cancel between two of them
 * @returns unknown_record, text_too_long, job_cancelled, what the disk refuses; with no file left, the reason of the first one
 */
export async function attachFiles(services: RecordServices, files: Pick<FileStore, 'keep'>, kind: RecordKind, id: number, paths: readonly string[], note = '', { signal, onProgress }: BlockWatch = {}): Promise<Result<AttachedFiles>> {
  if (note.length > longestAttachmentNote) return fail('text_too_long', { field: 'note' }, { length: note.length, limit: longestAttachmentNote })
  const [record] = await services.store.records.byIds(kind, [id])
  if (!record) return unknownRecord(id)
  const known = new Set((await services.store.attachments.ofRecord(kind, id)).map(({ sha256 }) => sha256))
  const added = new Map<string, Attachment>()
  const refused: Failure[] = []
  for (const [at, path] of paths.entries()) {
    if (signal?.aborted) return fail('job_cancelled')
    onProgress?.(at, paths.length)
    const type = documentType(path)
    if (!type.ok) {
      refused.push(type)
      continue
    }
    const kept = await files.keep(path)
    if (!kept.ok) return kept
    const { sha256, sizeBytes } = kept.value
    if (!known.has(sha256) && !added.has(sha256)) added.set(sha256, { sha256, sizeBytes, fileName: bareFileName(path) || t('attachment.fallbackName'), type: type.value, note: cleanText(note) })
  }
  const [first] = refused
  if (first && refused.length === paths.length) return first
  const change = await move(services, record, 'attached', { added: [...added.values()], removed: [] })
  return change.ok ? succeed({ change: change.value, added: [...added.values()], refused }) : change
}

/**
 * Takes a file from a record; its content stays where it is, so that this can be undone.
 *
 * @returns unknown_record, unknown_attachment
 */
export async function detachFile(services: RecordServices, kind: RecordKind, id: number, sha256: string): Promise<Result<RecordChange>> {
  const found = await attachedFile(services, kind, id, sha256)
  return found.ok ? move(services, found.value.record, 'detached', { added: [], removed: [found.value.file] }) : found
}

/**
 * Writes a remark about a file; an empty one takes it away.
 *
 * @returns unknown_record, unknown_attachment, text_too_long
 */
export async function noteAttachment(services: RecordServices, kind: RecordKind, id: number, sha256: string, text: string): Promise<Result<RecordChange>> {
  if (text.length > longestAttachmentNote) return fail('text_too_long', { field: 'note' }, { length: text.length, limit: longestAttachmentNote })
  const found = await attachedFile(services, kind, id, sha256)
  if (!found.ok) return found
  const { record, file } = found.value
  const note = cleanText(text)
  return move(services, record, 'attachment_noted', note === file.note ? { added: [], removed: [] } : { added: [{ ...file, note }], removed: [file] })
}

/** @returns unknown_record, unknown_attachment */
export async function attachedFile({ store }: Pick<RecordServices, 'store'>, kind: RecordKind, id: number, sha256: string): Promise<Result<{ record: StoredRecord; file: Attachment }>> {
  const [record] = await store.records.byIds(kind, [id])
  if (!record) return unknownRecord(id)
  const file = attachmentsOf(await store.attachments.ofRecord(kind, id)).find((attached) => attached.sha256 === sha256)
  return file ? succeed({ record, file }) : fail('unknown_attachment', undefined, { value: sha256 })
}

async function move(services: RecordServices, { kind, id, digest, values }: StoredRecord, what: 'attached' | 'detached' | 'attachment_noted', moves: AttachmentMoves): Promise<Result<RecordChange>> {
  const names = (moves.added.length > 0 ? moves.added : moves.removed).map(({ fileName }) => fileName).join('、')
  const change = { kind, id, key: keyOf({ kind, values }), what, field: names === '' ? null : names } as const
  if (names === '') return succeed({ ...change, sequence: null })
  const update = { kind, id, basedOn: digest, values, old: {}, support: { attachments: moves } }
  return applyChange(services, personsChange(services, names, { updates: [update], attachments: [{ kind, id, ...moves }] }), change)
}

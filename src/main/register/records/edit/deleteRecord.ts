import type { Attachment, StoredAttachment } from '../../../store/attachmentStore'
import { keyOf, type RecordKind } from '../../../../shared/domain/catalogue/fields'
import type { Result } from '../../../../shared/domain/result'
import type { ChangeSet, RecordDelete } from '../../../store/changeSet'
import { keptHand } from '../keptHand'
import { applyChange, personsChange, unknownRecord, type RecordChange, type RecordServices } from '../recordServices'

/**
 * Deletes a record; the journal keeps everything that supported it, so that it can come back as it was.
 *
 * @returns unknown_record; register_changed when somebody changed it in between
 */
export async function deleteRecord(services: RecordServices, kind: RecordKind, id: number): Promise<Result<RecordChange>> {
  const deletion = await planDeletion(services, kind, id)
  if (!deletion) return unknownRecord(id)
  return applyChange(services, personsChange(services, deletion.key, { deletes: [deletion.delete] }), { kind, id, key: deletion.key, what: 'deleted', field: null })
}

/** @returns null when there is no such record */
export async function planDeletion({ store, notes }: RecordServices, kind: RecordKind, id: number): Promise<{ key: string; delete: RecordDelete } | null> {
  const [record] = await store.records.byIds(kind, [id])
  if (!record) return null
  const evidence = (await store.evidence.ofRecords(kind, [id])).get(id) ?? []
  const hand = (await store.evidence.handEdits(kind, [id])).get(id) ?? null
  const note = await notes.ofRecord(kind, id)
  const files = attachmentsOf(await store.attachments.ofRecord(kind, id))
  const support = { evidence, ...keptHand(hand), note: note && { text: note.text, followUpOn: note.followUpOn }, ...(files.length === 0 ? {} : { attachments: { added: [], removed: files } }) }
  return { key: keyOf(record), delete: { kind, id, basedOn: record.digest, old: record.values, support } }
}

export type PartialChanges = Pick<ChangeSet, 'updates' | 'deletes' | 'evidence'> & Required<Pick<ChangeSet, 'restores' | 'handEdits' | 'notes' | 'attachments'>>

/** Files as a change set names them. */
export function attachmentsOf(stored: readonly StoredAttachment[]): Attachment[] {
  return stored.map(({ sha256, fileName, sizeBytes, type, note, addedIn }) => ({ sha256, fileName, sizeBytes, type, note, addedIn }))
}

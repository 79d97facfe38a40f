import type { RecordKind } from '../../../shared/domain/catalogue/fields'
import type { StoredAttachment } from '../../store/attachmentStore'
import type { FileState } from '../../store/fileStore'
import type { RegisterSession } from '../opened/session'

type Sources = Pick<RegisterSession, 'store' | 'files'>

/** Files of a record with what has become of their content. */
export async function attachmentsWithState({ store, files }: Sources, kind: RecordKind, id: number): Promise<(StoredAttachment & { state: FileState })[]> {
  const found: (StoredAttachment & { state: FileState })[] = []
  for (const attachment of await store.attachments.ofRecord(kind, id)) found.push({ ...attachment, state: await files.stateOf(attachment.sha256) })
  return found
}

/** Ids of the records of a kind with an attachment that is missing or altered, ascending. */
export async function recordsWithLostFiles({ store, files }: Sources, kind: RecordKind): Promise<Int32Array> {
  const lost = new Set<number>()
  for (const attachment of await store.attachments.all()) {
    if (attachment.kind === kind && !lost.has(attachment.id) && (await files.stateOf(attachment.sha256)) !== 'intact') lost.add(attachment.id)
  }
  return Int32Array.from(lost).sort()
}

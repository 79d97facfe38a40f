import type { RecordKind } from '../../shared/domain/catalogue/fields'
import type { AttachmentType } from '../../shared/domain/catalogue/attachmentTypes'

/** A file that belongs to a record; the record and the hash of its content say which. */
export interface Attachment {
  sha256: string
  /** As it was called where it came from; never a path. */
  fileName: string
  sizeBytes: number
  /** What it is by its content. */
  type: AttachmentType
  /** A person's remark, or empty. */
  note: string
  /** Change set that added it to the record; absent for one that the change set at hand adds. */
  addedIn?: number
}

/** What a change set does to the files of a record; undoing it is doing the opposite. */
export interface AttachmentMoves {
  added: readonly Attachment[]
  removed: readonly Attachment[]
}

export interface StoredAttachment extends Required<Attachment> {
  kind: RecordKind
  id: number
  /** When it was added (epoch milliseconds) and by whom. */
  at: number
  operator: string
}

export interface AttachmentReader {
  /** Files of one record, in the order in which they came. */
  ofRecord(kind: RecordKind, id: number): Promise<StoredAttachment[]>
  /** Every file of every record, record by record. */
  all(): Promise<StoredAttachment[]>
  /**
   * Hashes of all content that the register or its journal speaks of: originals of batches, attachments, and attachments
   * that an undo would bring back.
   */
  keptContent(): Promise<Set<string>>
}

import { packRecord, unpackRecord } from '../../../../shared/domain/catalogue/fields'
import type { AttachmentReader, StoredAttachment } from '../../attachmentStore'
import type { ReadDb } from '../file/database'
import { supportField } from '../journal/journalWriter'

type AttachmentRow = Omit<StoredAttachment, 'kind' | 'id'> & { rec: number }

const select = `
  SELECT a.rec, a.sha256, a.file_name AS fileName, a.size_bytes AS sizeBytes, a.type, a.note, a.change_set AS addedIn, c.at, c.operator
    FROM attachment a JOIN change_set c ON c.sequence = a.change_set`

/** By the table's primary key. */
export const attachmentsOfRecordSql = `${select} WHERE a.rec = ? ORDER BY a.change_set, a.file_name, a.sha256`

/** What undoing a change would bring back is in the journal alone; only changes by a person keep such values. */
const keptContentSql = `
  SELECT sha256 FROM batch
  UNION SELECT sha256 FROM attachment
  UNION SELECT file.value ->> 'sha256'
    FROM journal j, json_each(j.old, '$.${supportField}.attachments') moved, json_each(moved.value) file
   WHERE j.old LIKE '%"attachments":%'`

export function createAttachmentReader(db: ReadDb): AttachmentReader {
  const ofRecord = db.prepare<[number], AttachmentRow>(attachmentsOfRecordSql)
  const all = db.prepare<[], AttachmentRow>(`${select} ORDER BY a.rec, a.change_set, a.file_name, a.sha256`)
  const keptContent = db.prepare<[], string>(keptContentSql).pluck()
  return {
    ofRecord: async (kind, id) => ofRecord.all(packRecord(kind, id)).map(toAttachment),
    all: async () => all.all().map(toAttachment),
    keptContent: async () => new Set(keptContent.all()),
  }
}

function toAttachment({ rec, ...file }: AttachmentRow): StoredAttachment {
  return { ...unpackRecord(rec), ...file }
}

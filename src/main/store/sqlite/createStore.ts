import { fail, succeed, type Result } from '../../../shared/domain/result'
import type { RegisterStore } from '../registerStore'
import type { Applied, ApplyWatch } from '../changeSet'
import { createApplyChangeSet, type ApplyChangeSet, type NextPart } from './journal/applyChangeSet'
import { createAttachmentReader } from './attachments/attachmentReader'
import { createBatchStore } from './batches/batchStore'
import { createColumnSource } from './records/columnSource'
import type { ReadDb } from './file/database'
import { createEvidenceStore } from './evidence/evidenceStore'
import { createFieldReader } from './records/fieldReader'
import { createFrozenStore } from './frozenStore'
import { createInfoStore } from './infoStore'
import { createNameStore } from './names/nameStore'
import { createNameReader } from './names/nameTable'
import { createPastReader } from './journal/pastReader'
import { openRegister, type OpenedRegister, type OpenOptions } from './file/openRegister'
import type { ReadOnlyPlace } from './file/readOnlyPlace'
import { createReadThrough } from './file/readThrough'
import { createReportStore } from './reportStore'
import { createRecordReaders, createRecordStore } from './records/recordStore'
import { toOpeningFailure } from './file/sqliteFailure'

/** A store over SQLite; `db` is for the read side, which has statements of its own on the same connection. */
export interface SqliteStore extends RegisterStore {
  readonly db: ReadDb
  /** Where it lies in a place that is only read; always null of a writer. */
  readonly readOnlyPlace: ReadOnlyPlace | null
  /** As `apply`, of a change set whose parts are asked for one after the other while the thread does nothing else. */
  applyParts(next: NextPart, watch?: ApplyWatch): Result<Applied>
}

/**
 * Opens a register and assembles its store. Each thread opens its own: one with mode `write` (the only writer of the
 * register, whatever the process), any number with mode `read`, which see every change set once it is committed.
 *
 * @returns what {@link openRegister} refuses
 */
export function createStore(path: string, options: OpenOptions): Result<SqliteStore> {
  const opened = openRegister(path, options)
  if (!opened.ok) return opened
  try {
    return succeed(storeOver(opened.value))
  } catch (error) {
    opened.value.close()
    // The file may be a database whose tables can no longer be read.
    return toOpeningFailure(error)
  }
}

function storeOver(opened: OpenedRegister): SqliteStore {
  const { db, close } = opened
  const names = createNameReader(db)
  const sequence = db.prepare<[], number>('SELECT coalesce(max(sequence), 0) FROM change_set').pluck()
  const applyParts: ApplyChangeSet = opened.mode === 'write' ? createApplyChangeSet(opened.db) : () => fail('file_not_writable')
  return {
    db,
    readOnlyPlace: opened.mode === 'read' ? opened.readOnlyPlace : null,
    records: createRecordStore(db, createRecordReaders(db, names), createFieldReader(db)),
    evidence: createEvidenceStore(db),
    batches: createBatchStore(db),
    names: createNameStore(names),
    attachments: createAttachmentReader(db),
    info: createInfoStore(db),
    reports: createReportStore(db),
    frozen: createFrozenStore(db),
    past: createPastReader(db),
    columns: createColumnSource(db),
    sequence: async () => sequence.get() ?? 0,
    applyParts,
    readThrough: createReadThrough(db),
    apply: async (changes, watch) => applyParts(() => ({ rest: changes }), watch),
    close: async () => { close() },
  }
}

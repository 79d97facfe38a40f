import type { RecordKind, Values } from '../../shared/domain/catalogue/fields'
import type { Hand } from '../../shared/domain/merging/hand'
import type { Result } from '../../shared/domain/result'
import type { AttachmentMoves } from './attachmentStore'

/**
 * How anything is written: a service computes a ChangeSet from what it read, the store applies it in
 * one call and one transaction, or refuses it with `register_changed` when a record it builds on has changed since.
 *
 * Records and sources that do not exist yet are named by negative numbers inside a change set; the store gives them
 * ids (consecutive for insertions of one kind) and answers with the mapping's first ids.
 */
export interface ChangeSet {
  kind: 'import' | 'undo_batch' | 'redo_batch' | 'edit' | 'restore' | 'settings' | 'report'
  /** Epoch milliseconds. */
  at: number
  operator: string
  note?: string
  batch?: NewBatch
  /** Set with `undo_batch`: the batch whose state becomes undone and whose evidence is withdrawn. */
  undoes?: number
  /** Set with `redo_batch`: the undone batch that counts again. What was kept of its rows ends; its evidence is among the others. */
  redoes?: number
  /** New records, in file order. */
  inserts: RecordInsert[]
  /** Records that come back under their old ids; their evidence, hand edits and notes are among the others. */
  restores?: RecordRestore[]
  updates: RecordUpdate[]
  deletes: RecordDelete[]
  /**
   * Records that go with an undone batch because nothing else supports them: removed set by set, so they carry no
   * digests of their own and `readAt` must be given. The kept file can rebuild them.
   */
  removes?: { kind: RecordKind; ids: readonly number[] }[]
  /** Evidence rows to write (insert or replace) beyond those carried by the inserts. */
  evidence: EvidenceRow[]
  /** Fields set by a person, replacing what was set before on the record. */
  handEdits?: HandEdit[]
  /** Notes of records, replacing the ones before. */
  notes?: NoteChange[]
  /** Files that come to records or leave them; those of a deleted record leave with its `support`. */
  attachments?: AttachmentChange[]
  /** Entries of register_info to write, with `settings`; the journal keeps what they replace. */
  settings?: Readonly<Record<string, string>>
  /** Sequence the service read at; when given, a register that moved on since refuses the change set. */
  readAt?: number
  /** Records of earlier portions of a growing change set that are otherwise by now. */
  amendments?: RecordAmendment[]
}

/**
 * A change set that comes in parts, in one transaction: portions of new records while a file is still being judged, and
 * the rest once it has been. The batch the portions belong to comes with the rest.
 */
export type ChangePart = { portion: Portion } | { rest: ChangeSet }

/**
 * New records of one kind, or records that come back, as they cross to the thread that writes: a text and some numbers, since copying an object for
 * each record costs more than writing it. Made by `packPortion`.
 */
export interface Portion {
  kind: RecordKind
  /** Canonical fields of each record as a JSON list, a line each. */
  fields: string
  /** Supporting rows, three numbers each: place in the portion, index in `batch.sources`, row. */
  evidence: Int32Array
  /** What supporting rows say differently, with their place in `evidence`. */
  diffs: [place: number, diff: Diff][]
  /** Set where the records come back: their old ids. `evidence` then names sources by their ids, and the rest is a `redo_batch`. */
  ids?: Int32Array
}

/** A change set that is written while it is still being made, by another thread. */
export interface GrowingChange {
  /** Hands over new records in file order; answers when there is room for more, or why it is over. */
  add(portion: Portion): Promise<Result<null>>
  /** Everything else, and the commit. */
  finish(rest: ChangeSet): Promise<Result<Applied>>
  /** Nothing of it stays. */
  abandon(): Promise<void>
}

export interface RecordAmendment {
  kind: RecordKind
  /** Place among all records of its kind that the portions brought, from 0. */
  at: number
  /** Complete new values; absent when only the evidence is otherwise. */
  values?: Values
  /** Every row that supports the record, in place of the ones the portion brought. */
  evidence: RecordInsert['evidence']
}

export interface HandEdit {
  kind: RecordKind
  /** >= 0: id of an existing record; negative: -(index + 1) in `inserts`. */
  id: number
  /** Every field a person has set, with its value; null withdraws the person's word altogether. */
  values: Values | null
  /** Earlier change sets that set fields of them; the others are set now. */
  since?: Hand['since']
}

/** A remark to come back to (待核实), with the day to do it (YYYY-MM-DD) or none. */
export interface RecordNote {
  text: string
  followUpOn: string | null
}

export interface NoteChange {
  kind: RecordKind
  id: number
  /** null takes the note away. */
  note: RecordNote | null
}

export interface AttachmentChange extends AttachmentMoves {
  kind: RecordKind
  id: number
}

export interface RecordRestore {
  kind: RecordKind
  id: number
  values: Values
}

/**
 * What a change by a person replaced besides fields; kept with the old values, so that the change can be undone and a
 * deleted record can come back with everything that supported it. An absent part was not changed.
 */
export interface OldSupport {
  hand?: Values | null
  /** Which change sets had set those fields; absent in journals of programs that did not keep it. */
  handSince?: Hand['since']
  note?: RecordNote | null
  /** Not what was replaced but what was moved: files of a record come and go one by one. */
  attachments?: AttachmentMoves
  /** Evidence of a deleted record. */
  evidence?: { source: number; row: number; diff: Diff | null }[]
}

/** How a caller follows a long apply: both are asked every thousand rows or so, inside the transaction. */
export interface ApplyWatch {
  /** True rolls everything back and answers `job_cancelled`. */
  isCancelled?(): boolean
  onProgress?(done: number, total: number): void
}

export interface RecordInsert {
  kind: RecordKind
  values: Values
  /** Evidence of the new record; `source` is the index in `batch.sources`. */
  evidence: { source: number; row: number; diff: Diff | null }[]
}

export interface RecordUpdate {
  kind: RecordKind
  id: number
  /** Digest (hex) the service saw; another one in the store refuses the change set. */
  basedOn: string
  /** Complete new values. */
  values: Values
  /** Fields that change, with their old values (null where empty), for the journal. */
  old: Values
  support?: OldSupport
}

export interface RecordDelete {
  kind: RecordKind
  id: number
  basedOn: string
  /** Old values for the journal; null when the kept file can rebuild the record (undo of a batch). */
  old: Values | null
  support?: OldSupport
}

/**
 * What a source row states where it differs from the record: `null` means silent about a field its source states.
 * May also hold statement-only fields that no record has (underscore-prefixed), e.g. `_position`.
 */
export type Diff = Record<string, unknown>

export interface EvidenceRow {
  kind: RecordKind
  id: number
  /** >= 0: id of an existing source; negative: -(index + 1) in `batch.sources`. */
  source: number
  row: number
  diff: Diff | null
}

export interface NewBatch {
  fileName: string
  sha256: string
  sizeBytes: number
  format: string
  /** cli.md kind, e.g. "standards". */
  kind: string
  programVersion: string
  options: Readonly<Record<string, unknown>>
  /** The whole answer of the import as cli.md prints it (without `batch` and `seconds`). */
  summary: Readonly<Record<string, unknown>>
  sources: NewSource[]
}

/** register: official list with complete drafting lists · official: list handed down · vendor: database export · reported: by units and districts. */
export type SourceClass = 'register' | 'official' | 'vendor' | 'reported'

export interface NewSource {
  sheet: string | null
  kind: RecordKind
  class: SourceClass
  /** Fields this sheet speaks about. */
  states: string[]
  headerRows: number[]
  mapping: Readonly<Record<string, { column: string; header: string }>>
  /** Reporter's district, status date, period, … read from the title. */
  context: Readonly<Record<string, unknown>>
  verdicts: RowRemark[]
  /** What became of the rows that came in, as `RowRuns` writes it. */
  outcomes?: string
}

/** One stored remark about a row; `detail` is what the import's answer lists for it. */
export interface RowRemark {
  row: number
  verdict: 'rejected' | 'review' | 'repaired' | 'notice' | 'skipped'
  detail: Readonly<Record<string, unknown>>
}

export interface Applied {
  sequence: number
  batch: number | null
  /** First id given to the inserts of each kind; they are consecutive in the order of `inserts`. */
  firstIds: Partial<Record<RecordKind, number>>
}

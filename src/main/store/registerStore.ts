import type { RecordKind, Values } from '../../shared/domain/catalogue/fields'
import type { Hand } from '../../shared/domain/merging/hand'
import type { Result } from '../../shared/domain/result'
import type { AttachmentReader } from './attachmentStore'
import type { ColumnSource } from './columnSource'
import type { FrozenStore } from './frozenStore'
import type { PastReader } from './historyStore'
import type { Applied, ApplyWatch, ChangeSet, Diff, SourceClass } from './changeSet'

/**
 * The store's asynchronous face: what the services of the register need, without a word of SQL.
 * SQLite answers at once, but callers must not rely on it: a PostgreSQL store will follow.
 */
export interface RegisterStore {
  records: RecordStore
  evidence: EvidenceStore
  batches: BatchStore
  names: NameStore
  attachments: AttachmentReader
  info: InfoStore
  reports: ReportStore
  frozen: FrozenStore
  past: PastReader
  columns: ColumnSource
  /** Sequence of the last applied change set; 0 in a new register. */
  sequence(): Promise<number>
  /** Begins a read from end to end: until it is disposed of, little of what is read stays in memory. */
  readThrough(): Disposable
  /** All or nothing, in one transaction; durable when it answers. */
  apply(changes: ChangeSet, watch?: ApplyWatch): Promise<Result<Applied>>
  close(): Promise<void>
}

export interface StoredRecord {
  kind: RecordKind
  id: number
  /** Hex of the first eight bytes of sha256 over the canonical fields. */
  digest: string
  values: Values
}

/** A part of a record; a field that was not asked for is absent like an empty one. */
export interface RecordFields {
  id: number
  values: Values
}

/** What a walk through the records of a kind brings of each. */
export interface WalkedFields {
  fields: readonly string[]
  /** Of a list of names (patentees, applicants, drafting units) only the first. */
  firstNameOnly?: boolean
}

export interface RecordStore {
  byKeys(kind: RecordKind, keys: readonly string[]): Promise<Map<string, StoredRecord>>
  byIds(kind: RecordKind, ids: readonly number[]): Promise<StoredRecord[]>
  /** Some fields of records in the order of the ids, one entry for each that is there: what a page of a list needs. */
  fieldsOf(kind: RecordKind, ids: readonly number[], fields: readonly string[]): Promise<RecordFields[]>
  /** Natural keys alone, many times faster than whole records. */
  keysOf(kind: RecordKind, ids: readonly number[]): Promise<Map<number, string>>
  count(kind: RecordKind): Promise<number>
  /** All records of a kind in id order, page by page, with some of their fields: a million never stand in memory. */
  walk(kind: RecordKind, asked: WalkedFields, visit: (page: readonly RecordFields[]) => void): Promise<void>
  /** All records of a small kind (units, population, …) in id order. */
  all(kind: RecordKind): Promise<StoredRecord[]>
}

export interface StoredEvidence {
  source: number
  row: number
  diff: Diff | null
}

export interface StoredSource {
  id: number
  batch: number
  position: number
  sheet: string | null
  kind: RecordKind
  class: SourceClass
  states: string[]
  mapping: Record<string, { column: string; header: string }>
  headerRows: number[]
  context: Record<string, unknown>
}

export interface EvidenceStore {
  /** Evidence of each record, oldest first (source, row). */
  ofRecords(kind: RecordKind, ids: readonly number[]): Promise<Map<number, StoredEvidence[]>>
  sources(ids?: readonly number[]): Promise<Map<number, StoredSource>>
  sourcesOfBatch(batch: number): Promise<StoredSource[]>
  /** How a batch stands to every record it touched, set by set, for undo: see the field comments. */
  reachOfBatch(batch: number): Promise<BatchReach>
  handEdits(kind: RecordKind, ids: readonly number[]): Promise<Map<number, Hand>>
  /** What rows of an undone batch supported, in row order; `from` and `to` inclusive. */
  withdrawn(source: number, from: number, to: number): Promise<WithdrawnRow[]>
  /** How many such rows each source has; sources without any are missing. */
  withdrawnCounts(sources: readonly number[]): Promise<Map<number, number>>
}

export interface WithdrawnRow {
  row: number
  /** Id the record had. */
  id: number
  kind: RecordKind
  /** Its natural key at the undo. */
  key: string
  diff: Diff | null
}

export interface BatchReach {
  /** Records that nothing else supports and no person has edited or attached a file to, by kind. */
  only: Map<RecordKind, number[]>
  /** Supported elsewhere, and certainly unchanged without this batch: a remaining plain row states every field the batch states, and no remaining row differs. */
  kept: Map<RecordKind, number[]>
  /** Supported elsewhere; must be folded again to know. */
  doubtful: Map<RecordKind, number[]>
}

export interface StoredBatch {
  id: number
  fileName: string
  sha256: string
  sizeBytes: number
  format: string
  kind: string
  at: number
  operator: string
  programVersion: string
  state: 'active' | 'undone'
  undoneAt: number | null
  options: Record<string, unknown>
  summary: Record<string, unknown>
}

export interface BatchStore {
  get(id: number): Promise<StoredBatch | null>
  /** Newest first. */
  list(): Promise<StoredBatch[]>
  /** Rows of a batch that did not come in, in the order of its tables and rows. */
  refusedRows(id: number): Promise<RefusedRow[]>
}

/** A row that was rejected or waits for an answer; `detail` is its entry in the import's answer. */
export interface RefusedRow {
  row: number
  verdict: 'rejected' | 'review'
  detail: Record<string, unknown>
}

export interface NameStore {
  ids(texts: readonly string[]): Promise<Map<string, number>>
}

export interface InfoStore {
  get(key: string): Promise<string | null>
  set(key: string, value: string): Promise<void>
}

/** A produced report with everything needed to produce it again; recording one changes no record and no sequence. */
export interface NewReport {
  form: string
  /** Canonical name of the period. */
  period: string
  asOf: string
  parameters: Readonly<object>
  /** The printed cells, row by row. */
  values: readonly (readonly (string | number | null)[])[]
  fileName: string
  sha256: string
  /** Sequence of the register it was computed from. */
  sequence: number
  /** Epoch milliseconds. */
  producedAt: number
  operator: string
}

export interface ReportStore {
  /** Keeps a produced report; needs a register opened for writing. @returns its id */
  add(report: NewReport): Promise<number>
  /** Newest first. */
  list(): Promise<(NewReport & { id: number })[]>
}

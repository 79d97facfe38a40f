import type { RecordKind, Values } from '../../../../shared/domain/catalogue/fields'
import type { Hand } from '../../../../shared/domain/merging/hand'
import type { Statement } from '../../../../shared/domain/merging/statement'
import type { ManyRows } from './manyRows'
import type { StoredRecord } from '../../../store/registerStore'
import type { SupportRow } from '../../evidence/statementCodec'

/** One statement of this file, waiting to be committed. `source` is the index of its sheet. */
export interface PendingStatement extends Statement {
  source: number
  row: number
}

/** A record that this file brings or confirms. */
export interface PendingRecord {
  kind: RecordKind
  key: string
  stored: StoredRecord | null
  current: Values
  own: PendingStatement[]
  /** Evidence kept before this file, loaded only when a statement differs from the record. */
  prior: readonly SupportRow[] | null
  hand?: Hand
  /** There once its own rows are many. */
  many?: ManyRows
  /** Set when the record was handed to the writer before: its place among those of its kind. */
  sent?: { at: number }
}

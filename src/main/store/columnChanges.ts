import type { RecordKind } from '../../shared/domain/catalogue/fields'
import type { ColumnSource } from './columnSource'

/** Ids of records that came, went or changed, ascending, by kind. */
export type ChangedRecords = ReadonlyMap<RecordKind, Int32Array>

/** What columns need to follow the register instead of being read again. */
export interface ColumnChanges {
  /** What changed after a sequence; null where that is not told record by record, or too many records changed. */
  since(sequence: number): Promise<ChangedRecords | null>
  /** Some records of one kind as they are now, the deleted ones missing. Other kinds are not told of. */
  only(kind: RecordKind, ids: Int32Array): ColumnSource
  /** The names that came after a name id, as {@link ColumnSource.names} gives them. */
  namesAfter(id: number, visit: (page: readonly (readonly [number, string])[]) => void): Promise<void>
}

import type { RecordKind } from '../../shared/domain/catalogue/fields'
import type { ColumnRow } from './columnSource'

/**
 * What records are looked for by. `missing`: a field says nothing. `nameless`: the kind's list of names has no first one.
 * `descending`: of the dates of one order some later one stands before an earlier one as a text, so that whoever asks
 * looks at these closer. `ahead`: one of the dates lies behind a day (YYYY-MM-DD).
 */
export type RowCondition = { missing: string } | { nameless: true } | { descending: readonly (readonly string[])[] } | { ahead: readonly string[]; of: string }

/** Looks through all records of a kind in the database itself: of a million rows only those come out that are meant. */
export interface RowFinder {
  /** Ids of the records for which it holds, ascending. @throws Refusal register_unavailable when the register was closed meanwhile */
  where(kind: RecordKind, condition: RowCondition): Promise<Int32Array>
  /**
   * Some fields of some records, in id order and in pages, as {@link ColumnRow}s; ids that are gone are left out.
   *
   * @param ids  ascending
   */
  among(kind: RecordKind, fields: readonly string[], ids: Int32Array, visit: (page: readonly ColumnRow[]) => void): Promise<void>
}

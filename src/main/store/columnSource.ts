import type { RecordKind } from '../../shared/domain/catalogue/fields'

/** One record's narrow columns as stored: its id, then the asked fields in their order (dates as texts, flags 1 or null, lists as JSON). */
export type ColumnRow = readonly (string | number | null)[]

/**
 * The store read by columns, for the arrays behind rankings and lists: few fields of all records of
 * a kind, in id order, in pages, so that a million records never stand in memory as rows.
 */
export interface ColumnSource {
  /** Sequence of the last applied change set, to notice that arrays are out of date. */
  sequence(): Promise<number>
  rowCount(kind: RecordKind): Promise<number>
  /**
   * `fields` are names of the catalogue that live in the kind's own table. Of a sparse field asked for alone only the
   * records come that have it.
   */
  scan(kind: RecordKind, fields: readonly string[], visit: (page: readonly ColumnRow[]) => void): Promise<void>
  /** The kind's names in id and position order, as [owner id, position, name id]; `firstOnly` gives the first of each owner. */
  scanNames(kind: RecordKind, firstOnly: boolean, visit: (page: readonly (readonly [number, number, number])[]) => void): Promise<void>
  /** Every distinct name as [id, text]. */
  names(visit: (page: readonly (readonly [number, string])[]) => void): Promise<void>
  info(key: string): Promise<string | null>
  /** How many files belong to each record that has any, by `packRecord`. */
  attachmentCounts(): Promise<ReadonlyMap<number, number>>
}

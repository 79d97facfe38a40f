import type { RecordKind, Scalar } from '../../shared/domain/catalogue/fields'

/**
 * What lists, rankings and their in-memory columns read (architecture.md 7): ids, narrow columns in id order, and the
 * search index. Long walks are cut into pieces and let other work run in between, so a record written meanwhile may or
 * may not be seen: whoever keeps what was read compares the register's sequence before and after.
 */
export interface ListStore {
  /** Ids of all records of a kind, ascending. */
  ids(kind: RecordKind): Promise<Int32Array>
  /** The first ids in the order of id or of the natural key. */
  firstIds(kind: RecordKind, order: ListOrder, limit: number): Promise<number[]>
  search(kind: RecordKind, words: readonly string[]): SearchHits
  /** Walks all records in id order; `values` are the stored columns of the asked fields (names as name ids, lists as JSON). */
  scan(kind: RecordKind, fields: readonly string[], take: (id: number, values: readonly Scalar[]) => void): Promise<void>
  /** Walks the side table of names or positions in the order of owner and position. */
  scanNames(kind: RecordKind, take: (owner: number, position: number, name: number) => void): Promise<void>
  /** All distinct names with their ids. */
  scanNameTexts(take: (id: number, text: string) => void): Promise<void>
}

export interface ListOrder {
  by: 'id' | 'key'
  descending: boolean
}

/** Records that hold every word of a query; each question is answered only when asked. */
export interface SearchHits {
  count(): Promise<number>
  /** The first hits by ascending id. */
  first(limit: number): Promise<number[]>
  /** All hits, ascending. */
  all(): Promise<Int32Array>
}

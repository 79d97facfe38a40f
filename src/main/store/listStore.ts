import type { RecordKind } from '../../shared/domain/catalogue/fields'
import type { SearchedText } from '../../shared/domain/search/matching'

/**
 * What a list needs before any column is in memory: its first rows in an order that an index
 * gives, and the hits of a search.
 */
export interface ListStore {
  /** The first ids in the order of id or of the natural key (compared character by character); a limit of -1 gives all. */
  firstIds(kind: RecordKind, order: ListOrder, limit: number): Promise<Int32Array>
  /** The record whose key comes right before that of another one; null before the first. */
  idBefore(kind: RecordKind, id: number): Promise<number | null>
  /**
   * `words` as `queryWords` gives them, at least one.
   *
   * @param isStale asked between the steps of a long search; when it says yes, the hits are those found so far
   */
  search(kind: RecordKind, words: readonly string[], isStale?: () => boolean): SearchHits
}

/** A searched text with the field that it stands in. */
export type FieldText = SearchedText & { field: string }

/** What a search looked at, to show where it found something. */
export interface SearchTexts {
  /** The searched texts of records by their ids; those that are gone are left out. */
  texts(kind: RecordKind, ids: readonly number[]): Promise<Map<number, FieldText[]>>
}

/** Search that takes words of letters also as pinyin (shared/domain/search/pinyin.ts). */
export interface SpelledSearch {
  /**
   * All records that hold every word as it is written or as it is spelled, ascending.
   *
   * @param isStale asked between the steps of a long search
   * @returns       null when the answer is no longer wanted
   */
  spelled(kind: RecordKind, words: readonly string[], isStale?: () => boolean): Promise<Int32Array | null>
}

export interface ListOrder {
  by: 'id' | 'key'
  descending: boolean
}

/** Records that hold every word of a query; each question is answered only when asked. */
export interface SearchHits {
  count(): Promise<number>
  /** The first hits by ascending id. */
  first(limit: number): Promise<Int32Array>
  /** The hits [from, to) by ascending id, wherever in them: a page need not wait for all of them. */
  range(from: number, to: number): Promise<Int32Array>
  /** All hits, ascending. */
  all(): Promise<Int32Array>
}

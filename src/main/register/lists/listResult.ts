import type { RecordKind } from '../../../shared/domain/catalogue/fields'
import type { ListOrder, ListStore, SearchHits } from '../../store/listStore'

/**
 * The records that a query found, in order: how many, and the ids of any range. The vector of ids behind it comes
 * into being only when it is needed: the first rows of a list come straight from an index.
 */
export interface ListResult {
  count: number
  /** Ids of the rows [from, to). */
  ids(from: number, to: number): Promise<ArrayLike<number>>
}

/** Rows asked of an index before the vector is built; deeper pages would walk it from its beginning every time. */
const indexedRows = 1_000

export function vectorResult(ids: Int32Array): ListResult {
  return { count: ids.length, ids: async (from, to) => ids.subarray(from, to) }
}

/** The whole kind in the order of an index, of which a walk from end to end also gives the vector. */
export function indexedResult(lists: ListStore, kind: RecordKind, order: ListOrder, count: number): ListResult {
  let vector: Promise<Int32Array> | null = null
  return {
    count,
    async ids(from, to) {
      if (vector === null && to <= indexedRows) return (await lists.firstIds(kind, order, to)).subarray(from, to)
      vector ??= lists.firstIds(kind, order, -1)
      return (await vector).subarray(from, to)
    },
  }
}

export function searchResult(hits: SearchHits, count: number): ListResult {
  return { count, ids: (from, to) => hits.range(from, to) }
}

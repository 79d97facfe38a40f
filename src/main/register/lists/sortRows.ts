import type { RankedColumn, RankedLists } from '../columns/rankedColumn'

export interface SortKey {
  column: RankedColumn
  descending: boolean
}

/** 11 bits a pass: the counts of a pass stay in the processor's nearest cache. */
const bits = 11
const buckets = 1 << bits

/**
 * Sorts rows by keys, the most important first, by counting: a million rows take some ten milliseconds a key. Rows
 * equal in every key keep their order; rows without a value stand last in either direction.
 */
export function sortRows(rows: Int32Array, keys: readonly SortKey[]): Int32Array {
  let sorted = rows
  for (const key of keys.toReversed()) sorted = sortByKey(sorted, key)
  return sorted
}

function sortByKey(rows: Int32Array, { column, descending }: SortKey): Int32Array {
  return sortByRanks(rows, column.ranks, column.values.length, descending ? descendingPlaces(column) : null)
}

function sortByRanks(rows: Int32Array, ranks: Int32Array, highest: number, places: Int32Array | null): Int32Array {
  let from = rows
  for (let shift = 0; shift === 0 || highest >> shift > 0; shift += bits) from = countingPass(from, ranks, places, shift)
  return from
}

/** Place of every rank when values run backwards; the empty rank stays behind them. */
function descendingPlaces({ values }: RankedColumn): Int32Array {
  const places = new Int32Array(values.length + 1)
  for (let rank = 0; rank < values.length; rank++) places[rank] = values.length - 1 - rank
  places[values.length] = values.length
  return places
}

function countingPass(rows: Int32Array, ranks: Int32Array, places: Int32Array | null, shift: number): Int32Array {
  const starts = new Int32Array(buckets + 1)
  const digits = new Uint16Array(rows.length)
  for (let at = 0; at < rows.length; at++) {
    const rank = ranks[rows[at] as number] as number
    const digit = ((places === null ? rank : (places[rank] as number)) >> shift) & (buckets - 1)
    digits[at] = digit
    starts[digit + 1] = (starts[digit + 1] as number) + 1
  }
  for (let bucket = 0; bucket < buckets; bucket++) starts[bucket + 1] = (starts[bucket + 1] as number) + (starts[bucket] as number)
  const sorted = new Int32Array(rows.length)
  for (let at = 0; at < rows.length; at++) {
    const digit = digits[at] as number
    const to = starts[digit] as number
    sorted[to] = rows[at] as number
    starts[digit] = to + 1
  }
  return sorted
}

/** Beyond this many values a row is placed by the first ones. */
const comparedValues = 32

/**
 * One rank a row for a field with several values: rows compare value by value in their own order, a shorter list before
 * its continuation, no value at all last.
 */
export function rankLists(lists: RankedLists): RankedColumn {
  const count = lists.starts.length - 1
  let rows: Int32Array = Int32Array.from({ length: count }, (_, row) => row)
  const longest = Math.min(comparedValues, longestOf(lists))
  for (let position = longest - 1; position >= 0; position--) {
    rows = countingByPosition(rows, lists, position)
  }
  return rankSorted(rows, lists)
}

function longestOf({ starts }: RankedLists): number {
  let longest = 0
  for (let row = 0; row + 1 < starts.length; row++) longest = Math.max(longest, (starts[row + 1] ?? 0) - (starts[row] ?? 0))
  return longest
}

/** Sorts by the value at one position; rows that have none there come first. */
function countingByPosition(rows: Int32Array, { starts, ranks, values }: RankedLists, position: number): Int32Array {
  const at = new Int32Array(starts.length - 1)
  for (let row = 0; row < at.length; row++) {
    const index = (starts[row] as number) + position
    at[row] = index < (starts[row + 1] as number) ? (ranks[index] as number) + 1 : 0
  }
  return sortByRanks(rows, at, values.length, null)
}

function rankSorted(rows: Int32Array, lists: RankedLists): RankedColumn {
  const ranks = new Int32Array(rows.length)
  let rank = -1
  let previous = -1
  for (const row of rows) {
    if (lengthOf(lists, row) === 0) continue
    if (previous < 0 || !areEqual(lists, previous, row)) rank++
    ranks[row] = rank
    previous = row
  }
  for (let row = 0; row < ranks.length; row++) if (lengthOf(lists, row) === 0) ranks[row] = rank + 1
  return { ranks, values: Array.from({ length: rank + 1 }, (_, index) => index) }
}

function lengthOf({ starts }: RankedLists, row: number): number {
  return (starts[row + 1] ?? 0) - (starts[row] ?? 0)
}

function areEqual(lists: RankedLists, a: number, b: number): boolean {
  if (lengthOf(lists, a) !== lengthOf(lists, b)) return false
  const [startA, startB] = [lists.starts[a] ?? 0, lists.starts[b] ?? 0]
  for (let at = 0; at < lengthOf(lists, a); at++) if (lists.ranks[startA + at] !== lists.ranks[startB + at]) return false
  return true
}

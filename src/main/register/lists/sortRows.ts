import { IntList, type RankedColumn, type RankedLists } from '../columns/rankedColumn'

export interface SortKey {
  column: RankedColumn
  descending: boolean
}

/** One pass sorts up to this many bits; more buckets than a cache holds would cost what a second pass does. */
const bitsOfPass = 16

/**
 * Sorts rows by keys, the most important first, by counting: a million rows take some ten milliseconds a key. Rows
 * equal in every key keep their order; rows without a value stand last in either direction.
 *
 * @param rows  null for all rows of the columns
 */
export function sortRows(rows: Int32Array | null, keys: readonly SortKey[]): Int32Array | null {
  let sorted = rows
  for (const { column, descending } of keys.toReversed()) {
    sorted = sortByNumbers(sorted, column.ranks, column.values.length, descending ? descendingPlaces(column) : null)
  }
  return sorted
}

/** Sorts rows by whole numbers from 0 to `highest`, one a row of the columns; equal ones keep their order. */
export function sortByNumbers(rows: Int32Array | null, ranks: Int32Array, highest: number, places: Int32Array | null = null): Int32Array {
  const bits = Math.max(1, 32 - Math.clz32(highest))
  const passes = Math.ceil(bits / bitsOfPass)
  const width = Math.ceil(bits / passes)
  let sorted = rows
  for (let pass = 0; pass < passes; pass++) sorted = countingPass(sorted, ranks, places, pass * width, width)
  return sorted ?? new Int32Array(0)
}

/** Place of every rank when values run backwards; the empty rank stays behind them. */
function descendingPlaces({ values }: RankedColumn): Int32Array {
  const places = new Int32Array(values.length + 1)
  for (let rank = 0; rank < values.length; rank++) places[rank] = values.length - 1 - rank
  places[values.length] = values.length
  return places
}

function countingPass(rows: Int32Array | null, ranks: Int32Array, places: Int32Array | null, shift: number, width: number): Int32Array {
  const digits = digitsOf(rows, ranks, places, shift, (1 << width) - 1)
  const next = new Int32Array((1 << width) + 1)
  for (let at = 0; at < digits.length; at++) {
    const bucket = (digits[at] as number) + 1
    next[bucket] = (next[bucket] as number) + 1
  }
  for (let bucket = 1; bucket < next.length; bucket++) next[bucket] = (next[bucket] as number) + (next[bucket - 1] as number)
  const sorted = new Int32Array(digits.length)
  for (let at = 0; at < digits.length; at++) {
    const digit = digits[at] as number
    const to = next[digit] as number
    next[digit] = to + 1
    sorted[to] = rows === null ? at : (rows[at] as number)
  }
  return sorted
}

/** The part of each row's place that a pass sorts by; loops of one shape each, because they run a million times. */
function digitsOf(rows: Int32Array | null, ranks: Int32Array, places: Int32Array | null, shift: number, mask: number): Uint16Array {
  const digits = new Uint16Array(rows?.length ?? ranks.length)
  if (rows === null && places === null) for (let at = 0; at < digits.length; at++) digits[at] = ((ranks[at] as number) >> shift) & mask
  else if (rows === null && places !== null) for (let at = 0; at < digits.length; at++) digits[at] = ((places[ranks[at] as number] as number) >> shift) & mask
  else if (rows !== null && places === null) for (let at = 0; at < digits.length; at++) digits[at] = ((ranks[rows[at] as number] as number) >> shift) & mask
  else if (rows !== null && places !== null) for (let at = 0; at < digits.length; at++) digits[at] = ((places[ranks[rows[at] as number] as number] as number) >> shift) & mask
  return digits
}

/** Beyond this many values a row is placed by the first ones. */
const comparedValues = 32

/**
 * One rank a row for a field with several values: rows compare value by value in their own order, a shorter list before
 * its continuation, no value at all last.
 */
export function rankLists(lists: RankedLists): RankedColumn {
  const ofLength = rowsByLength(lists)
  // Only places of rows that are sorted are looked at, so what a former position left in the others does not matter.
  const places = new Int32Array(lists.starts.length - 1)
  let rows: Int32Array = new Int32Array(0)
  for (let position = ofLength.length - 1; position >= 0; position--) {
    // Rows that end here come before those that go on, which are in order from here on.
    rows = joined(ofLength[position] ?? rows, rows)
    for (const row of rows) places[row] = lists.ranks[(lists.starts[row] as number) + position] as number
    rows = sortByNumbers(rows, places, lists.values.length)
  }
  return rankSorted(rows, lists)
}

/** The rows with one value, with two and so on, as far as values are compared. */
function rowsByLength(lists: RankedLists): Int32Array<ArrayBuffer>[] {
  const found: IntList[] = []
  for (let row = 0; row + 1 < lists.starts.length; row++) {
    const length = Math.min(comparedValues, lengthOf(lists, row))
    while (found.length < length) found.push(new IntList())
    found[length - 1]?.push(row)
  }
  return found.map((rows) => rows.toArray())
}

function joined(first: Int32Array, second: Int32Array): Int32Array<ArrayBuffer> {
  const all = new Int32Array(first.length + second.length)
  all.set(first)
  all.set(second, first.length)
  return all
}

/** @param rows  those that have values, in order */
function rankSorted(rows: Int32Array, lists: RankedLists): RankedColumn {
  const ranks = new Int32Array(lists.starts.length - 1)
  let rank = -1
  let previous = -1
  for (const row of rows) {
    if (previous < 0 || !areEqual(lists, previous, row)) rank++
    ranks[row] = rank
    previous = row
  }
  for (let row = 0; row < ranks.length; row++) if (lengthOf(lists, row) === 0) ranks[row] = rank + 1
  return { ranks, values: Array.from({ length: rank + 1 }, (_, index) => index) }
}

function lengthOf({ starts }: RankedLists, row: number): number {
  return (starts[row + 1] as number) - (starts[row] as number)
}

function areEqual(lists: RankedLists, a: number, b: number): boolean {
  if (lengthOf(lists, a) !== lengthOf(lists, b)) return false
  const [startA, startB] = [lists.starts[a] as number, lists.starts[b] as number]
  for (let at = 0; at < lengthOf(lists, a); at++) if (lists.ranks[startA + at] !== lists.ranks[startB + at]) return false
  return true
}

import type { RankedColumn, RankedLists } from '../columns/rankedColumn'

/**
 * A test on one column, as a table: 1 for every rank that passes; the entry behind the last value is the empty one. A row
 * with several values passes with one of them, or negated when none does.
 */
export type RowTest = { column: RankedColumn; passes: Uint8Array } | { lists: RankedLists; passes: Uint8Array; isNegated?: boolean }

/** Builds the table of a test by asking it once per distinct value. */
export function passTable(values: readonly (string | number)[], accepts: (value: string | number) => boolean, acceptsEmpty: boolean): Uint8Array {
  const passes = new Uint8Array(values.length + 1)
  for (let rank = 0; rank < values.length; rank++) passes[rank] = accepts(values[rank] ?? '') ? 1 : 0
  passes[values.length] = acceptsEmpty ? 1 : 0
  return passes
}

/** The rows that pass every test, in their order; null, as in `rows`, means all. */
export function filterRows(rows: Int32Array | null, tests: readonly RowTest[]): Int32Array | null {
  let found = rows
  for (const test of tests) found = 'column' in test ? passingColumn(found, test.column.ranks, test.passes) : passingLists(found, test.lists, test.passes, test.isNegated === true)
  return found
}

/** Writes every row and moves on only behind those that pass: no branch that the processor could mispredict. */
function passingColumn(rows: Int32Array | null, ranks: Int32Array, passes: Uint8Array): Int32Array {
  const kept = new Int32Array((rows?.length ?? ranks.length) + 1)
  let length = 0
  if (rows === null) {
    for (let row = 0; row < ranks.length; row++) {
      kept[length] = row
      length += passes[ranks[row] as number] as number
    }
  } else {
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] as number
      kept[length] = row
      length += passes[ranks[row] as number] as number
    }
  }
  return kept.subarray(0, length)
}

function passingLists(rows: Int32Array | null, lists: RankedLists, passes: Uint8Array, isNegated: boolean): Int32Array {
  const kept = new Int32Array((rows?.length ?? lists.starts.length - 1) + 1)
  let length = 0
  for (let at = 0; at < kept.length - 1; at++) {
    const row = rows === null ? at : (rows[at] as number)
    if (hasPassing(row, lists, passes) !== isNegated) kept[length++] = row
  }
  return kept.subarray(0, length)
}

function hasPassing(row: number, { starts, ranks, values }: RankedLists, passes: Uint8Array): boolean {
  const end = starts[row + 1] as number
  let at = starts[row] as number
  if (at === end) return passes[values.length] === 1
  for (; at < end; at++) if (passes[ranks[at] as number] === 1) return true
  return false
}

/** The rows of ids, both ascending; ids that are not in the column are left out. */
export function rowsOfIds(ids: Int32Array, wanted: Int32Array): Int32Array {
  const rows = new Int32Array(wanted.length)
  let length = 0
  let row = 0
  for (const id of wanted) {
    row = rowAtOrAfter(ids, id, row)
    if (ids[row] === id) rows[length++] = row
  }
  return rows.subarray(0, length)
}

/** The first row from `from` on whose id is not lower. Ids have few gaps, so the first guess is nearly always right. */
function rowAtOrAfter(ids: Int32Array, id: number, from: number): number {
  if (from >= ids.length || (ids[from] as number) >= id) return from
  let high = Math.min(ids.length, from + id - (ids[from] as number))
  let low = from + 1
  while (low < high && ids[high] !== id) {
    const middle = (low + high) >> 1
    if ((ids[middle] as number) < id) low = middle + 1
    else high = middle
  }
  return high
}

/** The ids of rows; null means all rows. */
export function idsOfRows(ids: Int32Array, rows: Int32Array | null): Int32Array {
  if (rows === null) return ids
  const found = new Int32Array(rows.length)
  for (let at = 0; at < rows.length; at++) found[at] = ids[rows[at] as number] as number
  return found
}

import type { RankedColumn, RankedLists } from '../columns/rankedColumn'

/** A test on one column, as a table: 1 for every rank that passes; the entry behind the last value is the empty one. */
export type RowTest = { column: RankedColumn; passes: Uint8Array } | { lists: RankedLists; passes: Uint8Array }

/** Builds the table of a test by asking it once per distinct value. */
export function passTable(values: readonly (string | number)[], accepts: (value: string | number) => boolean, acceptsEmpty: boolean): Uint8Array {
  const passes = new Uint8Array(values.length + 1)
  for (let rank = 0; rank < values.length; rank++) passes[rank] = accepts(values[rank] ?? '') ? 1 : 0
  passes[values.length] = acceptsEmpty ? 1 : 0
  return passes
}

/** The rows that pass every test, in their order; `rows` null means all of `count`. */
export function filterRows(count: number, rows: Int32Array | null, tests: readonly RowTest[]): Int32Array {
  let found = rows
  for (const test of tests) found = passing(count, found, test)
  return found ?? Int32Array.from({ length: count }, (_, row) => row)
}

function passing(count: number, rows: Int32Array | null, test: RowTest): Int32Array {
  const kept = new Int32Array(rows?.length ?? count)
  let length = 0
  const isKept = 'column' in test ? columnTest(test.column.ranks, test.passes) : listsTest(test.lists, test.passes)
  for (let at = 0; at < kept.length; at++) {
    const row = rows === null ? at : (rows[at] as number)
    if (isKept(row)) kept[length++] = row
  }
  return kept.subarray(0, length)
}

function columnTest(ranks: Int32Array, passes: Uint8Array): (row: number) => boolean {
  return (row) => passes[ranks[row] as number] === 1
}

function listsTest({ starts, ranks, values }: RankedLists, passes: Uint8Array): (row: number) => boolean {
  return (row) => {
    const end = starts[row + 1] as number
    let at = starts[row] as number
    if (at === end) return passes[values.length] === 1
    for (; at < end; at++) if (passes[ranks[at] as number] === 1) return true
    return false
  }
}

/** The rows of ids, both ascending; ids that are not in the column are left out. */
export function rowsOfIds(ids: Int32Array, wanted: Int32Array): Int32Array {
  const rows = new Int32Array(wanted.length)
  let length = 0
  let row = 0
  for (const id of wanted) {
    while (row < ids.length && (ids[row] as number) < id) row++
    if (ids[row] === id) rows[length++] = row
  }
  return rows.subarray(0, length)
}

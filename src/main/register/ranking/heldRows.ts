/** Rows of some columns, ascending. */
export type RowSet = Int32Array<ArrayBuffer>

const heldSets = 16
const held = new WeakMap<object, Map<string, RowSet>>()
let scratch: RowSet = new Int32Array(0)

/**
 * The rows that `select` finds, remembered for these columns: the columns of a form ask the same question again and
 * again. `select` writes row numbers into the buffer it is given and answers how many. Columns are never changed, so what
 * was found stays true; the memory goes with them.
 */
export function heldRows(columns: { count: number }, question: string, select: (hits: RowSet) => number): RowSet {
  const known = held.get(columns) ?? new Map<string, RowSet>()
  held.set(columns, known)
  const before = known.get(question)
  if (before) return before
  if (scratch.length < columns.count) scratch = new Int32Array(columns.count)
  const rows = scratch.slice(0, select(scratch))
  const oldest = known.keys().next()
  if (known.size >= heldSets && !oldest.done) known.delete(oldest.value)
  known.set(question, rows)
  return rows
}

/** Those rows whose number in a column is allowed. */
export function selectRows(rows: RowSet, column: Uint8Array, allowed: Uint8Array): RowSet {
  const kept = new Int32Array(rows.length)
  let found = 0
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0
    if (allowed[column[row] ?? 0] === 1) kept[found++] = row
  }
  return kept.subarray(0, found)
}

/** Rows that stand one after the other in the former state, or among those that were read again. */
export interface Run {
  isFormer: boolean
  start: number
  end: number
}

/** How the rows of a kind in one state of the register become its rows in a later one. */
export interface Splice {
  rows: number
  runs: readonly Run[]
}

/**
 * Both states in id order.
 *
 * @param former   ids of all records of the former state
 * @param touched  ids of those that came, went or changed since
 * @param present  those of the touched that are there now: the rows that were read again
 */
export function spliceOf(former: Int32Array, touched: Int32Array, present: Int32Array): Splice {
  const runs: Run[] = []
  let from = 0
  let next = 0
  for (const id of touched) {
    const at = lowerBound(former, id, from)
    if (at > from) runs.push({ isFormer: true, start: from, end: at })
    from = former[at] === id ? at + 1 : at
    if (present[next] === id) runs.push({ isFormer: false, start: next, end: ++next })
  }
  if (from < former.length) runs.push({ isFormer: true, start: from, end: former.length })
  return { rows: runs.reduce((rows, { start, end }) => rows + end - start, 0), runs }
}

/** First place from `from` on whose value is not below; the length when there is none. */
function lowerBound(ascending: Int32Array, value: number, from: number): number {
  let low = from
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ascending[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** Rows that the former state had and the later one takes from elsewhere, or not at all. */
export function eachDroppedRun({ runs }: Splice, formerRows: number, visit: (start: number, end: number) => void): void {
  let from = 0
  for (const { isFormer, start, end } of runs) {
    if (!isFormer) continue
    if (start > from) visit(from, start)
    from = end
  }
  if (from < formerRows) visit(from, formerRows)
}

type Numbers = Int32Array | Uint8Array

/** One number a row, laid out anew; both states of an array have one type. */
export function spliceNumbers<T extends Numbers>(former: T, changed: T, { rows, runs }: Splice): T {
  const made = (former instanceof Int32Array ? new Int32Array(rows) : new Uint8Array(rows)) as T
  let at = 0
  for (const { isFormer, start, end } of runs) {
    made.set((isFormer ? former : changed).subarray(start, end), at)
    at += end - start
  }
  return made
}

/** Columns that are all one number a row, and how many rows they have. */
export function spliceColumns<T extends { count: number }>(former: T, changed: T, splice: Splice): T {
  const other: Readonly<Record<string, unknown>> = { ...changed }
  const arrays = Object.entries(former).flatMap(([name, numbers]: [string, unknown]) => {
    const replaced = other[name]
    return isNumbers(numbers) && isNumbers(replaced) ? [[name, spliceNumbers(numbers, replaced, splice)]] : []
  })
  return { ...former, ...Object.fromEntries(arrays), count: splice.rows }
}

function isNumbers(value: unknown): value is Numbers {
  return value instanceof Int32Array || value instanceof Uint8Array
}

/** Sorting keys of many texts, one after the other: row r has `units[starts[r]]` up to `starts[r + 1]`, each above 0. */
export interface PackedKeys {
  units: Uint16Array
  starts: Uint32Array
}

/** Breaks the tie between two rows of equal keys; negative when the first comes first. */
type BreakTie = (a: number, b: number) => number

/** Runs this short are put in order one by one. */
const shortRun = 16

/**
 * The rows of `keys` in the order of their keys, a key before its continuation: three-way radix quicksort, which looks
 * at every unit once instead of comparing whole keys over and over, and makes no text of them.
 */
export function orderByKeys(keys: PackedKeys, breakTie: BreakTie): Uint32Array {
  const order = Uint32Array.from({ length: keys.starts.length - 1 }, (_, row) => row)
  sortRun(order, keys, breakTie, 0, order.length, 0)
  return order
}

interface Run { from: number; to: number; depth: number }

/** The longest part is gone on with, the others are called for: no call goes deeper than the logarithm of the rows. */
function sortRun(order: Uint32Array, keys: PackedKeys, breakTie: BreakTie, from: number, to: number, depth: number): void {
  let run: Run = { from, to, depth }
  while (run.to - run.from > shortRun) {
    const [longest, ...shorter] = partsOf(order, keys, breakTie, run)
    for (const part of shorter) sortRun(order, keys, breakTie, part.from, part.to, part.depth)
    if (longest === undefined) return
    run = longest
  }
  insertInOrder(order, keys, breakTie, run)
}

/** Parts a run by the unit at its depth and gives what is still to be sorted, the longest first. */
function partsOf(order: Uint32Array, keys: PackedKeys, breakTie: BreakTie, { from, to, depth }: Run): Run[] {
  const pivot = middleOf(order, keys, from, to, depth)
  let [low, at, high] = [from, from, to]
  while (at < high) {
    const unit = unitAt(keys, order[at] as number, depth)
    if (unit < pivot) swap(order, low++, at++)
    else if (unit > pivot) swap(order, at, --high)
    else at++
  }
  const parts = [{ from, to: low, depth }, { from: high, to, depth }]
  if (pivot === 0) order.subarray(low, high).sort(breakTie)
  else parts.push({ from: low, to: high, depth: depth + 1 })
  return parts.sort((a, b) => (b.to - b.from) - (a.to - a.from))
}

function middleOf(order: Uint32Array, keys: PackedKeys, from: number, to: number, depth: number): number {
  const a = unitAt(keys, order[from] as number, depth)
  const b = unitAt(keys, order[(from + to) >> 1] as number, depth)
  const c = unitAt(keys, order[to - 1] as number, depth)
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c))
}

function insertInOrder(order: Uint32Array, keys: PackedKeys, breakTie: BreakTie, { from, to, depth }: Run): void {
  for (let next = from + 1; next < to; next++) {
    const row = order[next] as number
    let at = next
    while (at > from && compareFrom(keys, order[at - 1] as number, row, depth, breakTie) > 0) order[at] = order[--at] as number
    order[at] = row
  }
}

function compareFrom(keys: PackedKeys, a: number, b: number, depth: number, breakTie: BreakTie): number {
  for (let at = depth; ; at++) {
    const unit = unitAt(keys, a, at)
    const difference = unit - unitAt(keys, b, at)
    if (difference !== 0) return difference
    if (unit === 0) return breakTie(a, b)
  }
}

/** 0 behind the end, which no unit is. */
function unitAt({ units, starts }: PackedKeys, row: number, depth: number): number {
  const at = (starts[row] as number) + depth
  return at < (starts[row + 1] as number) ? (units[at] as number) : 0
}

function swap(order: Uint32Array, a: number, b: number): void {
  const kept = order[a] as number
  order[a] = order[b] as number
  order[b] = kept
}

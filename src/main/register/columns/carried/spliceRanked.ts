import { compareByPinyin } from '../../../../shared/domain/order/pinyinOrder'
import type { RankedColumn, RankedLists, ValueOrder } from '../rankedColumn'
import { eachDroppedRun, type Run, type Splice } from './splice'

type Value = string | number

/** The values of both sides in one order, and the rank there of each side's ranks; a row without a value keeps none. */
interface MergedValues {
  values: readonly Value[]
  ofFormer: Int32Array
  ofChanged: Int32Array
}

/** A column as it would be if it were built again: values that no row has any more are gone. */
export function spliceRanked(former: RankedColumn, changed: RankedColumn, splice: Splice, order: ValueOrder): RankedColumn {
  const merged = mergeValues(former, changed, splice, former.ranks.length, order)
  return { ranks: rerank(former.ranks, changed.ranks, splice.rows, splice.runs, merged), values: merged.values }
}

/** The same for several values a row. */
export function spliceLists(former: RankedLists, changed: RankedLists, splice: Splice, order: ValueOrder): RankedLists {
  const starts = new Int32Array(splice.rows + 1)
  const entryRuns: Run[] = []
  let row = 0
  let entry = 0
  for (const { isFormer, start, end } of splice.runs) {
    const side = isFormer ? former.starts : changed.starts
    const first = side[start] ?? 0
    for (let at = start; at < end; at++) starts[++row] = entry + (side[at + 1] ?? 0) - first
    entry = starts[row] ?? 0
    entryRuns.push({ isFormer, start: first, end: side[end] ?? first })
  }
  const entries = { rows: entry, runs: entryRuns }
  const merged = mergeValues(former, changed, entries, former.ranks.length, order)
  return { starts, ranks: rerank(former.ranks, changed.ranks, entry, entryRuns, merged), values: merged.values }
}

function rerank(former: Int32Array, changed: Int32Array, length: number, runs: readonly Run[], { ofFormer, ofChanged }: MergedValues): Int32Array {
  const ranks = new Int32Array(length)
  let at = 0
  for (const { isFormer, start, end } of runs) {
    const [side, rankOf] = isFormer ? [former, ofFormer] : [changed, ofChanged]
    for (let entry = start; entry < end; entry++) ranks[at++] = rankOf[side[entry] ?? 0] ?? 0
  }
  return ranks
}

interface Ranks { ranks: Int32Array; values: readonly Value[] }

function mergeValues(former: Ranks, changed: Ranks, splice: Splice, formerRows: number, order: ValueOrder): MergedValues {
  const compare = order === 'pinyin' ? byPinyin : byValue
  // Where each changed value stands among the former ones, or would stand.
  const places = changed.values.map((value) => placeAmong(former.values, value, compare))
  const isKnown = places.map((place, rank) => former.values[place] === changed.values[rank])
  const isGone = goneValues(former, splice, formerRows)
  places.forEach((place, rank) => { if (isKnown[rank]) isGone.delete(place) })
  const ofFormer = new Int32Array(former.values.length + 1)
  const ofChanged = new Int32Array(changed.values.length + 1)
  const values: Value[] = []
  let next = 0
  for (let rank = 0; rank <= former.values.length; rank++) {
    for (; places[next] === rank && !isKnown[next]; next++) ofChanged[next] = values.push(changed.values[next] ?? '') - 1
    ofFormer[rank] = values.length
    if (places[next] === rank) ofChanged[next++] = values.length
    if (rank < former.values.length && !isGone.has(rank)) values.push(former.values[rank] ?? '')
  }
  ofChanged[changed.values.length] = values.length
  return { values, ofFormer, ofChanged }
}

/** Ranks of the values that only dropped rows had. */
function goneValues({ ranks, values }: Ranks, splice: Splice, formerRows: number): Set<number> {
  const candidates = new Set<number>()
  eachDroppedRun(splice, formerRows, (start, end) => {
    for (let row = start; row < end; row++) if ((ranks[row] ?? 0) < values.length) candidates.add(ranks[row] ?? 0)
  })
  if (candidates.size === 0) return candidates
  const isCandidate = new Uint8Array(values.length + 1)
  for (const rank of candidates) isCandidate[rank] = 1
  for (const { isFormer, start, end } of splice.runs) {
    if (!isFormer) continue
    for (let row = start; row < end; row++) if (isCandidate[ranks[row] ?? 0] === 1) candidates.delete(ranks[row] ?? 0)
  }
  return candidates
}

function placeAmong(values: readonly Value[], value: Value, compare: (a: Value, b: Value) => number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compare(values[middle] ?? '', value) < 0) low = middle + 1
    else high = middle
  }
  return low
}

function byPinyin(a: Value, b: Value): number {
  return compareByPinyin(String(a), String(b))
}

function byValue(a: Value, b: Value): number {
  return a < b ? -1 : a > b ? 1 : 0
}

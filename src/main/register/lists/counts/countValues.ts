import type { RankedColumn, RankedLists } from '../../columns/rankedColumn'

/**
 * How many rows have each value, and last how many have none. A row with several values counts once for each.
 *
 * @param rows     null means all
 * @param placeOf  of ranks that count together; without it each counts for itself
 */
export function countValues(column: RankedColumn | RankedLists, rows: Int32Array | null, placeOf: Int32Array | null = null): Int32Array {
  const count = rows?.length ?? ('starts' in column ? column.starts.length - 1 : column.ranks.length)
  const empty = column.values.length
  const counts = new Int32Array((placeOf === null ? empty : (placeOf[empty] ?? 0)) + 1)
  if (empty === 0) {
    counts[0] = count
    return counts
  }
  // The row that each place was counted for last: two writings of one name in a row are one.
  const countedFor = new Int32Array(counts.length).fill(-1)
  const add = (rank: number, row: number): void => {
    const place = placeOf === null ? rank : (placeOf[rank] as number)
    if (countedFor[place] === row) return
    countedFor[place] = row
    counts[place] = (counts[place] as number) + 1
  }
  for (let at = 0; at < count; at++) {
    const row = rows === null ? at : (rows[at] as number)
    if (!('starts' in column)) add(column.ranks[row] as number, row)
    else if (column.starts[row] === column.starts[row + 1]) add(empty, row)
    else for (let index = column.starts[row] as number; index < (column.starts[row + 1] as number); index++) add(column.ranks[index] as number, row)
  }
  return counts
}

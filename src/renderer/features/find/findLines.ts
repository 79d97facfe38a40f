import type { ListKind } from '../../../shared/bridge/lists'
import type { FoundGroup, FoundHit } from '../../../shared/bridge/search'

/** A line of the find panel that can be opened: a record, or the list of all of its kind. */
export interface FindLine {
  kind: ListKind
  /** null: all of the kind. */
  hit: FoundHit | null
}

/** The lines in the order of the arrow keys; the way to the list stands behind a kind's hits where there are more. */
export function findLines(groups: readonly FoundGroup[]): FindLine[] {
  return groups.flatMap(({ kind, count, hits }) => [...hits.map((hit) => ({ kind, hit })), ...(count > hits.length ? [{ kind, hit: null }] : [])])
}

/** The line that an arrow key leads to; after the last comes the first. */
export function nextLine(chosen: number, key: string, count: number): number | null {
  if (count === 0) return null
  switch (key) {
    case 'ArrowDown': return (chosen + 1) % count
    case 'ArrowUp': return (chosen + count - 1) % count
    default: return null
  }
}

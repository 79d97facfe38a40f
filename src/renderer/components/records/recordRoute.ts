import type { Destination } from '../navigation'

/** The page that lists records of a kind; figures of the city stand with the units. */
export function recordRoute(kind: string): Destination['route'] {
  switch (kind) {
    case 'patents': case 'pct': return 'patents'
    case 'trademarks': return 'trademarks'
    case 'honours': case 'pilots': case 'indicators': return 'honours'
    case 'units': case 'population': case 'market_entities': return 'units'
    default: return 'standards'
  }
}

/** Finds a record by its key where records of its kind are listed. */
export function recordDestination(kind: string, { key }: { key: string }): Destination {
  return { route: recordRoute(kind), state: { kind, search: key } }
}

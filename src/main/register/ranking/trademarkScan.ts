import { hasHappenedBy, isInWindow, noDate } from '../columns/packedDate'
import type { PctColumns } from '../columns/otherColumns'
import type { TrademarkColumns } from '../columns/trademarkColumns'
import type { UnitDirectory } from '../columns/unitDirectory'
import type { CountQuery, CountScan } from './countScan'
import { placedScan } from './placedScan'
import { passingOwned } from './rowsWhere'

/** Marks by number-class pair: applied for or registered in the window, in term or in grace on the day (domain.md 3). */
export function scanTrademarks(columns: TrademarkColumns, query: CountQuery, directory: UnitDirectory): CountScan {
  const { definition, window, asOf, lastingUntil } = query
  const weight = weightOf(columns, query)
  if (definition.shape === 'flow') {
    const day = definition.event === 'appliedOn' ? columns.appliedOn : columns.registeredOn
    return placedScan('trademark', { columns, hits: passingOwned(select(columns.count, (row) => (weight[row] ?? 0) > 0 && isInWindow(day[row] ?? 0, window)), columns, query), weight, day }, directory)
  }
  const isIn = definition.state === 'grace' ? isInGrace : isInTerm
  const holdsOn = (row: number, day: number): boolean => isRegisteredOn(columns, row, day) && isIn(columns, row, day)
  const hits = select(columns.count, (row) => (weight[row] ?? 0) > 0 && holdsOn(row, asOf) && (lastingUntil === null || holdsOn(row, lastingUntil)))
  return placedScan('trademark', { columns, hits: passingOwned(hits, columns, query), weight, day: asOf }, directory)
}

/** What each mark counts: all of its classes, or those that are asked for. */
function weightOf({ weight, ids }: TrademarkColumns, { pairs }: CountQuery): Uint8Array {
  return pairs === null ? weight : Uint8Array.from(ids, (id) => pairs[id] ?? 0)
}

function isRegisteredOn({ inForceFrom, cancelledOn }: TrademarkColumns, row: number, day: number): boolean {
  return hasHappenedBy(inForceFrom[row] ?? noDate, day) && day < (cancelledOn[row] ?? 0)
}

function isInTerm({ termOverOn }: TrademarkColumns, row: number, day: number): boolean {
  return day < (termOverOn[row] ?? 0)
}

function isInGrace({ termOverOn, graceOverOn }: TrademarkColumns, row: number, day: number): boolean {
  return day >= (termOverOn[row] ?? 0) && day < (graceOverOn[row] ?? 0)
}

/** PCT applications received in the window (domain.md 2.4). */
export function scanPcts(columns: PctColumns, query: CountQuery, directory: UnitDirectory): CountScan {
  const day = columns.receivedOn
  return placedScan('pct', { columns, hits: passingOwned(select(columns.count, (row) => isInWindow(day[row] ?? 0, query.window)), columns, query), day }, directory)
}

function select(count: number, accepts: (row: number) => boolean): Int32Array {
  const hits = new Int32Array(count)
  let found = 0
  for (let row = 0; row < count; row++) if (accepts(row)) hits[found++] = row
  return hits.subarray(0, found)
}

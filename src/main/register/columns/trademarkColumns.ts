import { markEndInWords } from '../../../shared/domain/trademarks/statusWords'
import { termBeginOf, trademarkTerm } from '../../../shared/domain/trademarks/trademark'
import type { ColumnRow, ColumnSource } from '../../store/columnSource'
import { firstDay, lastDay, never, noDate, packDate, plusMonths, unpackDate } from './packedDate'
import { emptyPlaces, settlePlaces, statedPlaceReader, type PlacedColumns } from './placedColumns'
import type { PlaceTable } from './places'
import { textOrNull } from './storedTexts'
import { unresolved, type UnitDirectory } from './unitDirectory'

/** One entry per registration, in id order; dates are packed. */
export interface TrademarkColumns extends PlacedColumns {
  /** Number of classes: what one registration counts (domain.md 3); 1 where the classes are not known. */
  weight: Uint8Array
  appliedOn: Int32Array
  registeredOn: Int32Array
  /** Registration, or where it is not known the beginning of the present term, which its end tells too. */
  inForceFrom: Int32Array
  /** First day after the term, and first day after the grace period; the 32nd of a month compares rightly. */
  termOverOn: Int32Array
  graceOverOn: Int32Array
  /** First day no longer in force by cancellation; `never` when not cancelled, no date where only a word says it. */
  cancelledOn: Int32Array
}

const fields = ['classes', 'owner', 'ownerUscc', 'ownerPlace', 'appliedOn', 'registeredOn', 'termStartOn', 'termEndOn', 'cancelledOn', 'statedStatus'] as const

export async function loadTrademarkColumns(source: ColumnSource, directory: UnitDirectory, places: PlaceTable): Promise<TrademarkColumns> {
  const columns = emptyColumns(await source.rowCount('trademark'))
  const placeOfCode = statedPlaceReader(places)
  let at = 0
  await source.scan('trademark', fields, (page) => {
    for (const row of page) {
      if (at < columns.ids.length) fillRow(columns, at++, row, directory, placeOfCode)
    }
  })
  columns.count = at
  settlePlaces(columns, directory)
  return columns
}

function emptyColumns(count: number): TrademarkColumns {
  const dates = () => new Int32Array(count)
  return {
    ...emptyPlaces(count), weight: new Uint8Array(count), appliedOn: dates(), registeredOn: dates(), inForceFrom: dates(), termOverOn: dates(), graceOverOn: dates(), cancelledOn: dates(),
  }
}

function fillRow(columns: TrademarkColumns, at: number, row: ColumnRow, directory: UnitDirectory, placeOfCode: (code: string | null) => number): void {
  const [id, classes, owner, uscc, place, applied, registered, termStart, termEnd, cancelled, status] = row
  columns.ids[at] = Number(id)
  columns.weight[at] = Math.max(1, parseClasses(classes).length)
  columns.appliedOn[at] = packDate(applied)
  columns.registeredOn[at] = packDate(registered)
  columns.inForceFrom[at] = inForceFrom(packDate(registered), packDate(termStart), packDate(termEnd))
  const term = termOf(packDate(registered), packDate(termStart), packDate(termEnd))
  columns.termOverOn[at] = term.over
  columns.graceOverOn[at] = term.graceOver
  columns.cancelledOn[at] = endByCancellation(packDate(cancelled), status)
  const own = typeof uscc === 'string' ? directory.unitOfUscc.get(uscc) : undefined
  columns.owner[at] = own ?? (typeof owner === 'number' ? (directory.unitOfName[owner] ?? unresolved) : unresolved)
  columns.statedPlace[at] = placeOfCode(textOrNull(place))
}

/** Day from which a mark is known to be in force; no date where nothing says so. */
export function inForceFrom(registeredOn: number, termStartOn: number, termEndOn: number): number {
  const known = registeredOn || termStartOn
  const end = known === noDate ? unpackDate(lastDay(termEndOn)) : null
  return end === null ? known : packDate(termBeginOf(end))
}

/** First day after a cancellation. One that no day is known of holds on every day, as with patents (patentColumns.ts). */
export function endByCancellation(cancelledOn: number, status: string | number | null | undefined): number {
  if (cancelledOn !== noDate) return firstDay(cancelledOn)
  return typeof status === 'string' && markEndInWords(status) === 'cancelled' ? noDate : never
}

/** The classes of a mark as the store keeps them in one column. */
function parseClasses(json: string | number | null | undefined): number[] {
  if (typeof json !== 'string' || json === '') return []
  const value: unknown = JSON.parse(json)
  return Array.isArray(value) ? value.filter((item) => typeof item === 'number') : []
}

/**
 * The last day of a term is still in force, and so is the last day of the six months' grace after it. An end that is not stated is
 * ten years from the beginning of the present term, which after a renewal is later than the registration (domain.md 3).
 */
export function termOf(registeredOn: number, termStartOn: number, statedEnd: number): { over: number; graceOver: number } {
  const termEndOn = statedEnd === noDate ? computedTermEnd(Math.max(firstDay(registeredOn), firstDay(termStartOn))) : lastDay(statedEnd)
  return termEndOn === noDate ? { over: noDate, graceOver: noDate } : { over: termEndOn + 1, graceOver: plusMonths(termEndOn, 6) + 1 }
}

function computedTermEnd(beginsOn: number): number {
  const iso = unpackDate(beginsOn)
  return iso === null ? noDate : packDate(trademarkTerm(iso).termEndOn)
}

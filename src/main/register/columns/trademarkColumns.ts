import { trademarkTerm } from '../../../shared/domain/trademarks/trademark'
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
  /** Registration, or where it is not known the beginning of the present term. */
  inForceFrom: Int32Array
  /** First day after the term, and first day after the grace period; the 32nd of a month compares rightly. */
  termOverOn: Int32Array
  graceOverOn: Int32Array
  /** First day no longer in force by cancellation; `never` when not cancelled. */
  cancelledOn: Int32Array
}

const fields = ['classes', 'owner', 'ownerUscc', 'ownerPlace', 'appliedOn', 'registeredOn', 'termStartOn', 'termEndOn', 'cancelledOn'] as const

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
  const [id, classes, owner, uscc, place, applied, registered, termStart, termEnd, cancelled] = row
  columns.ids[at] = Number(id)
  columns.weight[at] = Math.max(1, parseClasses(classes).length)
  columns.appliedOn[at] = packDate(applied)
  columns.registeredOn[at] = packDate(registered)
  columns.inForceFrom[at] = packDate(registered) || packDate(termStart)
  const term = termOf(packDate(registered), packDate(termStart), packDate(termEnd))
  columns.termOverOn[at] = term.over
  columns.graceOverOn[at] = term.graceOver
  columns.cancelledOn[at] = firstDay(packDate(cancelled)) || never
  const own = typeof uscc === 'string' ? directory.unitOfUscc.get(uscc) : undefined
  columns.owner[at] = own ?? (typeof owner === 'number' ? (directory.unitOfName[owner] ?? unresolved) : unresolved)
  columns.statedPlace[at] = placeOfCode(textOrNull(place))
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

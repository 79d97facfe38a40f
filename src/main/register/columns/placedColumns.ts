import type { PlaceTable } from './places'
import { unresolved, type UnitDirectory } from './unitDirectory'

/** What all columns of owned records have: the record, its owner, and where it belongs. One entry per record, in id order. */
export interface PlacedColumns {
  count: number
  ids: Int32Array
  /** Unit number of the first owner, -1 when unresolved. */
  owner: Int32Array
  /** Place where it does not depend on the day; `dated` where the owner has moved. */
  place: Uint8Array
  /** Place that the source states, for owners without a known district. */
  statedPlace: Uint8Array
}

/** Mark in `place`: ask the directory for the day. */
export const dated = 255

export function emptyPlaces(count: number): PlacedColumns {
  return {
    count, ids: new Int32Array(count), owner: new Int32Array(count).fill(unresolved), place: new Uint8Array(count), statedPlace: new Uint8Array(count),
  }
}

/** Codes repeat a million times; each is looked up once. */
export function statedPlaceReader(places: PlaceTable): (code: string | null) => number {
  const known = new Map<string | null, number>()
  return (code) => {
    let place = known.get(code)
    if (place === undefined) {
      place = places.ofCode(code)
      known.set(code, place)
    }
    return place
  }
}

/** Settles the place of every record whose owner never moved (nearly all), so that counting is one look-up. */
export function settlePlaces(columns: PlacedColumns, directory: UnitDirectory): void {
  for (let row = 0; row < columns.count; row++) {
    const unit = columns.owner[row] ?? unresolved
    const fixed = unit === unresolved ? null : directory.fixedPlace(unit)
    columns.place[row] = fixed === undefined ? dated : (fixed ?? columns.statedPlace[row] ?? 0)
  }
}

/** Place of one record on a day (packed): the owner's dated district wins over what the source states. */
export function placeOn(columns: PlacedColumns, row: number, day: number, directory: UnitDirectory): number {
  const place = columns.place[row] ?? 0
  if (place !== dated) return place
  return directory.placeOn(columns.owner[row] ?? unresolved, day) ?? columns.statedPlace[row] ?? 0
}

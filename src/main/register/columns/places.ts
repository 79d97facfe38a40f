import type { City } from './city'

/**
 * Where a record belongs, as one small number per record: the finest parts a report can ask for, i.e. a district, or a
 * reporting zone within it. Reports add places up to rows under their zone policy (regionRows.ts).
 */
export const outside = 0
/** The city's, but no known district: row 其他. */
export const unknownPlace = 1

export interface Place {
  /** Code of the district; null for the two places above. */
  district: string | null
  /** Name of a reporting zone of the city, else null. */
  zone: string | null
}

/** The places of a city; zones get theirs when the first unit in one is met. */
export class PlaceTable {
  readonly places: Place[] = [{ district: null, zone: null }, { district: null, zone: null }]
  readonly #numbers = new Map<string, number>()
  readonly #city: City

  constructor(city: City) {
    this.#city = city
    for (const district of city.districts) this.#add(district.code, null)
  }

  /**
   * The place of a division code as a source states it: null is unknown, a code of another city is outside, the city's
   * own code or a former district's is the city's without a known district.
   */
  ofCode(code: string | null): number {
    if (code === null || code === '') return unknownPlace
    return this.#numbers.get(keyOf(code, null)) ?? (code.startsWith(this.#city.prefix) ? unknownPlace : outside)
  }

  /** The place of a unit; null when its district is not known, so that what the record itself states counts. */
  ofUnit(district: string | null, zone: string | null): number | null {
    if (district === null) return null
    const plain = this.ofCode(district)
    const isReporting = this.#city.zones.some((known) => known.name === zone)
    if (zone === null || !isReporting || plain <= unknownPlace) return plain
    return this.#numbers.get(keyOf(district, zone)) ?? this.#add(district, zone)
  }

  #add(district: string, zone: string | null): number {
    this.places.push({ district, zone })
    const number = this.places.length - 1
    this.#numbers.set(keyOf(district, zone), number)
    return number
  }
}

function keyOf(district: string, zone: string | null): string {
  return zone === null ? district : `${district} ${zone}`
}

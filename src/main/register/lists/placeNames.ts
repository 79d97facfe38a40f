import type { City } from '../columns/city'
import { outside, unknownPlace, type PlaceTable } from '../columns/places'

/** The row of what belongs to the city without a known district (cli.md "Values"). */
export const otherName = '其他'

/** Names of districts as lists show them. */
export interface PlaceNames {
  /** Name of a place's district: 其他 where it is not known, null outside the city. */
  ofPlace(place: number): string | null
  ofCode(code: string): string | null
  /** Name of what a figure speaks of: a district, the city, another city; the code where its name is not known. */
  ofRegion(code: string | null): string | null
}

export function createPlaceNames(city: City, table: PlaceTable): PlaceNames {
  const names = new Map(city.districts.map(({ code, name }) => [code, name]))
  return {
    ofPlace(place) {
      if (place === outside) return null
      if (place === unknownPlace) return otherName
      return names.get(table.places[place]?.district ?? '') ?? otherName
    },
    ofCode: (code) => names.get(code) ?? null,
    ofRegion: (code) => (code === null ? null : (city.regionName(code) ?? code)),
  }
}

import type { City } from '../columns/city'
import { outside, unknownPlace, type PlaceTable } from '../columns/places'

export type ZonePolicy = 'host' | 'separate' | 'of_which'
export type RowLevel = 'district' | 'zone' | 'other' | 'city'

export interface RegionRow {
  /** Division code; zones and 其他 have none. */
  code: string | null
  name: string
  level: RowLevel
  /** A zone shown as part of its host: in nobody's sum, in nobody's rank. */
  isPartOfHost: boolean
}

/** The rows of a report in their fixed order, the city last, and the rows that a place counts in. */
export interface RegionRows {
  rows: readonly RegionRow[]
  /** Index of the city's row. */
  city: number
  /** Index of row 其他. */
  other: number
  rowsOfPlace: readonly (readonly number[])[]
}

export const otherName = '其他'
export const cityRowName = '全市'

/**
 * Lays out the rows under a zone policy (domain.md 4.1): `host` adds zones to their district, `separate` cuts them out
 * into rows after the districts so that all rows still add up, `of_which` repeats them under their host.
 */
export function layOutRows(city: City, places: PlaceTable, zones: ZonePolicy): RegionRows {
  const rows = [...districtRows(city, zones), row(null, otherName, 'other'), row(city.code, cityRowName, 'city')]
  const cityRow = rows.length - 1
  const other = rows.length - 2
  const districtRow = (code: string | null) => rows.findIndex((candidate) => candidate.level === 'district' && candidate.code === code)
  const zoneRow = (name: string) => rows.findIndex((candidate) => candidate.level === 'zone' && candidate.name === name)
  const rowsOfPlace = places.places.map(({ district, zone }, place) => {
    if (place === outside) return []
    if (place === unknownPlace) return [other, cityRow]
    if (zone === null || zones === 'host') return [districtRow(district), cityRow]
    return zones === 'separate' ? [zoneRow(zone), cityRow] : [districtRow(district), zoneRow(zone), cityRow]
  })
  return { rows, city: cityRow, other, rowsOfPlace }
}

function districtRows(city: City, zones: ZonePolicy): RegionRow[] {
  const districts = city.districts.map(({ code, name }) => row(code, name, 'district'))
  if (zones === 'host') return districts
  if (zones === 'separate') return [...districts, ...city.zones.map(({ name }) => row(null, name, 'zone'))]
  return districts.flatMap((district) => [
    district,
    ...city.zones.filter((zone) => zone.host === district.code).map(({ name }) => row(null, name, 'zone', true)),
  ])
}

function row(code: string | null, name: string, level: RowLevel, isPartOfHost = false): RegionRow {
  return { code, name, level, isPartOfHost }
}

import type { DistrictData } from '../../../shared/domain/places/districtData'
import { placeTiles, type Tile } from '../../../shared/domain/tileMap/placeTiles'

export type PopulationKind = 'census' | 'yearend'

/** The city whose register this is, with what counting needs to know about its divisions. */
export interface City {
  /** Division code, e.g. 370200. */
  code: string
  name: string
  /** Leading digits that all divisions of the city share: four, or two for the four municipalities. */
  prefix: string
  /** In the fixed administrative order of their codes. */
  districts: readonly { code: string; name: string }[]
  /** A square for each district on a schematic map. */
  tiles: readonly Tile[]
  /** Functional zones that get rows of their own under `--zones separate` and `of_which`. */
  zones: readonly { name: string; host: string }[]
  /** District that each functional zone lies in, by the zone's name. */
  zoneHosts: ReadonlyMap<string, string>
  /** The cities of the same province, for received indicators; the province stands apart. */
  neighbours: readonly { code: string; name: string }[]
  province: { code: string; name: string }
  /** Which population divides where none is asked for; null is the newest of any kind. */
  populationKind: PopulationKind | null
  /** Name of a district, city or province by its code; null where the register's divisions do not know it. */
  regionName(code: string): string | null
}

export function cityFrom(data: DistrictData): City {
  const byCode = data.regions.toSorted((a, b) => (a.code < b.code ? -1 : 1)).map(({ code, name, parent }) => ({ code, name, parent }))
  const names = new Map(byCode.map(({ code, name }) => [code, name]))
  const nameOf = (code: string) => names.get(code) ?? code
  const districts = byCode.filter((region) => region.parent === data.cityCode)
  return {
    code: data.cityCode,
    name: nameOf(data.cityCode),
    prefix: data.cityCode.endsWith('0000') ? data.cityCode.slice(0, 2) : data.cityCode.slice(0, 4),
    districts,
    tiles: placeTiles(districts.map(({ code }) => code), data.tiles ?? []),
    zones: data.zones.filter((zone) => zone.ownRow).map(({ name, host }) => ({ name, host })),
    zoneHosts: new Map(data.zones.map(({ name, host }) => [name, host])),
    neighbours: byCode.filter((region) => region.parent === data.provinceCode),
    province: { code: data.provinceCode, name: nameOf(data.provinceCode) },
    populationKind: null,
    regionName: (code) => names.get(code) ?? null,
  }
}

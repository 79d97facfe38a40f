import type { Tile } from '../tileMap/placeTiles'

export type RegionLevel = 'province' | 'city' | 'district'

export interface RegionRow { code: string; name: string; level: RegionLevel; parent: string | null }

export interface DistrictAlias {
  name: string
  code: string
  /** Last month of an abolished name (`YYYY-MM`); absent for names in use. */
  until?: string
}

/** A 功能区, absent from GB/T 2260. */
export interface Zone {
  name: string
  host: string
  /** Gets its own row under `--zones separate`; the others stay in their host. */
  ownRow: boolean
  aliases: string[]
}

/** What is known of one city's places, and of others as far as needed (domain.md 4.1): another city is another data file. */
export interface DistrictData {
  cityCode: string
  provinceCode: string
  regions: RegionRow[]
  aliases: DistrictAlias[]
  zones: Zone[]
  /** Names several units carry. */
  ambiguous: { name: string; candidates: string[] }[]
  /** Squares of the districts on a schematic map; a city without them has a plain grid. */
  tiles?: Tile[]
}

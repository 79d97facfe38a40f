import type { DistrictData, RegionRow, Zone } from './districtData'

export type Entry =
  | { kind: 'region'; row: RegionRow; until: string | null }
  | { kind: 'zone'; zone: Zone }
  | { kind: 'ambiguous'; candidates: string[] }

/** The names of a city's places, ready to be looked up. */
export interface Place {
  data: DistrictData
  entries: ReadonlyMap<string, Entry>
  /** The first two characters of every entry's name: most texts are ruled out by them. */
  beginnings: ReadonlySet<string>
  /** Long and short name of the province, then of the city, as they stand before a district's. */
  upperNames: readonly string[]
  regions: ReadonlyMap<string, RegionRow>
  /** Cities of the city's own table beside itself. */
  otherCities: readonly RegionRow[]
  /** null: the name exists more than once. */
  elsewhere: ReadonlyMap<string, RegionRow | null>
}

/** @param national  the division table of the country; the city's own data wins over it */
export function createPlace(data: DistrictData, national: readonly RegionRow[]): Place {
  const entries = indexNames(data)
  const regions = new Map([...national, ...data.regions].map((row) => [row.code, row]))
  const otherCities = data.regions.filter(({ level, code }) => level === 'city' && code !== data.cityCode)
  return { data, entries, otherCities, beginnings: beginningsOf(entries), upperNames: upperNamesOf(data, regions), regions, elsewhere: indexElsewhere(national, data) }
}

function indexNames(data: DistrictData): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  const add = (name: string, entry: Entry): void => { if (!entries.has(name)) entries.set(name, entry) }
  for (const row of data.regions) {
    add(row.name, { kind: 'region', row, until: null })
    add(row.code, { kind: 'region', row, until: null })
    add(withoutSuffix(row.name), { kind: 'region', row, until: null })
  }
  for (const alias of data.aliases) {
    const row = data.regions.find((region) => region.code === alias.code)
    if (!row) continue
    add(alias.name, { kind: 'region', row, until: alias.until ?? null })
    if (alias.name.length > 2) add(withoutSuffix(alias.name), { kind: 'region', row, until: alias.until ?? null })
  }
  for (const zone of data.zones) for (const name of [zone.name, ...zone.aliases]) add(name, { kind: 'zone', zone })
  for (const { name, candidates } of data.ambiguous) add(name, { kind: 'ambiguous', candidates })
  return entries
}

function beginningsOf(entries: ReadonlyMap<string, Entry>): Set<string> {
  return new Set([...entries.keys()].map((name) => name.slice(0, 2)))
}

function upperNamesOf(data: DistrictData, regions: ReadonlyMap<string, RegionRow>): string[] {
  return [data.provinceCode, data.cityCode].flatMap((code) => {
    const full = regions.get(code)?.name ?? ''
    return full === '' ? [] : [full, withoutSuffix(full)]
  })
}

/** 市南区 -> 市南, but never a single character. */
function withoutSuffix(name: string): string {
  return name.length > 2 ? name.replace(/[省市区县]$/, '') : name
}

function indexElsewhere(national: readonly RegionRow[], data: DistrictData): Map<string, RegionRow | null> {
  const index = new Map<string, RegionRow | null>()
  for (const row of national) {
    if (row.code.startsWith(data.cityCode.slice(0, 4))) continue
    for (const name of new Set([row.name, withoutSuffix(row.name)])) index.set(name, index.has(name) ? null : row)
  }
  return index
}

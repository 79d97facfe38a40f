import type { DistrictData, RegionRow } from '../../../shared/domain/places/districtData'
import { qingdaoDistricts } from '../../../shared/domain/places/qingdaoDistricts'
import { nationalDivisions } from './divisions'

/** The four cities directly under the central government: their districts hang on the province's own code. */
const municipalities: ReadonlySet<string> = new Set(['110000', '120000', '310000', '500000'])

const country: RegionRow = { code: '100000', name: '全国', level: 'province', parent: null }

export interface CityChoice {
  code: string
  name: string
  province: string
}

/** Every city of the country that can have a register, in the order of the codes. */
export function cityChoices(): CityChoice[] {
  const national = nationalDivisions()
  const provinces = new Map(national.filter(({ level }) => level === 'province').map(({ code, name }) => [code, name]))
  return national
    .filter(({ code, level }) => level === 'city' || municipalities.has(code))
    .map(({ code, name, parent }) => ({ code, name, province: provinces.get(parent ?? code) ?? name }))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
}

/** Qingdao's own table with its aliases and zones; any other city from the national division table. */
export function proposedData(cityCode: string): DistrictData {
  if (cityCode === qingdaoDistricts.cityCode) return qingdaoDistricts
  const base = { cityCode, aliases: [], zones: [], ambiguous: [] }
  if (municipalities.has(cityCode)) return { ...base, provinceCode: country.code, regions: municipalityRegions(cityCode) }
  const provinceCode = `${cityCode.slice(0, 2)}0000`
  // Districts of the neighbours are left to the country's table: 市中区 is the own one here, whoever else has one.
  const regions = nationalDivisions().filter(({ code, level, parent }) => code === provinceCode || parent === provinceCode || (parent === cityCode && code !== cityCode && !isDevelopmentZone(code, level)))
  return { ...base, provinceCode, regions: withSomeDistrict(regions, cityCode) }
}

function municipalityRegions(cityCode: string): RegionRow[] {
  const rows = nationalDivisions().filter(({ code, level }) => code.startsWith(cityCode.slice(0, 2)) && level !== 'province' && !isDevelopmentZone(code, level))
  const name = nationalDivisions().find(({ code }) => code === cityCode)?.name ?? cityCode
  return [country, { code: cityCode, name, level: 'city', parent: country.code }, ...rows.map((row) => ({ ...row, parent: cityCode }))]
}

/** Statistics give development zones codes ending in 71 to 79; in GB/T 2260 they are no districts. */
function isDevelopmentZone(code: string, level: RegionRow['level']): boolean {
  return level === 'district' && /7[1-9]$/.test(code)
}

/** A city without districts (东莞市, 中山市 …) is its own only one. */
function withSomeDistrict(regions: RegionRow[], cityCode: string): RegionRow[] {
  if (regions.some(({ parent }) => parent === cityCode)) return regions
  const name = regions.find(({ code }) => code === cityCode)?.name ?? cityCode
  return [...regions, { code: `${cityCode.slice(0, 4)}01`, name: `${name}本级`, level: 'district', parent: cityCode }]
}

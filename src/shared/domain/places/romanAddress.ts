import { spelledRange } from '../search/pinyin'
import type { RegionRow } from './districtData'

const chinese = /[\u4e00-\u9fff]/
const levels = /\b(?:dist(?:rict)?|city|county|prov(?:ince)?|qu|shi)\b\.?/gi
const fewestLetters = 4
/** Initials alone spell nobody's address. */
const fewestOfCharacter = 2

/** Whether an address is written in letters alone, as exports in English have it. */
export function isRoman(text: string): boolean {
  return /[A-Za-z]{4}/.test(text) && !chinese.test(text)
}

/**
 * The region that an address in letters names: of "No. 238 Songling Road, Laoshan District, Qingdao" the district, where the city
 * stands beside it, else a city of the province. Null where no part between its commas is such a name: streets are called after places too.
 */
export function regionInRoman(text: string, regions: readonly RegionRow[], cityCode: string): RegionRow | null {
  const parts = text.split(/[,;]/).map((part) => part.replace(levels, '').replace(/[^A-Za-z]/g, '').toLowerCase()).filter((part) => part.length >= fewestLetters)
  const named = regions.filter(({ level, name }) => level !== 'province' && parts.some((part) => spells(part, name.replace(/[市区县]$/, ''))))
  const city = named.find(({ level }) => level === 'city') ?? null
  if (city === null || city.code !== cityCode) return city
  const [district, ...more] = named.filter(({ parent }) => parent === cityCode)
  return district !== undefined && more.length === 0 ? district : city
}

function spells(part: string, name: string): boolean {
  const range = spelledRange(part, name)
  return range !== null && range.start === 0 && range.end === name.length && part.length >= name.length * fewestOfCharacter
}

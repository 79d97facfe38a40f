import type { RegionRow } from '../places/districtData'

/** A region at the beginning of a name. */
export interface LeadingRegion {
  /** Six-digit code; `000000` for the whole country. */
  code: string
  /** Characters it takes. */
  length: number
}

const none: readonly [string, string[]][] = []

/** How regions are found in front of names. All place knowledge is an argument: another city is another table. */
export interface RegionNames {
  /** The longest region the text begins with; inside the region found before, where there is one. */
  leading(text: string, inside: string | null): LeadingRegion | null
}

export const wholeCountry = '000000'

const regionEnd = /(?:省|市|区|县|旗|地区|盟|(?:壮族|回族|维吾尔)?自治区|特别行政区|[\u4e00-\u9fff]{1,4}族自治[州县])$/u

/**
 * @param rows     regions of the country; provinces and cities are found by their short names too, districts only where
 *                 they follow their city, and those of the own city
 * @param aliases  further names of districts, abolished ones included
 */
export function createRegionNames(rows: readonly RegionRow[], cityCode: string, aliases: readonly { name: string; code: string }[] = []): RegionNames {
  const byName = new Map<string, string[]>()
  const add = (name: string, code: string): void => {
    const codes = byName.get(name) ?? []
    if (!codes.includes(code)) byName.set(name, [...codes, code])
  }
  for (const name of ['中国', '中华人民共和国']) add(name, wholeCountry)
  for (const { name, code } of aliases) if (name.length >= 3 || code.startsWith(cityCode.slice(0, 4))) add(name, code)
  for (const row of rows) {
    add(row.name, row.code)
    const short = row.name.replace(regionEnd, '')
    if (short.length >= 2) add(short, row.code)
  }
  const isBare = new Map(rows.map(({ code, name }) => [code, name]))
  // Half a million names are asked several times each, and hardly one begins like a region: two characters tell.
  const byBeginning = Map.groupBy([...byName].toSorted(([a], [b]) => b.length - a.length), ([name]) => name.slice(0, 2))
  return {
    leading(text, inside) {
      for (const [name, codes] of byBeginning.get(text.slice(0, 2)) ?? none) {
        if (name.length >= text.length || !text.startsWith(name)) continue
        const code = codes.find((candidate) => isPlausible(candidate, name, inside))
        if (code !== undefined) return { code, length: name.length }
      }
      return null
    },
  }

  /** 新华 or 长安 alone is a brand, 石家庄市长安区 a place. */
  function isPlausible(code: string, name: string, inside: string | null): boolean {
    if (inside !== null && inside !== wholeCountry) return code !== inside && contains(inside, code)
    return !code.endsWith('00') && !code.startsWith(cityCode.slice(0, 4)) ? isBare.get(code) === name && name.length >= 3 : true
  }
}

/** Whether a region holds the other, by the build of the codes. */
export function contains(outer: string, inner: string): boolean {
  if (outer === wholeCountry) return true
  const stem = outer.endsWith('0000') ? outer.slice(0, 2) : outer.endsWith('00') ? outer.slice(0, 4) : outer
  return inner.startsWith(stem)
}

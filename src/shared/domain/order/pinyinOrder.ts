import { orderByKeys, type PackedKeys } from './packedKeys'

/**
 * The order of Chinese text in lists: that of the zh-CN collation (pinyin, then strokes; Latin letters without regard
 * to case first). Comparing a million texts by the collator takes many seconds, so every character gets its place in
 * that order once and texts are compared by these places; the collator itself decides what they leave open.
 */
const collator = new Intl.Collator('zh-CN')
const letters = new Intl.Collator('zh-CN', { sensitivity: 'base' })

/** Below this the collator alone is quicker than preparing keys. */
const worthKeys = 2_000

/** For few texts; those that the collation holds for equal are told apart by their code units, so that the order is always the same. */
export function compareByPinyin(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0)
}

/** The indices of `texts` in their order; equal texts keep theirs. */
export function orderByPinyin(texts: readonly string[]): Uint32Array {
  const compare = (a: number, b: number): number => compareByPinyin(texts[a] ?? '', texts[b] ?? '') || a - b
  if (texts.length < worthKeys) return Uint32Array.from(texts, (_, index) => index).sort(compare)
  return orderByKeys(keysOf(texts), compare)
}

function keysOf(texts: readonly string[]): PackedKeys {
  const places = placesOf(texts)
  const units = new Uint16Array(texts.reduce((total, text) => total + text.length, 0))
  const starts = new Uint32Array(texts.length + 1)
  let length = 0
  texts.forEach((text, row) => {
    for (let at = 0; at < text.length; at++) {
      const point = text.codePointAt(at) as number
      if (point > lastOfOneUnit) at++
      const place = placeIn(places, point)
      if (place !== 0) units[length++] = place
    }
    starts[row + 1] = length
  })
  return { units, starts }
}

const lastOfOneUnit = 0xffff

/** Each character's place by its code point, from 1; 0 for those that do not count. */
interface Places {
  common: Uint16Array
  rare: ReadonlyMap<number, number>
}

function placeIn({ common, rare }: Places, point: number): number {
  return point <= lastOfOneUnit ? (common[point] as number) : (rare.get(point) ?? 0)
}

/** Characters that differ by case or width alone share a place; ignored ones have none. */
function placesOf(texts: readonly string[]): Places {
  const sorted = [...charactersOf(texts)].filter((character) => letters.compare(character, '') !== 0).sort(letters.compare)
  const common = new Uint16Array(lastOfOneUnit + 1)
  const rare = new Map<number, number>()
  let place = 0
  sorted.forEach((character, index) => {
    if (index === 0 || letters.compare(sorted[index - 1] ?? '', character) !== 0) place++
    const point = character.codePointAt(0) as number
    if (point <= lastOfOneUnit) common[point] = place
    else rare.set(point, place)
  })
  return { common, rare }
}

function charactersOf(texts: readonly string[]): Set<string> {
  const met = new Uint8Array(lastOfOneUnit + 1)
  const characters = new Set<string>()
  for (const text of texts) {
    for (let at = 0; at < text.length; at++) {
      const point = text.codePointAt(at) as number
      if (point > lastOfOneUnit) at++
      else if (met[point] === 1) continue
      else met[point] = 1
      characters.add(String.fromCodePoint(point))
    }
  }
  return characters
}

/**
 * The order of Chinese text in lists: that of the zh-CN collation (pinyin, then strokes; Latin letters without regard
 * to case first). Comparing a million texts by the collator takes many seconds, so every character gets its place in
 * that order once and texts are compared by these places; the collator itself decides what they leave open.
 */
const collator = new Intl.Collator('zh-CN')
const letters = new Intl.Collator('zh-CN', { sensitivity: 'base' })

/** Below this the collator alone is quicker than preparing keys. */
const worthKeys = 2_000

export function compareByPinyin(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0)
}

/** The indices of `texts` in their order; equal texts keep theirs. */
export function orderByPinyin(texts: readonly string[]): Uint32Array {
  const order = Uint32Array.from(texts, (_, index) => index)
  if (texts.length < worthKeys) return order.sort((a, b) => compareByPinyin(texts[a] ?? '', texts[b] ?? '') || a - b)
  const places = placesOf(texts)
  const keys = texts.map((text) => keyOf(text, places))
  return order.sort((a, b) => {
    const left = keys[a] ?? ''
    const right = keys[b] ?? ''
    if (left !== right) return left < right ? -1 : 1
    return compareByPinyin(texts[a] ?? '', texts[b] ?? '') || a - b
  })
}

/** Each character's place; characters that differ by case or width alone share one, ignored ones have none. */
function placesOf(texts: readonly string[]): Map<string, string> {
  const characters = new Set<string>()
  for (const text of texts) for (const character of text) characters.add(character)
  const sorted = [...characters].filter((character) => letters.compare(character, '') !== 0).sort(letters.compare)
  const places = new Map<string, string>()
  let place = 0
  sorted.forEach((character, index) => {
    if (index === 0 || letters.compare(sorted[index - 1] ?? '', character) !== 0) place++
    places.set(character, String.fromCharCode(place))
  })
  return places
}

function keyOf(text: string, places: ReadonlyMap<string, string>): string {
  let key = ''
  for (const character of text) key += places.get(character) ?? ''
  return key
}

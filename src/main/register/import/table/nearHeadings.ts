import { headingKey } from '../../../../shared/domain/catalogue/headings'
import { pinyinReadings } from '../../../../shared/domain/search/pinyinReadings'

/**
 * Headings that are a known one but for how people type: a filler word ("主要起草的单位"), or one character that sounds like
 * the right one ("标准变号"), as input methods give it. Any other difference is another meaning: 申请日 is not 申请号.
 */
const fillers = /的|之|本(?!单位)|该|请填写|填写|必填|选填/gu
const shortest = 4

/** The one known heading that a text stands for; null when none or several do. */
export function nearHeading(key: string, known: Iterable<string>): string | null {
  const bare = withoutFillers(key)
  if (bare.length < shortest) return null
  const found = new Set<string>()
  for (const word of known) if (word.length >= shortest && (bareWordOf(word) === bare || soundsAlike(word, bare))) found.add(word)
  const [only] = found
  return found.size === 1 && only !== undefined ? only : null
}

const bareWords = new Map<string, string>()

/** Of a known heading, of which there are some hundred: every heading of every file that is known to none is laid beside all of them. */
function bareWordOf(word: string): string {
  let bare = bareWords.get(word)
  if (bare === undefined) {
    bare = withoutFillers(word)
    bareWords.set(word, bare)
  }
  return bare
}

function withoutFillers(key: string): string {
  return headingKey(key).replace(/[*★:：?？]/gu, '').replace(fillers, '')
}

function soundsAlike(word: string, key: string): boolean {
  if (word.length !== key.length) return false
  let different = 0
  for (let at = 0; at < word.length; at++) {
    const a = word.charAt(at)
    const b = key.charAt(at)
    if (a === b) continue
    if (++different > 1 || !shareReading(a, b)) return false
  }
  return different === 1
}

function shareReading(a: string, b: string): boolean {
  const known = readings()
  return (known.get(a) ?? []).some((syllable) => known.get(b)?.includes(syllable))
}

let table: Map<string, string[]> | null = null

/** Built when the first unknown heading is met. */
function readings(): Map<string, string[]> {
  if (table) return table
  table = new Map()
  for (const entry of pinyinReadings.flatMap((line) => line.split(' '))) {
    const syllable = /^[a-z]+/u.exec(entry)?.[0] ?? ''
    for (const character of entry.slice(syllable.length)) table.set(character, [...(table.get(character) ?? []), syllable])
  }
  return table
}

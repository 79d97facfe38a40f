import { pinyinReadings } from './pinyinReadings'

/**
 * Chinese text found by how it is read: a word of Latin letters spells characters that stand one after the other, each by
 * its whole syllable or by what it begins with, as people type: diantianquan, dtaq, dtanq and dianti all lie in 电梯安全.
 * A character of several readings has all of them. While it is typed, the last syllable may be unfinished; a single
 * character is found by its whole syllable alone.
 */

/** Longer words spell nothing that anybody means. */
const longestSpelling = 64

/** A word as a spelling: letters alone, ü as v, without the apostrophes that part syllables; null when it is none. */
export function spellingOf(word: string): string | null {
  const letters = word.replaceAll(/['’]/gu, '').replaceAll('ü', 'v')
  return /^[a-z]{2,}$/u.test(letters) && letters.length <= longestSpelling ? letters : null
}

/** Part of a spelling that stands for one character. */
export interface SpellingPiece {
  text: string
  /** whole: a syllable · begun: what one begins with (an initial; at the end of the spelling any part) */
  as: 'whole' | 'begun'
}

/** The pieces that a spelling may go on with at a place; there is none where it spells nothing further. */
export function piecesAt(spelling: string, from: number): SpellingPiece[] {
  const pieces: SpellingPiece[] = []
  const { syllables, beginnings } = table()
  for (let to = Math.min(spelling.length, from + longestSyllable); to > from; to--) {
    const text = spelling.slice(from, to)
    const isAlone = from === 0 && to === spelling.length
    // What begins like this includes what is read like this as a whole.
    const as = !isAlone && (isInitial(text) || to === spelling.length) ? 'begun' : 'whole'
    if ((as === 'begun' ? beginnings : syllables).has(text)) pieces.push({ text, as })
  }
  return pieces
}

/** The characters that a piece may stand for. */
export function charactersOf({ text, as }: SpellingPiece): ReadonlySet<string> {
  const { syllables, beginnings } = table()
  return (as === 'whole' ? syllables : beginnings).get(text) ?? nothing
}

export interface TextRange {
  start: number
  /** First place behind it. */
  end: number
}

/** The first run of characters that a spelling (see {@link spellingOf}) spells in a text; null when there is none. */
export function spelledRange(spelling: string, text: string): TextRange | null {
  const first = piecesAt(spelling, 0)
  for (let start = 0; start < text.length; start++) {
    const end = spelledEnd(spelling, text, start, first)
    if (end !== null) return { start, end }
  }
  return null
}

function spelledEnd(spelling: string, text: string, start: number, first: readonly SpellingPiece[]): number | null {
  /** Places of the text and the spelling that led nowhere, so that no way is gone twice. */
  const closed = new Set<number>()
  const goOn = (at: number, from: number): number | null => {
    if (from === spelling.length) return at
    const character = characterAt(text, at)
    const place = (at - start) * (longestSpelling + 1) + from
    if (character === '' || closed.has(place)) return null
    for (const piece of from === 0 ? first : piecesAt(spelling, from)) {
      if (!charactersOf(piece).has(character)) continue
      const end = goOn(at + character.length, from + piece.text.length)
      if (end !== null) return end
    }
    closed.add(place)
    return null
  }
  return goOn(start, 0)
}

/** The character that begins at a place, of one or two units; empty behind the end. */
function characterAt(text: string, at: number): string {
  const code = text.codePointAt(at)
  return code === undefined ? '' : String.fromCodePoint(code)
}

/**
 * Whether a spelling reads a run of characters in one manner, as people type: all by their initials, or all by their
 * syllables, of which the last may be unfinished. dtaq is 电梯安全; that it also is 岛拓启 (d, ta, q) nobody means first.
 */
export function isSpelledEvenly(spelling: string, run: string): boolean {
  const reads = (isMeant: (piece: SpellingPiece, end: number) => boolean, at = 0, from = 0): boolean => {
    if (from === spelling.length) return at === run.length
    const character = characterAt(run, at)
    return piecesAt(spelling, from).some((piece) => {
      const end = from + piece.text.length
      return isMeant(piece, end) && charactersOf(piece).has(character) && reads(isMeant, at + character.length, end)
    })
  }
  return reads(({ text }) => isInitial(text)) || reads(({ text }, end) => end === spelling.length || table().syllables.has(text))
}

const nothing: ReadonlySet<string> = new Set()
const longestSyllable = 6

/** Letters that stand for a character by themselves. */
function isInitial(text: string): boolean {
  return text.length === 1 || text === 'zh' || text === 'ch' || text === 'sh'
}

interface PinyinTable {
  syllables: ReadonlyMap<string, ReadonlySet<string>>
  /** Characters by each beginning of a reading, whole readings included. */
  beginnings: ReadonlyMap<string, ReadonlySet<string>>
}

let known: PinyinTable | null = null

/** Built when the first spelling is asked for. */
function table(): PinyinTable {
  known ??= readTable()
  return known
}

function readTable(): PinyinTable {
  const syllables = new Map<string, Set<string>>()
  const beginnings = new Map<string, Set<string>>()
  for (const entry of pinyinReadings.flatMap((line) => line.split(' '))) {
    const [, syllable = '', characters = ''] = /^([a-z]+)(.*)$/u.exec(entry) ?? []
    // lüe is typed lve and lue, and 吕 stands as lyu in passports.
    for (const written of new Set([syllable, syllable.replace('ve', 'ue'), syllable.replace('v', 'yu')])) addCharacters(syllables, beginnings, written, characters)
  }
  return { syllables, beginnings }
}

function addCharacters(syllables: Map<string, Set<string>>, beginnings: Map<string, Set<string>>, syllable: string, characters: string): void {
  addAll(syllables, syllable, characters)
  for (let length = 1; length <= syllable.length; length++) addAll(beginnings, syllable.slice(0, length), characters)
}

function addAll(sets: Map<string, Set<string>>, key: string, characters: string): void {
  const set = sets.get(key) ?? new Set()
  sets.set(key, set)
  for (const character of characters) set.add(character)
}

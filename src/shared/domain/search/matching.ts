import type { RecordKind } from '../catalogue/fields'
import { tagsField } from '../tags'
import { foldForSearch, isSearchedKind, searchedFields } from './bigrams'
import { spelledRange, spellingOf } from './pinyin'
import { squeezeNumber } from './squeezeNumber'

/** Longest query taken seriously; what is beyond it is not searched. */
const maxQuery = 200
const maxWords = 12

/** The words of a query, folded; a record must hold all of them, each in any of its searched fields. */
export function queryWords(query: string): string[] {
  const words = foldForSearch(query.slice(0, maxQuery)).split(/\s+/u).filter((word) => word !== '')
  return [...new Set(words)].slice(0, maxWords)
}

/** One searched text of a record. */
export interface SearchedText {
  text: string
  /** Identifiers are also found without their punctuation. */
  isNumber: boolean
}

/** written · spelled: as written, or in pinyin (see pinyin.ts) */
export type WordMatch = 'written' | 'spelled'

/** Whether every word stands in one of the texts: the definition of a hit, whatever index found it. */
export function holdsAllWords(words: readonly string[], texts: readonly SearchedText[], match: WordMatch = 'written'): boolean {
  const folded = texts.map(({ text, isNumber }) => {
    const plain = foldForSearch(text)
    return { plain, squeezed: isNumber ? squeezeNumber(plain) : null }
  })
  return words.every((word) => {
    const squeezedWord = squeezeNumber(word)
    if (folded.some(({ plain, squeezed }) => plain.includes(word) || (squeezed !== null && squeezedWord !== '' && squeezed.includes(squeezedWord)))) return true
    const spelling = match === 'spelled' ? spellingOf(word) : null
    return spelling !== null && folded.some(({ plain, squeezed }) => spelledRange(spelling, squeezed ?? plain) !== null)
  })
}

/** Kinds without a search index are small: their records are looked through. */
const lookedThrough: Partial<Record<RecordKind, readonly string[]>> = {
  honour: ['recipient', 'honour', 'objectNumber', 'uscc', 'document', tagsField],
  pilot: ['name', 'project', 'uscc', tagsField],
  pct: ['pctNumber', 'title', 'applicants', tagsField],
  indicator: ['heading', tagsField],
  population: ['series', 'key', tagsField],
  market_entities: ['key', tagsField],
}

/** Fields that a search looks at. */
export function searchedFieldsOf(kind: RecordKind): readonly string[] {
  return isSearchedKind(kind) ? searchedFields[kind] : (lookedThrough[kind] ?? [])
}

const wholeToken = /^(?:[a-z0-9]{2,3}|[[\p{L}\p{N}]--[a-z0-9]]{1,2})$/v

/** Whether the index answers a word alone: it is one token (or the beginning of one), so a hit needs no confirmation. */
export function isWholeToken(word: string): boolean {
  // Tokens are counted in UTF-16 units, so a pair of rare characters is more than one token.
  return word.length <= 3 && wholeToken.test(word) && (word.length <= 2 || /^[a-z0-9]+$/.test(word))
}

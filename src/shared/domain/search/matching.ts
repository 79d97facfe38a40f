import { foldForSearch } from './bigrams'

/** Longest query taken seriously; what is beyond it is not searched. */
const maxQuery = 200
const maxWords = 12

/** The words of a query, folded; a record must hold all of them, each in any of its searched fields. */
export function queryWords(query: string): string[] {
  const words = foldForSearch(query.slice(0, maxQuery)).split(/\s+/u).filter((word) => word !== '')
  return [...new Set(words)].slice(0, maxWords)
}

/** Letters and digits alone: how numbers are compared, so that GBT10114 finds GB/T 10114-2003. */
export function squeezeNumber(folded: string): string {
  return folded.replaceAll(/[\p{P}\p{S}\s]+/gu, '')
}

/** One searched text of a record. */
export interface SearchedText {
  text: string
  /** Identifiers are also found without their punctuation. */
  isNumber: boolean
}

/** Whether every word stands in one of the texts: the definition of a hit, whatever index found it. */
export function holdsAllWords(words: readonly string[], texts: readonly SearchedText[]): boolean {
  const folded = texts.map(({ text, isNumber }) => {
    const plain = foldForSearch(text)
    return { plain, squeezed: isNumber ? squeezeNumber(plain) : null }
  })
  return words.every((word) => {
    const squeezedWord = squeezeNumber(word)
    return folded.some(({ plain, squeezed }) => plain.includes(word) || (squeezed !== null && squeezedWord !== '' && squeezed.includes(squeezedWord)))
  })
}

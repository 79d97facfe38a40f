import { kindDefinitions, type FieldValue, type RecordKind } from '../catalogue/fields'
import { tagsField } from '../tags'
import { squeezeNumber } from './squeezeNumber'

/**
 * Search by any two characters. A text becomes short overlapping tokens, the search index knows which records hold
 * which token, and a query is answered by the records that hold all of its tokens. Tokens say "may contain"; whoever
 * reads confirms a hit with `foldForSearch(text).includes(foldForSearch(term))`.
 *
 * Chinese (and every other letter beyond ASCII) is cut into pairs and the last character; ASCII letters and digits
 * into threes and the last pair, because pairs of digits tell numbers apart badly. A query shorter than the token is
 * a prefix of one, which is why the last, shorter piece is a token too:
 *
 *   电梯井 → 电梯 梯井 井        CN1234 → cn1 n12 123 234 34
 *
 * Nothing else is indexed: punctuation and spaces end a run.
 */

/** Fields searched for each kind that has a search index; the order does not matter. */
export const searchedFields = {
  unit: ['uscc', 'name', 'formerNames', 'aliases', tagsField],
  standard: ['standardNo', 'title', 'drafting', tagsField],
  patent: ['applicationNumber', 'title', 'parties', 'publications', 'pctNumber', tagsField],
  trademark: ['registrationNumber', 'name', 'owner', tagsField],
} as const satisfies Partial<Record<RecordKind, readonly string[]>>

export type SearchedKind = keyof typeof searchedFields

/** Numbers beside the kind's own that are also found without their punctuation. */
const otherNumbers: Partial<Record<RecordKind, readonly string[]>> = {
  patent: ['publications', 'pctNumber'],
  honour: ['objectNumber', 'uscc', 'document'],
  pilot: ['uscc'],
}

/** Whether a field holds numbers that are also found without their punctuation: the kind's own, and what else bears one. */
export function isNumberField(kind: RecordKind, field: string): boolean {
  return field === kindDefinitions[kind].key || otherNumbers[kind]?.includes(field) === true
}

export function isSearchedKind(kind: RecordKind): kind is SearchedKind {
  return kind in searchedFields
}

/** Full-width letters and digits as half-width ones, letters small: what index, query and confirmation agree on. */
export function foldForSearch(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/**
 * Makes the tokens of records, one after the other: those of the searched fields, separated by spaces, as UTF-8; a token
 * may occur twice. The bytes hold until the next record is asked for.
 *
 * @returns asks for the values by field, and its place among the `searchedFields` of the kind
 */
export function createTokenizer(kind: SearchedKind): (valueOf: (field: string, at: number) => FieldValue) => Uint8Array {
  const tokens = new TokenBytes()
  const fields = searchedFields[kind].map((field) => ({ field, isNumber: isNumberField(kind, field) }))
  return (valueOf) => {
    tokens.clear()
    fields.forEach(({ field, isNumber }, at) => addField(valueOf(field, at), isNumber, tokens))
    return tokens.bytes()
  }
}

/**
 * FTS5 expression for the records that may contain every word of a query (words are separated by spaces).
 * Null when no word is long enough for the index: the caller then looks at every record.
 */
export function searchExpression(query: string): string | null {
  const parts = new Set<string>()
  // As a register keeps it: half a surrogate pair becomes a replacement character there.
  eachRun(folded(query.toWellFormed()), (text, start, end, width) => {
    for (let at = start; at + width <= end; at++) parts.add(`"${text.slice(at, at + width)}"`)
    if (end - start === width - 1) parts.add(`"${text.slice(start, end)}" *`)
  })
  return parts.size === 0 ? null : [...parts].join(' AND ')
}

/**
 * Numbers are found with and without their punctuation (GBT10114 finds GB/T 10114-2003): whatever a piece of the printed
 * number asks for is also a token, or the beginning of one, of the number without it.
 */
function addField(value: FieldValue | undefined, isNumber: boolean, tokens: TokenBytes): void {
  const add = (text: string): void => addTokens(isNumber ? squeezeNumber(folded(text)) : text, tokens)
  if (typeof value === 'string') add(value)
  else if (Array.isArray(value)) for (const part of value) add(textOfPart(part))
}

/** An element of a list of texts, or of [position, name] pairs. */
function textOfPart(part: string | number | readonly [number, string]): string {
  return typeof part === 'object' ? part[1] : String(part)
}

function addTokens(text: string, tokens: TokenBytes): void {
  eachRun(folded(text), (run, start, end, width) => {
    for (let at = start; at + width <= end; at++) tokens.add(run, at, width)
    const rest = Math.min(width - 1, end - start)
    tokens.add(run, end - rest, rest)
  })
}

/**
 * What a UTF-16 unit is to the index. Both halves of a surrogate pair count as letters, so a rare character is a
 * token of its own; a hit is confirmed against the text in any case.
 */
const separator = 0
const ascii = 1
const wide = 2
/** Must be folded first; then it is one of the above. */
const unfolded = 3

const unknown = 255

/** Classes of units as they were met: a look-up is twenty times faster than a pattern on every text. */
const classes = new Uint8Array(0x10000).fill(unknown)

function classOf(unit: number): number {
  let known = classes[unit] ?? separator
  if (known === unknown) {
    known = classify(String.fromCharCode(unit))
    classes[unit] = known
  }
  return known
}

function classify(character: string): number {
  if (foldForSearch(character) !== character) return unfolded
  if (/[a-z0-9]/.test(character)) return ascii
  // A mark may compose with the letter before it.
  if (/\p{M}/u.test(character)) return unfolded
  return /[\p{L}\p{N}\p{Cs}]/u.test(character) ? wide : separator
}

function folded(text: string): string {
  for (let at = 0; at < text.length; at++) if (classOf(text.charCodeAt(at)) === unfolded) return foldForSearch(text)
  return text
}

type Visit = (text: string, start: number, end: number, width: 2 | 3) => void

/** Runs of ASCII letters and digits, and runs of other letters; marks left by folding belong to the latter. */
function eachRun(text: string, visit: Visit): void {
  let start = 0
  let open = separator
  for (let at = 0; at <= text.length; at++) {
    const found = at < text.length ? classOf(text.charCodeAt(at)) : separator
    const current = found === unfolded ? wide : found
    if (current === open) continue
    if (open !== separator) visit(text, start, at, open === ascii ? 3 : 2)
    start = at
    open = current
  }
}

/** What half a surrogate pair becomes, here as in a query that the driver encodes. */
const replacement = 0xfffd
/** UTF-8 of one UTF-16 unit, at most. */
const unitBytes = 3

/** Collects tokens in the form the index takes them: making a text of them first costs twice as much. */
class TokenBytes {
  #bytes = new Uint8Array(4_096)
  #length = 0

  clear(): void {
    this.#length = 0
  }

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }

  add(text: string, start: number, count: number): void {
    const most = this.#length + count * unitBytes + 1
    if (most > this.#bytes.length) this.#grow(most)
    for (let at = start; at < start + count; at++) {
      const unit = text.charCodeAt(at)
      if (unit < 0x80) this.#bytes[this.#length++] = unit
      else if (unit < 0xd800 || unit > 0xdfff) this.#put(unit)
      else if (at + 1 < start + count && isPair(unit, text.charCodeAt(at + 1))) this.#putPair(unit, text.charCodeAt(++at))
      else this.#put(replacement)
    }
    this.#bytes[this.#length++] = 0x20
  }

  #put(unit: number): void {
    if (unit < 0x800) this.#bytes[this.#length++] = 0xc0 | (unit >> 6)
    else {
      this.#bytes[this.#length++] = 0xe0 | (unit >> 12)
      this.#bytes[this.#length++] = 0x80 | ((unit >> 6) & 0x3f)
    }
    this.#bytes[this.#length++] = 0x80 | (unit & 0x3f)
  }

  #putPair(high: number, low: number): void {
    const point = 0x10000 + ((high & 0x3ff) << 10) + (low & 0x3ff)
    this.#bytes[this.#length++] = 0xf0 | (point >> 18)
    this.#bytes[this.#length++] = 0x80 | ((point >> 12) & 0x3f)
    this.#bytes[this.#length++] = 0x80 | ((point >> 6) & 0x3f)
    this.#bytes[this.#length++] = 0x80 | (point & 0x3f)
  }

  #grow(least: number): void {
    const grown = new Uint8Array(Math.max(least, this.#bytes.length * 2))
    grown.set(this.#bytes.subarray(0, this.#length))
    this.#bytes = grown
  }
}

function isPair(high: number, low: number): boolean {
  return high < 0xdc00 && low >= 0xdc00 && low <= 0xdfff
}

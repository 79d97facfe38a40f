import { kindDefinitions, type FieldValue, type RecordKind, type Values } from '../catalogue/fields'
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
  unit: ['uscc', 'name', 'formerNames'],
  standard: ['standardNo', 'title', 'drafting'],
  patent: ['applicationNumber', 'title', 'parties'],
  trademark: ['registrationNumber', 'name', 'owner'],
} as const satisfies Partial<Record<RecordKind, readonly string[]>>

export type SearchedKind = keyof typeof searchedFields

export function isSearchedKind(kind: RecordKind): kind is SearchedKind {
  return kind in searchedFields
}

/** Full-width letters and digits as half-width ones, letters small: what index, query and confirmation agree on. */
export function foldForSearch(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** Tokens of a record's searched fields, separated by spaces; a token may occur twice. */
export function searchTokens(kind: SearchedKind, values: Values): string {
  const tokens = new TokenText()
  const { key } = kindDefinitions[kind]
  for (const field of searchedFields[kind]) if (field !== key) addField(values[field], tokens)
  // Numbers are found with and without their punctuation (GBT10114 finds GB/T 10114-2003): whatever a piece of the
  // printed number asks for is also a token, or the beginning of one, of the number without it.
  addTokens(squeezeNumber(folded(String(values[key] ?? ''))), tokens)
  return tokens.toString()
}

/**
 * FTS5 expression for the records that may contain every word of a query (words are separated by spaces).
 * Null when no word is long enough for the index: the caller then looks at every record.
 */
export function searchExpression(query: string): string | null {
  const parts = new Set<string>()
  eachRun(folded(query), (text, start, end, width) => {
    for (let at = start; at + width <= end; at++) parts.add(`"${text.slice(at, at + width)}"`)
    if (end - start === width - 1) parts.add(`"${text.slice(start, end)}" *`)
  })
  return parts.size === 0 ? null : [...parts].join(' AND ')
}

function addField(value: FieldValue | undefined, tokens: TokenText): void {
  if (typeof value === 'string') addTokens(value, tokens)
  else if (Array.isArray(value)) for (const part of value) addTokens(textOfPart(part), tokens)
}

/** An element of a list of texts, or of [position, name] pairs. */
function textOfPart(part: string | number | readonly [number, string]): string {
  return typeof part === 'object' ? part[1] : String(part)
}

function addTokens(text: string, tokens: TokenText): void {
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

/** Collects tokens as UTF-16 units: joining slices of strings costs three times as much. */
class TokenText {
  readonly #units: number[] = []

  add(text: string, start: number, count: number): void {
    for (let at = start; at < start + count; at++) this.#units.push(text.charCodeAt(at))
    this.#units.push(0x20)
  }

  toString(): string {
    const chunk = 8192 // arguments of one call are limited
    if (this.#units.length <= chunk) return String.fromCharCode.apply(undefined, this.#units)
    let text = ''
    for (let at = 0; at < this.#units.length; at += chunk) text += String.fromCharCode(...this.#units.slice(at, at + chunk))
    return text
  }
}

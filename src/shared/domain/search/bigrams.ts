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

/** Tokens of a record's searched fields, separated by spaces, each once. */
export function searchTokens(kind: SearchedKind, values: Values): string {
  const tokens = new Set<string>()
  for (const field of searchedFields[kind]) addFieldTokens(values[field], tokens)
  // Numbers are also found without their punctuation: GBT10114 finds GB/T 10114-2003.
  addTokens(squeezeNumber(String(values[kindDefinitions[kind].key] ?? '')), tokens)
  return [...tokens].join(' ')
}

/**
 * FTS5 expression for the records that may contain every word of a query (words are separated by spaces).
 * Null when no word is long enough for the index: the caller then looks at every record.
 */
export function searchExpression(query: string): string | null {
  const parts = new Set<string>()
  for (const run of runsOf(foldForSearch(query))) addQueryParts(run, parts)
  return parts.size === 0 ? null : [...parts].join(' AND ')
}

function addFieldTokens(value: FieldValue | undefined, tokens: Set<string>): void {
  if (typeof value === 'string') addTokens(value, tokens)
  else if (Array.isArray(value)) for (const part of value) addTokens(textOfPart(part), tokens)
}

/** An element of a list of texts, or of [position, name] pairs. */
function textOfPart(part: string | number | readonly [number, string]): string {
  return typeof part === 'object' ? part[1] : String(part)
}

interface Run {
  characters: string[]
  /** Characters in a whole token of this script. */
  width: 2 | 3
}

const runPattern = /[a-z0-9]+|[[\p{L}\p{N}\p{M}]--[a-z0-9]]+/gv

function runsOf(folded: string): Run[] {
  return (folded.match(runPattern) ?? []).map((run) => ({ characters: [...run], width: isAscii(run) ? 3 : 2 }))
}

function isAscii(run: string): boolean {
  return run.charCodeAt(0) < 128
}

function addTokens(text: string, tokens: Set<string>): void {
  for (const { characters, width } of runsOf(foldForSearch(text))) {
    for (let at = 0; at + width <= characters.length; at++) tokens.add(joined(characters, at, width))
    const rest = Math.min(width - 1, characters.length)
    tokens.add(joined(characters, characters.length - rest, rest))
  }
}

function addQueryParts({ characters, width }: Run, parts: Set<string>): void {
  if (characters.length < width - 1) return
  if (characters.length < width) parts.add(`"${characters.join('')}" *`)
  for (let at = 0; at + width <= characters.length; at++) parts.add(`"${joined(characters, at, width)}"`)
}

function joined(characters: readonly string[], at: number, length: number): string {
  let token = ''
  for (let index = at; index < at + length; index++) token += characters[index] ?? ''
  return token
}

import { en } from './en'
import { language } from './language'
import { named } from './named'
import { zhCN, type TextKey } from './zh-CN'

type Placeholders<T extends string> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholders<Rest> : never

type IsUnion<K, All = K> = K extends All ? ([All] extends [K] ? false : true) : never

/** What a text needs: exactly its own placeholders, and nothing when it has none; of a computed key nothing is known. */
type Values<K extends TextKey> = true extends IsUnion<K>
  ? [values?: Readonly<Record<string, unknown>>]
  : [Placeholders<(typeof zhCN)[K]>] extends [never]
    ? []
    : [values: Record<Placeholders<(typeof zhCN)[K]>, string | number>]

/** The text behind a key known at compile time; a forgotten placeholder does not compile. */
export function t<K extends TextKey>(key: K, ...[values]: Values<K>): string {
  return told(key, values ?? {})
}

/**
 * The text behind a key computed at run time (`error.${code}`), whose placeholders come from data.
 * A value that is not known is left out together with the quotation marks around it.
 */
export function textOf(key: TextKey, values: Readonly<Record<string, unknown>> = {}): string {
  return told(key, values)
}

/** Whether the catalogue has a text under a key that was put together from data. */
export function hasText(key: string): key is TextKey {
  return Object.hasOwn(zhCN, key)
}

const english: Readonly<Partial<Record<TextKey, string>>> = en

/** The text in the language spoken; what stands in files is Chinese in every language. */
function told(key: TextKey, values: Readonly<Record<string, unknown>>): string {
  const spoken = language() === 'en' ? english[key] : undefined
  if (spoken === undefined) return fill(zhCN[key], values)
  const text = fill(numbered(spoken, values), values, named)
  // A value that is not known leaves its space at the beginning.
  return spoken.startsWith(' ') ? text : text.trimStart()
}

/** Several words in a row, divided as the language does it. */
export function listed(words: readonly string[]): string {
  return words.join(told('punctuation.list', {}))
}

/** Holes that names of the catalogues fall into; what a cell holds or a person has written is told as it is. */
const nameHoles: ReadonlySet<string> = new Set(['field', 'unit', 'kind', 'label', 'indicator', 'name', 'row', 'rule', 'earlier', 'later', 'form', 'word', 'found', 'expected', 'what', 'message'])

const quotedHole = /“\{(\w+)\}”|\{(\w+)\}/g
/** `{count|row|rows}`: the first word where the value is one, for languages that tell them apart. */
const numberedWord = /\{(\w+)\|([^|{}]*)\|([^|{}]*)\}/g

function numbered(text: string, values: Readonly<Record<string, unknown>>): string {
  return text.includes('|') ? text.replaceAll(numberedWord, (_match, name: string, one: string, more: string) => (printed(values[name]) === '1' ? one : more)) : text
}

function fill(text: string, values: Readonly<Record<string, unknown>>, nameOf?: (word: string) => string): string {
  return text.replaceAll(quotedHole, (match, quoted?: string, plain?: string) => {
    const name = quoted ?? plain ?? ''
    const value = nameOf !== undefined && nameHoles.has(name) ? nameOf(printed(values[name])) : printed(values[name])
    if (quoted === undefined || value === '') return value
    return match.replace(`{${quoted}}`, () => value)
  })
}

function printed(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return String(value)
  return Array.isArray(value) ? listed(value.map(printed)) : ''
}

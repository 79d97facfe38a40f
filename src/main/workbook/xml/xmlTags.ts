import { Refusal } from '../../../shared/domain/result'
import { damagedXml } from './xmlText'

/** One tag of an XML text and where it stands, so that everything around it can be kept to the byte. */
export interface XmlTag {
  kind: 'open' | 'close' | 'empty'
  /** Local name. */
  name: string
  /** With its colon, or empty: what is put in beside the tag takes the same. */
  prefix: string
  start: number
  /** Behind the tag. */
  end: number
}

/** Both are only tried, and what they match is cut from the text: a match with its groups is five objects for each tag. */
const tag = /<\/?[^ \t\r\n<>/:"'=]+(?:[^<>"']|"[^"<]*"|'[^'<]*')*>/y
const word = /[^ \t\r\n<>/:"'=]+/y
const passedOver: readonly (readonly [string, string])[] = [['<!--', '-->'], ['<![CDATA[', ']]>'], ['<?', '?>']]

/**
 * The tags of a document in order. Comments, processing instructions and character data are passed over. `next(place)`
 * goes on at that place, for readers that know what they can leave out.
 *
 * @throws Refusal damaged for what is no XML, document_type
 */
export function* tagsOf(xml: string, from = 0): Generator<XmlTag, void, number | undefined> {
  for (let at = xml.indexOf('<', from); at >= 0; at = xml.indexOf('<', at)) {
    const mark = xml[at + 1]
    const passed = mark === '!' || mark === '?' ? passedOver.find(([begin]) => xml.startsWith(begin, at)) : undefined
    if (passed) {
      const end = xml.indexOf(passed[1], at + passed[0].length)
      if (end < 0) throw damagedXml('truncated')
      at = end + passed[1].length
      continue
    }
    if (xml.startsWith('<!D', at)) throw new Refusal('document_type')
    tag.lastIndex = at
    if (!tag.test(xml)) throw damagedXml('tag')
    const end = tag.lastIndex
    const kind = mark === '/' ? 'close' : xml[end - 2] === '/' ? 'empty' : 'open'
    const first = mark === '/' ? at + 2 : at + 1
    const colon = wordEnd(xml, first)
    const last = xml[colon] === ':' ? wordEnd(xml, colon + 1) : colon
    const local = last > colon + 1 ? colon + 1 : first
    const resumed: number | undefined = yield { kind, name: xml.slice(local, local === first ? colon : last), prefix: xml.slice(first, local), start: at, end }
    at = resumed ?? end
  }
}

/** Behind the word that begins there; the place itself where none does. */
function wordEnd(xml: string, from: number): number {
  word.lastIndex = from
  return word.test(xml) ? word.lastIndex : from
}

/** The value of an attribute of a tag as written in the text, references resolved; undefined when it is not there. */
export function attributeOf(xml: string, { start, end }: Pick<XmlTag, 'start' | 'end'>, name: string): string | undefined {
  const text = xml.slice(start, end)
  if (!text.includes(name)) return undefined
  // As nearly every program writes it; within single quotes the same characters could be part of a value.
  const usual = text.includes("'") ? -1 : text.indexOf(` ${name}="`)
  if (usual < 0) return anyAttributeOf(xml, start, end, name)
  const from = usual + name.length + 3
  const to = text.indexOf('"', from)
  return to < 0 ? undefined : resolveReferences(text.slice(from, to))
}

/** The same for every way in which an attribute can be written. */
function anyAttributeOf(xml: string, start: number, end: number, name: string): string | undefined {
  let at = nextBlank(xml, start, end)
  while (at < end) {
    const from = pastBlanks(xml, at, end)
    const sign = xml.indexOf('=', from)
    if (sign < 0 || sign >= end) return undefined
    const opening = pastBlanks(xml, sign + 1, end)
    const quote = xml[opening]
    // Old drawings leave quotes out; nobody asks for what stands there.
    const closing = quote === '"' || quote === "'" ? xml.indexOf(quote, opening + 1) : nextBlank(xml, opening, end)
    if (closing < 0 || closing >= end) return undefined
    const isAsked = xml.startsWith(name, from) && pastBlanks(xml, from + name.length, end) === sign
    if (isAsked && quote !== undefined && xml[closing] === quote) return resolveReferences(xml.slice(opening + 1, closing))
    at = xml[closing] === quote ? closing + 1 : closing
  }
  return undefined
}

/** A sheet has thousands of attributes; reading them one by one from the text keeps it from being cut into as many pieces. */
function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09
}

function nextBlank(xml: string, from: number, end: number): number {
  let at = from
  while (at < end && !isBlank(xml.charCodeAt(at))) at++
  return at
}

function pastBlanks(xml: string, from: number, end: number): number {
  let at = from
  while (at < end && isBlank(xml.charCodeAt(at))) at++
  return at
}

interface Attribute { name: string; value: string; start: number; end: number }

/** The attributes of a tag's text with their places in it, the blank before each included. */
function attributesOf(text: string): Attribute[] {
  return [...text.matchAll(/\s+([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map((match) => ({
    name: match[1] ?? '', value: match[2] ?? match[3] ?? '', start: match.index, end: match.index + match[0].length,
  }))
}

const references: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** A text with its references to characters resolved; one that means none stays as it is written. */
export function resolveReferences(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (written, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
    if (name !== undefined) return references[name] ?? written
    const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10_ffff ? String.fromCodePoint(code) : written
  })
}

/** A tag's text with an attribute set, kept where it stood when it is there, or taken out (null). */
export function withAttribute(text: string, name: string, value: string | null): string {
  if ((attributeOf(text, { start: 0, end: text.length }, name) ?? null) === value) return text
  const found = attributesOf(text).find((attribute) => attribute.name === name)
  const written = value === null ? '' : ` ${name}="${value}"`
  if (found) return text.slice(0, found.start) + written + text.slice(found.end)
  const end = text.endsWith('/>') ? text.length - 2 : text.length - 1
  return text.slice(0, end).trimEnd() + written + text.slice(end)
}

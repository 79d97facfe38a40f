import { isUtf8 } from 'node:buffer'
import { Refusal } from '../../../shared/domain/result'

const namedEntities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The text between two positions of a part, references resolved and line ends normalised (XML 1.0, 2.11 and 4.6). */
export function decodeXmlText(bytes: Buffer, start: number, end: number): string {
  const text = decodeUtf8(bytes, start, end)
  // In this order: `&#13;` stands for a carriage return that is meant, only literal ones are normalised.
  const normalised = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  return normalised.includes('&') ? resolveReferences(normalised) : normalised
}

/** The text of a CDATA section: no references there. */
export function decodeXmlRaw(bytes: Buffer, start: number, end: number): string {
  const text = decodeUtf8(bytes, start, end)
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

function decodeUtf8(bytes: Buffer, start: number, end: number): string {
  const text = bytes.toString('utf8', start, end)
  if (text.includes('\uFFFD') && !isUtf8(bytes.subarray(start, end))) throw damagedXml('encoding')
  return text
}

function resolveReferences(text: string): string {
  return text.replace(/&([^;&]{0,32})(;?)/g, (_, name: string, semicolon: string) => {
    if (semicolon === '') throw damagedXml('entity')
    return resolveReference(name)
  })
}

function resolveReference(name: string): string {
  const named = namedEntities[name]
  if (named !== undefined) return named
  const match = /^#(?:x([0-9a-fA-F]{1,8})|([0-9]{1,8}))$/.exec(name)
  if (!match) throw damagedXml('entity')
  const code = match[1] === undefined ? Number.parseInt(match[2] ?? '', 10) : Number.parseInt(match[1], 16)
  if (!isXmlCharacter(code)) throw damagedXml('control_character')
  return String.fromCodePoint(code)
}

function isXmlCharacter(code: number): boolean {
  if (code < 0x20) return code === 9 || code === 10 || code === 13
  return code < 0xd800 || (code > 0xdfff && code < 0xfffe) || (code > 0xffff && code <= 0x10ffff)
}

export function damagedXml(what: string): Refusal {
  return new Refusal('damaged', undefined, { what: `xml_${what}` })
}

import { attributeOf, tagsOf, type XmlTag } from '../xml/xmlTags'

/** Our elements as a document writes its own: with its prefix, or without one. Names that have a prefix keep it. */
export function withPrefix(prefix: string, xml: string): string {
  return prefix === '' ? xml : xml.replaceAll(/<(\/?)(?=[A-Za-z]\w*[\s/>])/g, `<$1${prefix}`)
}

/**
 * Puts elements into the first element of a name, before or behind what it holds.
 *
 * @returns the text as it is when there is no such element
 */
export function insertInto(xml: string, name: string, content: string, place: 'first' | 'last'): string {
  const open = firstTag(xml, name)
  if (open === null) return xml
  const own = withPrefix(open.prefix, content)
  if (open.kind === 'empty') return `${xml.slice(0, open.end).replace(/\s*\/>$/, '>')}${own}</${open.prefix}${name}>${xml.slice(open.end)}`
  const at = place === 'first' ? open.end : (closingTag(xml, open)?.start ?? open.end)
  return xml.slice(0, at) + own + xml.slice(at)
}

export function firstTag(xml: string, name: string): XmlTag | null {
  for (const tag of tagsOf(xml)) if (tag.name === name && tag.kind !== 'close') return tag
  return null
}

/** The tag that closes an opened element. */
export function closingTag(xml: string, open: XmlTag): XmlTag | null {
  let depth = 0
  for (const tag of tagsOf(xml, open.end)) {
    if (tag.name !== open.name) continue
    if (tag.kind === 'open') depth++
    else if (tag.kind === 'close' && depth-- === 0) return tag
  }
  return null
}

/** The elements that an element holds directly, each with its whole text. */
export function childrenOf(xml: string, open: XmlTag): { name: string; text: string }[] {
  const found: { name: string; text: string }[] = []
  if (open.kind === 'empty') return found
  let depth = 0
  let start = 0
  for (const tag of tagsOf(xml, open.end)) {
    if (tag.kind === 'close' && depth === 0) break
    if (depth === 0) start = tag.start
    if (tag.kind === 'open') depth++
    else if (tag.kind === 'close') depth--
    if (depth === 0) found.push({ name: tag.name, text: xml.slice(start, tag.end) })
  }
  return found
}

/** The greatest number that an attribute of elements of a name holds behind its letters; 0 without any. */
export function greatestNumber(xml: string, name: string, attribute: string): number {
  let greatest = 0
  for (const tag of tagsOf(xml)) {
    if (tag.name !== name || tag.kind === 'close') continue
    const number = Number(/(\d+)$/.exec(attributeOf(xml, tag, attribute) ?? '')?.[1] ?? 0)
    if (number > greatest && number < 2 ** 31) greatest = number
  }
  return greatest
}

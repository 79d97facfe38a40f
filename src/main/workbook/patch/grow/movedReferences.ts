import { escapeXml } from '../../write/package/xmlText'
import { spliced, type Replacement } from '../splice'
import { attributeOf, resolveReferences, tagsOf, withAttribute, type XmlTag } from '../../xml/xmlTags'
import { shiftFormula } from './formulaRows'
import type { RowGrowth } from '../../forms/rowGrowth'

/** Where a kind of part speaks of cells. */
export interface ReferencePlaces {
  /** Attributes with ranges or formulas, by element. */
  attributes: Readonly<Record<string, readonly string[]>>
  /** Elements whose text is ranges or a formula. */
  texts: ReadonlySet<string>
  /** Elements that go with their rows: where a list of one row grows, they do not reach further because of that. */
  own?: ReadonlySet<string>
}

/**
 * A part whose references follow the cells they meant when rows are put into sheets.
 *
 * @param home  sheet that is meant where none is named
 */
export function movedReferences(xml: string, places: ReferencePlaces, home: string, growths: readonly RowGrowth[]): string {
  const replacements: Replacement[] = []
  let opened: XmlTag | null = null
  for (const tag of tagsOf(xml)) {
    if (tag.kind === 'close') {
      if (opened?.name === tag.name) replacements.push(...movedText(xml, opened, tag.start, { home, growths, isOwn: goesWithRow(places, opened) }))
      opened = null
      continue
    }
    opened = tag.kind === 'open' && places.texts.has(tag.name) ? tag : null
    const names = places.attributes[tag.name]
    if (names === undefined) continue
    const before = xml.slice(tag.start, tag.end)
    const where: Home = { home, growths, isOwn: goesWithRow(places, tag) }
    const after = names.reduce((text, name) => withMovedAttribute(text, name, where), before)
    if (after !== before) replacements.push({ start: tag.start, end: tag.end, text: after })
  }
  return spliced(xml, replacements)
}

interface Home { home: string; growths: readonly RowGrowth[]; isOwn: boolean }

/** The formulas of rules in later versions (xm:f) are of rules as well. */
function goesWithRow({ own }: ReferencePlaces, { name, prefix }: XmlTag): boolean {
  return own !== undefined && (own.has(name) || (name === 'f' && prefix === 'xm:'))
}

function movedText(xml: string, { end: start }: XmlTag, end: number, { home, growths, isOwn }: Home): Replacement[] {
  const before = resolveReferences(xml.slice(start, end))
  const after = shiftFormula(before, home, growths, isOwn)
  return after === before ? [] : [{ start, end, text: escapeXml(after) }]
}

function withMovedAttribute(tag: string, name: string, { home, growths, isOwn }: Home): string {
  const value = attributeOf(tag, { start: 0, end: tag.length }, name)
  if (value === undefined) return tag
  const moved = shiftFormula(value, home, growths, isOwn)
  return moved === value ? tag : withAttribute(tag, name, escapeXml(moved))
}

import { attributeOf, tagsOf, withAttribute, type XmlTag } from '../xml/xmlTags'

/** What may stand before `calcPr` in a workbook part (ISO/IEC 29500-1, CT_Workbook). */
const beforeCalculation = ['sheets', 'functionGroups', 'externalReferences', 'definedNames']

/**
 * The workbook part, asking every program to calculate all formulas when it opens the file. Where they were to be calculated
 * by hand only, some programs would show none of the new sums.
 */
export function withFullCalculation(workbook: string): string {
  let last: XmlTag | null = null
  for (const tag of tagsOf(workbook)) {
    if (tag.name === 'calcPr' && tag.kind !== 'close') {
      const asked = withAttribute(workbook.slice(tag.start, tag.end), 'fullCalcOnLoad', '1')
      const isByHand = attributeOf(workbook, tag, 'calcMode') === 'manual'
      return workbook.slice(0, tag.start) + (isByHand ? withAttribute(asked, 'calcMode', null) : asked) + workbook.slice(tag.end)
    }
    if (tag.kind !== 'open' && beforeCalculation.includes(tag.name)) last = tag
  }
  if (last === null) return workbook
  return `${workbook.slice(0, last.end)}<${last.prefix}calcPr fullCalcOnLoad="1"/>${workbook.slice(last.end)}`
}

/** Relationships without the one to the order of calculation. */
export function withoutCalcChainRelation(relationships: string): string {
  return without(relationships, (tag) => tag.name === 'Relationship' && (attributeOf(relationships, tag, 'Type') ?? '').endsWith('/calcChain'))
}

/** Content types without that part's. */
export function withoutCalcChainType(contentTypes: string, part: string): string {
  return without(contentTypes, (tag) => tag.name === 'Override' && (attributeOf(contentTypes, tag, 'PartName') ?? '').toLowerCase() === `/${part}`.toLowerCase())
}

/** The text without elements that hold nothing. */
function without(xml: string, isUnwanted: (tag: XmlTag) => boolean): string {
  const kept: string[] = []
  let from = 0
  let openedAt: number | null = null
  for (const tag of tagsOf(xml)) {
    if (openedAt !== null && tag.kind === 'close') {
      kept.push(xml.slice(from, openedAt))
      from = tag.end
      openedAt = null
    } else if (tag.kind === 'empty' && isUnwanted(tag)) {
      kept.push(xml.slice(from, tag.start))
      from = tag.end
    } else if (tag.kind === 'open' && isUnwanted(tag)) openedAt = tag.start
  }
  return kept.join('') + xml.slice(from)
}

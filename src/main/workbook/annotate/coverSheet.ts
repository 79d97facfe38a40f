import { attributeOf, tagsOf, withAttribute, type XmlTag } from '../xml/xmlTags'
import { escapeXml } from '../write/package/xmlText'
import { firstTag, greatestNumber, insertInto } from './xmlInsert'

export interface Cover {
  name: string
  /** Relationship of its part. */
  id: string
  /** Whether it is the sheet that programs show first. */
  isShown: boolean
}

/** The workbook part with a sheet before all others; names that belong to one sheet stay with it. */
export function withCover(workbook: string, { name, id, isShown }: Cover): string {
  const number = greatestNumber(workbook, 'sheet', 'sheetId') + 1
  const sheet = `<sheet name="${escapeXml(name)}" sheetId="${number}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="${id}"/>`
  const counted = rewriteTags(workbook, (text, tag) => {
    if (tag.name === 'definedName') return movedOn(text, 'localSheetId')
    if (tag.name !== 'workbookView') return text
    return isShown ? withAttribute(withAttribute(text, 'activeTab', '0'), 'firstSheet', null) : movedOn(text, 'activeTab', '1')
  })
  return insertInto(counted, 'sheets', sheet, 'first')
}

/** The workbook part with its first sheet as the one that programs show first. */
export function withFirstShown(workbook: string): string {
  return rewriteTags(workbook, (text, { name }) => (name === 'workbookView' ? withAttribute(withAttribute(text, 'activeTab', '0'), 'firstSheet', null) : text))
}

/** Place of the sheet that programs show first, among all that the workbook lists; it is the first one where nothing is said. */
export function shownSheetOf(workbook: string): string | undefined {
  const view = firstTag(workbook, 'workbookView')
  const place = Number(view === null ? 0 : (attributeOf(workbook, view, 'activeTab') ?? 0))
  const names = [...tagsOf(workbook)].filter((tag) => tag.name === 'sheet' && tag.kind !== 'close').map((tag) => attributeOf(workbook, tag, 'name') ?? '')
  return names[place]
}

/** @param missing  what is written where the attribute is not there */
function movedOn(text: string, attribute: string, missing?: string): string {
  const value = attributeOf(text, { start: 0, end: text.length }, attribute)
  if (value === undefined) return missing === undefined ? text : withAttribute(text, attribute, missing)
  return withAttribute(text, attribute, String(Number(value) + 1))
}

function rewriteTags(xml: string, rewrite: (text: string, tag: XmlTag) => string): string {
  const pieces: string[] = []
  let from = 0
  for (const tag of tagsOf(xml)) {
    if (tag.kind === 'close') continue
    pieces.push(xml.slice(from, tag.start), rewrite(xml.slice(tag.start, tag.end), tag))
    from = tag.end
  }
  return pieces.join('') + xml.slice(from)
}

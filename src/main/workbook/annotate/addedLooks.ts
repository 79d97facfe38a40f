import { withAttribute } from '../xml/xmlTags'
import { addedStyles, createStyleTable, type StyleTable } from '../write/sheet/styleTable'
import { childrenOf, firstTag, greatestNumber, insertInto, withPrefix } from './xmlInsert'

/** Styles of a received workbook with looks added; what it has keeps its numbers. */
export interface AddedLooks extends Pick<StyleTable, 'use'> {
  /** The style of a cell in this colour (RRGGBB): its number format, font, borders and protection stay. */
  filled(style: string | undefined, rgb: string): string
  /** The style without one of these colours; others stay as they are. */
  cleared(style: string | undefined, colours: readonly string[]): string
  /** The styles part with all that was asked for. */
  toXml(): string
}

const firstFreeFormat = 164
/** Lists of a styles part in the order of its schema (ISO/IEC 29500-1, CT_Stylesheet). */
const lists = ['numFmts', 'fonts', 'fills', 'borders', 'cellXfs'] as const

/** @param xml  styles part; null for a workbook without one */
export function addLooks(xml: string | null): AddedLooks {
  const known = complete(xml ?? createStyleTable().toXml())
  const prefix = firstTag(known, 'styleSheet')?.prefix ?? ''
  const [, fonts, fills, borders, records] = lists.map((name) => itemsOf(known, name, prefix))
  const styles = addedStyles({
    fonts: fonts?.length ?? 0, fills: fills?.length ?? 0, borders: borders?.length ?? 0, records: records?.length ?? 0,
    firstFormat: Math.max(firstFreeFormat, greatestNumber(known, 'numFmt', 'numFmtId') + 1),
  })
  return {
    use: (look) => styles.use(look),
    filled: (style, rgb) => String(styles.add(inFill(records?.[Number(style ?? 0)] ?? records?.[0] ?? '<xf/>', styles.fill(rgb)))),
    cleared(style = '0', colours) {
      const record = records?.[Number(style)]
      const fill = fills?.[Number(/\sfillId="(\d+)"/.exec(record ?? '')?.[1] ?? 0)] ?? ''
      return record !== undefined && colours.some((rgb) => fill.toUpperCase().includes(rgb)) ? String(styles.add(inFill(record, 0))) : style
    },
    toXml() {
      const added = styles.parts()
      return lists.reduce((text, name) => withItems(text, name, added[name]), known)
    },
  }
}

function itemsOf(xml: string, name: string, prefix: string): string[] {
  const open = firstTag(xml, name)
  return open === null ? [] : childrenOf(xml, open).map(({ text }) => (prefix === '' ? text : text.replaceAll(new RegExp(`<(/?)${prefix}`, 'g'), '<$1')))
}

/** Lists that small programs leave out are begun, so that there is something to add to. */
function complete(xml: string): string {
  return lists.reduce((text, name, at) => {
    if (firstTag(text, name) !== null) return text
    const before = lists.slice(0, at).findLast((earlier) => firstTag(text, earlier) !== null)
    if (before === undefined) return insertInto(text, 'styleSheet', `<${name}/>`, 'first')
    const prefix = firstTag(text, before)?.prefix ?? ''
    const end = endOfList(text, before)
    return text.slice(0, end) + withPrefix(prefix, `<${name}/>`) + text.slice(end)
  }, xml)
}

function endOfList(xml: string, name: string): number {
  const open = firstTag(xml, name)
  if (open === null) return xml.length
  if (open.kind === 'empty') return open.end
  return xml.indexOf('>', xml.indexOf(`</${open.prefix}${name}`, open.end)) + 1
}

function withItems(xml: string, name: string, items: readonly string[]): string {
  if (items.length === 0) return xml
  const longer = insertInto(xml, name, items.join(''), 'last')
  const open = firstTag(longer, name)
  if (open === null) return xml
  const count = childrenOf(longer, open).length
  return longer.slice(0, open.start) + withAttribute(longer.slice(open.start, open.end), 'count', String(count)) + longer.slice(open.end)
}

function inFill(record: string, fill: number): string {
  const open = firstTag(record, 'xf')
  if (open === null) return record
  const tag = withAttribute(withAttribute(record.slice(open.start, open.end), 'fillId', String(fill)), 'applyFill', '1')
  return tag + record.slice(open.end)
}

import { rangeOf } from '../write/cellAddress'
import { escapeXml } from '../write/xmlText'
import { copyFormula, shiftFormula, shiftRanges, shiftedRow, type RowGrowth } from './formulaRows'
import { mapSheet, type SheetRow } from './sheetCells'
import { attributeOf, resolveReferences, tagsOf, withAttribute, type XmlTag } from './xmlTags'

/** Attributes with cells of the sheet in them, by element. */
const placed: Readonly<Record<string, readonly string[]>> = {
  mergeCell: ['ref'], dataValidation: ['sqref'], conditionalFormatting: ['sqref'], autoFilter: ['ref'], hyperlink: ['ref'], dimension: ['ref'],
  protectedRange: ['sqref'], ignoredError: ['sqref'], selection: ['activeCell', 'sqref'], pane: ['topLeftCell'], sortState: ['ref'], sortCondition: ['ref'], cellWatch: ['r'],
}
/** Elements that hold a formula or ranges as their text. */
const spoken = new Set(['f', 'formula', 'formula1', 'formula2', 'sqref'])

interface Replacement { start: number; end: number; text: string }

/**
 * A worksheet part after rows were put into sheets of its workbook: its own rows, ranges and formulas stand where they
 * belong, and the new rows look like the row above them, formulas and merges included.
 *
 * @param sheet  name of this sheet
 */
export function growSheet(xml: string, sheet: string, growths: readonly RowGrowth[]): string {
  const own = growths.filter((growth) => growth.sheet === sheet)
  const moved = spliced(xml, [...movedRanges(xml, sheet, growths), ...(own.length === 0 ? [] : movedRows(xml, own))])
  return own.length === 0 ? moved : withMerges(withNewRows(moved, own), own)
}

function spliced(xml: string, replacements: readonly Replacement[]): string {
  const pieces: string[] = []
  let from = 0
  for (const { start, end, text } of replacements.toSorted((a, b) => a.start - b.start)) {
    pieces.push(xml.slice(from, start), text)
    from = end
  }
  return pieces.join('') + xml.slice(from)
}

function movedRanges(xml: string, sheet: string, growths: readonly RowGrowth[]): Replacement[] {
  const replacements: Replacement[] = []
  let opened: XmlTag | null = null
  for (const tag of tagsOf(xml)) {
    if (tag.kind === 'close') {
      if (opened?.name === tag.name) {
        const before = resolveReferences(xml.slice(opened.end, tag.start))
        const after = tag.name === 'sqref' ? shiftRanges(before, sheet, growths) : shiftFormula(before, sheet, growths)
        if (after !== before) replacements.push({ start: opened.end, end: tag.start, text: escapeXml(after) })
      }
      opened = null
      continue
    }
    opened = tag.kind === 'open' && spoken.has(tag.name) ? tag : null
    const before = xml.slice(tag.start, tag.end)
    const after = (placed[tag.name] ?? (tag.name === 'f' ? ['ref'] : [])).reduce((text, name) => {
      const value = attributeOf(text, { start: 0, end: text.length }, name)
      return value === undefined ? text : withAttribute(text, name, escapeXml(shiftRanges(value, sheet, growths)))
    }, before)
    if (after !== before) replacements.push({ start: tag.start, end: tag.end, text: after })
  }
  return replacements
}

/** Rows and cells say where they stand. */
function movedRows(xml: string, own: readonly RowGrowth[]): Replacement[] {
  const replacements: Replacement[] = []
  for (const { row, tag, cells } of mapSheet(xml).rows) {
    const target = shiftedRow(row, own)
    if (target === row) continue
    replacements.push({ start: tag.start, end: tag.end, text: withAttribute(xml.slice(tag.start, tag.end), 'r', String(target)) })
    for (const cell of cells) {
      for (const first of tagsOf(xml, cell.start)) {
        const text = xml.slice(first.start, first.end)
        replacements.push({ start: first.start, end: first.end, text: readdressed(text, target) })
        break
      }
    }
  }
  return replacements
}

function readdressed(cellTag: string, row: number): string {
  const address = attributeOf(cellTag, { start: 0, end: cellTag.length }, 'r')
  return address === undefined ? cellTag : withAttribute(cellTag, 'r', address.replace(/\d+$/, String(row)))
}

/** Puts the new rows in, each a copy of the row above the place they go to. */
function withNewRows(xml: string, own: readonly RowGrowth[]): string {
  const { rows } = mapSheet(xml)
  const insertions = own.flatMap((growth): Replacement[] => {
    const place = shiftedRow(growth.from - 1, own.filter((other) => other !== growth))
    const pattern = rows.find(({ row }) => row === place)
    if (!pattern) return []
    const next = rows.find(({ row }) => row > place)
    const at = next ? next.tag.start : mapSheet(xml).rowsEnd
    return [{ start: at, end: at, text: Array.from({ length: growth.by }, (_, index) => copiedRow(xml, pattern, at, index + 1)).join('') }]
  })
  return spliced(xml, insertions)
}

function copiedRow(xml: string, { row, tag, cells }: SheetRow, end: number, by: number): string {
  const target = row + by
  const source = xml.slice(tag.start, end)
  const replacements: Replacement[] = [{ start: 0, end: tag.end - tag.start, text: withAttribute(xml.slice(tag.start, tag.end), 'r', String(target)) }]
  for (const { start, end: cellEnd } of cells) replacements.push({ start: start - tag.start, end: cellEnd - tag.start, text: copiedCell(xml.slice(start, cellEnd), target, by) })
  return spliced(source, replacements)
}

/** Style and formula of a cell; what it held stays where it is. */
function copiedCell(cell: string, row: number, by: number): string {
  let formula: string | null = null
  let opened: XmlTag | null = null
  let first: XmlTag | null = null
  for (const tag of tagsOf(cell)) {
    first ??= tag
    if (tag.name === 'f' && tag.kind === 'open') opened = tag
    if (tag.name === 'f' && tag.kind === 'close' && opened) formula = copyFormula(resolveReferences(cell.slice(opened.end, tag.start)), by)
  }
  if (first === null) return cell
  const open = withAttribute(readdressed(cell.slice(0, first.end), row), 't', null).replace(/\s*\/?>$/, '')
  if (formula === null) return `${open}/>`
  return `${open}><${first.prefix}f>${escapeXml(formula)}</${first.prefix}f></${first.prefix}c>`
}

/** Cells merged within the copied row are merged in each new row. */
function withMerges(xml: string, own: readonly RowGrowth[]): string {
  const { merges } = mapSheet(xml)
  const tags = [...tagsOf(xml)]
  const container = tags.find(({ name, kind }) => name === 'mergeCells' && kind === 'open')
  const closing = tags.find(({ name, kind }) => name === 'mergeCells' && kind === 'close')
  if (!container || !closing) return xml
  const added = own.flatMap((growth) => {
    const place = shiftedRow(growth.from - 1, own.filter((other) => other !== growth))
    const inRow = merges.filter(({ top, bottom }) => top === place && bottom === place)
    return inRow.flatMap(({ left, right }) => Array.from({ length: growth.by }, (_, index) => ({ left, right, row: place + index + 1 })))
  })
  if (added.length === 0) return xml
  const text = added.map(({ left, right, row }) => `<${container.prefix}mergeCell ref="${rangeOf(row, left, row, right)}"/>`).join('')
  const opening = withAttribute(xml.slice(container.start, container.end), 'count', String(merges.length + added.length))
  return xml.slice(0, container.start) + opening + xml.slice(container.end, closing.start) + text + xml.slice(closing.start)
}

/** A workbook part whose names follow the cells they meant. */
export function growNames(workbook: string, growths: readonly RowGrowth[]): string {
  const replacements: Replacement[] = []
  let opened: XmlTag | null = null
  for (const tag of tagsOf(workbook)) {
    if (tag.name !== 'definedName') continue
    if (tag.kind === 'open') opened = tag
    else if (tag.kind === 'close' && opened) {
      const before = resolveReferences(workbook.slice(opened.end, tag.start))
      const after = shiftFormula(before, '', growths)
      if (after !== before) replacements.push({ start: opened.end, end: tag.start, text: escapeXml(after) })
    }
  }
  return spliced(workbook, replacements)
}

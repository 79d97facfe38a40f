import { maxRow } from '../../limits'
import { rangeOf } from '../../write/sheet/cellAddress'
import { escapeXml } from '../../write/package/xmlText'
import { parseRange } from '../../xlsx/cellReference'
import { mapSheet, type SheetRow } from '../sheetCells'
import { spliced, type Replacement } from '../splice'
import { attributeOf, tagsOf, withAttribute } from '../../xml/xmlTags'
import { continuedFormulas, withContinued } from './continuedFormulas'
import { copyFormula } from './formulaRows'
import { shiftedRow, type RowGrowth } from '../../forms/rowGrowth'
import { movedAnchors } from './movedAnchors'
import { movedReferences, type ReferencePlaces } from './movedReferences'
import { formulaOf, withoutSharedFormulas } from './sharedFormulas'

const inSheets: ReferencePlaces = {
  attributes: {
    mergeCell: ['ref'], dataValidation: ['sqref'], conditionalFormatting: ['sqref'], autoFilter: ['ref'], hyperlink: ['ref', 'location'], dimension: ['ref'], f: ['ref'],
    protectedRange: ['sqref'], ignoredError: ['sqref'], selection: ['activeCell', 'sqref'], pane: ['topLeftCell'], sheetView: ['topLeftCell'], customSheetView: ['topLeftCell'],
    sortState: ['ref'], sortCondition: ['ref'], cellWatch: ['r'], inputCells: ['r'], scenarios: ['sqref'], cellSmartTags: ['r'], webPublishItem: ['sourceRef'], control: ['linkedCell', 'listFillRange'], controlPr: ['linkedCell', 'listFillRange'],
  },
  texts: new Set(['f', 'formula', 'formula1', 'formula2', 'sqref']),
  own: new Set(['mergeCell', 'dataValidation', 'conditionalFormatting', 'hyperlink', 'formula', 'formula1', 'formula2', 'sqref']),
}
const inWorkbook: ReferencePlaces = { attributes: {}, texts: new Set(['definedName']) }

/**
 * A worksheet part after rows were put into sheets of its workbook: its own rows, ranges and formulas stand where they
 * belong, and the new rows look like the row above them, formulas, merges, drop-downs and conditional formats included.
 *
 * @param sheet  name of this sheet
 */
export function growSheet(xml: string, sheet: string, growths: readonly RowGrowth[]): string {
  const own = growths.filter((growth) => growth.sheet === sheet)
  const plain = own.length > 0 || speaksOfOthers(xml) ? withoutSharedFormulas(xml) : xml
  const referring = movedReferences(plain, inSheets, sheet, growths)
  if (own.length === 0) return referring
  const moved = spliced(referring, movedRows(referring, own))
  const continued = withContinued(movedBreaks(movedAnchors(moved, own), own), continuedFormulas(plain, sheet, own))
  return withLooks(withMerges(withNewRows(continued, own), own), own)
}

/** Whether a formula that several cells share speaks of another sheet. */
function speaksOfOthers(xml: string): boolean {
  for (const tag of tagsOf(xml)) {
    if (tag.name === 'f' && tag.kind === 'open' && attributeOf(xml, tag, 't') === 'shared' && xml.slice(tag.end, xml.indexOf('<', tag.end)).includes('!')) return true
  }
  return false
}

/** Rows and cells say where they stand. Empty rows that would stand below the last of a sheet go. */
function movedRows(xml: string, own: readonly RowGrowth[]): Replacement[] {
  const { rows, rowsEnd } = mapSheet(xml)
  return rows.flatMap(({ row, tag, cells }, index): Replacement[] => {
    const target = row + own.reduce((sum, { from, by }) => (row >= from ? sum + by : sum), 0)
    if (target > maxRow) return [{ start: tag.start, end: rows[index + 1]?.tag.start ?? rowsEnd, text: '' }]
    if (target === row) return []
    return [
      { start: tag.start, end: tag.end, text: withAttribute(xml.slice(tag.start, tag.end), 'r', String(target)) },
      ...cells.map(({ start }) => readdressedCell(xml, start, target)),
    ]
  })
}

function readdressedCell(xml: string, start: number, row: number): Replacement {
  for (const { end } of tagsOf(xml, start)) return { start, end, text: readdressed(xml.slice(start, end), row) }
  return { start, end: start, text: '' }
}

function readdressed(cellTag: string, row: number): string {
  const address = attributeOf(cellTag, { start: 0, end: cellTag.length }, 'r')
  return address === undefined ? cellTag : withAttribute(cellTag, 'r', address.replace(/\d+$/, String(row)))
}

/** A page ends below the row that a break names. */
function movedBreaks(xml: string, own: readonly RowGrowth[]): string {
  const replacements: Replacement[] = []
  let inRows = false
  for (const tag of tagsOf(xml)) {
    if (tag.name === 'rowBreaks') inRows = tag.kind === 'open'
    if (!inRows || tag.name !== 'brk' || tag.kind === 'close') continue
    const id = Number(attributeOf(xml, tag, 'id'))
    const moved = shiftedRow(id + 1, own) - 1
    if (id > 0 && moved !== id) replacements.push({ start: tag.start, end: tag.end, text: withAttribute(xml.slice(tag.start, tag.end), 'id', String(moved)) })
  }
  return spliced(xml, replacements)
}

/** The row whose copies are put in, where it stands when the sheet has grown. */
function patternRow(growth: RowGrowth, own: readonly RowGrowth[]): number {
  return shiftedRow(growth.from - 1, own)
}

/** Puts the new rows in, each a copy of the row above the place they go to. */
function withNewRows(xml: string, own: readonly RowGrowth[]): string {
  const { rows, rowsEnd } = mapSheet(xml)
  return spliced(xml, own.flatMap((growth): Replacement[] => {
    const place = patternRow(growth, own)
    const pattern = rows.find(({ row }) => row === place)
    if (!pattern) return []
    const at = rows.find(({ row }) => row > place)?.tag.start ?? rowsEnd
    return [{ start: at, end: at, text: Array.from({ length: growth.by }, (_, index) => copiedRow(xml, pattern, at, index + 1)).join('') }]
  }))
}

/** A new row holds a record that is to be seen, whatever the row above does. */
function copiedRow(xml: string, { row, tag, cells }: SheetRow, end: number, by: number): string {
  const opening = withAttribute(withAttribute(xml.slice(tag.start, tag.end), 'r', String(row + by)), 'hidden', null)
  const replacements: Replacement[] = [{ start: 0, end: tag.end - tag.start, text: opening }]
  for (const cell of cells) replacements.push({ start: cell.start - tag.start, end: cell.end - tag.start, text: copiedCell(xml, cell, row + by, by) })
  return spliced(xml.slice(tag.start, end), replacements)
}

/** Style and formula of a cell; what it held stays where it is. */
function copiedCell(xml: string, cell: SheetRow['cells'][number], row: number, by: number): string {
  for (const first of tagsOf(xml, cell.start)) {
    const open = ['t', 'vm'].reduce((text, name) => withAttribute(text, name, null), readdressed(xml.slice(first.start, first.end), row)).replace(/\s*\/?>$/, '')
    const formula = cell.hasFormula ? formulaOf(xml, cell) : null
    if (formula === null) return `${open}/>`
    const opening = xml.slice(formula.tag.start, formula.tag.end)
    const range = attributeOf(opening, { start: 0, end: opening.length }, 'ref')
    const own = range === undefined ? opening : withAttribute(opening, 'ref', copyFormula(range, by))
    return `${open}>${own}${escapeXml(copyFormula(formula.text, by))}</${first.prefix}f></${first.prefix}c>`
  }
  return ''
}

/** Cells merged within the copied row are merged in each new row. */
function withMerges(xml: string, own: readonly RowGrowth[]): string {
  const { merges } = mapSheet(xml)
  const tags = [...tagsOf(xml)].filter(({ name }) => name === 'mergeCells')
  const container = tags.find(({ kind }) => kind === 'open')
  const closing = tags.find(({ kind }) => kind === 'close')
  if (!container || !closing) return xml
  const added = own.flatMap((growth) => {
    const place = patternRow(growth, own)
    const inRow = merges.filter(({ top, bottom }) => top === place && bottom === place)
    return inRow.flatMap(({ left, right }) => Array.from({ length: growth.by }, (_, index) => ({ left, right, row: place + index + 1 })))
  })
  if (added.length === 0) return xml
  const text = added.map(({ left, right, row }) => `<${container.prefix}mergeCell ref="${rangeOf(row, left, row, right)}"/>`).join('')
  const opening = withAttribute(xml.slice(container.start, container.end), 'count', String(merges.length + added.length))
  return xml.slice(0, container.start) + opening + xml.slice(container.end, closing.start) + text + xml.slice(closing.start)
}

const looks = new Set(['dataValidation', 'conditionalFormatting'])

/** Drop-downs and conditional formats that end with the copied row hold in the new rows as well. */
function withLooks(xml: string, own: readonly RowGrowth[]): string {
  const replacements: Replacement[] = []
  let isLook = false
  let opened: number | null = null
  for (const tag of tagsOf(xml)) {
    if (looks.has(tag.name)) {
      isLook = tag.kind === 'open'
      const ranges = tag.kind === 'close' ? undefined : attributeOf(xml, tag, 'sqref')
      if (ranges !== undefined) replacements.push({ start: tag.start, end: tag.end, text: withAttribute(xml.slice(tag.start, tag.end), 'sqref', lengthened(ranges, own)) })
    } else if (isLook && tag.name === 'sqref') {
      if (tag.kind === 'close' && opened !== null) replacements.push({ start: opened, end: tag.start, text: lengthened(xml.slice(opened, tag.start), own) })
      opened = tag.kind === 'open' ? tag.end : null
    }
  }
  return spliced(xml, replacements)
}

function lengthened(ranges: string, own: readonly RowGrowth[]): string {
  return ranges.split(/(\s+)/).map((written) => {
    const range = parseRange(written)
    const growth = range && own.find((known) => patternRow(known, own) === range.bottom)
    return range && growth ? rangeOf(range.top, range.left, range.bottom + growth.by, range.right) : written
  }).join('')
}

/** A workbook part whose names follow the cells they meant. */
export function growNames(workbook: string, growths: readonly RowGrowth[]): string {
  return movedReferences(workbook, inWorkbook, '', growths)
}

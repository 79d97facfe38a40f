import { spliced, type Replacement } from '../splice'
import { attributeOf, tagsOf, type XmlTag } from '../../xml/xmlTags'
import { shiftFormula } from './formulaRows'
import { shiftedRow, type RowGrowth } from '../../forms/rowGrowth'

/** One corner of a picture or chart: the text of its row, zero-based, and how far into that row it reaches. */
interface Corner { start: number; end: number; row: number; offset: number }

/**
 * A drawing, or a sheet with controls, whose pictures and charts stand beside the cells they stood beside: moved down with
 * them, made longer where rows were put in behind them, as each says of itself (editAs).
 *
 * @param own  rows put into the sheet it belongs to
 */
export function movedAnchors(xml: string, own: readonly RowGrowth[]): string {
  if (own.length === 0 || !/[:<](?:twoCellAnchor|oneCellAnchor|anchor)[\s>]/.test(xml)) return xml
  const replacements: Replacement[] = []
  let keeps: 'twoCell' | 'oneCell' | 'absolute' | null = null
  const corners: { from?: Corner; to?: Corner } = {}
  let side: 'from' | 'to' | null = null
  let opened: XmlTag | null = null
  const corner: Corner = { start: 0, end: 0, row: 0, offset: 0 }
  for (const tag of tagsOf(xml)) {
    const isOpen = tag.kind === 'open'
    if (tag.name === 'twoCellAnchor' || tag.name === 'oneCellAnchor' || tag.name === 'anchor') {
      if (!isOpen) replacements.push(...movedCorners(corners, keeps, own))
      keeps = isOpen ? keeping(xml, tag) : null
      delete corners.from
      delete corners.to
    } else if (keeps !== null && (tag.name === 'from' || tag.name === 'to')) {
      if (!isOpen && side !== null) corners[side] = { ...corner }
      side = isOpen ? tag.name : null
    } else if (side !== null && (tag.name === 'row' || tag.name === 'rowOff')) {
      if (isOpen) opened = tag
      else if (opened !== null && tag.name === 'row') Object.assign(corner, { start: opened.end, end: tag.start, row: Number(xml.slice(opened.end, tag.start)) })
      else if (opened !== null) corner.offset = Number(xml.slice(opened.end, tag.start))
    }
  }
  return spliced(xml, replacements)
}

function keeping(xml: string, tag: XmlTag): 'twoCell' | 'oneCell' | 'absolute' {
  if (tag.name === 'oneCellAnchor') return 'oneCell'
  if (tag.name === 'anchor') return attributeOf(xml, tag, 'sizeWithCells') === '1' ? 'twoCell' : attributeOf(xml, tag, 'moveWithCells') === '1' ? 'oneCell' : 'absolute'
  const written = attributeOf(xml, tag, 'editAs')
  return written === 'oneCell' || written === 'absolute' ? written : 'twoCell'
}

function movedCorners({ from, to }: { from?: Corner; to?: Corner }, keeps: string | null, own: readonly RowGrowth[]): Replacement[] {
  if (from === undefined || keeps === 'absolute') return []
  const top = rowOf(from.row, own)
  const bottom = to === undefined ? 0 : keeps === 'oneCell' ? to.row + top - from.row : to.offset > 0 || to.row <= from.row ? rowOf(to.row, own) : shiftedRow(to.row, own)
  const corners: (readonly [Corner, number])[] = to === undefined ? [[from, top]] : [[from, top], [to, bottom]]
  return corners.filter(([corner, row]) => Number.isInteger(row) && row !== corner.row).map(([{ start, end }, row]) => ({ start, end, text: String(row) }))
}

function rowOf(zeroBased: number, own: readonly RowGrowth[]): number {
  return shiftedRow(zeroBased + 1, own) - 1
}

/** Texts of a box that are formulas or ranges. */
const spoken = new Set(['FmlaLink', 'FmlaRange', 'FmlaGroup', 'FmlaTxbx', 'FmlaPict'])

/**
 * The old drawing of a sheet, with the boxes of its comments and controls: they go with their cells. The format is not always
 * well-formed, so that only the numbers in it are touched.
 */
export function movedBoxes(vml: string, sheet: string, growths: readonly RowGrowth[]): string {
  const own = growths.filter((growth) => growth.sheet === sheet)
  const replacements: Replacement[] = []
  let opened: XmlTag | null = null
  let anchor: { start: number; end: number } | null = null
  let commented: number | null = null
  for (const tag of tagsOf(vml)) {
    if (tag.name === 'ClientData') {
      if (tag.kind === 'close' && anchor !== null) replacements.push(...movedBox(vml, anchor, commented, own))
      anchor = commented = null
    } else if (tag.kind === 'open') opened = tag
    else if (tag.kind === 'close' && opened?.name === tag.name) {
      const place = { start: opened.end, end: tag.start }
      const text = vml.slice(place.start, place.end)
      if (tag.name === 'Anchor') anchor = place
      if (tag.name === 'Row') replacements.push({ ...place, text: String(rowOf((commented = Number(text)), own)) })
      if (spoken.has(tag.name)) replacements.push({ ...place, text: shiftFormula(text, sheet, growths) })
    }
  }
  return spliced(vml, replacements)
}

/** A comment's box goes with its cell, another one with its own rows: the third and the seventh number are rows, zero-based. */
function movedBox(vml: string, { start, end }: { start: number; end: number }, commented: number | null, own: readonly RowGrowth[]): Replacement[] {
  const numbers = vml.slice(start, end).split(',')
  if (numbers.length !== 8) return []
  const by = commented === null ? null : rowOf(commented, own) - commented
  const text = numbers.map((written, at) => {
    const row = Number(written)
    return (at !== 2 && at !== 6) || !Number.isInteger(row) ? written : written.replace(/\d+/, String(by === null ? rowOf(row, own) : row + by))
  }).join(',')
  return text === vml.slice(start, end) ? [] : [{ start, end, text }]
}

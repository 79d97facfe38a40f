import { mapSheet } from '../patch/sheetCells'
import { restyleSheet, type CellRestyle } from '../patch/patchSheet'
import { tagsOf, withAttribute } from '../xml/xmlTags'
import type { AddedLooks } from './addedLooks'
import type { CellPlace } from './commentTexts'
import { withPrefix } from './xmlInsert'

/** A cell that is to stand out, in a colour (RRGGBB). */
export interface CellMark extends CellPlace {
  rgb: string
}

/** What a merged range covers is marked where its value stands. */
export function uncovered<T extends CellPlace>(xml: string, cells: readonly T[]): T[] {
  const { merges } = mapSheet(xml, new Set())
  return cells.map((cell) => {
    const over = merges.find(({ top, bottom, left, right }) => cell.row >= top && cell.row <= bottom && cell.column >= left && cell.column <= right)
    return over ? { ...cell, row: over.top, column: over.left } : cell
  })
}

/** @param cleared  cells that were marked in one of the colours once and are no longer */
export function markCells(xml: string, marks: readonly CellMark[], looks: AddedLooks, cleared: readonly CellPlace[], colours: readonly string[]): string {
  return restyleSheet(xml, [
    ...marks.map(({ row, column, rgb }): CellRestyle => ({ row, column, restyle: (style) => looks.filled(style, rgb) })),
    ...cleared.map(({ row, column }): CellRestyle => ({ row, column, restyle: (style) => looks.cleared(style, colours) })),
  ])
}

/** What a worksheet part may hold behind its drawing of comments (ISO/IEC 29500-1, CT_Worksheet). */
const behindDrawing = new Set(['legacyDrawingHF', 'drawingHF', 'picture', 'oleObjects', 'controls', 'webPublishItems', 'tableParts', 'extLst', 'AlternateContent'])
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The part pointing to its drawing of comments. */
export function withNoteDrawing(xml: string, id: string): string {
  const { prefix, rowsEnd, data } = mapSheet(xml, new Set())
  const element = withPrefix(prefix, `<legacyDrawing xmlns:r="${relations}" r:id="${id}"/>`)
  // Depth 1 is that of the rows; what stands behind them in the root is at depth 0.
  let depth = data.kind === 'empty' ? 0 : 1
  for (const tag of tagsOf(xml, rowsEnd)) {
    const isTop = depth === 0 && tag.kind !== 'close'
    const isRoot = depth === 0 && tag.kind === 'close'
    if ((isTop && behindDrawing.has(tag.name)) || isRoot) return xml.slice(0, tag.start) + element + xml.slice(tag.start)
    if (tag.kind === 'open') depth++
    else if (tag.kind === 'close') depth--
  }
  return xml
}

/** The part of a sheet that is no longer the one shown first: two selected sheets are edited together. */
export function withoutSelection(xml: string): string {
  for (const tag of tagsOf(xml)) {
    if (tag.name === 'sheetData') return xml
    if (tag.name === 'sheetView' && tag.kind !== 'close') return xml.slice(0, tag.start) + withAttribute(xml.slice(tag.start, tag.end), 'tabSelected', null) + xml.slice(tag.end)
  }
  return xml
}

import { wrappedLines } from '../write/sheet/textMeasure'
import { attributeOf, withAttribute } from '../xml/xmlTags'
import type { CellLook } from './cellLooks'
import { columnWidths, usualHeightOf } from './formSheets'
import type { CellEdit } from '../forms/formValues'
import { mapSheet, type SheetCell } from './sheetCells'
import { spliced, type Replacement } from './splice'

/** Points of a line for one of type size. */
const lineHeight = 1.3
/** Digits beside a text that the frame takes. */
const frame = 1
/** The most that programs let a row have. */
const highest = 409

/**
 * A filled worksheet part in which the rows that hold records of a list are seen: forms come with those hidden that were empty
 * the last time, or that a filter had left out, and a record in one of them would be missing from the paper.
 */
export function withShownRows(xml: string, edits: readonly CellEdit[]): string {
  const held = new Set(edits.flatMap(({ row, value, isFitted }) => (isFitted && value !== null && value !== '' ? [row] : [])))
  if (held.size === 0 || !xml.includes('hidden')) return xml
  return spliced(xml, mapSheet(xml, new Set()).rows.flatMap(({ row, tag }): Replacement[] => {
    if (!held.has(row) || attributeOf(xml, tag, 'hidden') === undefined) return []
    return [{ start: tag.start, end: tag.end, text: withAttribute(xml.slice(tag.start, tag.end), 'hidden', null) }]
  }))
}

/**
 * A filled worksheet part whose rows are high enough for the texts that were put into cells which wrap them: programs keep the
 * height that is stored with a row. Rows whose height a person has fixed stay, as all rows do that are high enough.
 *
 * @param looks  by style number
 */
export function withFittedRows(xml: string, edits: readonly CellEdit[], looks: readonly CellLook[]): string {
  const texts = edits.flatMap(({ row, column, value, isFitted }) => (isFitted && typeof value === 'string' && value !== '' ? [{ row, column, value }] : []))
  if (texts.length === 0) return xml
  const byRow = Map.groupBy(texts, ({ row }) => row)
  const map = mapSheet(xml, new Set(byRow.keys()))
  const widths = columnWidths(xml, map, Math.max(...texts.map(({ column }) => column), ...map.merges.map(({ right }) => right)) + 1)
  const widthAt = (row: number, column: number): number => {
    const merge = map.merges.find(({ top, left }) => top === row && left === column)
    return widths.slice(column, (merge?.right ?? column) + 1).reduce((sum, width) => sum + width, 0)
  }
  const usual = usualHeightOf(xml, map)
  return spliced(xml, map.rows.flatMap(({ row, tag, cells }): Replacement[] => {
    const written = xml.slice(tag.start, tag.end)
    if (!byRow.has(row) || ['1', 'true'].includes(attributeOf(xml, tag, 'customHeight') ?? '')) return []
    const need = Math.max(0, ...(byRow.get(row) ?? []).map(({ column, value }) => heightOf(value, widthAt(row, column), lookOf(xml, cells, column, looks))))
    if (need <= Number(attributeOf(xml, tag, 'ht') ?? usual)) return []
    return [{ start: tag.start, end: tag.end, text: withAttribute(withAttribute(written, 'ht', String(Math.min(highest, need))), 'customHeight', '1') }]
  }))
}

function lookOf(xml: string, cells: readonly SheetCell[], column: number, looks: readonly CellLook[]): CellLook | undefined {
  const cell = cells.find((known) => known.column === column)
  return cell === undefined ? undefined : looks[Number(attributeOf(xml, { start: cell.start, end: cell.tagEnd }, 's') ?? 0)]
}

/** Zero for a text that stands in one line, whatever its row. */
function heightOf(text: string, width: number, look: CellLook | undefined): number {
  if (!look?.isWrapped || width <= frame) return 0
  // Widths are counted in digits of eleven points.
  const lines = wrappedLines(text, ((width - frame) * 11) / look.size)
  return lines === 1 ? 0 : Math.ceil(lines * look.size * lineHeight + 2)
}

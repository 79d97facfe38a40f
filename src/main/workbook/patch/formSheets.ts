import type { FormCell, FormSheet } from '../../../shared/domain/filling/formSheet'
import type { Merge } from '../types'
import type { SheetCell, SheetMap } from './sheetCells'
import { readSharedTexts, textOf } from './sheetWords'
import { looksOf, type CellLook } from './cellLooks'
import { formulaTexts } from './grow/sharedFormulas'
import type { TemplatePackage } from './templatePackage'
import { attributeOf, resolveReferences, tagsOf, type XmlTag } from '../xml/xmlTags'

/** More of a form is not shown: forms are read by people. */
const mostRows = 400
const mostColumns = 100
const usualWidth = 8.43
const usualHeight = 15
const lineHeight = 1.3

/**
 * The sheets of a received form as they look: cells, merges, sizes and the plainest of their looks.
 *
 * @throws Refusal damaged, too_large
 */
export async function readFormSheets(template: TemplatePackage): Promise<FormSheet[]> {
  const shared = await readSharedTexts(template)
  const looks = template.styles === null ? [] : looksOf(await template.text(template.styles))
  const sheets: FormSheet[] = []
  for (const { name, part } of template.sheets) sheets.push(formSheet(name, await template.text(part), await template.cells(part), shared, looks))
  return sheets
}

function formSheet(name: string, xml: string, map: SheetMap, shared: readonly string[], looks: readonly CellLook[]): FormSheet {
  const mergeAt = shownMerges(map)
  const formulas = new Map(formulaTexts(xml, map.rows.flatMap((row) => row.cells)).map(({ cell, text }) => [cell, text]))
  const cells = map.rows.filter(({ row }) => row <= mostRows).flatMap((row) => row.cells.filter(({ column }) => column < mostColumns).flatMap((cell) => shownCell(xml, cell, { merge: mergeAt(cell), formula: formulas.get(cell) ?? '' }, shared, looks) ?? []))
  const filled = cells.filter(({ kind, hasBorder, fill }) => kind !== 'empty' || hasBorder || fill !== null)
  const rows = Math.min(mostRows, Math.max(1, ...filled.map(({ row, rowSpan }) => row + rowSpan - 1)))
  const columns = Math.min(mostColumns, Math.max(1, ...filled.map(({ column, colSpan }) => column + colSpan)))
  return {
    name, cells: cells.filter((cell) => cell.row <= rows && cell.column < columns).map((cell) => ({ ...cell, rowSpan: Math.min(cell.rowSpan, rows - cell.row + 1), colSpan: Math.min(cell.colSpan, columns - cell.column) })),
    columnWidths: columnWidths(xml, map, columns), rowHeights: rowHeights(xml, map, rows, cells),
    isCut: map.rows.some(({ row, cells: known }) => known.some(({ column, start, end }) => (row > mostRows || column >= mostColumns) && xml.slice(start, end).includes('</'))),
  }
}

/** More merged ranges of two cells each do not fit into what is shown; a file that says so is not followed. */
const mostMerges = (mostRows * mostColumns) / 2

/** The merged range that a shown cell is in, the first that is told: each is laid out once, not looked for by every cell. */
function shownMerges({ merges }: SheetMap): (cell: Pick<SheetCell, 'row' | 'column'>) => Merge | undefined {
  const shown = merges.filter(({ top, left }) => top <= mostRows && left < mostColumns).slice(0, mostMerges)
  const places = new Map<number, Merge>()
  const placeOf = (row: number, column: number): number => row * mostColumns + column
  for (const merge of shown) {
    for (let row = merge.top; row <= Math.min(merge.bottom, mostRows); row++) {
      for (let column = merge.left; column <= Math.min(merge.right, mostColumns - 1); column++) if (!places.has(placeOf(row, column))) places.set(placeOf(row, column), merge)
    }
  }
  return ({ row, column }) => places.get(placeOf(row, column))
}

function shownCell(xml: string, cell: SheetCell, { merge, formula }: { merge: Merge | undefined; formula: string }, shared: readonly string[], looks: readonly CellLook[]): FormCell | null {
  const { row, column, start, tagEnd, hasFormula } = cell
  if (merge && (merge.top !== row || merge.left !== column)) return null
  const { text, isNumber } = hasFormula ? { text: `=${formula}`, isNumber: false } : plainContent(xml, cell, shared)
  const look = looks[Number(attributeOf(xml, { start, end: tagEnd }, 's') ?? 0)] ?? { isBold: false, size: 11, fill: null, hasBorder: false, align: null, isWrapped: false }
  const kind = hasFormula ? 'formula' : text === '' ? 'empty' : isNumber ? 'number' : 'text'
  return {
    row, column, rowSpan: merge ? merge.bottom - merge.top + 1 : 1, colSpan: merge ? merge.right - merge.left + 1 : 1,
    text, kind, ...look, align: look.align ?? (kind === 'number' || kind === 'formula' ? 'right' : 'left'),
  }
}

const textTypes = new Set(['s', 'str', 'inlineStr'])

function plainContent(xml: string, cell: SheetCell, shared: readonly string[]): { text: string; isNumber: boolean } {
  if (textTypes.has(attributeOf(xml, { start: cell.start, end: cell.tagEnd }, 't') ?? '')) return { text: textOf(xml, cell, shared), isNumber: false }
  const value = cell.value === null ? '' : xml.slice(cell.value.start, cell.value.end)
  return { text: resolveReferences(value), isNumber: value !== '' }
}

/** Of so many columns, in digits of the usual face. */
export function columnWidths(xml: string, { data }: SheetMap, count: number): number[] {
  const widths = Array.from({ length: count }, () => usual(xml, data, 'defaultColWidth', usualWidth))
  for (const tag of tagsOf(xml)) {
    if (tag.start >= data.start) break
    if (tag.name !== 'col' || tag.kind === 'close') continue
    const [first, last, width] = [Number(attributeOf(xml, tag, 'min')), Number(attributeOf(xml, tag, 'max')), Number(attributeOf(xml, tag, 'width') ?? usualWidth)]
    const shown = isOn(attributeOf(xml, tag, 'hidden')) ? 0 : width
    if (Number.isFinite(shown) && first >= 1) widths.fill(shown, first - 1, Math.min(last, count))
  }
  return widths
}

/** A row without a height of its own is as high as its letters need. */
function rowHeights(xml: string, { rows, data }: SheetMap, count: number, cells: readonly FormCell[]): number[] {
  const heights = Array.from({ length: count }, () => usual(xml, data, 'defaultRowHeight', usualHeight))
  for (const { row, rowSpan, text, size } of cells) if (rowSpan === 1 && text !== '' && row <= count) heights[row - 1] = Math.max(heights[row - 1] ?? 0, size * lineHeight)
  for (const { row, tag } of rows) {
    const height = Number(attributeOf(xml, tag, 'ht') ?? heights[row - 1] ?? usualHeight)
    if (row <= count && Number.isFinite(height)) heights[row - 1] = isOn(attributeOf(xml, tag, 'hidden')) ? 0 : height
  }
  return heights
}

/** In points, of a row that says nothing. */
export function usualHeightOf(xml: string, { data }: SheetMap): number {
  return usual(xml, data, 'defaultRowHeight', usualHeight)
}

function usual(xml: string, data: XmlTag, attribute: string, otherwise: number): number {
  const written = Number(new RegExp(`<(?:[^\\s<>:]+:)?sheetFormatPr[^<>]*\\s${attribute}="([\\d.]+)"`).exec(xml.slice(0, data.start))?.[1])
  return written > 0 ? written : otherwise
}

function isOn(written: string | undefined): boolean {
  return written === '1' || written === 'true'
}


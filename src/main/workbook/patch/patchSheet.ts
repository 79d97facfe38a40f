import { columnLetters } from '../../../shared/domain/columnLetters'
import { Refusal } from '../../../shared/domain/result'
import type { Merge } from '../types'
import { rangeOf } from '../write/sheet/cellAddress'
import { textElement } from '../write/package/xmlText'
import { parseRange } from '../xlsx/cellReference'
import type { CellEdit } from '../forms/formValues'
import { heldValue, plainFormats, type CellFormats } from './cellFormats'
import { spliced, type Replacement } from './splice'
import { mapSheet, type SheetCell, type SheetMap, type SheetRow } from './sheetCells'
import { attributeOf, tagsOf, withAttribute } from '../xml/xmlTags'

/** A cell that keeps what it holds and looks otherwise: its new style by the one it has, undefined where it has none. */
export interface CellRestyle {
  row: number
  column: number
  restyle(style: string | undefined): string
}

type Edit = CellEdit | CellRestyle

export interface PatchedSheet {
  xml: string
  /** Whether the sheet calculates anything. */
  hasFormulas: boolean
}

/**
 * A worksheet part with cells replaced: their style stays, everything around them stays to the byte. Stored results of
 * formulas are taken out, so that no program shows a sum of the numbers before.
 *
 * @throws Refusal template_cell_taken for a formula or the covered part of a merged cell, damaged
 */
export function patchSheet(xml: string, edits: readonly CellEdit[], sheet: string, map: SheetMap = mapSheet(xml), formats: CellFormats = plainFormats): PatchedSheet {
  const calculated = calculatedCells(map)
  const forgotten = calculated.map((cell) => ({ start: cell.start, end: cell.end, text: withoutResult(xml, cell) }))
  const replacements = [...widenedDimension(xml, map, edits), ...widenedSpans(xml, map, edits), ...forgotten, ...replacedCells(xml, map, edits, { sheet, formats })]
  return { xml: spliced(xml, replacements), hasFormulas: calculated.some(({ hasFormula }) => hasFormula) }
}

/**
 * A worksheet part whose cells look otherwise; what they hold, formulas and results included, stays to the byte. Cells that
 * are not there are put in empty.
 *
 * @throws Refusal damaged
 */
export function restyleSheet(xml: string, edits: readonly CellRestyle[]): string {
  const map = mapSheet(xml, new Set(edits.map(({ row }) => row)))
  return spliced(xml, [...widenedSpans(xml, map, edits), ...replacedCells(xml, map, edits, { sheet: '', formats: plainFormats })])
}

/** Some programs read no further than the sheet says that it reaches. */
function widenedDimension(xml: string, { dimension }: SheetMap, edits: readonly CellEdit[]): Replacement[] {
  const range = dimension === null ? undefined : parseRange(attributeOf(xml, dimension, 'ref') ?? '')
  if (dimension === null || range === undefined) return []
  const outside = edits.filter(({ row, column, value }) => value !== null && (row < range.top || row > range.bottom || column < range.left || column > range.right))
  if (outside.length === 0) return []
  const wide = outside.reduce(({ top, bottom, left, right }, { row, column }) => ({ top: Math.min(top, row), bottom: Math.max(bottom, row), left: Math.min(left, column), right: Math.max(right, column) }), range)
  const { start, end } = dimension
  return [{ start, end, text: withAttribute(xml.slice(start, end), 'ref', rangeOf(wide.top, wide.left, wide.bottom, wide.right)) }]
}

/** Rows that say from where to where their cells reach say so of those put in, too. */
function widenedSpans(xml: string, { rows }: SheetMap, edits: readonly Edit[]): Replacement[] {
  if (!xml.includes('spans')) return []
  const reaches = Map.groupBy(edits, ({ row }) => row)
  return rows.flatMap(({ row, tag }): Replacement[] => {
    const columns = reaches.get(row)?.map(({ column }) => column + 1)
    const spans = columns === undefined || tag.kind !== 'open' ? [] : (attributeOf(xml, tag, 'spans') ?? '').split(/[\s:]+/).map(Number).filter((edge) => edge > 0)
    if (columns === undefined || spans.length === 0) return []
    const [first, last] = [spans, columns].map((edges) => [Math.min(...edges), Math.max(...edges)] as const)
    if (first === undefined || last === undefined || (last[0] >= first[0] && last[1] <= first[1])) return []
    return [{ start: tag.start, end: tag.end, text: withAttribute(xml.slice(tag.start, tag.end), 'spans', `${Math.min(first[0], last[0])}:${Math.max(first[1], last[1])}`) }]
  })
}

/** Formula cells, and those that an array formula fills: their stored results and types are taken out. */
function calculatedCells({ rows, calculated }: SheetMap): SheetCell[] {
  const isCalculated = (cell: SheetCell): boolean => cell.hasFormula || isIn(calculated, cell)
  return rows.flatMap(({ cells }) => cells.filter(isCalculated))
}

/** A formula and its result as nearly every program writes them, which needs no looking at tags. */
const formulaThenResult = /<f>[^<]*<\/f>(?:<v>[^<]*<\/v>|<v ?\/>)?<\/c>/y

function withoutResult(xml: string, { start, tagEnd, end }: SheetCell): string {
  const opening = withAttribute(xml.slice(start, tagEnd), 't', null)
  formulaThenResult.lastIndex = tagEnd
  if (formulaThenResult.test(xml) && formulaThenResult.lastIndex === end) return `${opening}${xml.slice(tagEnd, xml.indexOf('</f>', tagEnd))}</f></c>`
  const kept = [opening]
  let from = tagEnd
  let opened: number | null = null
  for (const tag of tagsOf(xml, tagEnd)) {
    if (tag.start >= end) break
    if (tag.name !== 'v' && tag.name !== 'is') continue
    if (tag.kind === 'open') opened = tag.start
    else {
      kept.push(xml.slice(from, opened ?? tag.start))
      from = tag.end
      opened = null
    }
  }
  return kept.join('') + xml.slice(from, end)
}

/** Where cells are written: the sheet's name, for refusals, and what its styles are made for. */
interface Place { sheet: string; formats: CellFormats }

function replacedCells(xml: string, map: SheetMap, edits: readonly Edit[], place: Place): Replacement[] {
  const rows = new Map(map.rows.map((row) => [row.row, row]))
  const ordered = inOrder(edits)
  const [first, last] = [ordered[0]?.row ?? 0, ordered.at(-1)?.row ?? 0]
  const besides = { merges: touching(map.merges, first, last), calculated: touching(map.calculated, first, last) }
  const missing = new Map<number, Edit[]>()
  const replaced: Replacement[] = []
  const inserted: Replacement[] = []
  for (const edit of ordered) {
    if ('value' in edit) assertNotCovered(besides, edit, place.sheet)
    const row = rows.get(edit.row)
    if (row === undefined) {
      if (!missing.get(edit.row)?.push(edit)) missing.set(edit.row, [edit])
      continue
    }
    const next = cellFrom(row, edit.column)
    if (next?.column === edit.column) replaced.push(replacedCell(xml, map, next, edit, place))
    else inserted.push(insertedCell(xml, map, row, next, edit, place))
  }
  return [...replaced, ...joinInsertions(inserted), ...newRows(xml, map, missing, place.formats)]
}

/** The first cell of a row that stands in a column or behind it. */
function cellFrom({ cells }: SheetRow, column: number): SheetCell | undefined {
  let [from, to] = [0, cells.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((cells[middle]?.column ?? column) < column) from = middle + 1
    else to = middle
  }
  return cells[from]
}

function inOrder(edits: readonly Edit[]): Edit[] {
  return edits.toSorted((a, b) => a.row - b.row || a.column - b.column)
}

function isIn(ranges: readonly Merge[], { row, column }: Pick<SheetCell, 'row' | 'column'>): boolean {
  if (ranges.length === 0) return false // as in most sheets, and asked for every cell
  return ranges.some(({ top, bottom, left, right }) => row >= top && row <= bottom && column >= left && column <= right)
}

/** The ranges that reach into these rows: titles and heads are mostly merged, the rows to be filled are not. */
function touching(ranges: readonly Merge[], first: number, last: number): Merge[] {
  return ranges.filter(({ top, bottom }) => bottom >= first && top <= last)
}

function assertNotCovered({ merges, calculated }: Pick<SheetMap, 'merges' | 'calculated'>, { row, column }: CellEdit, sheet: string): void {
  if (isIn(calculated, { row, column })) throw taken(sheet, row, column, 'formula')
  const covering = merges.length === 0 ? undefined : merges.find((merge) => row >= merge.top && row <= merge.bottom && column >= merge.left && column <= merge.right)
  if (covering && (row !== covering.top || column !== covering.left)) throw taken(sheet, row, column, 'merged')
}

function taken(sheet: string, row: number, column: number, reason: 'formula' | 'merged'): Refusal {
  return new Refusal('template_cell_taken', { sheet, row, column: columnLetters(column) }, { reason })
}

function replacedCell(xml: string, map: SheetMap, cell: SheetCell, edit: Edit, { sheet, formats }: Place): Replacement {
  const { start, tagEnd, end, hasFormula } = cell
  const style = styleOfCell(xml, cell)
  if ('restyle' in edit) return { start, end: tagEnd, text: withAttribute(xml.slice(start, tagEnd), 's', edit.restyle(style)) }
  if (hasFormula) throw taken(sheet, edit.row, edit.column, 'formula')
  return { start, end, text: cellXml(map.prefix, edit, style, formats) }
}

/** A cell that its row does not have, before the next one. */
function insertedCell(xml: string, map: SheetMap, row: SheetRow, next: SheetCell | undefined, edit: Edit, { formats }: Place): Replacement {
  const text = newCell(map.prefix, edit, styleBeside(xml, map, row, edit.column), formats)
  if (next) return { start: next.start, end: next.start, text }
  if (row.tag.kind !== 'empty') return { start: row.cellsEnd, end: row.cellsEnd, text }
  // A row without cells is one tag: it is opened for the first.
  return { start: row.tag.end - 2, end: row.tag.end, text: `>${text}</${map.prefix}row>` }
}

/** Several cells put in at the same place, the row's end or an opened row, become one replacement. */
function joinInsertions(replacements: readonly Replacement[]): Replacement[] {
  const joined: Replacement[] = []
  for (const next of replacements) {
    const last = joined.at(-1)
    const isOpenedRow = last !== undefined && last.end - last.start === 2 && last.start === next.start && last.end === next.end
    if (isOpenedRow) {
      const [, cells = '', closing = ''] = /^>(.*)(<\/[^<>]+>)$/s.exec(last.text) ?? []
      const [, more = ''] = /^>(.*)<\/[^<>]+>$/s.exec(next.text) ?? []
      joined[joined.length - 1] = { ...last, text: `>${cells}${more}${closing}` }
    } else if (last !== undefined && last.start === last.end && last.start === next.start && next.start === next.end) {
      joined[joined.length - 1] = { ...last, text: last.text + next.text }
    } else joined.push(next)
  }
  return joined
}

/** Rows that the template leaves out, each before the next that it has. */
function newRows(xml: string, map: SheetMap, missing: ReadonlyMap<number, readonly Edit[]>, formats: CellFormats): Replacement[] {
  const inserted: Replacement[] = []
  for (const [row, edits] of missing) {
    const cells = edits.map((edit) => newCell(map.prefix, edit, columnStyle(map, edit.column), formats)).join('')
    const text = `<${map.prefix}row r="${row}">${cells}</${map.prefix}row>`
    const next = map.rows.find((known) => known.row > row)
    const at = next ? next.tag.start : map.rowsEnd
    inserted.push({ start: at, end: at, text })
  }
  if (map.data.kind !== 'empty' || inserted.length === 0) return joinInsertions(inserted)
  // A sheet without rows is one tag as well.
  const rows = inserted.map(({ text }) => text).join('')
  const opening = xml.slice(map.data.start, map.data.end).replace(/\s*\/>$/, '>')
  return [{ start: map.data.start, end: map.data.end, text: `${opening}${rows}</${map.prefix}sheetData>` }]
}

function styleOfCell(xml: string, { start, tagEnd }: SheetCell): string | undefined {
  return attributeOf(xml, { start, end: tagEnd }, 's')
}

/** A cell that the template leaves out looks like its row, else like its column. */
function styleBeside(xml: string, map: SheetMap, { tag }: SheetRow, column: number): string | undefined {
  const ofRow = attributeOf(xml, tag, 'customFormat') === '1' ? attributeOf(xml, tag, 's') : undefined
  return ofRow ?? columnStyle(map, column)
}

function columnStyle({ columnStyles }: SheetMap, column: number): string | undefined {
  return columnStyles.find(({ first, last }) => column >= first && column <= last)?.style
}

function newCell(prefix: string, edit: Edit, style: string | undefined, formats: CellFormats): string {
  return 'value' in edit ? cellXml(prefix, edit, style, formats) : cellXml(prefix, { ...edit, value: null }, edit.restyle(style), formats)
}

function cellXml(prefix: string, { row, column, value: given }: CellEdit, style: string | undefined, formats: CellFormats): string {
  const value = heldValue(given, style, formats)
  const open = `<${prefix}c r="${columnLetters(column)}${row}"${style === undefined ? '' : ` s="${style}"`}`
  if (value === null) return `${open}/>`
  if (typeof value === 'number') return `${open}><${prefix}v>${value}</${prefix}v></${prefix}c>`
  return `${open} t="inlineStr"><${prefix}is>${prefixed(prefix, textElement(value))}</${prefix}is></${prefix}c>`
}

function prefixed(prefix: string, element: string): string {
  return prefix === '' ? element : element.replace(/^<t/, `<${prefix}t`).replace(/<\/t>$/, `</${prefix}t>`)
}

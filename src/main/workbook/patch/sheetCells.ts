import { maxColumn, maxRow } from '../limits'
import type { Merge } from '../types'
import { columnOfReference, parseRange } from '../xlsx/cellReference'
import { damagedXml } from '../xml/xmlText'
import { attributeOf, tagsOf, type XmlTag } from '../xml/xmlTags'

/** One cell of a sheet's text and where it stands. */
export interface SheetCell {
  /** One-based row, zero-based column. */
  row: number
  column: number
  start: number
  /** Behind its opening tag; equals its end in a cell that holds nothing. */
  tagEnd: number
  end: number
  hasFormula: boolean
  /** Where the text of its stored value stands; null for a cell without one. */
  value: { start: number; end: number } | null
}

export interface SheetRow {
  row: number
  /** The opening tag. */
  tag: XmlTag
  /** Behind the last cell, where a further one goes; equals the tag's end in an empty row. */
  cellsEnd: number
  cells: SheetCell[]
}

/** The cells of a worksheet part by place; nothing is decoded but what is asked for. */
export interface SheetMap {
  /** Prefix of the document's elements. */
  prefix: string
  /** The tag that opens the rows, and where the last row ends. */
  data: XmlTag
  rowsEnd: number
  rows: SheetRow[]
  merges: Merge[]
  /** Ranges that one formula fills: array formulas and tables of what-if figures. */
  calculated: Merge[]
  /** The tag that says where cells stand; programs trust it. */
  dimension: XmlTag | null
  /** Styles of columns that have one, by zero-based first and last column. */
  columnStyles: { first: number; last: number; style: string }[]
}

/**
 * Finds the rows and cells of a worksheet. Rows and cells without an address follow on the one before, as programs read
 * them.
 *
 * @param wanted  rows whose cells are asked for, where they are few: the others are found and not looked into
 * @throws Refusal damaged when there are no rows to find, or they stand out of order
 */
export function mapSheet(xml: string, wanted?: ReadonlySet<number>): SheetMap {
  const found: Omit<SheetMap, 'data'> & { data: XmlTag | null } = { prefix: '', data: null, rowsEnd: 0, rows: [], merges: [], calculated: [], dimension: null, columnStyles: [] }
  let row: SheetRow | null = null
  let cell: SheetCell | null = null
  let value = -1
  let resume: number | undefined
  const tags = tagsOf(xml)
  for (let step = tags.next(); step.done !== true; step = tags.next(resume)) {
    const tag = step.value
    resume = undefined
    if (tag.name === 'sheetData') {
      if (tag.kind !== 'close') Object.assign(found, { data: tag, prefix: tag.prefix, rowsEnd: tag.end })
      row = null
    } else if (found.data === null || found.data.prefix !== tag.prefix) {
      if (tag.name === 'col' && tag.kind !== 'close') addColumnStyle(xml, tag, found.columnStyles)
      else if (tag.name === 'dimension' && tag.kind !== 'close') found.dimension = tag
    } else if (tag.name === 'mergeCell' && tag.kind !== 'close') {
      const range = parseRange(attributeOf(xml, tag, 'ref') ?? '')
      if (range) found.merges.push(range)
    } else if (tag.name === 'row') {
      if (tag.kind !== 'close') found.rows.push((row = openRow(xml, tag, found.rows.at(-1)?.row ?? 0)))
      found.rowsEnd = tag.end
      if (tag.kind === 'open' && row !== null) resume = wanted?.has(row.row) === false ? rowEnd(xml, tag) : usualCells(xml, tag.end, row)
    } else if (row !== null && tag.name === 'c') {
      if (tag.kind !== 'close') row.cells.push((cell = openCell(xml, tag, row)))
      if (cell !== null && tag.kind !== 'open') {
        row.cellsEnd = cell.end = tag.end
        resume = usualCells(xml, tag.end, row)
      }
    } else if (cell !== null && tag.name === 'v') {
      if (tag.kind === 'open') value = tag.end
      else if (tag.kind === 'close') cell.value ??= { start: value, end: tag.start }
    } else if (cell !== null && tag.name === 'f' && tag.kind !== 'close') {
      cell.hasFormula = true
      const range = filledRange(xml, tag)
      if (range !== undefined) found.calculated.push(range)
    }
  }
  if (found.data === null) throw damagedXml('sheet')
  return { ...found, data: found.data }
}

/** A cell as nearly every program writes it: its address first, its attributes plain, and in it no more than a formula, a value or a text. */
const usualCell = /<c r="[A-Z]{1,3}\d{1,7}"(?: [a-z]+="\w*")* ?(?:\/>|>(?:<f>[^<]+<\/f>)?(?:<v>[^<]*<\/v>|<v ?\/>|<is><t(?: xml:space="preserve")?>[^<]*<\/t><\/is>)?<\/c>)/y
const reference = '<c r="'.length
const valueTag = '<v>'.length
const [valueEnd, cellEnd] = ['</v>', '</c>'].map((tag) => tag.length) as [number, number]

/**
 * Adds the cells that follow one another in the usual form, and says where they end: the tags of each need not be looked at
 * one by one, which is half the time of reading a form. What is written otherwise is left to be read as it is.
 */
function usualCells(xml: string, from: number, row: SheetRow): number {
  const { row: number, cells } = row
  let before = cells.at(-1)?.column ?? -1
  let at = from
  for (usualCell.lastIndex = at; usualCell.test(xml); usualCell.lastIndex = at) {
    const [start, end] = [at, usualCell.lastIndex]
    const column = columnFrom(xml, start + reference)
    if (column <= before || column >= maxColumn) break
    const tagEnd = xml.indexOf('>', start) + 1
    const isEmpty = tagEnd === end
    cells.push({ row: number, column, start, tagEnd, end, hasFormula: !isEmpty && xml.startsWith('<f', tagEnd), value: isEmpty ? null : valueBefore(xml, end - cellEnd) })
    at = end
    before = column
  }
  if (at > from) row.cellsEnd = at
  return at
}

const capitalA = 0x41

/** The column whose letters, all capitals, stand there before its row. */
function columnFrom(xml: string, from: number): number {
  let column = 0
  for (let at = from, code = xml.charCodeAt(at); code >= capitalA; code = xml.charCodeAt(++at)) column = column * 26 + code - capitalA + 1
  return column - 1
}

/** The value that ends there, where one does. */
function valueBefore(xml: string, close: number): SheetCell['value'] {
  const end = close - valueEnd
  return xml.startsWith('</v>', end) ? { start: xml.lastIndexOf('<', end - 1) + valueTag, end } : null
}

function filledRange(xml: string, tag: XmlTag): Merge | undefined {
  const text = xml.slice(tag.start, tag.end)
  if (!text.includes('ref')) return undefined
  const type = attributeOf(xml, tag, 't')
  return type === 'array' || type === 'dataTable' ? parseRange(attributeOf(xml, tag, 'ref') ?? '') : undefined
}

/** Where the row's closing tag stands, when it can be found without looking at each tag; its cells' texts may not fake it. */
function rowEnd(xml: string, { end, prefix }: XmlTag): number | undefined {
  const at = xml.indexOf(`</${prefix}row`, end)
  return at < 0 || xml.slice(end, at).includes('<!') ? undefined : at
}

function openRow(xml: string, tag: XmlTag, before: number): SheetRow {
  const row = Number(attributeOf(xml, tag, 'r') ?? before + 1)
  if (!Number.isInteger(row) || row <= before || row > maxRow) throw damagedXml('row')
  return { row, tag, cellsEnd: tag.end, cells: [] }
}

function openCell(xml: string, tag: XmlTag, { row, cells }: SheetRow): SheetCell {
  const before = cells.at(-1)?.column ?? -1
  const reference = attributeOf(xml, tag, 'r') ?? ''
  const column = reference === '' ? before + 1 : columnOfReference(reference)
  if (column <= before || column >= maxColumn) throw damagedXml('cell')
  return { row, column, start: tag.start, tagEnd: tag.end, end: tag.end, hasFormula: false, value: null }
}

function addColumnStyle(xml: string, tag: XmlTag, styles: SheetMap['columnStyles']): void {
  const style = attributeOf(xml, tag, 'style')
  const [first, last] = [Number(attributeOf(xml, tag, 'min')), Number(attributeOf(xml, tag, 'max'))]
  if (style !== undefined && first >= 1 && last >= first) styles.push({ first: first - 1, last: last - 1, style })
}

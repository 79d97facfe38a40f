import { columnLetters } from '../columnLetters'
import type { FigureBinding, WrittenBindings } from './bindings'
import { blockKey } from './blockLines'
import type { FormCell, FormSheet } from './formSheet'
import { figureOfHeadings } from './headingWords'

/** Something a form seems to ask for. It is shown and taken or not: nothing is bound by itself. */
export interface Proposal {
  sheet: string
  /** Where: B2, or C6:N16. */
  place: string
  /** The words that it was read from. */
  words: string
  bindings: WrittenBindings
}

/** Fewer names in a line are no table of regions. */
const fewestRegions = 3

/**
 * What the words of a sheet seem to ask for: figures beside names of regions, by their headings, and the places of the
 * office, the period and the year.
 *
 * @param isRegion  whether a word is a district, a zone or the whole city
 */
export function proposeBindings(sheet: FormSheet, isRegion: (word: string) => boolean): Proposal[] {
  const grid = gridOf(sheet)
  const columns = columnsOfNames(sheet, isRegion)
  const turned = turnedRound(sheet)
  const rows = columnsOfNames(turned, isRegion)
  const blocks = [...blocksBeside(sheet, columns, upright), ...blocksBeside(turned, rows, turnedBack)]
  const top = Math.min(...columns.map(({ first }) => first), ...rows.map(({ column }) => column + 1), Number.POSITIVE_INFINITY)
  return [...blocks, ...sheet.cells.filter(({ row }) => row < top).flatMap((cell) => textOf(sheet, grid, cell) ?? [])]
}

/** How places are written: names go down a column, or along a row of a sheet that was turned for it. */
interface Direction {
  address(row: number, column: number): string
  /** The key of a block's line of figures. */
  line(column: number): string
}

const upright: Direction = { address: (row, column) => `${columnLetters(column)}${row}`, line: columnLetters }
const turnedBack: Direction = { address: (row, column) => `${columnLetters(row - 1)}${column + 1}`, line: (column) => String(column + 1) }

/** The sheet with rows for columns, so that names along a row are found as names down a column are. */
function turnedRound({ cells, columnWidths, rowHeights, ...rest }: FormSheet): FormSheet {
  return {
    ...rest, columnWidths: rowHeights, rowHeights: columnWidths,
    cells: cells.map((cell) => ({ ...cell, row: cell.column + 1, column: cell.row - 1, rowSpan: cell.colSpan, colSpan: cell.rowSpan })),
  }
}

function blocksBeside(sheet: FormSheet, columns: readonly NamesColumn[], direction: Direction): Proposal[] {
  const grid = gridOf(sheet)
  return columns.flatMap((names) => {
    // Tables stand side by side: what is behind the next names is theirs.
    const next = columns.filter(({ column, first, last }) => column > names.column && first <= names.last && last >= names.first).map(({ column }) => column)
    return blocksOf(sheet, grid, names, Math.min(...next, sheet.columnWidths.length), direction)
  })
}

type Grid = ReadonlyMap<string, FormCell>

/** Every place of the sheet with the cell that shows there. */
function gridOf({ cells }: FormSheet): Grid {
  const grid = new Map<string, FormCell>()
  for (const cell of cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) for (let column = cell.column; column < cell.column + cell.colSpan; column++) grid.set(`${row}:${column}`, cell)
  }
  return grid
}

/** `each`: how many rows belong to each name. */
interface NamesColumn { column: number; first: number; last: number; each: number }

const districtCode = /^\d{6}$/u

/** Columns with names of regions one below the other; a blank row between them does not end the table. */
function columnsOfNames({ cells }: FormSheet, isRegion: (word: string) => boolean): NamesColumn[] {
  const named = Map.groupBy(cells.filter(({ kind, text, colSpan }) => (kind === 'text' || (kind === 'number' && districtCode.test(text))) && colSpan === 1 && isRegion(text.replaceAll(/\s+/g, ''))), ({ column }) => column)
  return [...named].flatMap(([column, regions]) => {
    const rows = regions.map(({ row }) => row).toSorted((a, b) => a - b)
    const [first, last] = [rows[0] ?? 0, rows.at(-1) ?? 0]
    const each = rowsOfEach(regions, first)
    return rows.length >= fewestRegions && last - first < rows.length * 2 * each ? [{ column, first, last, each }] : []
  })
}

/** A block may give each name two to nine rows. */
const mostRowsEach = 9

/** The rows that every name of a line spans, where all span as many and none is out of step; else 1. */
function rowsOfEach(regions: readonly FormCell[], first: number): number {
  const each = regions[0]?.rowSpan ?? 1
  return each <= mostRowsEach && regions.every(({ row, rowSpan }) => rowSpan === each && (row - first) % each === 0) ? each : 1
}

/** Columns that are open in the same rows make one block: a total by formula is left alone. */
function blocksOf(sheet: FormSheet, grid: Grid, { column, first, last, each }: NamesColumn, end: number, { address, line }: Direction): Proposal[] {
  // Only what stands over the names as well is the sheet's subject; a heading beside is another column's.
  const title = sheet.cells.filter((cell) => cell.row < first && cell.kind === 'text' && (cell.column <= column || cell.colSpan * 2 > sheet.columnWidths.length)).map(({ text }) => text).join(' ')
  const places = Array.from({ length: Math.max(0, end - column - 1) }, (_, at) => column + 1 + at).flatMap((beside) => Array.from({ length: each }, (_, offset) => ({ beside, offset })))
  const asked = places.flatMap(({ beside, offset }) => {
    const rows = openRows(grid, beside, Array.from({ length: Math.floor((last - first) / each) + 1 }, (_, at) => first + offset + at * each), each > 1)
    const headings = [...headingsOver(grid, first, beside, column), ...headingsBeside(grid, { column, first, last, each }, beside, offset)]
    const figure = rows.length < fewestRegions ? null : figureOfHeadings(headings, title)
    return figure === null ? [] : [{ beside, offset, figure, words: headings.join('·'), from: (rows[0] ?? first) - offset, to: (rows.at(-1) ?? last) - offset + each - 1 }]
  })
  return [...Map.groupBy(asked, ({ from, to }) => `${from}:${to}`).values()].map((columns): Proposal => {
    const { from, to } = columns[0] ?? { from: first, to: last }
    const figures = Object.fromEntries(columns.map(({ beside, offset, figure }): [string, FigureBinding] => [blockKey(line(beside), offset), figure]))
    return {
      sheet: sheet.name, place: `${address(from, columns[0]?.beside ?? column)}:${address(to, columns.at(-1)?.beside ?? column)}`, words: columns.map(({ words }) => words).join('，'),
      bindings: { blocks: [{ sheet: sheet.name, names: `${address(from, column)}:${address(to, column)}`, ...(each > 1 ? { each } : {}), figures }] },
    }
  })
}

/** The longest run, among the rows asked for, in which a column waits for figures. @param isOwn  whether a cell of the row above does not count */
function openRows(grid: Grid, column: number, rows: readonly number[], isOwn: boolean): number[] {
  let longest: number[] = []
  let run: number[] = []
  for (const row of rows) {
    const cell = grid.get(`${row}:${column}`)
    // A cell without any look is not in the file: it waits as much as one with a frame.
    run = cell === undefined || ((cell.kind === 'empty' || cell.kind === 'number') && !(isOwn && cell.row < row)) ? [...run, row] : []
    if (run.length > longest.length) longest = run
  }
  return longest
}

/** From the topmost down; a title that also stands over the names is no heading of the column. */
function headingsOver(grid: Grid, first: number, column: number, names: number): string[] {
  const cells = Array.from({ length: first - 1 }, (_, at) => grid.get(`${at + 1}:${column}`))
  const own = cells.filter((cell): cell is FormCell => cell !== undefined && cell.kind === 'text' && cell.column > names && !headLine.test(cell.text.trim()))
  return [...new Set(own.map(({ text }) => text))]
}

/** Words between the names and a column that say of each name's rows what they are: 主导 in the first and 参与 in the second. */
function headingsBeside(grid: Grid, { column, first, last, each }: NamesColumn, beside: number, offset: number): string[] {
  // What spans all rows of a name is of none of them.
  if (each === 1 || (grid.get(`${first}:${beside}`)?.rowSpan ?? 1) > 1) return []
  const rows = Array.from({ length: Math.floor((last - first) / each) + 1 }, (_, at) => first + offset + at * each)
  return Array.from({ length: beside - column - 1 }, (_, at) => column + 1 + at).flatMap((between) => {
    const texts = rows.map((row) => grid.get(`${row}:${between}`)).map((cell) => (cell?.kind === 'text' ? cell.text : ''))
    const [text = ''] = texts
    return text !== '' && texts.every((other) => other === text) ? [text] : []
  })
}

/** Lines over a table that speak of the whole form and not of the column below them. */
const headLine = /^(?:(?:计量|金额)?单位|填报单位|报送单位|上报单位|统计期间|统计时间|报告期|截止日期|表\s*号|制定机关|备案机关|批准机关|备案文号|批准文号|有效期至)\s*[：:]/u

const officeWord = /^(?:填报|报送|上报)单位[：:]?$/u
const periodWord = /^(?:统计期间|统计时间|报告期)[：:]?$/u
/** A year, or the gap left for one. */
const yearWord = /(?:20\d{2}|[\s_＿]{2,})\s*(?=年)/u
/** How far to the right of its word a gap may lie. */
const farthestGap = 3

/** A place in the head that the program can write: beside its word, or a title with a year in it. */
function textOf(sheet: FormSheet, grid: Grid, cell: FormCell): Proposal | null {
  if (cell.kind !== 'text') return null
  const word = cell.text.trim()
  if (yearWord.test(cell.text)) return proposed(sheet, cell, word, cell.text.replace(yearWord, '{year}').trim())
  const text = officeWord.test(word) ? '{office}' : periodWord.test(word) ? '{from}—{to}' : null
  const gap = text === null ? null : gapBeside(grid, cell)
  return text === null || gap === null ? null : proposed(sheet, gap, word, text)
}

/** The first cell beside a word that is made to be filled, else the place right beside it. */
function gapBeside(grid: Grid, { row, column, colSpan }: FormCell): { row: number; column: number } | null {
  const next = column + colSpan
  for (let place = next; place < next + farthestGap; place++) {
    const cell = grid.get(`${row}:${place}`)
    if (cell?.kind === 'empty') return cell
    if (cell !== undefined) return place === next ? null : { row, column: next }
  }
  return { row, column: next }
}

function proposed({ name }: FormSheet, { row, column }: { row: number; column: number }, words: string, text: string): Proposal {
  const cell = `${columnLetters(column)}${row}`
  return { sheet: name, place: cell, words, bindings: { cells: [{ sheet: name, cell, text }] } }
}

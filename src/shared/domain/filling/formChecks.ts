import { columnIndex, columnLetters } from '../columnLetters'
import type { Bindings } from './bindings'
import { blockLine } from './blockLines'
import { placeKey, type FormCell, type FormPlace, type FormSheet } from './formSheet'
import { formulaValues, type FilledNumber } from './formulaValues'

/** A bound cell as it will be filled; `figure` where it counts something for a district, by its name, or for the city (null). */
export interface CheckedCell extends FilledNumber {
  figure: { indicator: string; row: string | null; filters: readonly string[] } | null
}

/**
 * What is to be seen before a received form is written:
 * - sums_repeat: a total adds districts though one record may belong to several (domain.md 1.5): it is no count of the city;
 * - city_above, city_below: whole-city figures beside the sum of their districts;
 * - columns_open: columns beside the names that are neither bound nor reckoned;
 * - signatures: who filled in and answers for it is still blank.
 */
export const formCheckIds = ['sums_repeat', 'city_above', 'city_below', 'columns_open', 'signatures'] as const
export type FormCheckId = (typeof formCheckIds)[number]

export interface FormCheck {
  id: FormCheckId
  isFine: boolean
  count: number
  /** Where to look first. */
  place: FormPlace
  /** What is blank, as the form names it; empty for the other checks. */
  names: readonly string[]
  /** The city and the sum of its districts at that place, for the checks that compare them. */
  compared: { city: number; districts: number } | null
}

interface Form {
  sheets: readonly FormSheet[]
  bindings: Bindings
  cells: readonly CheckedCell[]
  /** Whether a record of an indicator may belong to several districts. */
  isShared(indicator: string): boolean
}

/** The checks that have anything to say of a form, those to be mended first. */
export function checkForm(form: Form): FormCheck[] {
  return [...repeatedSums(form), ...citySums(form), ...openColumns(form), ...signatures(form)].toSorted((a, b) => Number(a.isFine) - Number(b.isFine))
}

function repeatedSums({ sheets, cells, isShared }: Form): FormCheck[] {
  const values = formulaValues(sheets, cells)
  const figures = new Map(cells.map((cell) => [placeKey(cell), cell.figure]))
  const found = sheets.flatMap((sheet) => sheet.cells.filter(({ kind }) => kind === 'formula').flatMap(({ row, column }) => {
    const place = { sheet: sheet.name, row, column }
    const added = (values.summands(sheet.name, row, column) ?? []).map((summand) => figures.get(placeKey(summand)) ?? null)
    const [first] = added
    const isSum = added.length > 1 && first !== null && first !== undefined && isShared(first.indicator)
      && added.every((figure) => figure !== null && figure.row !== null && sameCount(figure, first)) && new Set(added.map((figure) => figure?.row)).size === added.length
    return isSum ? [place] : []
  }))
  const [place] = found
  return place === undefined ? [] : [{ id: 'sums_repeat', isFine: false, count: found.length, place, names: [], compared: null }]
}

/** Figures of the city beside the sum of the districts that are counted in the same way, on the same sheet. */
function citySums({ cells }: Form): FormCheck[] {
  const counted = cells.filter((cell): cell is CheckedCell & { figure: NonNullable<CheckedCell['figure']>; number: number } => cell.figure !== null && cell.number !== null && Number.isInteger(cell.number))
  const groups = Map.groupBy(counted, ({ sheet, figure }) => `${sheet}\n${figure.indicator}\n${figure.filters.join('\n')}`)
  const compared = [...groups.values()].flatMap((group) => {
    const districts = group.filter(({ figure }) => figure.row !== null)
    const isEachOnce = new Set(districts.map(({ figure }) => figure.row)).size === districts.length
    if (districts.length < 2 || !isEachOnce) return []
    const sum = districts.reduce((total, { number }) => total + number, 0)
    return group.filter(({ figure }) => figure.row === null).map((city) => ({ city, sum }))
  })
  return (['city_above', 'city_below'] as const).flatMap((id): FormCheck[] => {
    const here = compared.filter(({ city, sum }) => (id === 'city_above' ? city.number > sum : city.number < sum))
    const [first] = here
    if (first === undefined) return []
    const { sheet, row, column, number } = first.city
    return [{ id, isFine: id === 'city_below', count: here.length, place: { sheet, row, column }, names: [], compared: { city: number, districts: first.sum } }]
  })
}

/** A column with a heading, between bound ones, whose cells beside the names are all empty. */
function openColumns({ sheets, bindings }: Form): FormCheck[] {
  const open = bindings.blocks.flatMap(({ sheet: named, names, figures }) => {
    const sheet = sheets.find(({ name }) => name === named) ?? sheets[0]
    const [, first, top, last, bottom] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/u.exec(names) ?? []
    const columns = Object.keys(figures).map((key) => columnIndex(blockLine(key).line)).filter((column) => column !== null)
    if (sheet === undefined || first === undefined || first !== last || columns.length === 0) return []
    const rows = { top: Number(top), bottom: Number(bottom) }
    const between = Array.from({ length: Math.max(...columns) - Math.min(...columns) }, (_, at) => Math.min(...columns) + at)
    return between.filter((column) => !columns.includes(column) && !isTakenElsewhere(bindings, column) && (sheet.columnWidths[column] ?? 0) > 0 && hasHeading(sheet, rows.top, column) && isEmpty(sheet, rows, column))
      .map((column) => ({ sheet: sheet.name, row: rows.top, column }))
  })
  const [place] = open
  return place === undefined ? [] : [{ id: 'columns_open', isFine: false, count: open.length, place, names: open.map(({ column }) => columnLetters(column)), compared: null }]
}

function isTakenElsewhere({ blocks }: Bindings, column: number): boolean {
  return blocks.some(({ figures }) => Object.keys(figures).some((key) => blockLine(key).line === columnLetters(column)))
}

function hasHeading({ cells }: FormSheet, row: number, column: number): boolean {
  return cells.some((cell) => cell.kind === 'text' && cell.row + cell.rowSpan === row && cell.column <= column && column < cell.column + cell.colSpan)
}

function isEmpty({ cells }: FormSheet, { top, bottom }: { top: number; bottom: number }, column: number): boolean {
  return cells.every((cell) => cell.column !== column || cell.row < top || cell.row > bottom || cell.kind === 'empty')
}

/** 单位负责人：, 填表人：, 联系电话：, 填报日期： 年 月 日 with nothing behind them, as domain.md's forms end. */
const signature = /((?:单位|统计|分管|部门)?负责人|填表人|填报人|审核人|制表人|联系人|联系电话|(?:填报|报出|填表)日期)(?:\s*[(（][^()（）]{1,8}[)）])?\s*[:：]([^\S\n]*(?:年\s*月\s*日)?)(?=\s{2,}|\s*$|\s*(?:单位|统计|分管|部门)?负责人|\s*填|\s*审核|\s*制表|\s*联系|\s*报出)/gu

function signatures({ sheets, cells }: Form): FormCheck[] {
  const filled = new Set(cells.map(placeKey))
  const blank = sheets.flatMap((sheet) => sheet.cells.filter((cell) => cell.kind === 'text' && !filled.has(placeKey({ sheet: sheet.name, ...cell }))).flatMap((cell) => {
    const names = [...cell.text.matchAll(signature)].map(([, name = '']) => name)
    return names.length === 0 || isAnsweredBeside(sheet, cell, filled) ? [] : [{ place: { sheet: sheet.name, row: cell.row, column: cell.column }, names }]
  }))
  const [first] = blank
  return first === undefined ? [] : [{ id: 'signatures', isFine: false, count: blank.reduce((sum, { names }) => sum + names.length, 0), place: first.place, names: [...new Set(blank.flatMap(({ names }) => names))], compared: null }]
}

/** A label whose answer stands, or will stand, in the next cell. */
function isAnsweredBeside(sheet: FormSheet, { row, column, colSpan, text }: FormCell, filled: ReadonlySet<string>): boolean {
  if (!/[:：]\s*$/u.test(text)) return false
  const beside = { sheet: sheet.name, row, column: column + colSpan }
  return filled.has(placeKey(beside)) || sheet.cells.some((cell) => cell.row === row && cell.column === beside.column && cell.kind !== 'empty' && !/[:：]\s*$/u.test(cell.text))
}

function sameCount(a: NonNullable<CheckedCell['figure']>, b: NonNullable<CheckedCell['figure']>): boolean {
  return a.indicator === b.indicator && a.filters.join('\n') === b.filters.join('\n')
}

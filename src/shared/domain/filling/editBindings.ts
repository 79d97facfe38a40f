import { columnLetters } from '../columnLetters'
import type { Bindings, BlockBinding, FigureBinding, ListBinding, WrittenBindings } from './bindings'
import { bindingsSchema } from './bindings'
import { blockKey, blockLine, linesEach } from './blockLines'

/** A rectangle of a sheet, one-based rows and zero-based columns, both ends included. */
export interface SheetArea { sheet: string; top: number; bottom: number; left: number; right: number }

/** What fills a cell, and where among the bindings it stands. */
export type FoundBinding =
  | { type: 'text'; index: number; text: string }
  | { type: 'figure'; index: number; figure: FigureBinding; district: string | undefined }
  | { type: 'block'; index: number; beside: string; figure: FigureBinding; names: string }
  | { type: 'list'; index: number; list: ListBinding }

export const noBindings: Bindings = { cells: [], blocks: [], lists: [] }

/** Whether nothing is bound. */
export function isUnbound({ cells, blocks, lists }: Bindings): boolean {
  return cells.length === 0 && blocks.length === 0 && lists.length === 0
}

/** @param only  name of the only sheet: bindings may leave it out */
export function bindingAt(bindings: Bindings, sheet: string, row: number, column: number, only: boolean): FoundBinding | null {
  const letters = columnLetters(column)
  const isHere = (named: string | undefined): boolean => named === sheet || (named === undefined && only)
  const cell = bindings.cells.findIndex((bound) => isHere(bound.sheet) && bound.cell === `${letters}${row}`)
  const bound = bindings.cells[cell]
  if (bound) return 'text' in bound ? { type: 'text', index: cell, text: bound.text } : { type: 'figure', index: cell, figure: bound, district: bound.district }
  for (const [index, block] of bindings.blocks.entries()) {
    const { sheet: named, names, figures } = block
    const beside = isHere(named) ? besideNames(block, row, letters) : null
    const figure = beside === null ? undefined : figures[beside]
    if (beside !== null && figure) return { type: 'block', index, beside, figure, names }
  }
  const list = bindings.lists.findIndex(({ sheet: named, rows, columns }) => isHere(named) && Object.hasOwn(columns, letters) && isWithin(rows, row))
  const found = bindings.lists[list]
  return found ? { type: 'list', index: list, list: found } : null
}

/** The key under which a block would name the figure of a cell; null where the cell stands beside none of its names. */
function besideNames(block: BlockBinding, row: number, letters: string): string | null {
  const line = lineOfNames(block)
  const at = line?.isColumn ? row : placeOf(`${letters}1`)?.column
  if (line === null || at === undefined || at < line.first || at > line.last) return null
  return blockKey(line.isColumn ? letters : String(row), (at - line.first) % linesEach(block))
}

/** From where to where the names of a block go: rows of a column, or columns of a row. */
function lineOfNames({ names }: Pick<BlockBinding, 'names'>): { isColumn: boolean; first: number; last: number } | null {
  const [from, to] = names.split(':').map((address) => placeOf(address))
  if (!from || !to) return null
  return from.column === to.column ? { isColumn: true, first: from.row, last: to.row } : { isColumn: false, first: from.column, last: to.column }
}

function isWithin(rows: string, row: number): boolean {
  const [first = 0, last = 0] = rows.split(':').map(Number)
  return row >= first && row <= last
}

/** The bindings with others beside them; what both bind is bound as the others say. */
export function withBindings(bindings: Bindings, more: WrittenBindings, isOnlySheet: boolean): Bindings {
  const added = bindingsSchema.parse(more)
  let kept = bindings
  for (const { sheet, area } of boundAreas(added)) if (sheet !== undefined) kept = withoutArea(kept, { sheet, ...area }, isOnlySheet)
  return { cells: [...kept.cells, ...added.cells], blocks: [...kept.blocks, ...added.blocks], lists: [...kept.lists, ...added.lists] }
}

interface NamedArea { sheet: string | undefined; area: Omit<SheetArea, 'sheet'> }

export function boundAreas({ cells, blocks, lists }: Bindings): NamedArea[] {
  return [
    ...cells.flatMap(({ sheet, cell }) => areaOf(sheet, cell, cell)),
    ...blocks.flatMap((block) => Object.keys(block.figures).flatMap((beside) => areasBeside(block, beside))),
    ...lists.flatMap(({ sheet, rows, columns }) => Object.keys(columns).flatMap((letters) => areaOf(sheet, `${letters}${rows.split(':')[0]}`, `${letters}${rows.split(':')[1]}`))),
  ]
}

/** What a figure of a block fills: one area, or one place for each name where more than one row belongs to a name. */
function areasBeside(block: BlockBinding, beside: string): NamedArea[] {
  const names = lineOfNames(block)
  if (names === null) return []
  const { line, offset } = blockLine(beside)
  const each = linesEach(block)
  const addressAt = (at: number): string => (names.isColumn ? `${line}${at}` : `${columnLetters(at)}${line}`)
  if (each === 1) return areaOf(block.sheet, addressAt(names.first), addressAt(names.last))
  const places = Array.from({ length: Math.ceil((names.last - names.first + 1 - offset) / each) }, (_, index) => addressAt(names.first + offset + index * each))
  return places.flatMap((address) => areaOf(block.sheet, address, address))
}

function areaOf(sheet: string | undefined, first: string, last: string): NamedArea[] {
  const [from, to] = [placeOf(first), placeOf(last)]
  return from && to ? [{ sheet, area: { top: from.row, bottom: to.row, left: from.column, right: to.column } }] : []
}

/** One-based row and zero-based column of an address; null for none. */
export function placeOf(address: string): { row: number; column: number } | null {
  const [, letters = '', row = ''] = /^([A-Z]{1,3})(\d+)$/.exec(address) ?? []
  if (letters === '') return null
  return { row: Number(row), column: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 }
}

/** Without what fills cells of an area; a block or list loses the columns that the area touches. */
export function withoutArea(bindings: Bindings, area: SheetArea, isOnlySheet: boolean): Bindings {
  const isHere = (named: string | undefined): boolean => named === area.sheet || (named === undefined && isOnlySheet)
  const touches = (sheet: string | undefined, areas: readonly NamedArea[]): boolean => isHere(sheet) && areas.some((other) => overlap(other.area, area))
  return {
    cells: bindings.cells.filter(({ sheet, cell }) => !touches(sheet, areaOf(sheet, cell, cell))),
    blocks: bindings.blocks.flatMap((block): BlockBinding[] => {
      const figures = Object.fromEntries(Object.entries(block.figures).filter(([beside]) => !touches(block.sheet, areasBeside(block, beside))))
      return Object.keys(figures).length === 0 ? [] : [{ ...block, figures }]
    }),
    lists: bindings.lists.filter((list) => !touches(list.sheet, boundAreas({ ...noBindings, lists: [list] }))),
  }
}

function overlap(one: Omit<SheetArea, 'sheet'>, other: Omit<SheetArea, 'sheet'>): boolean {
  return one.top <= other.bottom && one.bottom >= other.top && one.left <= other.right && one.right >= other.left
}

/** The bindings with another figure where one was found. */
export function withFigure(bindings: Bindings, found: FoundBinding, figure: FigureBinding): Bindings {
  if (found.type === 'block') return { ...bindings, blocks: bindings.blocks.map((block, index) => (index === found.index ? { ...block, figures: { ...block.figures, [found.beside]: figure } } : block)) }
  if (found.type !== 'figure') return bindings
  return { ...bindings, cells: bindings.cells.map((cell, index) => (index === found.index && !('text' in cell) ? { ...cell, ...figure } : cell)) }
}

/** The bindings with other records, or another order, in the list that was found. */
export function withList(bindings: Bindings, { index }: Extract<FoundBinding, { type: 'list' }>, choice: Pick<ListBinding, 'filters' | 'sort'>): Bindings {
  return { ...bindings, lists: bindings.lists.map((list, at) => (at === index ? { ...list, ...choice } : list)) }
}

/** Cells that are filled, counted without looking at the form: those of blocks by their lines. */
export function countBound(bindings: Bindings): number {
  return boundAreas(bindings).reduce((sum, { area }) => sum + (area.bottom - area.top + 1) * (area.right - area.left + 1), 0)
}


import { columnLetters } from '../../../shared/domain/columnLetters'
import { columnIndex } from '../../../shared/domain/columnLetters'
import { Refusal, succeed, type Result } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import type { SheetWords } from '../../workbook/forms/formWords'
import { maxColumn, maxRow } from '../../workbook/limits'
import { parseRange } from '../../workbook/xlsx/cellReference'
import type { Bindings, BlockBinding, FigureBinding, ListBinding } from '../../../shared/domain/filling/bindings'
import { blockLine, linesEach } from '../../../shared/domain/filling/blockLines'

/** One cell to fill, and with what. One-based row, zero-based column. */
export type BoundCell = { sheet: string; row: number; column: number } & ({ text: string } | { figure: FigureBinding; region: string | undefined })

export interface BoundList { sheet: string; first: number; last: number; list: ListBinding }

export interface BoundTemplate {
  cells: readonly BoundCell[]
  lists: readonly BoundList[]
  /** A block none of whose cells holds a name, so that nothing of it would be filled. */
  nameless: { sheet: string; names: string } | null
  /** Whether a cell is filled by any binding. */
  isFilled(sheet: string, cell: string): boolean
}

/**
 * Lays bindings on a template: every cell that they fill.
 *
 * @returns unknown_sheet, invalid_bindings where two bindings fill one cell, a block has no line of names, or a sheet must be named
 */
export function layBindings(bindings: Bindings, words: ReadonlyMap<string, SheetWords>): Result<BoundTemplate> {
  try {
    return succeed(lay(bindings, words))
  } catch (error) {
    if (error instanceof Refusal) return error.failure
    throw error
  }
}

function lay(bindings: Bindings, words: ReadonlyMap<string, SheetWords>): BoundTemplate {
  const sheetOf = sheetNamer([...words.keys()])
  const cells: BoundCell[] = bindings.cells.map((binding) => ({
    sheet: sheetOf(binding.sheet), ...placeOf(binding.cell), ...('text' in binding ? { text: binding.text } : { figure: binding, region: binding.district }),
  }))
  let nameless: BoundTemplate['nameless'] = null
  for (const block of bindings.blocks) {
    const sheet = sheetOf(block.sheet)
    const found = cellsOfBlock(block, sheet, words.get(sheet))
    if (found.length === 0) nameless ??= { sheet, names: block.names }
    cells.push(...found)
  }
  const lists = bindings.lists.map((list) => boundList(list, sheetOf(list.sheet)))
  const filled = new Set<string>()
  const claim = (sheet: string, row: number, column: number): void => {
    const key = keyOf(sheet, row, column)
    if (filled.has(key)) throw new Refusal('invalid_bindings', { sheet, row, column: columnLetters(column) }, { reason: t('fill.boundTwice') })
    filled.add(key)
  }
  for (const { sheet, row, column } of cells) claim(sheet, row, column)
  for (const { sheet, first, last, list } of lists) {
    for (let row = first; row <= last; row++) for (const letters of Object.keys(list.columns)) claim(sheet, row, indexOf(letters))
  }
  return { cells, lists, nameless, isFilled: (sheet, cell) => filled.has(`${sheet}\n${cell}`) }
}

function sheetNamer(sheets: readonly string[]): (named: string | undefined) => string {
  return (named) => {
    if (named !== undefined && !sheets.includes(named)) throw new Refusal('unknown_sheet', undefined, { value: named })
    const only = sheets.length === 1 ? sheets[0] : undefined
    const sheet = named ?? only
    if (sheet === undefined) throw new Refusal('invalid_bindings', undefined, { reason: t('fill.sheetNotNamed') })
    return sheet
  }
}

function keyOf(sheet: string, row: number, column: number): string {
  return `${sheet}\n${columnLetters(column)}${row}`
}

function placeOf(address: string): { row: number; column: number } {
  const range = parseRange(address)
  if (!range || range.bottom > maxRow || range.right >= maxColumn) throw new Refusal('invalid_bindings', undefined, { reason: t('fill.badAddress', { value: address }) })
  return { row: range.top, column: range.left }
}

export function indexOf(letters: string): number {
  const index = columnIndex(letters)
  if (index === null || index >= maxColumn) throw new Refusal('invalid_bindings', undefined, { reason: t('fill.badAddress', { value: letters }) })
  return index
}

/**
 * Cells beside every name of the block; a cell without a name is passed over, a formula that shows nobody knows what is not.
 * A name out of step with the rows that belong to each would have its figures in its neighbour's.
 */
function cellsOfBlock(block: BlockBinding, sheet: string, words: SheetWords | undefined): BoundCell[] {
  const { names, figures } = block
  const line = parseRange(names)
  const each = linesEach(block)
  const isColumn = line !== undefined && line.left === line.right
  if (!line || (!isColumn && line.top !== line.bottom)) throw new Refusal('invalid_bindings', { sheet }, { reason: t('fill.notALine', { value: names }) })
  const cells: BoundCell[] = []
  for (let row = line.top; row <= line.bottom; row++) {
    for (let column = line.left; column <= line.right; column++) {
      const address = `${columnLetters(column)}${row}`
      const region = (words?.texts.get(address) ?? words?.results().get(address))?.trim()
      if (region === undefined) continue
      if (region === '') throw new Refusal('invalid_bindings', { sheet, row, column: columnLetters(column) }, { reason: t('fill.nameNotCalculated') })
      if ((row - line.top + column - line.left) % each !== 0) throw new Refusal('invalid_bindings', { sheet, row, column: columnLetters(column) }, { reason: t('fill.nameOutOfStep', { each }) })
      for (const [key, figure] of Object.entries(figures)) {
        const place = besideOf(key, each, isColumn, { row, column })
        // The last name may have fewer rows than the others: a total in a single one.
        if (isColumn ? place.row <= line.bottom : place.column <= line.right) cells.push({ sheet, ...place, figure, region })
      }
    }
  }
  return cells
}

function besideOf(key: string, each: number, isColumn: boolean, { row, column }: { row: number; column: number }): { row: number; column: number } {
  const { line, offset } = blockLine(key)
  const isNumber = /^\d+$/.test(line)
  if (isNumber === isColumn || (isNumber && Number(line) > maxRow) || offset >= each) throw new Refusal('invalid_bindings', undefined, { reason: t('fill.badAddress', { value: key }) })
  return isColumn ? { row: row + offset, column: indexOf(line) } : { row: Number(line), column: column + offset }
}

function boundList(list: ListBinding, sheet: string): BoundList {
  const [first = 0, last = 0] = list.rows.split(':').map(Number)
  if (last < first || last > maxRow) throw new Refusal('invalid_bindings', { sheet }, { reason: t('fill.badAddress', { value: list.rows }) })
  return { sheet, first, last, list }
}

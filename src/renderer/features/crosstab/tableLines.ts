import type { CrosstabCell, CrosstabTable, TableValue } from '../../../shared/bridge/crosstab'
import { partOf, type TableShare, type Wholes } from '../../../shared/domain/crosstab/tableShare'
import { tableValueText } from '../../../shared/text/tableValue'
import { t } from '../../../shared/text/t'
import { printFigure } from '../../components/values/printFigure'
import { sideField } from './crosstabChoice'

/** One line of the grid; columns and their whole as the last number. */
export interface TableLine {
  kind: 'heading' | 'row' | 'whole'
  label: string
  /** The line's part of a cell; a side left out is the whole. */
  cell: Pick<CrosstabCell, 'split' | 'row'>
  values: readonly (number | null)[]
  /** Index of its table. */
  table: number
}

/** By which column rows stand, highest first; null keeps the order of the values. */
export type RowOrder = number | null

/** Lines from top to bottom: a heading for each value of the third side, its rows, its subtotal; all of them last. */
export function linesOf(table: CrosstabTable, order: RowOrder): TableLine[] {
  const { kind, dimensions, tables } = table
  const words = (side: string) => (value: TableValue): string => {
    const field = sideField(kind, side)
    return field === undefined ? String(value ?? '') : tableValueText(field, value)
  }
  const rowWords = words(dimensions.rows)
  return tables.flatMap(({ split, isWhole, rows, totals, total }, at) => {
    const side = isWhole ? {} : { split }
    const heading: TableLine[] = dimensions.split === null ? [] : [{ kind: 'heading', label: isWhole ? t('crosstab.all') : words(dimensions.split)(split), cell: side, values: [], table: at }]
    const body = rows.map(({ value, counts, total: whole }): TableLine => ({ kind: 'row', label: rowWords(value), cell: { ...side, row: value }, values: [...counts, whole], table: at }))
    const last: TableLine = { kind: 'whole', label: t(dimensions.split !== null && !isWhole ? 'crosstab.subtotal' : 'crosstab.total'), cell: side, values: [...totals, total], table: at }
    return [...heading, ...(order === null ? body : body.toSorted((a, b) => (b.values[order] ?? 0) - (a.values[order] ?? 0))), last]
  })
}

/** What the columns are called, the whole last. */
export function columnLabels({ kind, dimensions, columns }: CrosstabTable): string[] {
  const field = sideField(kind, dimensions.columns)
  return [...columns.map((value) => (field === undefined ? String(value ?? '') : tableValueText(field, value))), t('crosstab.total')]
}

/** The cell of a line in a column; the column behind the last is the whole. */
export function cellAt({ columns }: CrosstabTable, { cell }: TableLine, column: number): CrosstabCell {
  const value = columns[column]
  return value === undefined ? cell : { ...cell, column: value }
}

/** What a number is a part of: its line, its column and its table. */
export function wholesOf({ tables }: CrosstabTable, { table, values }: TableLine, column: number): Wholes {
  const of = tables[table]
  return { row: values.at(-1) ?? null, column: (of !== undefined && column < of.totals.length ? of.totals[column] : of?.total) ?? null, table: of?.total ?? null }
}

/** Digits behind the point that the numbers of a table need. */
export function decimalsOf({ sum, tables }: CrosstabTable): number {
  return sum !== null && tables.some(({ rows, total }) => isBroken(total) || rows.some(({ counts }) => counts.some(isBroken))) ? 2 : 0
}

function isBroken(value: number | null): boolean {
  return value !== null && !Number.isInteger(value)
}

/** A number as it is shown. */
export function printValue(value: number | null, share: TableShare, wholes: Wholes, decimals: number): string {
  if (share === 'none') return printFigure(value, decimals)
  const part = partOf(value, share, wholes)
  return part === null ? '—' : `${printFigure(part * 100, 1)}%`
}

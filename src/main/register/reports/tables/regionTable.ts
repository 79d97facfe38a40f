import type { FigureColumn, RegionColumn, RegionForm } from '../../../../shared/domain/catalogue/forms'
import { calendarOf, indicatorDefinition, isCounted, isQuotientDefinition, type Indicator } from '../../../../shared/domain/catalogue/indicators'
import type { Filters } from '../../../../shared/domain/catalogue/filters'
import { rankDescending } from '../../../../shared/domain/counting/rank'
import { formatQuotient, formatRounded, roundHalfAway, share } from '../../../../shared/domain/numbers'
import { parsePeriod, yearToDate } from '../../../../shared/domain/dates/periods'
import { Refusal, succeed, type Result } from '../../../../shared/domain/result'
import { t } from '../../../../shared/text/t'
import type { FormNumberFormat } from '../../../workbook/write/form/formTypes'
import type { RegisterColumns } from '../../columns/registerColumns'
import { yearBefore, type CountingOptions } from '../../ranking/countingOptions'
import { evaluate, type Figure, type Figures } from '../../ranking/figures'
import { growthOf, isRanked } from '../../ranking/rankIndicator'
import type { RegionRow } from '../../ranking/regionRows'
import { formColumn, type FormTable, type TableCell, type TableRow } from './formTable'

/** Figures of one column's indicator, now and one year earlier. */
interface ColumnFigures { now: Figures; before: Figures | null }

/**
 * Fills a form of regions: every figure from the evaluators behind `rank`, sums and ranks from the form's own columns.
 *
 * @returns population_missing, market_entities_missing
 */
export async function fillRegionForm(columns: RegisterColumns, form: RegionForm, options: CountingOptions, look: TableLook = {}): Promise<Result<FormTable>> {
  const figures = await figuresOf(columns, form, options)
  if (!figures.ok) return figures
  const layout = [...figures.value.values()][0]?.now.rows
  if (!layout) return succeed({ rows: [], totalRow: null })
  const cells = layout.rows.map(() => [] as TableCell[])
  for (const column of form.columns) addColumn(column, { form, layout: layout.rows, figures: figures.value, cells, decimals: look.decimals })
  return succeed(arrange(form, layout.rows, cells, look.totalAt ?? form.totalAt))
}

/** What a report may choose about a form's look. */
export interface TableLook {
  totalAt?: 'first' | 'last' | undefined
  /** Places after the point of densities; the indicator's own where left out. */
  decimals?: number | undefined
}

/** `rest` counts an indicator as a whole. */
function countedBy(column: RegionColumn): FigureColumn | null {
  if (column.type === 'rest') return { type: 'figure', indicator: column.of, show: 'value' }
  return column.type === 'figure' ? column : null
}

function keyOf({ indicator, filters, over }: FigureColumn): string {
  return JSON.stringify([indicator, filters ?? null, over ?? null])
}

async function figuresOf(columns: RegisterColumns, form: RegionForm, options: CountingOptions): Promise<Result<Map<string, ColumnFigures>>> {
  const figures = new Map<string, ColumnFigures>()
  for (const shown of form.columns) {
    const column = countedBy(shown)
    if (!column || figures.has(keyOf(column))) continue
    const filtered = { ...(column.over ? sinceNewYear(options, column.indicator) : options), filters: asFilters(column.filters) }
    const now = await evaluate(columns, column.indicator, filtered)
    if (!now.ok) return now
    const needsBefore = form.columns.some((other) => other.type === 'figure' && keyOf(other) === keyOf(column) && (other.show === 'previous' || other.show === 'growth'))
    const before = needsBefore ? await evaluate(columns, column.indicator, yearBefore(filtered)) : null
    figures.set(keyOf(column), { now: now.value, before: before?.ok ? before.value : null })
  }
  return succeed(figures)
}

/** The days from the beginning of the period's year to its end. */
export function sinceNewYear(options: CountingOptions, indicator: Indicator): CountingOptions {
  const { from, to } = yearToDate(options.period, calendarOf(indicator))
  const period = parsePeriod(`${from}..${to}`)
  if (!period.ok) throw new Refusal('unexpected')
  return { ...options, period: period.value }
}

function asFilters(filters: Readonly<Record<string, string>> | undefined): Filters {
  return Object.fromEntries(Object.entries(filters ?? {}).map(([name, value]) => [name, value.split(',')]))
}

interface Filling {
  form: RegionForm
  layout: readonly RegionRow[]
  figures: ReadonlyMap<string, ColumnFigures>
  /** Cells so far, by row of the layout. */
  cells: TableCell[][]
  decimals: number | undefined
}

function addColumn(column: RegionColumn, filling: Filling): void {
  const ranks = column.type === 'rank' ? ranksOf(column.of, filling) : []
  filling.layout.forEach((row, index) => {
    const cells = filling.cells[index] ?? []
    cells.push(cellOf(column, filling, row, index, ranks[index] ?? null))
  })
}

function cellOf(column: RegionColumn, filling: Filling, row: RegionRow, index: number, rank: number | null): TableCell {
  switch (column.type) {
    case 'index': return { value: row.level === 'city' || row.isPartOfHost ? null : numberingOf(filling.layout, index), format: '0' }
    case 'region': return { value: regionName(filling.form, row) }
    case 'figure': return figureCell(column, figuresOfColumn(filling, column), index, filling.decimals)
    case 'rest': return { value: restOf(column, filling, index), format: '#,##0' }
    case 'blank': case 'merged': return { value: null }
    case 'sum': return { value: sumOf(column.of, filling.cells[index]), format: '#,##0' }
    case 'rank': return { value: rank, format: '0' }
  }
}

function numberingOf(layout: readonly RegionRow[], index: number): number {
  return layout.slice(0, index + 1).filter((row) => row.level !== 'city' && !row.isPartOfHost).length
}

function regionName(form: RegionForm, row: RegionRow): string {
  if (row.level === 'city') return form.totalName
  return row.isPartOfHost ? t('report.note.ofWhich', { zone: row.name }) : row.name
}

function restOf(column: RegionColumn & { type: 'rest' }, filling: Filling, index: number): number | null {
  const { now } = figuresOfColumn(filling, { type: 'figure', indicator: column.of, show: 'value' })
  if (now.isWithoutRecords) return null
  return column.less.reduce((left, letters) => left - numberIn(filling.cells[index], letters), now.values[index]?.count ?? 0)
}

/** Of columns that are all blank there is no sum. */
function sumOf(columns: readonly string[], cells: readonly TableCell[] | undefined): number | null {
  const isBlank = columns.every((letters) => cells?.[formColumn(letters)]?.value === null)
  return isBlank ? null : columns.reduce((sum, letters) => sum + numberIn(cells, letters), 0)
}

function figuresOfColumn(filling: Filling, column: FigureColumn): ColumnFigures {
  const figures = filling.figures.get(keyOf(column))
  if (!figures) throw new Refusal('unexpected')
  return figures
}

function numberIn(cells: readonly TableCell[] | undefined, letters: string): number {
  const value = cells?.[formColumn(letters)]?.value
  return typeof value === 'number' ? value : 0
}

function ranksOf(letters: string, { layout, cells }: Filling): (number | null)[] {
  return rankDescending(layout.map((row, index) => {
    const value = cells[index]?.[formColumn(letters)]?.value
    return isRanked(row) && typeof value === 'number' ? value : null
  }))
}

/** What the register has nothing of is blank: a dash would say that it does not apply, and nobody has counted a zero. */
function figureCell(column: FigureColumn, { now, before }: ColumnFigures, index: number, decimals: number | undefined): TableCell {
  if (now.isWithoutRecords && column.show !== 'denominator') return { value: null }
  const figure = now.values[index]
  const previous = before?.values[index]
  switch (column.show) {
    case 'value': return valueCell(column.indicator, figure, decimals)
    case 'previous': return valueCell(column.indicator, previous, decimals)
    case 'denominator': return denominatorCell(figure?.denominator ?? null, column.decimals ?? 0)
    case 'growth': return percentCell(growthOf(column.indicator, figure, previous))
    case 'share': return percentCell(!isCounted(column.indicator) ? '-' : share(figure?.count ?? null, now.values[now.rows.city]?.count ?? null))
  }
}

function valueCell(indicator: Indicator, figure: Figure | undefined, asked: number | undefined): TableCell {
  const definition = indicatorDefinition(indicator)
  const { unit, decimals } = definition
  const value = figure?.value ?? null
  if (!figure || value === null) return { value: '-' }
  if (unit === '%') return percentCell(formatRounded(value, decimals), decimals)
  if (asked === undefined || !isQuotientDefinition(definition)) return { value, format: formatOf(decimals) }
  // Rounded anew from the full quotient: rounding what is already rounded may end one too high.
  return { value: Number(formatQuotient(figure.count, figure.denominator, definition.factor, asked)), format: formatOf(asked) }
}

function denominatorCell(value: number | null, decimals: number): TableCell {
  return value === null ? { value: '-' } : { value: roundHalfAway(value, decimals), format: formatOf(decimals) }
}

const numberFormats = ['#,##0', '0.0', '0.00', '0.000', '0.0000'] as const
const percentFormats = ['0%', '0.0%', '0.00%', '0.000%', '0.0000%'] as const

export function formatOf(decimals: number): FormNumberFormat {
  return numberFormats[Math.min(decimals, numberFormats.length - 1)] ?? '0.00'
}

/** Percentages are stored as fractions that show what is printed: "9.1%" is 0.091. */
export function percentCell(printed: string, decimals = 1): TableCell {
  return printed === '-' ? { value: '-' } : { value: roundHalfAway(Number.parseFloat(printed) / 100, decimals + 2), format: percentFormats[decimals] ?? '0.0%' }
}

/** Puts the total where the form wants it; an empty 其他 is left out. */
function arrange(form: RegionForm, layout: readonly RegionRow[], cells: readonly TableCell[][], totalAt: RegionForm['totalAt']): FormTable {
  const rows = layout.flatMap((row, index): TableRow[] => {
    const own = cells[index] ?? []
    if (row.level === 'other' && own.every(({ value }, at) => isNothing(value, form.columns[at]))) return []
    return [{ cells: own, isAddend: row.level !== 'city' && !row.isPartOfHost, isTotal: row.level === 'city', region: row.name }]
  })
  const total = rows.filter((row) => row.isTotal)
  const others = rows.filter((row) => !row.isTotal)
  const arranged = totalAt === 'first' ? [...total, ...others] : [...others, ...total]
  return { rows: arranged, totalRow: arranged.findIndex((row) => row.isTotal) }
}

function isNothing(value: TableCell['value'], column: RegionColumn | undefined): boolean {
  return column?.type === 'index' || column?.type === 'region' || typeof value !== 'number' || value === 0
}

import type { RegionColumn, RegionForm } from '../../../shared/domain/catalogue/forms'
import { indicatorDefinition, type IndicatorName } from '../../../shared/domain/catalogue/indicators'
import type { Filters } from '../../../shared/domain/catalogue/filters'
import { rankDescending } from '../../../shared/domain/counting/rank'
import { formatRounded, roundHalfAway, share } from '../../../shared/domain/numbers'
import { Refusal, succeed, type Result } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import type { FormNumberFormat } from '../../workbook/write/formTypes'
import type { RegisterColumns } from '../columns/registerColumns'
import { yearBefore, type CountingOptions } from '../ranking/countingOptions'
import { evaluate, type Figures } from '../ranking/figures'
import { growthOf, isRanked } from '../ranking/rankIndicator'
import type { RegionRow } from '../ranking/regionRows'
import { columnIndex, type FormTable, type TableCell, type TableRow } from './formTable'

/** Figures of one column's indicator, now and one year earlier. */
interface ColumnFigures { now: Figures; before: Figures | null }

/**
 * Fills a form of regions: every figure from the evaluators behind `rank`, sums and ranks from the form's own columns.
 *
 * @returns population_missing, market_entities_missing
 */
export async function fillRegionForm(columns: RegisterColumns, form: RegionForm, options: CountingOptions, totalAt = form.totalAt): Promise<Result<FormTable>> {
  const figures = await figuresOf(columns, form, options)
  if (!figures.ok) return figures
  const layout = [...figures.value.values()][0]?.now.rows
  if (!layout) return succeed({ rows: [], totalRow: null })
  const cells = layout.rows.map(() => [] as TableCell[])
  for (const column of form.columns) addColumn(column, { form, layout: layout.rows, figures: figures.value, cells })
  return succeed(arrange(form, layout.rows, cells, totalAt))
}

function keyOf(column: RegionColumn & { type: 'figure' }): string {
  return JSON.stringify([column.indicator, column.filters ?? null])
}

async function figuresOf(columns: RegisterColumns, form: RegionForm, options: CountingOptions): Promise<Result<Map<string, ColumnFigures>>> {
  const figures = new Map<string, ColumnFigures>()
  for (const column of form.columns) {
    if (column.type !== 'figure' || figures.has(keyOf(column))) continue
    const filtered = { ...options, filters: asFilters(column.filters) }
    const now = await evaluate(columns, column.indicator, filtered)
    if (!now.ok) return now
    const needsBefore = form.columns.some((other) => other.type === 'figure' && keyOf(other) === keyOf(column) && (other.show === 'previous' || other.show === 'growth'))
    const before = needsBefore ? await evaluate(columns, column.indicator, yearBefore(filtered)) : null
    figures.set(keyOf(column), { now: now.value, before: before?.ok ? before.value : null })
  }
  return succeed(figures)
}

function asFilters(filters: Readonly<Record<string, string>> | undefined): Filters {
  return Object.fromEntries(Object.entries(filters ?? {}).map(([name, value]) => [name, [value]]))
}

interface Filling {
  form: RegionForm
  layout: readonly RegionRow[]
  figures: ReadonlyMap<string, ColumnFigures>
  /** Cells so far, by row of the layout. */
  cells: TableCell[][]
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
    case 'figure': return figureCell(column, figuresOfColumn(filling, column), index)
    case 'sum': return { value: column.of.reduce((sum, letters) => sum + numberIn(filling.cells[index], letters), 0), format: '#,##0' }
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

function figuresOfColumn(filling: Filling, column: RegionColumn & { type: 'figure' }): ColumnFigures {
  const figures = filling.figures.get(keyOf(column))
  if (!figures) throw new Refusal('unexpected')
  return figures
}

function numberIn(cells: readonly TableCell[] | undefined, letters: string): number {
  const value = cells?.[columnIndex(letters)]?.value
  return typeof value === 'number' ? value : 0
}

function ranksOf(letters: string, { layout, cells }: Filling): (number | null)[] {
  return rankDescending(layout.map((row, index) => {
    const value = cells[index]?.[columnIndex(letters)]?.value
    return isRanked(row) && typeof value === 'number' ? value : null
  }))
}

function figureCell(column: RegionColumn & { type: 'figure' }, { now, before }: ColumnFigures, index: number): TableCell {
  const figure = now.values[index]
  const previous = before?.values[index]
  switch (column.show) {
    case 'value': return valueCell(column.indicator, figure?.value ?? null)
    case 'previous': return valueCell(column.indicator, previous?.value ?? null)
    case 'denominator': return denominatorCell(figure?.denominator ?? null, column.decimals ?? 0)
    case 'growth': return percentCell(growthOf(column.indicator, figure, previous))
    case 'share': return percentCell(share(figure?.count ?? null, now.values[now.rows.city]?.count ?? null))
  }
}

function valueCell(indicator: IndicatorName, value: number | null): TableCell {
  const { unit, decimals } = indicatorDefinition(indicator)
  if (value === null) return { value: '-' }
  return unit === '%' ? percentCell(formatRounded(value, decimals)) : { value, format: formatOf(decimals) }
}

function denominatorCell(value: number | null, decimals: number): TableCell {
  return value === null ? { value: '-' } : { value: roundHalfAway(value, decimals), format: formatOf(decimals) }
}

function formatOf(decimals: number): FormNumberFormat {
  return decimals === 0 ? '#,##0' : decimals === 1 ? '0.0' : '0.00'
}

/** Percentages are stored as fractions that show what is printed: "9.1%" is 0.091. */
function percentCell(printed: string): TableCell {
  return printed === '-' ? { value: '-' } : { value: roundHalfAway(Number.parseFloat(printed) / 100, 3), format: '0.0%' }
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

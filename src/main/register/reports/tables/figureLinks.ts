import type { FigureColumn, RegionColumn, RegionForm } from '../../../../shared/domain/catalogue/forms'
import type { FilterName } from '../../../../shared/domain/catalogue/filters'
import type { Indicator } from '../../../../shared/domain/catalogue/indicators'
import { formColumn } from './formTable'

/** The question whose records a column's numbers count; `isYearBefore` for 上年同期. */
export interface ColumnFigure {
  indicator: Indicator
  /** `name=value`, commas between alternatives. */
  filters: string[]
  isYearBefore: boolean
  /** Counts from the beginning of the year. */
  sinceNewYear: boolean
}

type Chosen = ReadonlyMap<FilterName, ReadonlySet<string>>

/** What stands behind each column of a form of regions; null where a number counts no records. */
export function columnFigures(form: RegionForm): (ColumnFigure | null)[] {
  return form.columns.map((column) => figureOf(form, column))
}

function figureOf(form: RegionForm, column: RegionColumn): ColumnFigure | null {
  if (column.type === 'figure') {
    if (column.show !== 'value' && column.show !== 'previous') return null
    return { indicator: column.indicator, filters: written(chosenBy(column)), isYearBefore: column.show === 'previous', sinceNewYear: column.over !== undefined }
  }
  return column.type === 'sum' ? figureOfSum(partsOf(form, column)) : null
}

/** The figures a sum consists of, through sums of sums. */
function partsOf(form: RegionForm, column: RegionColumn): FigureColumn[] {
  if (column.type === 'figure') return [column]
  if (column.type !== 'sum') return []
  return column.of.flatMap((letters) => {
    const part = form.columns[formColumn(letters)]
    return part ? partsOf(form, part) : []
  })
}

/** One question for a sum, where its parts are exactly all combinations of their filters' values: 主导 = 三类 × 制定、修订. */
function figureOfSum(parts: readonly FigureColumn[]): ColumnFigure | null {
  const first = parts[0]
  if (!first || parts.some(({ indicator, show, over }) => indicator !== first.indicator || show !== 'value' || over !== first.over)) return null
  const names = [...new Set(parts.flatMap(({ filters = {} }) => Object.keys(filters) as FilterName[]))]
  const together: Chosen = new Map(names.map((name) => [name, new Set(parts.map(({ filters }) => filters?.[name] ?? ''))]))
  const combinations = [...together.values()].reduce((product, values) => product * values.size, 1)
  const isComplete = combinations === new Set(parts.map(({ filters }) => JSON.stringify(names.map((name) => filters?.[name])))).size
  const isEverywhere = [...together.values()].every((values) => !values.has(''))
  return isComplete && isEverywhere ? { indicator: first.indicator, filters: written(together), isYearBefore: false, sinceNewYear: first.over !== undefined } : null
}

function chosenBy({ filters = {} }: FigureColumn): Chosen {
  return new Map(Object.entries(filters).map(([name, value]) => [name as FilterName, new Set([value])]))
}

function written(chosen: Chosen): string[] {
  return [...chosen].map(([name, values]) => `${name}=${[...values].join(',')}`)
}

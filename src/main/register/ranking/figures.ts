import { countDefinition, indicatorDefinition, isQuotientDefinition, leadingTerm, type CountTerm, type Indicator, type QuotientDefinition } from '../../../shared/domain/catalogue/indicators'
import type { Filters, FilterName } from '../../../shared/domain/catalogue/filters'
import { formatQuotient } from '../../../shared/domain/numbers'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import { tagsField } from '../../../shared/domain/tags'
import { packDate } from '../columns/packedDate'
import type { RegisterColumns } from '../columns/registerColumns'
import { classTestOf, pairsOfMarks, partedConditions } from './classPairs'
import type { CountQuery, CountScan } from './countScan'
import { momentFor, type CountingOptions, type Moment } from './countingOptions'
import { scanPatents } from './patentScan'
import { chooseSeries, entitiesOfRows, populationOfRows } from './population'
import { recordsOf } from './recordsOf'
import { layOutRows, type RegionRows } from './regionRows'
import { idsWhere, unitsTagged } from './rowsWhere'
import { scanStandards } from './standardScan'
import { scanPcts, scanTrademarks } from './trademarkScan'
import { scanHonours, scanPilots } from './wordedScan'

/** One indicator at one time, for every row. */
export interface Figures {
  rows: RegionRows
  moment: Moment
  values: readonly Figure[]
  /** Series that divided, where one did. */
  series: string | null
  /** The register has no record of the kind that is counted: no row has a value, though every count is 0. */
  isWithoutRecords: boolean
}

export interface Figure {
  /** The count, or the quotient's numerator. */
  count: number
  denominator: number | null
  /** At printed rounding; null where there is no denominator, and where nothing of the kind is in the register. */
  value: number | null
}

/**
 * Evaluates an indicator of any shape.
 *
 * @returns population_missing, market_entities_missing, unknown_name
 */
export async function evaluate(columns: RegisterColumns, indicator: Indicator, options: CountingOptions): Promise<Result<Figures>> {
  const moment = momentFor(indicator, options)
  const definition = indicatorDefinition(indicator)
  const counted = isQuotientDefinition(definition) ? await evaluateQuotient(columns, definition, options, moment) : await evaluateCount(columns, indicator, options, moment)
  if (!counted.ok) return counted
  if ((await recordsOf(columns, indicator)) > 0) return succeed({ ...counted.value, isWithoutRecords: false })
  return succeed({ ...counted.value, isWithoutRecords: true, values: counted.value.values.map((figure) => ({ ...figure, value: null })) })
}

type Counted = Omit<Figures, 'isWithoutRecords'>

async function evaluateCount(columns: RegisterColumns, indicator: Indicator, options: CountingOptions, moment: Moment): Promise<Result<Counted>> {
  const rows = await rowsOf(columns, options)
  const counted = (await scan(columns, leadingTerm(indicator), options, moment)).tally(rows)
  return succeed({ rows, moment, series: null, values: counted.map((count) => ({ count, denominator: null, value: count })) })
}

async function rowsOf(columns: RegisterColumns, options: Pick<CountingOptions, 'zones'>): Promise<RegionRows> {
  // Places of zones exist once the directory is loaded.
  await columns.directory()
  return layOutRows(columns.city, columns.places, options.zones)
}

async function evaluateQuotient(columns: RegisterColumns, definition: QuotientDefinition, options: CountingOptions, moment: Moment): Promise<Result<Counted>> {
  const rows = await rowsOf(columns, options)
  const denominators = await denominatorsOf(columns, definition, options, moment, rows)
  if (!denominators.ok) return denominators
  const numerators = (await scan(columns, definition.numerator, options, moment)).tally(rows)
  const values = numerators.map((count, row) => {
    const denominator = denominators.value.values[row] ?? null
    return { count, denominator, value: quotientOf(definition, count, denominator) }
  })
  return succeed({ rows, moment, series: denominators.value.series, values })
}

function quotientOf(definition: QuotientDefinition, count: number, denominator: number | null): number | null {
  const printed = formatQuotient(count, denominator, definition.factor, definition.decimals)
  return printed === '-' ? null : Number(printed)
}

interface RowDenominators { values: readonly (number | null)[]; series: string | null }

async function denominatorsOf(columns: RegisterColumns, definition: QuotientDefinition, options: CountingOptions, moment: Moment, rows: RegionRows): Promise<Result<RowDenominators>> {
  if (definition.shape === 'ratio') {
    const { denominator } = definition
    const whole = await scan(columns, denominator, options, moment)
    return succeed({ values: denominator.everywhere ? rows.rows.map(() => whole.everywhere()) : whole.tally(rows), series: null })
  }
  const known = await columns.denominators()
  if (definition.shape === 'per_100') {
    const values = entitiesOfRows(known, columns.city, moment.year, rows.rows)
    return values.some((value) => value !== null) ? succeed({ values, series: null }) : fail('market_entities_missing', undefined, { year: moment.year })
  }
  const series = chooseSeries(known, columns.city, options.population, moment.asOf)
  return series.ok ? succeed({ values: populationOfRows(known, columns.city, series.value, rows.rows), series: series.value }) : series
}

/** The records of one count term; filters the indicator fixes itself are added to the given ones. */
export async function scan(columns: RegisterColumns, term: CountTerm, options: CountingOptions, moment: Moment): Promise<CountScan> {
  const definition = countDefinition(term.count)
  const filters: Filters = { ...options.filters, ...asFilters(definition.fixed), ...asFilters(term.fixed), ...term.filters }
  const classes = definition.subject === 'trademark' ? classTestOf(term) : null
  const conditions = classes === null ? (term.where ?? []) : partedConditions(term).ofRecords
  const query: CountQuery = {
    definition, window: moment.window, asOf: packDate(moment.asOf), leadRule: options.leadRule,
    lastingUntil: options.lastingUntil === undefined ? null : packDate(options.lastingUntil),
    filters,
    among: await idsWhere(columns, definition.subject, [...conditions, ...(filters.tags ? [{ field: tagsField, values: filters.tags }] : [])]),
    pairs: classes === null ? null : await pairsOfMarks(columns, classes),
    units: await unitsTagged(columns, filters.unitTags),
  }
  const directory = await columns.directory()
  switch (definition.subject) {
    case 'standard': return scanStandards(await columns.standards(), query, directory)
    case 'patent': return scanPatents(await columns.patents(), query, directory)
    case 'trademark': return scanTrademarks(await columns.trademarks(), query, directory)
    case 'pct': return scanPcts(await columns.pcts(), query, directory)
    case 'honour': return scanHonours(await columns.honours(), query)
    case 'pilot': return scanPilots(await columns.pilots(), query)
  }
}

function asFilters(fixed: Readonly<Partial<Record<FilterName, string>>> | undefined): Filters {
  return Object.fromEntries(Object.entries(fixed ?? {}).map(([name, value]) => [name, [value]]))
}

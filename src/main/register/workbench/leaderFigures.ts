import type { WorkbenchFigure } from '../../../shared/bridge/workbench'
import { indicatorDefinition, type IndicatorName } from '../../../shared/domain/catalogue/indicators'
import { honoursOf, leaderFigures, type LeaderFigure } from '../../../shared/domain/catalogue/leaderFigures'
import { rankDescending } from '../../../shared/domain/counting/rank'
import { exactDifference, roundHalfAway } from '../../../shared/domain/numbers'
import { yearPeriod } from '../../../shared/domain/dates/periods'
import type { RegisterColumns } from '../columns/registerColumns'
import { readOptions, readPeriod, type CountingOptions } from '../ranking/countingOptions'
import { evaluate } from '../ranking/figures'
import { rankIndicator } from '../ranking/rankIndicator'
import { byRegion } from '../ranking/receivedFigures'
import { recordsOf } from '../ranking/recordsOf'

/** The leader's figures for a period, each with the year before and what the received circular says of the city. */
export async function workbenchFigures(columns: RegisterColumns, period: string): Promise<WorkbenchFigure[]> {
  const known = [...new Set((await columns.honours()).flatMap(({ words }) => words['honour'] ?? []))]
  const found: WorkbenchFigure[] = []
  for (const figure of leaderFigures) found.push(await figureOf(columns, figure, honoursOf(figure, known), period))
  return found
}

async function figureOf(columns: RegisterColumns, figure: LeaderFigure, honours: readonly string[], period: string): Promise<WorkbenchFigure> {
  const { indicator } = figure
  const { unit, decimals } = indicatorDefinition(indicator)
  const filters = honours.length === 0 ? [] : [`honour=${honours.join(',')}`]
  const empty = { id: figure.id, indicator, filters, unit, decimals, value: null, previous: null, growth: '-', quotient: null, parts: [], received: null }
  const received = await receivedOf(columns, indicator, period)
  if (!(await hasRecords(columns, figure, honours))) return { ...empty, missing: 'records', received }
  const answer = await rankIndicator(columns, indicator, { period, filters })
  if (!answer.ok || answer.value.total.value === null) return { ...empty, missing: 'population', received }
  const { value, previous, growth } = answer.value.total
  return {
    ...empty, value, previous, growth, missing: null,
    quotient: await quotientOf(columns, indicator, period),
    parts: figure.honours ? await levelsOf(columns, period, honours) : [],
    received: received && { ...received, difference: differenceFrom(received, value, decimals) },
  }
}

/** Whether the register has anything to count: an empty register answers “—”, never 0. */
async function hasRecords(columns: RegisterColumns, figure: LeaderFigure, honours: readonly string[]): Promise<boolean> {
  return figure.honours ? honours.length > 0 : (await recordsOf(columns, figure.indicator)) > 0
}

async function quotientOf(columns: RegisterColumns, indicator: IndicatorName, period: string): Promise<WorkbenchFigure['quotient']> {
  const options = readOptions(indicator, { period })
  const figures = options.ok ? await evaluate(columns, indicator, options.value) : options
  if (!figures.ok) return null
  const { count = 0, denominator = null } = figures.value.values[figures.value.rows.city] ?? {}
  return denominator === null ? null : { count, denominator }
}

async function levelsOf(columns: RegisterColumns, period: string, honours: readonly string[]): Promise<WorkbenchFigure['parts']> {
  const levels = [...new Set((await columns.honours()).filter(({ words }) => honours.includes(words['honour'] ?? '')).flatMap(({ words }) => words['level'] ?? []))]
  const parts: WorkbenchFigure['parts'] = []
  for (const level of levels) {
    const answer = await rankIndicator(columns, 'honours', { period, filters: [`honour=${honours.join(',')}`, `level=${level}`] })
    const count = answer.ok ? (answer.value.total.value ?? 0) : 0
    if (count > 0) parts.push({ label: level, count })
  }
  return parts
}

type Received = NonNullable<WorkbenchFigure['received']>

/** The circular of the period's year: the city's figure, its place among the cities, and the nearest of the others. */
async function receivedOf(columns: RegisterColumns, indicator: IndicatorName, period: string): Promise<Received | null> {
  const read = readPeriod(period)
  if (!read.ok) return null
  const options: Pick<CountingOptions, 'period'> = { period: yearPeriod(read.value.year) }
  const figures = byRegion(await columns.received(), indicator, options.period)
  const own = figures.get(columns.city.code)
  if (!own || own.value === null) return null
  const cities = columns.city.neighbours.map(({ code, name }) => ({ code, name, value: figures.get(code)?.value ?? null }))
  const ranks = rankDescending(cities.map(({ value }) => value))
  const others = cities.filter(({ code, value }) => code !== columns.city.code && value !== null).toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))
  const best = others[0]
  return {
    value: own.value, unit: own.unit ?? indicatorDefinition(indicator).unit,
    rank: ranks[cities.findIndex(({ code }) => code === columns.city.code)] ?? null,
    cities: cities.filter(({ value }) => value !== null).length,
    rival: best?.value === null || best === undefined ? null : { name: best.name, value: best.value, difference: exactDifference(own.value, best.value) },
    difference: null,
  }
}

/** Received minus own in the own unit; a figure in 万 is brought down first. */
function differenceFrom({ value, unit }: Received, own: number | null, decimals: number): number | null {
  if (own === null) return null
  const factor = unit.startsWith('万') ? 10_000 : 1
  return roundHalfAway(exactDifference(value * factor, own), decimals)
}

import type { IndicatorSeries } from '../../../shared/bridge/counting'
import { indicatorDefinition, nameOf, type Indicator } from '../../../shared/domain/catalogue/indicators'
import { rankDescending } from '../../../shared/domain/counting/rank'
import { succeed, type Result } from '../../../shared/domain/result'
import type { RegisterColumns } from '../columns/registerColumns'
import { readOptions, yearBefore, type CountingOptions } from '../ranking/countingOptions'
import { evaluate, type Figures } from '../ranking/figures'
import { rankable } from '../ranking/rankIndicator'
import { byRegion } from '../ranking/receivedFigures'
import { requestFor, type TableChoice } from './rankRequest'

/**
 * An indicator over years that end with the asked period, oldest first; a year without its denominator has no values.
 *
 * @returns usage failures
 */
export async function indicatorSeries(columns: RegisterColumns, indicator: Indicator, choice: TableChoice, years: number): Promise<Result<IndicatorSeries>> {
  const options = readOptions(indicator, requestFor(indicator, choice))
  if (!options.ok) return options
  const { unit, decimals } = indicatorDefinition(indicator)
  const steps = yearsUpTo(options.value, years)
  if (choice.scope === 'cities') return succeed(await receivedSeries(columns, indicator, steps))
  const points: IndicatorSeries['points'] = []
  let rows: string[] = []
  for (const step of steps) {
    const figures = await evaluate(columns, indicator, step)
    if (figures.ok) rows = figures.value.rows.rows.filter(({ level }) => level === 'district' || level === 'zone').map(({ name }) => name)
    points.push(figures.ok ? pointOf(step, figures.value) : { period: step.period.name, values: [], ranks: [], total: null })
  }
  return succeed({ unit, decimals, rows, points: points.map((point) => ({ ...point, values: rows.map((_, index) => point.values[index] ?? null), ranks: rows.map((_, index) => point.ranks[index] ?? null) })) })
}

function yearsUpTo(options: CountingOptions, years: number): CountingOptions[] {
  const steps = [options]
  while (steps.length < years) steps.unshift(yearBefore(steps[0] ?? options))
  return steps
}

function pointOf(step: CountingOptions, figures: Figures): IndicatorSeries['points'][number] {
  const { rows, values } = figures
  const ranks = rankDescending(rankable(figures))
  const shown = rows.rows.flatMap(({ level }, index) => (level === 'district' || level === 'zone' ? [index] : []))
  return { period: step.period.name, values: shown.map((index) => values[index]?.value ?? null), ranks: shown.map((index) => ranks[index] ?? null), total: values[rows.city]?.value ?? null }
}

async function receivedSeries(columns: RegisterColumns, indicator: Indicator, steps: readonly CountingOptions[]): Promise<IndicatorSeries> {
  const received = await columns.received()
  const { neighbours, province } = columns.city
  const { unit, decimals } = indicatorDefinition(indicator)
  const stated = received.find((figure) => figure.indicator === nameOf(indicator) && figure.unit !== null)?.unit
  const points = steps.map(({ period }) => {
    const figures = byRegion(received, indicator, period)
    const values = neighbours.map(({ code }) => figures.get(code)?.value ?? null)
    return { period: period.name, values, ranks: rankDescending(values), total: figures.get(province.code)?.value ?? null }
  })
  return { unit: stated ?? unit, decimals: Math.max(decimals, 0), rows: neighbours.map(({ name }) => name), points }
}

import type { RankColumn, RankTable, RecordsBehind } from '../../../shared/bridge/counting'
import type { RecordKind } from '../../../shared/domain/catalogue/fields'
import { indicatorDefinition, type Indicator } from '../../../shared/domain/catalogue/indicators'
import { t } from '../../../shared/text/t'
import type { RegisterColumns } from '../columns/registerColumns'
import { momentFor, readOptions, yearBefore, type CountingOptions } from '../ranking/countingOptions'
import { chooseSeries, entitiesOfRows, populationOfRows, type DividedRow } from '../ranking/population'
import { layOutRows } from '../ranking/regionRows'
import { seriesText } from '../reports/periodTexts'
import type { FigureRequest } from './behindList'
import { requestFor, type TableChoice } from './rankRequest'

/** Names the files that state records of a kind, by their keys. */
export type NameSources = (kind: RecordKind, keys: readonly string[]) => Promise<readonly string[]>

/**
 * What a column of quotients was divided by: which population of which year, or the market entities, how large in every row,
 * and which files brought it (domain.md 2.8: without it nobody gets the same number again). Null for what is not divided so.
 */
export async function divisorOfColumn(columns: RegisterColumns, indicator: Indicator, rows: RankTable['rows'], { choice, nameSources }: { choice: TableChoice; nameSources: NameSources }): Promise<RankColumn['divisor']> {
  const options = readOptions(indicator, requestFor(indicator, choice))
  const divided = options.ok ? await dividedBy(columns, indicator, options.value, [...rows, wholeCity], nameSources) : null
  return divided && { ...divided, values: divided.values.slice(0, -1), total: divided.values.at(-1) ?? null }
}

/** The same for one number. */
export async function divisorOfFigure(columns: RegisterColumns, { indicator, choice, filters, row, isYearBefore }: FigureRequest, nameSources: NameSources): Promise<RecordsBehind['divisor']> {
  const options = readOptions(indicator, requestFor(indicator, { ...choice, scope: 'districts' }, filters))
  if (!options.ok) return null
  const asked = row === null ? wholeCity : layOutRows(columns.city, columns.places, options.value.zones).rows.find(({ name }) => name === row)
  if (!asked) return null
  const divided = await dividedBy(columns, indicator, isYearBefore ? yearBefore(options.value) : options.value, [asked], nameSources)
  return divided && { name: divided.name, unit: divided.unit, sources: divided.sources, value: divided.values[0] ?? null }
}

const wholeCity = { code: null, level: 'city' } as const

interface Divided { name: string; unit: string; values: (number | null)[]; sources: string[] }

async function dividedBy(columns: RegisterColumns, indicator: Indicator, options: CountingOptions, rows: readonly DividedRow[], nameSources: NameSources): Promise<Divided | null> {
  const { shape } = indicatorDefinition(indicator)
  if (options.source === 'received' || (shape !== 'per_10k' && shape !== 'per_100')) return null
  const { city } = columns
  const codes = [city.code, ...city.districts.map(({ code }) => code)]
  const known = await columns.denominators()
  const { year, asOf } = momentFor(indicator, options)
  if (shape === 'per_100') {
    const sources = await nameSources('market_entities', codes.map((code) => `${code}|${year}`))
    return { name: t('ranking.divisor.entities', { year }), unit: t('ranking.divisor.households'), values: entitiesOfRows(known, city, year, rows), sources: [...sources] }
  }
  const series = chooseSeries(known, city, options.population, asOf)
  if (!series.ok) return null
  const sources = await nameSources('population', codes.map((code) => `${code}|${series.value}`))
  return { name: seriesText(series.value), unit: t('ranking.divisor.wan'), values: populationOfRows(known, city, series.value, rows), sources: [...sources] }
}

import type { City } from '../columns/city'
import type { Denominators } from '../columns/denominators'
import { entitiesOfRows, populationOfRows } from '../ranking/population'
import type { RegionRow } from '../ranking/regionRows'

/** Districts, and the city, that a form has no people or market entities to divide by. */
export interface UndividedRows { per: 'per_10k' | 'per_100'; year: number; names: string[] }

/**
 * Whose quotients a form leaves out for want of a divisor. Zones and 其他 never have one, which no reader wonders at.
 *
 * @param by  the series and the year that divide; null where the form has no such quotient
 */
export function undividedRows(denominators: Denominators, city: City, rows: readonly RegionRow[], by: { population: string | null; entitiesOf: number | null }): UndividedRows[] {
  const divided = rows.filter(({ level }) => level === 'district' || level === 'city')
  const lacking = (divisors: readonly (number | null)[]): string[] => divided.filter((_, row) => divisors[row] === null).map(({ name }) => name)
  return [
    ...(by.population === null ? [] : [{ per: 'per_10k' as const, year: 0, names: lacking(populationOfRows(denominators, city, by.population, divided)) }]),
    ...(by.entitiesOf === null ? [] : [{ per: 'per_100' as const, year: by.entitiesOf, names: lacking(entitiesOfRows(denominators, city, by.entitiesOf, divided)) }]),
  ].filter(({ names }) => names.length > 0)
}

import { exactSum } from '../../../shared/domain/numbers'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import type { City } from '../columns/city'
import type { Denominators } from '../columns/denominators'
import type { RegionRow } from './regionRows'

/** census2020 was taken on 1 November 2020, yearend2021 on 31 December 2021. */
const seriesShape = /^(census|yearend)(\d{4})$/

function dateOfSeries(series: string): string | null {
  const match = seriesShape.exec(series)
  return match ? `${match[2]}-${match[1] === 'census' ? '11-01' : '12-31'}` : null
}

/**
 * The series that divides: the asked one, else the newest not after the as-of date (cli.md), of the kind that the
 * register's settings name as long as it has one.
 *
 * @returns population_missing with `year`, unknown_name for a name that is no series
 */
export function chooseSeries({ populations }: Denominators, city: City, asked: string | null, asOf: string): Result<string> {
  const usable = [...populations].filter(([, figures]) => [city, ...city.districts].some(({ code }) => figures.has(code))).map(([series]) => series)
  if (asked !== null) {
    const shape = seriesShape.exec(asked)
    if (!shape) return fail('unknown_name', undefined, { what: '人口口径', value: asked })
    return usable.includes(asked) ? succeed(asked) : fail('population_missing', undefined, { year: shape[2], series: asked })
  }
  const dated = usable.map((series) => ({ series, on: dateOfSeries(series) ?? '9999' })).filter(({ on }) => on <= asOf)
  const preferred = dated.filter(({ series }) => city.populationKind !== null && series.startsWith(city.populationKind))
  const newest = (preferred.length > 0 ? preferred : dated).toSorted((a, b) => (a.on < b.on ? 1 : -1))[0]
  return newest ? succeed(newest.series) : fail('population_missing', undefined, { year: asOf.slice(0, 4) })
}

export type DividedRow = Pick<RegionRow, 'level' | 'code'>

/** 万人 for every row, in full precision; null where there is none. */
export function populationOfRows(denominators: Denominators, city: City, series: string, rows: readonly DividedRow[]): (number | null)[] {
  return perRow(denominators.populations.get(series), city, rows)
}

/** 户 at the end of a year for every row. */
export function entitiesOfRows(denominators: Denominators, city: City, year: number, rows: readonly DividedRow[]): (number | null)[] {
  return perRow(denominators.marketEntities.get(year), city, rows)
}

/** Zones and 其他 have no denominator; the city divides by its published figure, else by the sum when it is complete. */
function perRow(figures: ReadonlyMap<string, number> | undefined, city: City, rows: readonly DividedRow[]): (number | null)[] {
  return rows.map(({ level, code }) => {
    if (level === 'district') return figures?.get(code ?? '') ?? null
    if (level !== 'city') return null
    return figures?.get(city.code) ?? completeSum(figures, city)
  })
}

function completeSum(figures: ReadonlyMap<string, number> | undefined, city: City): number | null {
  const parts = city.districts.map(({ code }) => figures?.get(code)).filter((value) => value !== undefined)
  return parts.length === city.districts.length ? exactSum(parts) : null
}

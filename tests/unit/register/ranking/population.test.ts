import { describe, expect, it } from 'vitest'
import { qingdaoDistricts } from '../../../../src/shared/domain/places/qingdaoDistricts'
import { cityFrom } from '../../../../src/main/register/columns/city'
import { PlaceTable } from '../../../../src/main/register/columns/places'
import { chooseSeries, entitiesOfRows, populationOfRows } from '../../../../src/main/register/ranking/population'
import { layOutRows } from '../../../../src/main/register/ranking/regionRows'

const city = cityFrom(qingdaoDistricts)
const { rows, city: cityRow } = layOutRows(city, new PlaceTable(city), 'separate')

function denominators(series: Record<string, Record<string, number>>) {
  return { populations: new Map(Object.entries(series).map(([name, figures]) => [name, new Map(Object.entries(figures))])), marketEntities: new Map<number, Map<string, number>>() }
}

const all = (wan: number) => Object.fromEntries(city.districts.map(({ code }) => [code, wan]))

describe('the population that divides', () => {
  const known = denominators({ census2020: all(50), yearend2019: all(48), yearend2020: all(51), yearend2021: { 370200: 1025.67 }, yearend2022: { 370100: 940 } })

  it('is the newest series not after the as-of date when none is asked for', () => {
    const chosen = ['2021-12-31', '2021-12-30', '2020-12-30', '2020-10-31'].map((asOf) => chooseSeries(known, city, null, asOf))
    expect(chosen).toEqual(['yearend2021', 'yearend2020', 'census2020', 'yearend2019'].map((value) => ({ ok: true, value })))
  })

  it('is missing when no series reaches the date, when the asked one is not there, or is another city’s', () => {
    const missing = [chooseSeries(known, city, null, '2018-12-31'), chooseSeries(known, city, 'yearend2018', '2021-12-31'), chooseSeries(known, city, 'yearend2022', '2022-12-31')]
    expect(missing).toEqual([['2018'], ['2018'], ['2022']].map(([year]) => expect.objectContaining({ ok: false, code: 'population_missing', details: expect.objectContaining({ year }) })))
    expect(chooseSeries(known, city, '2020census', '2021-12-31')).toMatchObject({ ok: false, code: 'unknown_name' })
  })

  it('is the published figure for the city, else the exact sum when it is complete', () => {
    const published = populationOfRows(denominators({ s: { ...all(48.6643), 370200: 1007.1722 } }), city, 's', rows)
    const summed = populationOfRows(denominators({ s: all(48.6643) }), city, 's', rows)
    const partial = populationOfRows(denominators({ s: { 370202: 48.6643 } }), city, 's', rows)
    expect([published[cityRow], summed[cityRow], partial[cityRow]]).toEqual([1007.1722, 486.643, null])
    expect(partial.slice(0, 2)).toEqual([48.6643, null])
  })

  it('is none for zones and 其他', () => {
    const values = populationOfRows(denominators({ s: all(50) }), city, 's', rows)
    expect(rows.flatMap(({ level }, at) => (level === 'zone' || level === 'other' ? [values[at]] : []))).toEqual([null, null])
    expect(entitiesOfRows(denominators({}), city, 2021, rows).every((value) => value === null)).toBe(true)
  })
})

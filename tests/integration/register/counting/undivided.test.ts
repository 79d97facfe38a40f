import { describe, expect, it } from 'vitest'
import { placesOf } from '../../../../src/main/register/city/registerPlaces'
import type { Denominators } from '../../../../src/main/register/columns/denominators'
import { PlaceTable } from '../../../../src/main/register/columns/places'
import { layOutRows } from '../../../../src/main/register/ranking/regionRows'
import { undividedRows } from '../../../../src/main/register/reports/undividedRows'

const { city } = placesOf(null, null)
const { rows } = layOutRows(city, new PlaceTable(city), 'host')
const codes = city.districts.map(({ code }) => code)
const without = (...left: string[]): Map<string, number> => new Map(codes.filter((code) => !left.includes(code)).map((code, at) => [code, at + 1]))

function lacking(known: Partial<Denominators>, by: Parameters<typeof undividedRows>[3]) {
  return undividedRows({ populations: new Map(), marketEntities: new Map(), ...known }, city, rows, by)
}

describe('whose quotients a form leaves out', () => {
  it('names the district without people, and the city too where nobody published its figure', () => {
    const by = { population: 'yearend2023', entitiesOf: null }
    expect(lacking({ populations: new Map([['yearend2023', without('370213')]]) }, by)).toEqual([{ per: 'per_10k', year: 0, names: ['李沧区', '全市'] }])
    expect(lacking({ populations: new Map([['yearend2023', without('370213').set(city.code, 99)]]) }, by)).toEqual([{ per: 'per_10k', year: 0, names: ['李沧区'] }])
  })

  it('names nobody where all have one, nor 其他, nor what the form does not show', () => {
    expect(lacking({ populations: new Map([['yearend2023', without()]]) }, { population: 'yearend2023', entitiesOf: null })).toEqual([])
    expect(lacking({}, { population: null, entitiesOf: null })).toEqual([])
  })

  it('tells market entities of the year apart from people', () => {
    const known = { populations: new Map([['yearend2023', without()]]), marketEntities: new Map([[2022, without()], [2023, without('370285').set(city.code, 9)]]) }
    expect(lacking(known, { population: 'yearend2023', entitiesOf: 2023 })).toEqual([{ per: 'per_100', year: 2023, names: ['莱西市'] }])
  })
})

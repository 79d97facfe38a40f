import { describe, expect, it } from 'vitest'
import { qingdaoDistricts } from '../../../../src/shared/domain/places/qingdaoDistricts'
import { cityFrom } from '../../../../src/main/register/columns/city'
import { outside, PlaceTable, unknownPlace } from '../../../../src/main/register/columns/places'
import { layOutRows, type ZonePolicy } from '../../../../src/main/register/ranking/regionRows'

const city = cityFrom(qingdaoDistricts)

function namesIn(zones: ZonePolicy, place: number, places: PlaceTable): string[] {
  const { rows, rowsOfPlace } = layOutRows(city, places, zones)
  return (rowsOfPlace[place] ?? []).map((row) => rows[row]?.name ?? '')
}

describe('rows of a report', () => {
  const places = new PlaceTable(city)
  const inZone = places.ofUnit('370214', '青岛高新区') ?? -1
  const inOtherZone = places.ofUnit('370211', '青岛自贸片区') ?? -1

  it('stand in the order of the division codes, zones after their districts or under their host, 其他 and the city last', () => {
    const names = (zones: ZonePolicy) => layOutRows(city, places, zones).rows.map(({ name }) => name)
    const districts = ['市南区', '市北区', '黄岛区', '崂山区', '李沧区', '城阳区', '即墨区', '胶州市', '平度市', '莱西市']
    expect(names('host')).toEqual([...districts, '其他', '全市'])
    expect(names('separate')).toEqual([...districts, '青岛高新区', '其他', '全市'])
    expect(names('of_which')).toEqual([...districts.slice(0, 6), '青岛高新区', ...districts.slice(6), '其他', '全市'])
  })

  it('take a unit of the zone into the rows of each policy', () => {
    expect(namesIn('host', inZone, places)).toEqual(['城阳区', '全市'])
    expect(namesIn('separate', inZone, places)).toEqual(['青岛高新区', '全市'])
    expect(namesIn('of_which', inZone, places)).toEqual(['城阳区', '青岛高新区', '全市'])
  })

  it('leave every other zone in its host', () => {
    expect(namesIn('separate', inOtherZone, places)).toEqual(['黄岛区', '全市'])
  })

  it('know the city without a district from places elsewhere', () => {
    expect([places.ofCode(null), places.ofCode('370200'), places.ofCode('370100'), places.ofCode('000000')]).toEqual([unknownPlace, unknownPlace, outside, outside])
    expect([namesIn('host', unknownPlace, places), namesIn('host', outside, places)]).toEqual([['其他', '全市'], []])
    expect(places.ofUnit(null, '青岛高新区')).toBeNull()
  })
})

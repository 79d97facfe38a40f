import { describe, expect, it } from 'vitest'
import { qingdaoDistricts } from '../../../../src/shared/domain/places/qingdaoDistricts'
import { applyEdits, parseEdits } from '../../../../src/main/register/city/editedPlaces'
import { placesOf } from '../../../../src/main/register/city/registerPlaces'

const edits = {
  districts: [{ code: '370202', name: '市南新区', aliases: ['老市南'] }, { code: '370215', name: '即墨区', aliases: ['即墨市'] }],
  zones: [{ name: '蓝谷', host: '370215', ownRow: true, aliases: [] }, { name: '上合示范区', host: '370281', ownRow: false, aliases: [] }],
}

describe('the clerk\'s own list of districts', () => {
  it('takes the place of the proposed one, and leaves the province as it was', () => {
    const data = applyEdits(qingdaoDistricts, edits)
    expect(data.regions.filter(({ parent }) => parent === '370200').map(({ name }) => name)).toEqual(['市南新区', '即墨区'])
    expect(data.regions.filter(({ level }) => level === 'city')).toEqual(qingdaoDistricts.regions.filter(({ level }) => level === 'city'))
  })
  it('keeps until when an abolished name held', () => {
    expect(applyEdits(qingdaoDistricts, edits).aliases).toContainEqual({ name: '即墨市', code: '370215', until: '2017-10' })
    expect(applyEdits(qingdaoDistricts, edits).aliases).toContainEqual({ name: '老市南', code: '370202' })
  })
  it('drops zones whose district is gone', () => {
    expect(applyEdits(qingdaoDistricts, edits).zones.map(({ name }) => name)).toEqual(['蓝谷'])
  })
  it('that cannot be read leaves the proposed one standing', () => {
    for (const broken of ['', '{', '{"districts":[]}', '[]']) expect(parseEdits(broken)).toBeNull()
    expect(placesOf('370200', '{').data).toBe(qingdaoDistricts)
  })
  it('decides what files mean by a name', () => {
    const { resolver, words } = placesOf('370200', JSON.stringify(edits))
    expect(resolver.resolve('老市南')).toMatchObject({ kind: 'district', code: '370202' })
    expect(words.nameOf('370202')).toBe('市南新区')
  })
})

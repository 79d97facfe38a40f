import { describe, expect, it } from 'vitest'
import { inCodeOrder, placeFaults, splitNames } from '../../../../../src/renderer/components/places/placeRows'

const district = (code: string, name: string, aliases: string[] = []) => ({ code, name, aliases })

describe('an edited list of districts', () => {
  it('has no fault as long as codes, names and other names are all different', () => {
    expect(placeFaults({ districts: [district('370202', '市南区', ['市南']), district('370203', '市北区')], zones: [{ name: '高新区', host: '370203', ownRow: true, aliases: [] }] })).toEqual(new Map())
  })
  it('says at the field what is wrong', () => {
    const faults = placeFaults({
      districts: [district('37020', '市南区'), district('370203', ' '), district('370203', '崂山区', ['市南区'])],
      zones: [{ name: '崂山区', host: '370299', ownRow: false, aliases: [] }],
    })
    expect([...faults]).toEqual([
      ['districts.0.code', '代码是 6 位数字'], ['districts.1.name', '名称不能空'], ['districts.2.code', '代码重复'], ['districts.2.aliases', '名称或别名重复：市南区'],
      ['zones.0.name', '名称或别名重复：崂山区'], ['zones.0.host', '选所在区市'],
    ])
  })
  it('reads other names with any separator, each once', () => {
    expect(splitNames(' 甲、乙，丙;甲\n')).toEqual(['甲', '乙', '丙'])
  })
  it('is kept in the order of the codes', () => {
    expect(inCodeOrder({ districts: [district('370203', '乙'), district('370202', '甲')], zones: [] }).districts.map(({ name }) => name)).toEqual(['甲', '乙'])
  })
})

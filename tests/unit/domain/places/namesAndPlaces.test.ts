import { describe, expect, it } from 'vitest'
import { districtResolver } from '../../../../src/main/register/city/divisions'
import { createDistrictResolver } from '../../../../src/shared/domain/places/districts'
import { parseDraftingUnits } from '../../../../src/shared/domain/standards/draftingUnits'
import { qingdaoDistricts } from '../../../../src/shared/domain/places/qingdaoDistricts'
import { detectForeignText, isExample, isPlaceholder, normaliseName } from '../../../../src/shared/domain/text'

const { resolve, resolveAddress } = createDistrictResolver(qingdaoDistricts)

describe('region names', () => {
  it.each<[string, string]>([
    ['市南', '370202'], ['青岛市市南区', '370202'], ['青岛市南区', '370202'], ['山东省青岛市城阳区', '370214'], ['370212', '370212'],
    ['西海岸新区（黄岛区）', '370211'], ['黄岛区（西海岸新区）', '370211'], ['青岛西海岸新区', '370211'], ['崂山区市场监督管理局', '370212'], ['市 北 区', '370203'],
  ])('%s is %s', (text, code) => {
    expect(resolve(text)).toMatchObject({ ok: true, kind: 'district', code, historical: false })
  })

  it.each<[string, string, string]>([['四方区', '370203', '2012-12'], ['胶南', '370211', '2012-12'], ['青岛市即墨市', '370215', '2017-10'], ['胶县', '370281', '1987-02']])(
    '%s is an abolished name for %s, in use until %s', (text, code, until) => {
      expect(resolve(text)).toMatchObject({ code, historical: true, until })
    })

  it.each<[string, string, string]>([['高新区', '青岛高新区', '370214'], ['其中：高新区', '青岛高新区', '370214'], ['上合示范区', '上合示范区', '370281'], ['蓝谷', '蓝谷', '370215'], ['前湾综合保税区', '前湾综合保税区', '370211']])(
    '%s alone asks for the district and knows the host', (text, zone, host) => {
      expect(resolve(text)).toMatchObject({ ok: false, code: 'zone_without_district', details: { zone, host } })
    })

  it('takes a zone together with its host and refuses it with another district', () => {
    expect(resolve('市北区（原四方区）')).toMatchObject({ code: '370203' })
    expect(resolve('原胶南市')).toMatchObject({ code: '370211', historical: true })
    expect(resolve('城阳区（高新区）')).toMatchObject({ code: '370214', zone: '青岛高新区' })
    expect(resolve('胶州市上合示范区')).toMatchObject({ code: '370281', zone: '上合示范区' })
    expect(resolve('崂山区/高新区')).toMatchObject({ ok: false, code: 'district_ambiguous' })
    expect(resolve('黄岛区、崂山区')).toMatchObject({ ok: false, code: 'district_ambiguous', details: { candidates: ['370211', '370212'] } })
  })

  it('tells the city, its province, other places and unknown names apart', () => {
    expect(['全市', '青岛', '山东', '济南市历下区', '济南高新区', '广东省深圳市', '历下区', '其他', 'constructor'].map((text) => {
      const result = resolve(text)
      return result.ok ? `${result.kind} ${result.code ?? '?'}` : result.code
    })).toEqual(['city 370200', 'city 370200', 'province 370000', 'outside 370100', 'outside 370100', 'outside ?', 'unknown_region', 'unknown_region', 'unknown_region'])
  })

  it('knows places of the whole country from the division tables', () => {
    expect(districtResolver.resolve('历下区')).toMatchObject({ kind: 'outside', code: '370102' })
    expect(districtResolver.resolve('市南区')).toMatchObject({ kind: 'district', code: '370202' })
    expect(districtResolver.region('440300')?.name).toBe('深圳市')
  })

  it('reads the district of an address in letters, where the city stands beside it', () => {
    expect(resolveAddress('No. 238 Songling Road, Laoshan District, Qingdao, Shandong 266100')).toMatchObject({ code: '370212' })
    expect(resolveAddress('Jimo, Qingdao City, Shandong Province, China')).toMatchObject({ code: '370215' })
    expect(resolveAddress('No. 1 Laoshan Road, Qingdao')).toMatchObject({ kind: 'city', code: '370200' })
    expect(resolveAddress('Lixia District, Jinan, Shandong')).toMatchObject({ kind: 'outside', code: '370100' })
    expect(['Laoshan District', '9 Laoshan Road, Hamburg', 'LS, QD'].map((text) => resolveAddress(text).ok)).toEqual([false, false, false])
  })

  it('knows places in other countries, and streets here that are called after them', () => {
    expect(['9 Laoshan Road, Hamburg, Germany', '韩国京畿道水原市', '日本'].map((text) => resolveAddress(text))).toEqual([1, 2, 3].map(() => expect.objectContaining({ ok: true, kind: 'outside', code: null })))
    expect(['韩国路1号', '德国企业中心3号楼', '美国大街'].map((text) => resolveAddress(text).ok)).toEqual([false, false, false])
  })

  it('reads the district of an address, never from a postcode or a street', () => {
    expect(resolveAddress('266000 山东省青岛市城阳区高新区智力岛路1号')).toMatchObject({ code: '370214', zone: '青岛高新区' })
    expect(resolveAddress('410100 湖南省长沙市岳麓区')).toMatchObject({ kind: 'outside' })
    expect(resolveAddress('海南路1号')).toMatchObject({ ok: false, code: 'unknown_region' })
    expect(resolveAddress('城阳路1号')).toMatchObject({ ok: false, code: 'unknown_region' })
  })
})

describe('drafting units', () => {
  it.each<[string, string[]]>([
    ['北京屿砺标准研究院(含天津分院、保定分院) 、大连岚拓有限公司 。', ['北京屿砺标准研究院(含天津分院、保定分院)', '大连岚拓有限公司']],
    ['Sea Lan Instruments Co., Ltd. 、济南汐澜有限公司', ['Sea Lan Instruments Co., Ltd.', '济南汐澜有限公司']],
    ['A/B检测中心、胶州有限公司 / 福建有限公司', ['A/B检测中心', '胶州有限公司', '福建有限公司']],
    ['海尔\n有限公司；\n海信有限公司', ['海尔有限公司', '海信有限公司']],
    ['1.海尔智家有限公司；2.海信有限公司', ['海尔智家有限公司', '海信有限公司']],
    ['（未闭合、青岛大学', ['（未闭合', '青岛大学']],
    ['牵头单位：海尔智家；参与单位：海信集团、赛轮集团', ['海尔智家', '海信集团', '赛轮集团']],
    ['中车青岛四方（原四方机车厂）、海尔智家（2）', ['中车青岛四方', '海尔智家（2）']],
    ['海尔智家股份有限公司和青岛啤酒股份有限公司', ['海尔智家股份有限公司', '青岛啤酒股份有限公司']],
    ['青岛大学以及海信集团有限公司、山东大学与青岛农业大学', ['青岛大学', '海信集团有限公司', '山东大学', '青岛农业大学']],
    ['中国海洋大学·青岛啤酒股份有限公司', ['中国海洋大学', '青岛啤酒股份有限公司']],
    ['国家和平科技有限公司、青岛大学和平校区、住房和城乡建设局、青岛大学与海信联合实验室', ['国家和平科技有限公司', '青岛大学和平校区', '住房和城乡建设局', '青岛大学与海信联合实验室']],
    ['无', []],
  ])('%s', (text, units) => {
    expect(parseDraftingUnits(text)).toMatchObject({ units, truncated: false })
  })

  it('marks a cut list and a repeated name', () => {
    for (const ending of ['5家单位', '单位起草', '单位共同制定']) expect(parseDraftingUnits(`甲公司、乙公司等${ending}`)).toMatchObject({ units: ['甲公司', '乙公司'], truncated: true })
    expect(parseDraftingUnits('甲（集团）公司、乙公司、甲(集团)公司')).toEqual({ units: ['甲（集团）公司', '乙公司'], truncated: false, repeated: ['甲(集团)公司'], places: [] })
  })
})

describe('places written beside the names of a list', () => {
  const placesIn = (text: string) => parseDraftingUnits(text).places.map((place) => (place === null ? [] : [place.rank, place.total, place.role]))

  it.each<[string, string[], (number | string | null)[][]]>([
    ['海尔智家（第2）', ['海尔智家'], [[2, null, null]]],
    ['张三(1/5)、李四(3/5)', ['张三', '李四'], [[1, 5, null], [3, 5, null]]],
    ['海信（第三起草单位，共九家）', ['海信（第三起草单位，共九家）'], []],
    ['海信（第三起草单位）；海尔（排名：1）', ['海尔', '海信'], [[1, null, null], [3, null, null]]],
    ['海尔（牵头）、海信（参与起草）', ['海尔', '海信'], [[null, null, 'lead'], [null, null, 'part']]],
    ['海尔 ( 第 4 位，共 6 家 )', ['海尔'], [[4, 6, null]]],
    ['参与单位：海信、赛轮；牵头单位：海尔', ['海信', '赛轮', '海尔'], [[null, null, 'part'], [], [null, null, 'lead']]],
    ['第2起草单位：海信；第一起草单位：海尔', ['海尔', '海信'], [[1, null, null], [2, null, null]]],
    ['主要起草单位：海信、海尔', ['海信', '海尔'], []],
    ['牵头：海尔；参编：海信', ['海尔', '海信'], [[null, null, 'lead'], [null, null, 'part']]],
    ['海尔（主编）、海信（参编单位）', ['海尔', '海信'], [[null, null, 'lead'], [null, null, 'part']]],
    ['海尔（12/5）', ['海尔（12/5）'], []],
  ])('%s', (text, units, places) => {
    expect(parseDraftingUnits(text).units).toEqual(units)
    expect(placesIn(text)).toEqual(places)
  })

  it('belong to the name where they count something else', () => {
    for (const name of ['中国石化（第一分公司）', '山东大学（第二医院）', '海尔（3/4）号厂']) expect(parseDraftingUnits(name).units).toEqual([name])
  })
})

describe('text', () => {
  it('gives two spellings of a name one key', () => {
    expect(normaliseName('山东栩衡（集团）股份 有限公司')).toBe(normaliseName('山东栩衡(集团)股份有限公司'))
    expect(normaliseName('Sea Lan Co., Ltd.')).toBe(normaliseName('ＳＥＡ LAN CO.,LTD.'))
    expect(normaliseName('青岛岚公司')).not.toBe(normaliseName('青岛澜公司'))
  })

  it.each(['', ' ', '无', '/', '／', '—', '——', '-', 'XXXX', '待定', 'N/A', '\u3000'])('"%s" means nothing', (text) => {
    expect(isPlaceholder(text)).toBe(true)
  })

  it.each(['0', '无锡市', '不锈钢', 'X', '1/2', '空调'])('"%s" means something', (text) => {
    expect(isPlaceholder(text)).toBe(false)
  })

  it('knows an example row', () => {
    expect(['例：GB/T XXXXX-2021', '例', '例:ZL2019', '例行检验规程'].map(isExample)).toEqual([true, true, true, false])
  })

  it.each<[string, string | null]>([
    ['標準(biāo zhǔn)名稱：橡胶密封件', 'foreign_script_or_pinyin'], ['一種用于刺参的密封结构', 'foreign_script_or_pinyin'],
    ['æ ‡å‡†', 'mojibake'], ['鏍囧噯鍙', 'mojibake'], ['±ê×¼', 'mojibake'],
    ['青岛啤酒', null], ['填报单位：×××', null], ['标准化 ±5μm ℃', null], ['Café', null], ['船舶与海上技术', null],
  ])('%s is judged %s', (text, found) => {
    expect(detectForeignText(text)).toBe(found)
  })
})

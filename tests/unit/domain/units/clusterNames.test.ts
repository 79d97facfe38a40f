import { describe, expect, it } from 'vitest'
import { nationalDivisions } from '../../../../src/main/register/city/divisions'
import { qingdaoDistricts } from '../../../../src/shared/domain/places/qingdaoDistricts'
import { clusterNames } from '../../../../src/shared/domain/units/clusterNames'
import { createRegionNames } from '../../../../src/shared/domain/units/regionNames'

const regions = createRegionNames([...qingdaoDistricts.regions, ...nationalDivisions()], qingdaoDistricts.cityCode, qingdaoDistricts.aliases)
const apart = (): boolean => false

function clustersOf(names: readonly (string | readonly [string, string])[], isToldApart = apart, withDoubtful = false) {
  const subjects = names.map((name) => (typeof name === 'string' ? { name, code: null } : { name: name[0], code: name[1] }))
  return clusterNames(subjects, regions, isToldApart, withDoubtful)
}

describe('groups of names that look like one unit', () => {
  it('joins every way of writing one company, with the reasons', () => {
    const [cluster, ...others] = clustersOf(['青岛嵘拓包装有限公司', '青岛市嵘拓包装有限责任公司', '青岛嵘拓包装', '青島嶸拓包裝有限公司', '青岛祺衡海洋工程有限公司'])
    expect(others).toEqual([])
    expect(cluster?.members).toEqual([0, 1, 2, 3])
    expect(cluster?.reasons).toEqual(expect.arrayContaining(['legal_form', 'form_missing', 'traditional']))
  })

  it('keeps two codes apart, however equal the names, and joins what one code joins', () => {
    expect(clustersOf([['青岛嵘拓包装有限公司', '913702004957962652'], ['青岛嵘拓包装有限公司', '91370200MA3C000000']])).toEqual([])
    expect(clustersOf([['青岛嵘拓包装有限公司', '913702004957962652'], ['嵘拓新材', '913702004957962652']])).toEqual([{ members: [0, 1], percent: 99, reasons: ['same_code'], doubts: [] }])
  })

  it('never joins through a third name what must stay apart', () => {
    expect(clustersOf(['青岛泰科瑞机械有限公司', '泰科瑞机械有限公司', '济南泰科瑞机械有限公司'])).toEqual([])
    const [cluster] = clustersOf([['青岛嵘拓包装有限公司', '913702004957962652'], '青岛嵘拓包装', ['青岛嵘拓包装有限责任公司', '91370200MA3C000000']])
    expect(cluster?.members).toEqual([0, 1])
  })

  it('does not propose again what was told apart', () => {
    expect(clustersOf(['青岛嵘拓包装有限公司', '青岛嵘拓包装'], () => true)).toEqual([])
  })

  it('reads a legal form with a slip of the pen, but takes no form of its own for one', () => {
    for (const slip of ['有限公可', '有公司', '有限公', '限公司', '有限司公', '有有限公司', '有眼公司', '有限贵任公司', '股分有限公司', '有限责任司公']) {
      expect(clustersOf(['青岛诺信达化工有限公司', `青岛诺信达化工${slip}`])[0]?.members, slip).toEqual([0, 1])
    }
    expect(clustersOf(['香港诺信达无限公司', '香港诺信达有限公司'])).toEqual([])
  })

  it('takes a slip in a word of a trade for one, and neither another word nor another brand', () => {
    expect(clustersOf(['青岛北斗精密机械有限公司', '青岛北斗精密杌械有限公司'])[0]?.reasons).toEqual(['similar_character'])
    for (const [one, other] of [['电器', '电气'], ['锻造', '铸造'], ['渔业', '鱼业'], ['食品', '饰品']]) {
      expect(clustersOf([`青岛北斗星${one}有限公司`, `青岛北斗星${other}有限公司`]), `${one} ${other}`).toEqual([])
    }
    expect(clustersOf(['青岛万通机械有限公司', '青岛方通机械有限公司'])).toEqual([])
  })

  it('reads what stands in brackets behind a name: another name, a short one, a stock code, a branch', () => {
    for (const behind of ['（由青岛瑞祥达纺织厂更名）', '（旧名：青岛瑞祥达纺织厂）', '（诺信达）', '（688139）', '（现更名为青岛瑞祥达纺织厂）']) {
      expect(clustersOf(['青岛诺信达纺织有限公司', `青岛诺信达纺织有限公司${behind}`])[0]?.members, behind).toEqual([0, 1])
    }
    expect(clustersOf(['青岛诺信达纺织有限公司胶州分公司', '青岛诺信达纺织有限公司（胶州分公司）'])[0]?.members).toEqual([0, 1])
    expect(clustersOf(['中国石油大学（华东）', '中国石油大学'])).toEqual([])
  })

  it('finds 市北区 and 市南区 behind 青岛 and 青岛市', () => {
    expect(clustersOf(['青岛市市北区人民医院', '青岛市北区人民医院'])[0]?.members).toEqual([0, 1])
    expect(clustersOf(['青岛市市北区人民医院', '青岛市南区人民医院'])).toEqual([])
  })

  it('finds an institution by its initials and by its second plate', () => {
    expect(clustersOf(['中标院', '中国标准化研究院'])[0]?.members).toEqual([0, 1])
    expect(clustersOf(['青岛市计量技术研究院（青岛市衡器检定站）', '青岛市计量技术研究院'])[0]?.members).toEqual([0, 1])
  })

  it('shows doubtful pairs only when they are asked for', () => {
    const names = ['青岛屿钦电子科技有限公司', '青岛屿钦智能装备有限公司', '青岛铄庚智能装备有限公司', '佛山铄庚智能装备有限公司']
    expect(clustersOf(names)).toEqual([])
    expect(clustersOf(names, apart, true)).toEqual([
      { members: [0, 1], percent: 74, reasons: [], doubts: ['other_trade'] }, { members: [2, 3], percent: 52, reasons: [], doubts: ['other_region'] },
    ])
  })

  it.each([
    ['branches', ['青岛汉缆股份有限公司城阳分公司', '青岛汉缆股份有限公司即墨分公司', '青岛汉缆股份有限公司']],
    ['numbered factories', ['青岛啤酒一厂', '青岛啤酒二厂', '青岛啤酒第三厂']],
    ['an institute and a company', ['青岛海洋研究所', '青岛海洋有限公司', '青岛海洋研究院有限公司']],
    ['a school and what stands behind it in brackets', ['中国海洋大学医药学院（青岛海洋生物医药研究院）', '青岛海洋生物医药研究院']],
    ['brands of two characters that changed places', ['青岛海川机械有限公司', '青岛川海机械有限公司']],
    ['a brand and its companies', ['海信', '海信集团控股股份有限公司', '海信视像科技股份有限公司']],
    ['common words with other trades', ['青岛科技有限公司', '青岛工程有限公司', '青岛环保有限公司']],
  ])('keeps %s apart', (_what, names) => {
    expect(clustersOf(names)).toEqual([])
  })

  it('tells 20,000 branches apart by their numbers', () => {
    const names = Array.from({ length: 20_000 }, (_, index) => `青岛海润丰包装有限公司第${index + 1}分公司`)
    expect(clustersOf(names)).toEqual([])
  })

  it('looks at few pairs of a name that stands in every city, and finds the two ways of writing one of them', () => {
    const cities = nationalDivisions().filter(({ code }) => code.endsWith('00') && !code.endsWith('0000')).slice(0, 180).map(({ name }) => name)
    const names = cities.flatMap((city) => [`${city}海润丰包装有限公司`, ...(city === '青岛市' ? ['青岛海润丰包装有限责任公司'] : [])])
    const subjects = [...names, '海润丰包装有限公司'].map((name) => ({ name, code: null }))
    let compared = 0
    const clusters = clusterNames(subjects, regions, () => { compared++; return false })
    expect(clusters.map(({ members }) => members.map((member) => subjects[member]?.name))).toEqual([['青岛市海润丰包装有限公司', '青岛海润丰包装有限责任公司']])
    expect(compared).toBeLessThan(12 * subjects.length)
  })
})

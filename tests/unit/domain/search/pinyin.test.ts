import { describe, expect, it } from 'vitest'
import { foundRanges } from '../../../../src/shared/domain/search/foundRanges'
import { holdsAllWords, queryWords } from '../../../../src/shared/domain/search/matching'
import { isSpelledEvenly, spelledRange, spellingOf } from '../../../../src/shared/domain/search/pinyin'

function marked(query: string, text: string, isNumber = false): string {
  let shown = ''
  let at = 0
  for (const { start, end } of foundRanges(queryWords(query), { text, isNumber })) {
    shown += `${text.slice(at, start)}[${text.slice(start, end)}]`
    at = end
  }
  return shown + text.slice(at)
}

describe('a run that is spelled', () => {
  it.each([['dtaq', '电梯安全', true], ['diantianquan', '电梯安全', true], ['diantianq', '电梯安全', true], ['zljd', '质量监督', true], ['zhljd', '质量监督', true], ['dtaq', '岛拓启', false], ['dtanq', '电梯安全', false], ['dianti', '电梯', true]])('by %s as %s is read in one manner: %s', (spelling, run, isEven) => {
    expect(isSpelledEvenly(spelling, run)).toBe(isEven)
  })
})

describe('a word spelled in pinyin', () => {
  it.each([
    ['dtaq', '电梯安全要求', '[电梯安全]要求'], ['diantianquan', '电梯安全要求', '[电梯安全]要求'], ['dianti', '一种电梯', '一种[电梯]'], ['dtanq', '电梯安全', '[电梯安全]'],
    ['diantianqu', '电梯安全', '[电梯安全]'], ['dian', '电梯', '[电]梯'], ['chongqing', '重庆市', '[重庆]市'], ['zhongliang', '重量', '[重量]'], ['yinhang', '青岛银行', '青岛[银行]'],
    ['hangye', '行业', '[行业]'], ["xi'an", '西安', '[西安]'], ['xian', '西安', '[西安]'], ['lvse', '绿色', '[绿色]'], ['lüse', '绿色', '[绿色]'], ['cel', '测量', '[测量]'], ['celve', '策略', '[策略]'], ['celue', '策略', '[策略]'],
    ['zhsh', '中山', '[中山]'], ['zs', '中山', '[中山]'], ['DTAQ', '电梯安全', '[电梯安全]'],
  ])('%s is found in %s', (query, text, shown) => {
    expect(marked(query, text)).toBe(shown)
  })

  it.each([['d', '电梯'], ['dq', '电梯'], ['dtaq', '电梯 安全'], ['qu', '全部'], ['sh', '山'], ['dt1', '电梯一'], ['diantii', '电梯'], ['iso', '一十'], ['ti', '电梯井t']])('%s does not spell anything in %s unless it is read so', (query, text) => {
    const spelling = spellingOf(query)
    expect(spelling === null ? null : spelledRange(spelling, text)).toEqual(query === 'ti' ? { start: 1, end: 2 } : null)
  })

  it.each(`莱 lai 崂山 laoshan 即墨 jimo 胶州 jiaozhou 曲阜 qufu 单县 shanxian 单片 danpian 长清 changqing 重庆 chongqing 重型 zhongxing 乐陵 laoling 乐陵 leling 璎珞 yingluo 犇 ben 垚 yao 鑫淼 xinmiao 莘县 shenxian
    东阿 donge 茌平 chiping 郯城 tancheng 临朐 linqu 无棣 wudi 鄄城 juancheng 峄城 yicheng 牟平 muping 芝罘 zhifu 郓城 yuncheng 冠县 guanxian 六安 luan 汤阴 tangyin 厦门 xiamen 铅山 yanshan 台州 taizhou 枞阳 zongyang 逄氏 pangshi 仇氏 qiushi
    解氏 xieshi 单氏 shanshi 谌氏 shenshi 晟 sheng 晟 cheng 喆 zhe 翀 chong 赟 yun 昇 sheng 堃 kun 祎 yi 燚 yi 嵘 rong 䶮 yan 㛃 jie 蛤蜊 gala 蛤蜊 geli 浒苔 hutai 浒苔 xutai 海蜇 haizhe 二〇 erling 吕氏 lyushi 绿 lv 哌嗪 paiqin
    吡咯 biluo 羟基 qiangji 砼 tong 银行 yinhang 行业 hangye 音乐 yinyue 快乐 kuaile 传感 chuangan 调节 tiaojie 模具 muju 模型 moxing 薄膜 bomo 薄膜 baomo 校准 jiaozhun 效率 xiaolv`.split(/\s+/u).reduce<[string, string][]>((pairs, word, at, all) => (at % 2 === 0 ? [...pairs, [word, all[at + 1] ?? '']] : pairs), []))('reads names of places and families and rare characters: %s %s', (text, spelling) => {
    expect(spelledRange(spelling, text)).toMatchObject({ start: 0 })
  })

  it('is only looked for where that is asked', () => {
    expect(holdsAllWords(['dtaq'], [{ text: '电梯安全', isNumber: false }], 'spelled')).toBe(true)
    expect(holdsAllWords(['qddz'], [{ text: 'Q/青岛（电子）1-2020', isNumber: true }], 'spelled')).toBe(true)
    expect(holdsAllWords(['dtaq'], [{ text: '电梯安全', isNumber: false }])).toBe(false)
  })

  it('comes to an end however many ways there are to read it', () => {
    expect(spelledRange('zhzhzhzhzhzhzhzhzhzhzhzhzhzhzhzhzhzhzhzhzhzhzhzhzhzhzhzhzhzhzhzx', '这'.repeat(2_000))).toBeNull()
  })
})

describe('marks on what was found', () => {
  it.each([
    ['电梯', '电梯与扶梯、电梯井', '[电梯]与扶梯、[电梯]井'], ['梯安 电梯', '电梯安全', '[电梯安]全'], ['ＧＢ', 'gb/T 1', '[gb]/T 1'], ['gb', 'ＧＢ标准', '[ＧＢ]标准'], ['m2', '每㎡', '每[㎡]'], ['没有', '电梯', '电梯'],
    ['é', 'cafe\u0301', 'caf[e\u0301]'],
  ])('for %s in %s', (query, text, shown) => {
    expect(marked(query, text)).toBe(shown)
  })

  it.each([['12342020', 'GB/T 1234-2020', 'GB/T [1234-2020]'], ['gbt1234', 'GB/T 1234-2020', '[GB/T 1234]-2020'], ['1234-2020', 'GB/T 1234-2020', 'GB/T [1234-2020]']])('for the number %s in %s', (query, text, shown) => {
    expect(marked(query, text, true)).toBe(shown)
  })
})

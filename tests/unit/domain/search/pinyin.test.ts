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

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareByPinyin, orderByPinyin } from '../../../../src/shared/domain/order/pinyinOrder'

const characters = '青岛海尔信智家电有限公司市北区崂山胶州阿八仓大ABCabc123（）()、-—“” ·'

describe('the order of Chinese text', () => {
  it('is that of pinyin', () => {
    expect(['青岛', '上海', '北京', '安徽'].toSorted(compareByPinyin)).toEqual(['安徽', '北京', '青岛', '上海'])
  })

  it('is the same for a long list, which is sorted by keys, as for a short one', () => {
    const text = fc.string({ unit: fc.constantFrom(...characters), maxLength: 6 })
    fc.assert(fc.property(fc.array(text, { minLength: 2_000, maxLength: 2_400 }), (texts) => {
      const byKeys = Array.from(orderByPinyin(texts), (index) => texts[index])
      expect(byKeys).toEqual(texts.toSorted(compareByPinyin))
    }), { numRuns: 15 })
  })

  it('holds for rare characters, long common beginnings and many equal texts, and equal texts keep their places', () => {
    const text = fc.string({ unit: fc.constantFrom('𠮷', '𡈽', '青', '\uD842', 'a', 'A', '，'), maxLength: 4 })
    const beginning = '青岛'.repeat(400)
    fc.assert(fc.property(fc.array(text, { minLength: 2_000, maxLength: 2_100 }), (texts) => {
      const long = texts.map((end, at) => (at % 3 === 0 ? `${beginning}${end}` : end))
      const inOrder = long.map((_, at) => at).toSorted((a, b) => compareByPinyin(long[a] ?? '', long[b] ?? '') || a - b)
      expect([...orderByPinyin(long)]).toEqual(inOrder)
    }), { numRuns: 5 })
  })
})

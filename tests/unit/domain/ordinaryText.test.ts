import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanLines, cleanText, detectForeignText, hasControlCharacters, isOrdinaryText } from '../../../src/shared/domain/text'

describe('isOrdinaryText', () => {
  it('knows the texts that lists are made of', () => {
    for (const text of ['一种电梯制动装置', '青岛海尔股份有限公司; 青岛大学', '2021-03-05', 'B66B 5/00', '山东省青岛市崂山区（松岭路238号）']) expect(isOrdinaryText(text)).toBe(true)
  })

  it('leaves blanks at an end or in a row, line breaks, invisible, traditional and garbled characters to the patterns', () => {
    for (const text of ['', ' 电梯', '电梯 ', '电  梯', '电\n梯', '电\u200b梯', '標准', '锟斤拷', 'ＧＢ', 'caf\u00e9', '鏍囧噯鍙']) expect(isOrdinaryText(text)).toBe(false)
  })

  it('holds only for texts that every other rule leaves alone', () => {
    const unit = fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0x20, max: 0x7e }), fc.integer({ min: 0x4e00, max: 0x9fff }))
    fc.assert(fc.property(fc.array(unit, { maxLength: 12 }), (units) => {
      const text = String.fromCharCode(...units)
      fc.pre(isOrdinaryText(text))
      expect([cleanText(text), cleanLines(text), detectForeignText(text), hasControlCharacters(text)]).toEqual([text, text, null, false])
    }), { numRuns: 5_000 })
  })

  it('holds for single characters exactly as the rules see them between two others', () => {
    for (let code = 0; code < 0x10000; code++) {
      const text = `中${String.fromCharCode(code)}国`
      if (isOrdinaryText(text)) expect([cleanText(text), detectForeignText(text), hasControlCharacters(text)], `U+${code.toString(16)}`).toEqual([text, null, false])
    }
  })
})

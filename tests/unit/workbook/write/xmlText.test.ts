import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { XmlBytes } from '../../../../src/main/workbook/write/package/xmlBytes'
import { escapeCellText, textElement } from '../../../../src/main/workbook/write/package/xmlText'

const awkwardText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom('_', 'x', '_x0041_', '_x005F_', '_x0041', '0041', '\u0001', '\r', '\n', '\uD83D', '\uDE00', '\uFFFE', '&', '<', ' ', '标', '（', '𠮷'))
    .map((parts) => parts.join('')),
)

/** What a conforming reader does: XML first, then `_xHHHH_`. */
function decode(xml: string): string {
  return xml
    .replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

describe('texts in workbook parts', () => {
  it('come back unchanged, whatever characters they hold', () => {
    fc.assert(fc.property(awkwardText, (text) => decode(escapeCellText(text)) === text), { numRuns: 5_000 })
  })

  it('hold only characters that XML 1.0 allows and returns as they are', () => {
    const allowed = /^[\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u
    fc.assert(fc.property(awkwardText, (text) => allowed.test(escapeCellText(text))), { numRuns: 5_000 })
  })

  it('keep blanks at their ends', () => {
    expect([' a', 'a ', 'a\nb', 'a b', ''].map(textElement)).toEqual([
      '<t xml:space="preserve"> a</t>', '<t xml:space="preserve">a </t>', '<t xml:space="preserve">a\nb</t>', '<t>a b</t>', '<t></t>',
    ])
  })
})

describe('the byte writer', () => {
  it('writes the same text elements as the string writer', () => {
    fc.assert(fc.property(awkwardText, (text) => {
      const out = new XmlBytes()
      out.textElement(text)
      expect(out.take().toString('utf8')).toBe(textElement(text))
    }), { numRuns: 2_000 })
  })

  it('writes numbers so that they read back the same', () => {
    fc.assert(fc.property(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.maxSafeNat()), (value) => {
      const out = new XmlBytes()
      out.number(value)
      expect(Number(out.take().toString('utf8'))).toBe(value === 0 ? 0 : value)
    }))
  })

  it('grows beyond its first buffer', () => {
    const out = new XmlBytes()
    for (let index = 0; index < 50; index++) out.textElement('青'.repeat(30_000))
    expect(out.take().length).toBe(50 * (30_000 * 3 + '<t></t>'.length))
  })
})

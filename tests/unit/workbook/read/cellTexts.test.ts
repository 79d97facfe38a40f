import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberAt, slowNumber } from '../../../../src/main/workbook/numberBytes'
import { columnAt, columnOfReference, integerAt, parseRange, rowAt } from '../../../../src/main/workbook/xlsx/cellReference'
import { builtInDateLook, dateLookOf } from '../../../../src/main/workbook/xlsx/dateFormats'
import { decodeEscapes } from '../../../../src/main/workbook/xlsx/escapedText'

function numberIn(text: string): number {
  const bytes = Buffer.from(`x${text}x`)
  return numberAt(bytes, 1, bytes.length - 1)
}

describe('numberAt', () => {
  it('reads every decimal exactly as the engine does', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.integer({ min: 0, max: 20 }), (digits, decimals) => {
        const text = withPoint(digits, decimals)
        expect(numberIn(text)).toBe(Number(text))
      }),
      { numRuns: 3000 },
    )
  })

  it('reads every double in the engine’s own spelling', () => {
    const anyDouble = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0))
    fc.assert(
      fc.property(anyDouble, (value) => {
        expect(numberIn(String(value))).toBe(value)
      }),
      { numRuns: 2000 },
    )
  })

  it.each(['', 'NaN', 'INF', '1e999', '0x10', '1,5', '-', '.', '1 2', '１'])('finds no number in "%s"', (text) => {
    expect(numberIn(text)).toBeNaN()
    expect(slowNumber(text)).toBeNaN()
  })
})

function withPoint(digits: bigint, decimals: number): string {
  const sign = digits < 0n ? '-' : ''
  const text = (digits < 0n ? -digits : digits).toString().padStart(decimals + 1, '0')
  return decimals === 0 ? sign + text : `${sign}${text.slice(0, -decimals)}.${text.slice(-decimals)}`
}

describe('cell references', () => {
  it.each([['A1', 0, 1], ['Z9', 25, 9], ['AA10', 26, 10], ['XFD1048576', 16_383, 1_048_576], ['b2', 1, 2]])('reads %s', (text, column, row) => {
    const bytes = Buffer.from(text)
    expect([columnAt(bytes, 0, bytes.length), rowAt(bytes, 0, bytes.length)]).toEqual([column, row])
    expect(columnOfReference(text)).toBe(column)
  })

  it.each(['XFE1', 'AAAA1', '1'])('finds no column in %s', (text) => {
    expect(columnAt(Buffer.from(text), 0, text.length)).toBe(-1)
    expect(columnOfReference(text)).toBe(-1)
  })

  it.each(['A0', 'A1048577', 'A', 'A1B'])('finds no row in %s', (text) => {
    expect(rowAt(Buffer.from(text), 0, text.length)).toBe(-1)
  })

  it('reads whole numbers of nine digits and no longer ones', () => {
    expect(integerAt(Buffer.from('123456789'), 0, 9)).toBe(123_456_789)
    expect(integerAt(Buffer.from('1234567890'), 0, 10)).toBe(-1)
    expect(integerAt(Buffer.from('-1'), 0, 2)).toBe(-1)
  })

  it('reads ranges in any order of their corners', () => {
    expect(parseRange('$C$4:A2')).toEqual({ top: 2, bottom: 4, left: 0, right: 2 })
    expect(parseRange('B7')).toEqual({ top: 7, bottom: 7, left: 1, right: 1 })
    expect(parseRange('A:C')).toBeUndefined()
  })
})

describe('dateLookOf', () => {
  it.each(['yyyy-mm-dd', 'm/d/yy', 'yyyy"年"m"月"d"日"', '[$-804]yyyy"年"m"月"', '[h]:mm', 'mm:ss.0', '[DBNum1][$-804]yyyy"年"', 'aaaa', 'h:mm AM/PM'])('sees a date in %s', (code) => {
    expect(dateLookOf(code)).not.toBeNull()
  })

  it.each(['General', '0.00', '#,##0;[Red]-#,##0', '0.00E+00', '"年"0', '0\\d', '[Red]0', '@', '0_m', '0"days"', '¥#,##0', '[$¥-804]#,##0'])('sees none in %s', (code) => {
    expect(dateLookOf(code)).toBeNull()
  })

  it.each([
    ['yyyy/m/d', 'whole'], ['yyyy"年"m"月"d"日";@', 'whole'], ['yyyy-mm-dd h:mm', 'whole'], ['h:mm', 'whole'], ['[$-F800]dddd, mmmm dd, yyyy', 'whole'], ['aaaa', 'whole'],
    ['yyyy"年"m"月"', 'month'], ['[$-804]yyyy\\.mm;@', 'month'], ['mmm-yy', 'month'], ['yyyy', 'year'], ['[DBNum1]yyyy"年"', 'year'],
    ['m"月"d"日"', 'no_year'], ['mm-dd', 'no_year'], ['m"月"', 'no_year'], ['d-mmm', 'no_year'],
  ])('sees what %s shows of a date', (code, look) => {
    expect(dateLookOf(code)).toBe(look)
  })

  it('knows the built-in formats of East Asian locales', () => {
    expect([14, 16, 17, 22, 27, 28, 31, 57, 58].map(builtInDateLook)).toEqual(['whole', 'no_year', 'month', 'whole', 'month', 'no_year', 'whole', 'month', 'no_year'])
    expect([0, 9, 23, 37, 44, 49, 59].map(builtInDateLook)).toEqual(Array.from({ length: 7 }, () => null))
  })
})

describe('decodeEscapes', () => {
  it('turns escapes into characters, lone surrogates too', () => {
    expect(decodeEscapes('甲_x000D_乙_x0007__xd800_')).toBe('甲\r乙\u0007\ud800')
  })

  it('keeps what only looks like an escape', () => {
    expect(decodeEscapes('_x005F_x000D_ _x12_ _X000D_')).toBe('_x000D_ _x12_ _X000D_')
  })
})

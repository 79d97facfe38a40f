import { describe, expect, it } from 'vitest'
import { parseApplicationNumber } from '../../../src/shared/domain/patents/patentNumber'
import { parsePctNumber, parsePublicationNumber } from '../../../src/shared/domain/patents/patentPublication'
import { parseNiceClasses } from '../../../src/shared/domain/trademarks/niceClass'
import { parseRegistrationNumber } from '../../../src/shared/domain/trademarks/trademark'

const valueOf = (read: { ok: true; value: unknown } | { ok: false; code: string }): unknown => (read.ok ? read.value : read.code)

describe('numbers as tables and registers spell them', () => {
  it.each<[string, number[] | string]>([
    ['9.0', [9]], ['9.0、35.0', [9, 35]], ['国际分类9', [9]], ['第9类35类', [9, 35]], ['第九类第三十五类', [9, 35]], ['9.5', 'out_of_range'], ['109.0', 'out_of_range'],
  ])('classes %s', (text, expected) => {
    expect(valueOf(parseNiceClasses(text))).toEqual(expected)
  })

  it.each([['12345678.0', '12345678'], ['1234567.5', 'bad_format'], ['G1234567', 'G1234567'], ['0', 'bad_format'], ['0000', 'bad_format'], ['00123456', '123456'], ['0012345678', '12345678'], ['G0957586', 'G957586'], ['012345678A', '12345678A']])('registration number %s', (text, expected) => {
    expect(valueOf(parseRegistrationNumber(text))).toBe(expected)
  })

  it.each([
    ['201910102536.7（已授权）', '201910102536.7'], ['201910102536-7', '201910102536.7'], ['ZL98123456-9', '98123456.9'], ['201910102536-8', 'check_digit'], ['201910102536（备注）', 'bad_format'], ['CN109764075A', 'bad_format'],
  ])('application number %s', (text, expected) => {
    expect(valueOf(parseApplicationNumber(text))).toBe(expected)
  })

  it('an application number of a year that has not come is none', () => {
    expect(valueOf(parseApplicationNumber('202710001234.5', '2026-12-31'))).toBe('bad_year')
    expect(valueOf(parseApplicationNumber('202710001234.5', '2027-01-01'))).toBe('202710001234.5')
  })

  it.each([['国际申请号：PCT/CN2021/093750', 'PCT/CN2021/093750'], ['PCT申请号PCT/CN2021/093750', 'PCT/CN2021/093750'], ['申请人PCT/CN2021/093750', 'bad_format']])('international application %s', (text, expected) => {
    expect(valueOf(parsePctNumber(text))).toBe(expected)
  })

  it.each([['授权公告号：CN102609274B', 'CN102609274B'], ['公开(公告)号 CN102609274A', 'CN102609274A'], ['公开日CN102609274A', 'bad_format']])('publication %s', (text, expected) => {
    expect(valueOf(parsePublicationNumber(text))).toBe(expected)
  })

  it.each([['CN3123456D', 'design_granted'], ['CN305123456S', 'design_granted'], ['CN1234567D', 'type_kind_mismatch']])('publication number %s', (text, expected) => {
    const read = parsePublicationNumber(text)
    expect(read.ok ? read.document : read.code).toBe(expected)
  })
})

import { describe, expect, it } from 'vitest'
import { readMark, readOleMark, readOpenDocumentMark, withMark } from '../../../src/main/workbook/documentMark'
import { longestMark } from '../../../src/main/workbook/limits'

const mark = '{"return":{"batch":3,"sha256":"ab"}}'

describe('the mark among a workbook’s properties', () => {
  it('is written beside the properties that are there, in the place of an earlier one', () => {
    const others = '<Properties xmlns:vt="x"><property fmtid="{a}" pid="7" name="密级"><vt:lpwstr>内部</vt:lpwstr></property></Properties>'
    const twice = withMark(withMark(others, 'old'), mark)
    expect(readMark(twice)).toBe(mark)
    expect(twice).toContain('name="密级"><vt:lpwstr>内部<')
    expect(twice.match(/name="biaozhi"/g)).toHaveLength(1)
    expect(twice).toContain('pid="8"')
  })

  it('is read out of a part that begins with nothing', () => {
    expect(readMark(withMark(null, mark))).toBe(mark)
  })

  it('is none where the text is longer than any of ours, or belongs to another property', () => {
    expect(readMark(withMark(null, 'x'.repeat(longestMark + 1)))).toBeUndefined()
    expect(readMark(withMark(null, mark).replace('"biaozhi"', '"other"'))).toBeUndefined()
  })

  it('is found in old properties whatever their code page', () => {
    expect(readOleMark(Buffer.from(`\u0001\u0000${mark}\u0000`, 'latin1'))).toBe(mark)
    expect(readOleMark(Buffer.concat([Buffer.from([1]), Buffer.from(mark, 'utf16le')]))).toBe(mark)
    expect(readOleMark(Buffer.from('{"other":{}}'))).toBeUndefined()
  })

  it('is found among the properties of an OpenDocument file', () => {
    expect(readOpenDocumentMark(`<office:meta><meta:user-defined meta:name="a">1</meta:user-defined><meta:user-defined meta:name="biaozhi">${mark.replaceAll('"', '&quot;')}</meta:user-defined></office:meta>`)).toBe(mark)
  })
})

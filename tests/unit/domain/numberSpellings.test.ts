import { describe, expect, it } from 'vitest'
import { parsePublicationNumber } from '../../../src/shared/domain/patents/patentPublication'
import { parseNiceClasses } from '../../../src/shared/domain/trademarks/niceClass'
import { parseRegistrationNumber } from '../../../src/shared/domain/trademarks/trademark'

describe('numbers as tables and registers spell them', () => {
  it.each<[string, number[] | string]>([
    ['9.0', [9]], ['9.0、35.0', [9, 35]], ['国际分类9', [9]], ['第9类35类', [9, 35]], ['第九类第三十五类', [9, 35]], ['9.5', 'out_of_range'], ['109.0', 'out_of_range'],
  ])('classes %s', (text, expected) => {
    const read = parseNiceClasses(text)
    expect(read.ok ? read.value : read.code).toEqual(expected)
  })

  it.each([['12345678.0', '12345678'], ['1234567.5', 'bad_format'], ['G1234567', 'G1234567']])('registration number %s', (text, expected) => {
    const read = parseRegistrationNumber(text)
    expect(read.ok ? read.value : read.code).toBe(expected)
  })

  it.each([['CN3123456D', 'design_granted'], ['CN305123456S', 'design_granted'], ['CN1234567D', 'type_kind_mismatch']])('publication number %s', (text, expected) => {
    const read = parsePublicationNumber(text)
    expect(read.ok ? read.document : read.code).toBe(expected)
  })
})

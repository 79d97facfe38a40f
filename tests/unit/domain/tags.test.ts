import { describe, expect, it } from 'vitest'
import { joinTags, longestTag, readTags, sortTags, withoutTags } from '../../../src/shared/domain/tags'

describe('tags', () => {
  it.each([
    ['重点企业', ['重点企业']],
    ['重点企业；待市长过目, 2026复核、重点企业', ['重点企业', '待市长过目', '2026复核']],
    ['  ２０２６  复核\n;；', ['2026 复核']],
    ['、', []],
  ])('are read from “%s”, each once and in its order', (text, tags) => {
    expect(readTags(text)).toEqual({ ok: true, value: tags })
  })

  it('are short words: what is longer is refused with its length, counted in characters', () => {
    expect(readTags('𠮷'.repeat(longestTag))).toMatchObject({ ok: true })
    expect(readTags(`甲；${'长'.repeat(longestTag + 1)}`)).toMatchObject({ code: 'text_too_long', details: { value: '长'.repeat(21), length: 21, limit: 20 } })
    expect(sortTags(`甲；${'长'.repeat(longestTag + 1)}`)).toEqual({ tags: ['甲'], tooLong: ['长'.repeat(21)] })
  })

  it('are joined without a second one of the same, and taken off one by one', () => {
    expect(joinTags(['甲', '乙'], ['乙', '丙'])).toEqual(['甲', '乙', '丙'])
    expect(withoutTags(['甲', '乙', '丙'], ['乙', '丁'])).toEqual(['甲', '丙'])
  })
})

import { afterEach, expect, it } from 'vitest'
import { spokenMeasure } from '../../../src/shared/text/spokenMeasure'
import { speak } from '../../../src/shared/text/language'

afterEach(() => speak('zh-CN'))

it('tells a circular’s figure in ones where the language has no word for 万', () => {
  const inChinese = spokenMeasure('万件')
  expect([inChinese.unit, inChinese.told(4.8)]).toEqual(['万件', 4.8])
  speak('en')
  const inEnglish = spokenMeasure('万件')
  expect([inEnglish.unit, inEnglish.told(4.8), inEnglish.told(-8.7412)]).toEqual(['件', 48_000, -87_412])
  expect(spokenMeasure('件').told(4.8)).toBe(4.8)
})

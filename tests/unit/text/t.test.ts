import { describe, expect, it } from 'vitest'
import { hasText, t, textOf } from '../../../src/shared/text/t'
import { zhCN } from '../../../src/shared/text/zh-CN'

describe('the text catalogue', () => {
  it('fills placeholders', () => {
    expect(t('error.bad_date', { value: '2021.13.5' })).toBe('“2021.13.5”不是日期。改为 2021-12-05 这样的写法')
    expect(t('units.groupAt', { at: 18, total: 68 })).toBe('第 18 组，共 68 组')
  })

  it('keeps a value that looks like a placeholder or a replacement pattern as it is', () => {
    expect(t('error.bad_date', { value: "{value} $& $'" })).toBe("“{value} $& $'”不是日期。改为 2021-12-05 这样的写法")
  })

  it('leaves out the quotation marks of a value that is not known', () => {
    expect(textOf('error.bad_date')).toBe('不是日期。改为 2021-12-05 这样的写法')
    expect(textOf('error.unknown_value', { value: '甲', expected: ['授予', '撤销'] })).toBe('“甲”不在可选的值里。请改为：授予、撤销')
  })

  it('tells which keys it has, without those of every object', () => {
    expect([hasText('value.lead'), hasText('value.nonsense'), hasText('constructor')]).toEqual([true, false, false])
  })

  it('speaks plainly: no honorific, no exclamation mark, no half-width punctuation between Chinese words', () => {
    const loud = Object.entries(zhCN).filter(([, text]) => /您|！|!|[\u4e00-\u9fff][,;:?][\u4e00-\u9fff]/.test(text))
    expect(loud).toEqual([])
  })
})

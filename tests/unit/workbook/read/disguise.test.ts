import { describe, expect, it } from 'vitest'
import { isDisguise } from '../../../../src/main/workbook/xlsx/disguise'

describe('a number format', () => {
  it.each(['General', '0', '#,##0', '#,##0.00', '0.0%', '0.00_ ', '#,##0.00_ ;[Red]\\-#,##0.00\\ ', '0.00"件"', '+0.0%;-0.0%', '"第"0"位"', '0;-0;"—";@', 'yyyy"年"m"月"', '[$-804]yyyy-mm-dd', '@', '?/?', '[>100]0;0.0'])('%s shows the number of its cell', (code) => {
    expect(isDisguise(code)).toBe(false)
  })

  it.each(['"1"0', '\\10', '0"00"', '"一百"0', ';;;', '"—"', '0;', '0,', '#,##0,', '0.0,,"万"', '10', '0"５"'])('%s shows another, or none', (code) => {
    expect(isDisguise(code)).toBe(true)
  })
})

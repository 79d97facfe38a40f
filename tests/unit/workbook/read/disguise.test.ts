import { describe, expect, it } from 'vitest'
import { isDisguise, isRoundedAway, shownPlaces } from '../../../../src/main/workbook/xlsx/disguise'

describe('a number format', () => {
  it.each(['General', '0', '#,##0', '#,##0.00', '0.0%', '0.00_ ', '#,##0.00_ ;[Red]\\-#,##0.00\\ ', '0.00"件"', '+0.0%;-0.0%', '"第"0"位"', '0;-0;"—";@', 'yyyy"年"m"月"', '[$-804]yyyy-mm-dd', '@', '?/?', '[>100]0;0.0'])('%s shows the number of its cell', (code) => {
    expect(isDisguise(code)).toBe(false)
  })

  it.each(['"1"0', '\\10', '0"00"', '"一百"0', ';;;', '"—"', '0;', '0,', '#,##0,', '0.0,,"万"', '10', '0"５"'])('%s shows another, or none', (code) => {
    expect(isDisguise(code)).toBe(true)
  })
})

describe('a number that is shown with fewer places than it has', () => {
  it.each([['0', 0.62], ['#,##0', -3.5], ['0%', 0.419], ['0.0_ ;[Red]-0.0', 1.25], ['0.00;-0', -1.5]])('%s shows another number for %d', (code, value) => {
    const places = shownPlaces(200, code)
    expect(places !== null && isRoundedAway(value, places)).toBe(true)
  })

  it.each([['0.0%', 0.419], ['#,##0', 1_234_567], ['General', 0.1234], ['# ?/?', 0.5], ['0.00E+00', 0.000_123], ['yyyy-mm-dd', 44_562.5], ['0.00', 1025.67], ['0', 0]])('%s shows the number %d itself', (code, value) => {
    const places = shownPlaces(200, code)
    expect(places !== null && isRoundedAway(value, places)).toBe(false)
  })
})

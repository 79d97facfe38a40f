import { columnLetters } from '../../../../src/shared/domain/columnLetters'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateSerialOf } from '../../../../src/shared/domain/dates/dateSerial'
import { claimSheetName } from '../../../../src/main/workbook/write/sheet/sheetName'

describe('column letters', () => {
  it('count as spreadsheets do', () => {
    expect([0, 25, 26, 51, 701, 702, 16_383].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'ZZ', 'AAA', 'XFD'])
  })
})

describe('date serials', () => {
  it('exist for complete days only', () => {
    expect(['1900-03-01', '2021-12-31', '9999-12-31'].map(dateSerialOf)).toEqual([61, 44_561, 2_958_465])
    expect(['1900-02-28', '2021-02-29', '2021-12', '2021', '2021-1-1', ''].map(dateSerialOf)).toEqual(Array(6).fill(undefined))
  })
})

describe('sheet names', () => {
  it('are accepted by every program and never repeated', () => {
    const names = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('标准', '标准'.repeat(20), "'a'", 'a/b:c*?[x]', 'History', '')), { maxLength: 30 })
    fc.assert(fc.property(names, (wanted) => {
      const taken = new Set<string>()
      const given = wanted.map((name) => claimSheetName(name, taken))
      expect(new Set(given.map((name) => name.toLowerCase())).size).toBe(wanted.length)
      for (const name of given) expect(name).toMatch(/^(?!')(?!history$)[^[\]:*?/\\\u0000-\u001F]{1,31}(?<!')$/i)
    }))
  })

  it('number what is repeated within 31 characters', () => {
    const taken = new Set<string>()
    expect([claimSheetName('台账', taken), claimSheetName('台账', taken)]).toEqual(['台账', '台账(2)'])
    const long = '台'.repeat(40)
    expect([claimSheetName(long, taken), claimSheetName(long, taken)]).toEqual(['台'.repeat(31), `${'台'.repeat(28)}(2)`])
  })
})

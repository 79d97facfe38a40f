import { describe, expect, it } from 'vitest'
import { formatsByClass, numberFormatOf, pastedText, type HtmlCell } from '../../../../../src/renderer/components/grid/range/pastedCell'

describe('a cell of a spreadsheet’s table', () => {
  it.each<[string, HtmlCell, string]>([
    ['an ordinary text', { text: '青岛甲公司' }, '青岛甲公司'],
    ['a number as it is shown', { text: '1,204', number: '1204', format: '\\#\\,\\#\\#0' }, '1,204'],
    ['a number without a value of its own', { text: '26', number: '' }, '26'],
    ['a number that is shown shortened', { text: '2.01911E+11', number: '201911012345' }, '201911012345'],
    ['a number that was rounded', { text: '9.1370200163562682E+17', number: '9.1370200163562682E+17' }, '9.1370200163562682E+17'],
    ['a number of 16 digits', { text: '1.23457E+15', number: '1234567890123456' }, '1.23457E+15'],
    ['a number without room', { text: '####', number: '12.5' }, '12.5'],
    ['a text without room', { text: '####', full: '长'.repeat(300) }, '长'.repeat(300)],
    ['signs that are meant', { text: '##' }, '##'],
    ['a date with its year', { text: '2021/5/6', number: '44322', format: 'Short Date' }, '2021/5/6'],
    ['a date with a month alone', { text: '2021年5月', number: '44317', format: 'yyyy\\0022年\\0022m\\0022月\\0022' }, '2021年5月'],
    ['a date without its year', { text: '5月6日', number: '44322', format: 'm\\0022月\\0022d\\0022日\\0022\\;\\@' }, '2021-05-06'],
    ['a month with a short year', { text: 'May-21', number: '44317', format: 'mmm\\-yy' }, '2021-05'],
    ['a date without room', { text: '########', number: '44322', format: 'yyyy\\/m\\/d\\;\\@' }, '2021-05-06'],
    ['a time of day', { text: '12:30', number: '0.520833', format: 'h\\:mm' }, '12:30'],
    ['a number with a unit', { text: '5个', number: '5', format: '0\\0022个\\0022' }, '5个'],
    ['no number at all', { text: '####', number: 'abc' }, '####'],
  ])('says %s', (_what, cell, text) => {
    expect(pastedText(cell)).toBe(text)
  })

  it('has the number format of its own style or of its class', () => {
    expect(numberFormatOf("color:red;mso-number-format:'\\@';width:3pt")).toBe('\\@')
    expect(numberFormatOf('mso-number-format:General')).toBe('General')
    expect(numberFormatOf('color:red')).toBeUndefined()
    const formats = formatsByClass('<!--td{color:black}\n.xl65\n\t{mso-number-format:"Short Date";}\n.xl66, .et2{mso-number-format:"\\@";}-->')
    expect(Object.fromEntries(formats)).toEqual({ xl65: 'Short Date', xl66: '\\@', et2: '\\@' })
  })
})

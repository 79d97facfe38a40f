import { describe, expect, it } from 'vitest'
import { copyFormula, shiftFormula } from '../../../src/main/workbook/patch/grow/formulaRows'

const growths = [{ sheet: '附表 1', from: 10, by: 3 }]

describe('formulas after three rows were put in before row 10', () => {
  it.each([
    ['SUM(B4:B10)', 'SUM(B4:B13)'], ['B9+B10', 'B9+B13'], ['$B$12*2', '$B$15*2'], ['SUM($10:$12)', 'SUM($13:$15)'],
    ['IF(A12>0,"A12 ""B10""",LOG10(B10))', 'IF(A15>0,"A12 ""B10""",LOG10(B13))'], ['别表!B12+B12', '别表!B12+B15'],
    ["'附表 1'!B12+'附 ''表'!B12", "'附表 1'!B15+'附 ''表'!B12"], ['别表!B10:B12', '别表!B10:B12'], ['10.5+1E10', '10.5+1E10'], ['率_B12*B12', '率_B12*B15'], ['A:A', 'A:A'],
    ['SUM(A4:A1048576)', 'SUM(A4:A1048576)'], ['[1]附表!B12+B12', '[1]附表!B12+B15'], ["SUM('[册.xlsx]附表 1'!B12)", "SUM('[册.xlsx]附表 1'!B12)"],
    ['SUM(表1[B12])+表1[[#Totals],[Q12]]+B12', 'SUM(表1[B12])+表1[[#Totals],[Q12]]+B15'], ['ZZZ12+XFD12', 'ZZZ12+XFD15'], ['#REF!+B12', '#REF!+B15'], ['IFERROR(B12#,@C12)', 'IFERROR(B15#,@C15)'],
  ])('%s becomes %s', (formula, shifted) => {
    expect(shiftFormula(formula, '附表 1', growths)).toBe(shifted)
  })

  it('mean another sheet from elsewhere', () => {
    expect(shiftFormula("SUM('附表 1'!B4:B12)+B12", '别表', growths)).toBe("SUM('附表 1'!B4:B15)+B12")
  })

  it('move along when they are copied, where no dollar sign holds them', () => {
    expect(copyFormula('B9*C$9+$D9', 2)).toBe('B11*C$9+$D11')
    expect(copyFormula('B9*C$9+$D9+SUM(A:$B)+表!Z1', 1, 1)).toBe('C10*D$9+$D10+SUM(B:$B)+表!AA2')
  })

  it('and ranges follow', () => {
    expect(shiftFormula('B4:C12 D10', '附表 1', growths)).toBe('B4:C15 D13')
  })
})

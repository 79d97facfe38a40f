import { describe, expect, it } from 'vitest'
import { formulaValues } from '../../../../src/shared/domain/filling/formulaValues'
import { columnIndex } from '../../../../src/shared/domain/columnLetters'
import { sheetWith } from './sheetWith'

/** The result of one formula in A9 beside the numbers 3, 5, 5 in B1:B3, a text in B4, nothing in B5, and 7 in 'Data 1'!A1. */
function result(formula: string): number | null {
  const sheets = [sheetWith('Form', { B1: 3, B2: 5, B4: '合计', A9: `=${formula}` }), sheetWith('Data 1', { A1: 7 })]
  return formulaValues(sheets, [{ sheet: 'Form', row: 3, column: 1, number: 5 }]).of('Form', 9, 0)
}

describe('the results of a form’s formulas', () => {
  it.each([
    ['SUM(B1:B3)', 13], ['SUM(B1:B5)', 13], ['B1+B2-B3*2', -2], ['(B1+B2)/2', 4], ['-B1', -3], ['$B$1+$B2', 8], ['SUM(B1,B2,10)', 18],
    ['ROUND(B1/7,2)', 0.43], ['ROUND(2.5,0)', 3], ['ROUND(-2.5,0)', -3], ['AVERAGE(B1:B4)', 13 / 3], ['MAX(B1:B5)', 5], ['MAX(-B1,-B2)', -3], ['MIN(B1:B5)', 3], ['ABS(B1-B2)', 2],
    ['RANK(B1,$B$1:$B$3)', 3], ['RANK(B2,B1:B3)', 1], ['RANK(B1,B1:B3,1)', 1], ['_xlfn.RANK.EQ(B3,B1:B3)', 1], ['50%*B2', 2.5], ["'Data 1'!A1+B1", 10], ['B5+1', 1], ['SUM()', 0],
  ])('%s', (formula, expected) => { expect(result(formula)).toBeCloseTo(expected, 10) })

  it.each([
    ['a text that is reckoned with', 'B4+1'], ['a function that is not read', 'VLOOKUP(B1,B1:B3,1)'], ['a comparison', 'IF(B1>2,1,0)'], ['a division by zero', 'B1/B5'], ['a range where a number is asked', 'B1:B3+1'],
    ['a name', 'Total+1'], ['what is left over', 'B1 B2'], ['an unclosed bracket', 'SUM(B1'], ['a text', '"x"&B1'], ['a circle', 'A9+1'], ['nothing', ''],
  ])('knows none of %s', (_what, formula) => { expect(result(formula)).toBeNull() })

  it('follows formulas to formulas, and ends where there are too many', () => {
    const chain = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`A${at + 2}`, `=A${at + 1}+1`]))
    expect(formulaValues([sheetWith('Form', { A1: 1, ...chain })], []).of('Form', 31, 0)).toBe(31)
    const endless = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`A${at + 2}`, `=A${at + 1}+1`]))
    expect(formulaValues([sheetWith('Form', { A1: 1, ...endless })], []).of('Form', 301, 0)).toBeNull()
  })

  it('comes to nothing while a cell that it names could not be filled', () => {
    const sheets = [sheetWith('Form', { A1: '=SUM(B1:B3)', A2: '=B1' })]
    const values = formulaValues(sheets, [{ sheet: 'Form', row: 1, column: 1, number: 4 }], [{ sheet: 'Form', row: 2, column: 1 }])
    expect([values.of('Form', 1, 0), values.of('Form', 2, 0)]).toEqual([null, 4])
  })

  it('looks at no more cells than a form has, whatever its formulas say', () => {
    const greedy = Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`A${at + 1}`, '=SUM(B1:T1000)']))
    const values = formulaValues([sheetWith('Form', { ...greedy, B1: 1 })], [])
    const results = Array.from({ length: 200 }, (_, at) => values.of('Form', at + 1, 0))
    expect([results[0], results.at(-1)]).toEqual([1, null])
    expect(values.summands('Form', 1, 0)).toBeNull()
  })

  it('names the cells that a formula adds, and of no other formula', () => {
    const values = formulaValues([sheetWith('Form', { A1: '=SUM(B1:B2,D4)', A2: '=B1+$C$1', A3: '=B1-C1', A4: 4 })], [])
    const placed = (row: number): string[] | null => values.summands('Form', row, 0)?.map((cell) => `${cell.row}:${cell.column}`) ?? null
    expect(placed(1)).toEqual([`1:${columnIndex('B')}`, `2:${columnIndex('B')}`, `4:${columnIndex('D')}`])
    expect(placed(2)).toEqual(['1:1', '1:2'])
    expect([placed(3), placed(4), placed(5)]).toEqual([null, null, null])
  })
})

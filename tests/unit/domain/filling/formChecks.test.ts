import { describe, expect, it } from 'vitest'
import { bindingsSchema, type WrittenBindings } from '../../../../src/shared/domain/filling/bindings'
import { checkForm, type CheckedCell } from '../../../../src/shared/domain/filling/formChecks'
import { sheetWith } from './sheetWith'

const districts = ['市南区', '市北区', '崂山区']

/** Three districts in rows 3 to 5, and the city in row 6 where it is counted, in column B. */
function filled(numbers: readonly number[], city: number | null, indicator = 'standards'): CheckedCell[] {
  const cell = (row: number, name: string | null, number: number): CheckedCell => ({ sheet: '表', row, column: 1, number, figure: { indicator, row: name, filters: [] } })
  return [...numbers.map((number, at) => cell(3 + at, districts[at] ?? '', number)), ...(city === null ? [] : [cell(6, null, city)])]
}

const check = (contents: Parameters<typeof sheetWith>[1], cells: CheckedCell[], bindings: WrittenBindings = {}) =>
  checkForm({ sheets: [sheetWith('表', contents)], bindings: bindingsSchema.parse(bindings), cells, isShared: (indicator) => indicator === 'standards' })

describe('the checks of a received form', () => {
  it('tells a total that adds districts, where a record may belong to several', () => {
    for (const formula of ['=SUM(B3:B5)', '=B3+B4+B5']) {
      expect(check({ B6: formula }, filled([1, 2, 3], null))).toEqual([{ id: 'sums_repeat', isFine: false, count: 1, place: { sheet: '表', row: 6, column: 1 }, names: [], compared: null }])
      expect(check({ B6: formula }, filled([1, 2, 3], null, 'patents_granted'))).toEqual([])
    }
    expect(check({ B6: '=SUM(B3:B4,C1)' }, filled([1, 2, 3], null))).toEqual([])
    expect(check({ B6: '=RANK(B3,B3:B5)' }, filled([1, 2, 3], null))).toEqual([])
  })

  it('sets the city beside the sum of its districts', () => {
    expect(check({}, filled([1, 2, 3], 4))).toMatchObject([{ id: 'city_below', isFine: true, compared: { city: 4, districts: 6 }, place: { row: 6 } }])
    expect(check({}, filled([1, 2, 3], 7, 'patents_granted'))).toMatchObject([{ id: 'city_above', isFine: false, compared: { city: 7, districts: 6 } }])
    expect(check({}, filled([1, 2, 3], 6))).toEqual([])
    // One district alone says nothing of the city.
    expect(check({}, filled([1], 6))).toEqual([])
  })

  it('tells columns under a heading that are neither bound nor reckoned', () => {
    const bindings = { blocks: [{ sheet: '表', names: 'A3:A5', figures: { B: { indicator: 'standards' }, E: { indicator: 'standards' } } }] }
    expect(check({ B2: '主导', C2: '参与', D2: '合计', E2: '修订', D3: '=B3' }, [], bindings)).toMatchObject([{ id: 'columns_open', names: ['C'], place: { row: 3, column: 2 } }])
    expect(check({ B2: '主导', C2: '参与', C4: '—', E2: '修订' }, [], bindings)).toEqual([])
  })

  it('tells who has not signed, and not who has', () => {
    expect(check({ A18: '单位负责人：          填表人：      联系电话：      填报日期：     年  月  日' }, [])).toMatchObject([{ id: 'signatures', count: 4, names: ['单位负责人', '填表人', '联系电话', '填报日期'] }])
    expect(check({ A18: '填表人：王芳   联系电话：0532-85912345  填报日期：2022年1月17日' }, [])).toEqual([])
    expect(check({ A18: '填表人：', B18: '王芳', D18: '审核人：' }, [])).toMatchObject([{ id: 'signatures', count: 1, names: ['审核人'] }])
    expect(check({ A18: '填表人：' }, [{ sheet: '表', row: 18, column: 1, number: null, figure: null }])).toEqual([])
    expect(check({ A1: '注：负责人由各区市填写' }, [])).toEqual([])
  })

  it('puts what is to be mended first', () => {
    expect(check({ A18: '填表人：' }, filled([1, 2, 3], 4)).map(({ id }) => id)).toEqual(['signatures', 'city_below'])
  })
})

import { describe, expect, it } from 'vitest'
import { withHeadings } from '../../../src/main/workbook/patch/tableHeadings'
import type { CellEdit } from '../../../src/main/workbook/forms/formValues'
import { Refusal } from '../../../src/shared/domain/result'

const table = '<table id="1" ref="B3:D9"><autoFilter ref="B3:D9"/><tableColumns count="3"><tableColumn id="1" name="区市"/><tableColumn id="2" name="2020年"><calculatedColumnFormula>1</calculatedColumnFormula></tableColumn><tableColumn id="3" name="合计"/></tableColumns></table>'
const edit = (column: number, value: CellEdit['value'], row = 3): CellEdit => ({ row, column, value })
const nothing = (): boolean => false

describe('the headings of a table that are filled', () => {
  it('are the names of its columns', () => {
    expect(withHeadings(table, [edit(2, '2021年\n<本年>'), edit(1, '区市'), edit(2, 5, 4), edit(5, '旁边')], '表', nothing)).toBe(table.replace('"2020年"', '"2021年_x000a_&lt;本年&gt;"'))
  })

  it('stay as they are where the table has none', () => {
    const without = table.replace('id="1" ref', 'id="1" headerRowCount="0" ref')
    expect(withHeadings(without, [edit(2, '2021年')], '表', nothing)).toBe(without)
  })

  it.each<[string, CellEdit, (heading: string) => boolean]>([
    ['a number', edit(2, 2021), nothing], ['nothing', edit(2, null), nothing], ['the name of another column', edit(2, '合计'), nothing], ['a name that formulas use', edit(2, '2021年'), (heading) => heading === '2020年'],
  ])('are refused: %s', (_what, change, isNamed) => {
    const fill = (): string => withHeadings(table, [change], '表', isNamed)
    expect(fill).toThrow(Refusal)
    expect(fill).toThrow(expect.objectContaining({ failure: expect.objectContaining({ code: 'template_cell_taken', at: { sheet: '表', row: 3, column: 'C' } }) }))
  })
})

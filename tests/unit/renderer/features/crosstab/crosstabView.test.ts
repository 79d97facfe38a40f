import { describe, expect, it } from 'vitest'
import type { CrosstabTable } from '../../../../../src/shared/bridge/crosstab'
import { listKinds } from '../../../../../src/shared/bridge/lists'
import { cellSentence, cellTitle } from '../../../../../src/renderer/features/crosstab/cellWords'
import { choiceFor, choiceOf, questionOf, sideLabel, sidesOf, sumsOf } from '../../../../../src/renderer/features/crosstab/crosstabChoice'
import { movedCell } from '../../../../../src/renderer/features/crosstab/movedCell'
import { cellAt, columnLabels, decimalsOf, linesOf, printValue, wholesOf } from '../../../../../src/renderer/features/crosstab/tableLines'

const plain: CrosstabTable = {
  kind: 'patents', dimensions: { rows: 'district', columns: 'type', split: null }, sum: null, period: null, total: 12, sequence: 7, columns: ['invention', null],
  tables: [{ split: null, isWhole: true, rows: [{ value: '市南区', counts: [3, 1], total: 4 }, { value: '崂山区', counts: [8, 0], total: 8 }], totals: [11, 1], total: 12 }],
}
const split: CrosstabTable = {
  ...plain, dimensions: { ...plain.dimensions, split: 'status' },
  tables: [{ ...plain.tables[0]!, split: 'valid', isWhole: false }, ...plain.tables],
}

describe('the lines of a cross table', () => {
  it('are its rows and their whole, columns and the total last', () => {
    expect(linesOf(plain, null).map(({ kind, label, values }) => [kind, label, values])).toEqual([
      ['row', '市南区', [3, 1, 4]], ['row', '崂山区', [8, 0, 8]], ['whole', '合计', [11, 1, 12]],
    ])
    expect(columnLabels(plain)).toEqual(['发明', '（空白）', '合计'])
  })

  it('stand by a column from the highest down, wholes where they were', () => {
    expect(linesOf(plain, 0).map(({ label }) => label)).toEqual(['崂山区', '市南区', '合计'])
    expect(linesOf(split, 2).map(({ label }) => label)).toEqual(['有效', '崂山区', '市南区', '小计', '全部', '崂山区', '市南区', '合计'])
  })

  it('know which cell a number is, records without a value apart from the whole', () => {
    const [, first] = linesOf(split, null)
    expect(first && cellAt(split, first, 1)).toEqual({ split: 'valid', row: '市南区', column: null })
    expect(first && cellAt(split, first, 2)).toEqual({ split: 'valid', row: '市南区' })
    const last = linesOf(split, null).at(-1)
    expect(last && cellAt(split, last, 2)).toEqual({})
  })

  it('show a number as its part of row, column and table', () => {
    const [line] = linesOf(plain, null)
    const wholes = line && wholesOf(plain, line, 0)
    expect(wholes).toEqual({ row: 4, column: 11, table: 12 })
    expect(wholes && (['none', 'row', 'column', 'table'] as const).map((share) => printValue(3, share, wholes, 0))).toEqual(['3', '75.0%', '27.3%', '25.0%'])
    expect(printValue(0, 'row', { row: 0, column: 1, table: 1 }, 0)).toBe('—')
    expect(printValue(null, 'none', { row: null, column: null, table: null }, 2)).toBe('—')
  })

  it('have digits behind the point only where sums need them', () => {
    expect(decimalsOf(plain)).toBe(0)
    expect(decimalsOf({ ...plain, sum: 'value', tables: [{ ...plain.tables[0]!, total: 1.5 }] })).toBe(2)
  })
})

describe('walking through a cross table', () => {
  const lines = linesOf(split, null)
  const key = (name: string, ctrlKey = false) => ({ key: name, ctrlKey })

  it('steps over headings and stays inside', () => {
    expect(movedCell({ line: 3, column: 0 }, key('ArrowDown'), lines, 2)).toEqual({ line: 5, column: 0 })
    expect(movedCell({ line: 5, column: 0 }, key('ArrowUp'), lines, 2)).toEqual({ line: 3, column: 0 })
    expect(movedCell({ line: 1, column: 0 }, key('ArrowUp'), lines, 2)).toEqual({ line: 1, column: 0 })
    expect(movedCell({ line: 7, column: 2 }, key('ArrowRight'), lines, 2)).toEqual({ line: 7, column: 2 })
    expect(movedCell({ line: 7, column: 2 }, key('ArrowDown'), lines, 2)).toEqual({ line: 7, column: 2 })
  })

  it('reaches both ends, and leaves other keys alone', () => {
    expect(movedCell({ line: 5, column: 1 }, key('Home', true), lines, 2)).toEqual({ line: 1, column: 0 })
    expect(movedCell({ line: 1, column: 1 }, key('End', true), lines, 2)).toEqual({ line: 7, column: 2 })
    expect(movedCell({ line: 1, column: 1 }, key('PageDown'), lines, 2)).toEqual({ line: 7, column: 1 })
    expect(movedCell({ line: 1, column: 1 }, key('x'), lines, 2)).toBeNull()
  })
})

describe('a choice of a cross table', () => {
  it.each(listKinds)('begins for %s with fields that the kind has', (kind) => {
    const choice = choiceFor(kind)
    expect(sidesOf(kind)).toEqual(expect.arrayContaining([choice.rows, choice.columns]))
    if (choice.split !== null) expect(sidesOf(kind)).toContain(choice.split)
    if (choice.sum !== null) expect(sumsOf(kind).map(({ name }) => name)).toContain(choice.sum)
  })

  it('takes over the records of a list, and the sides last looked at where the kind is the same', () => {
    const filters = [{ field: 'type', values: ['invention'] }]
    const last = { ...choiceFor('patents'), rows: 'status', period: '2020', indicator: 'patents_valid' }
    expect(choiceOf({ kind: 'patents', search: '海尔', filters }, last)).toMatchObject({ rows: 'status', search: '海尔', filters, period: null, indicator: null })
    expect(choiceOf({ kind: 'units', search: '', filters: [] }, last)).toMatchObject({ kind: 'units', rows: 'district' })
  })

  it('asks for no more than was chosen', () => {
    expect(questionOf(choiceFor('patents'))).toEqual({ query: { kind: 'patents', search: '', filters: [], sort: [] }, rows: 'district', columns: 'type' })
  })

  it('names dates by how finely they are told apart', () => {
    expect(sideLabel('standards', 'publishedOn:month')).toBe('发布日期（月）')
    expect(sideLabel('standards', 'kind')).toBe('标准类别')
  })
})

describe('a number of a cross table in words', () => {
  it('says which it is', () => {
    expect(cellTitle(plain, { row: '崂山区', column: null })).toBe('区市 崂山区，专利类型 （空白）')
    expect(cellTitle(plain, {})).toBe('全部')
  })

  it('stands on its own as a sentence: of what, how many, which part, under which conditions, as of when', () => {
    const choice = { ...choiceFor('patents'), period: '2021', filters: [{ field: 'type', values: ['invention'] }] }
    const sentence = cellSentence({ table: plain, cell: { row: '崂山区' }, value: 8, share: 'table', wholes: { row: 8, column: 12, table: 12 }, indicator: '有效发明专利拥有量', today: '2022-01-17' }, choice)
    expect(sentence).toBe('专利，区市 崂山区：8 条，占总数 66.7%。范围：专利类型 发明；按“有效发明专利拥有量”计入的记录；统计期间：2021。台账数据截至2022-01-17，第 7 次变更。')
  })
})

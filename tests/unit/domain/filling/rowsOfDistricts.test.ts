import { describe, expect, it } from 'vitest'
import { bindingsSchema, type BlockBinding } from '../../../../src/shared/domain/filling/bindings'
import { bindingAt, boundAreas, countBound, noBindings, withBindings, withoutArea } from '../../../../src/shared/domain/filling/editBindings'
import type { FormCell, FormSheet } from '../../../../src/shared/domain/filling/formSheet'
import { proposeBindings } from '../../../../src/shared/domain/filling/proposeBindings'

const cell = (row: number, column: number, text: string, rowSpan = 1, colSpan = 1): FormCell =>
  ({ row, column, rowSpan, colSpan, text, kind: text === '' ? 'empty' : 'text', align: 'left', isBold: false, size: 11, fill: null, hasBorder: true, isWrapped: false })

/** Three districts of two rows each: 主导 and 参与 of two kinds of standards, and one place for both. */
function form(): FormSheet {
  const districts = ['市南区', '市北区', '李沧区'].flatMap((name, at) => {
    const row = 3 + at * 2
    return [cell(row, 0, name, 2), cell(row, 1, '主导'), cell(row + 1, 1, '参与'), ...[2, 3].flatMap((column) => [cell(row, column, ''), cell(row + 1, column, '')]), cell(row, 4, '', 2)]
  })
  const cells = [cell(1, 0, '标准制修订情况', 1, 5), cell(2, 0, '区市'), cell(2, 1, '承担方式'), cell(2, 2, '国家标准'), cell(2, 3, '行业标准'), cell(2, 4, '位次'), ...districts]
  return { name: '表', cells, columnWidths: [9, 9, 9, 9, 9], rowHeights: Array.from({ length: 8 }, () => 15), isCut: false }
}

function turned({ cells, columnWidths, rowHeights, ...rest }: FormSheet): FormSheet {
  return { ...rest, columnWidths: rowHeights, rowHeights: columnWidths, cells: cells.map((one) => ({ ...one, row: one.column + 1, column: one.row - 1, rowSpan: one.colSpan, colSpan: one.rowSpan })) }
}

const proposed = (sheet: FormSheet) => proposeBindings(sheet, (word) => ['市南区', '市北区', '李沧区'].includes(word)).flatMap(({ bindings: { blocks } }) => (blocks ?? []).map(({ names, each, figures }) => ({
  names, each, figures: Object.fromEntries(Object.entries(figures).map(([key, { indicator, filters, measure }]) => [key, [indicator, ...(filters ?? []), measure].join(' ')])),
})))

const figures = {
  C: 'standards kind=national role=lead value', 'C+1': 'standards kind=national role=part value',
  D: 'standards kind=industry role=lead value', 'D+1': 'standards kind=industry role=part value', E: 'standards rank',
}

describe('districts of two rows', () => {
  it('are proposed as one block, each row by the word beside its name, and what spans both rows by neither', () => {
    expect(proposed(form())).toEqual([{ names: 'A3:A8', each: 2, figures }])
  })

  it('are proposed as well where they are two columns each', () => {
    const byRow = Object.fromEntries(Object.entries(figures).map(([key, figure]) => [key.replace(/[C-E]/u, (letter) => String(letter.charCodeAt(0) - 64)), figure]))
    expect(proposed(turned(form()))).toEqual([{ names: 'C1:H1', each: 2, figures: byRow }])
  })

  const block = (keys: readonly string[], names = 'A3:A8'): BlockBinding => bindingsSchema.parse({ blocks: [{ names, each: 2, figures: Object.fromEntries(keys.map((key) => [key, { indicator: 'pct' }])) }] }).blocks[0] as BlockBinding

  it('bind the cells of their own row alone, the last of a single row too', () => {
    const bindings = { ...noBindings, blocks: [block(['C', 'C+1', 'D+1'], 'A3:A9')] }
    const found = (row: number, column: number) => { const binding = bindingAt(bindings, '表', row, column, true); return binding?.type === 'block' ? binding.beside : null }
    expect([3, 4, 5, 8, 9].map((row) => found(row, 2))).toEqual(['C', 'C+1', 'C', 'C+1', 'C'])
    expect([3, 4, 9, 10].map((row) => found(row, 3))).toEqual([null, 'D+1', null, null])
    expect(countBound(bindings)).toBe(4 + 3 + 3)
    expect(boundAreas(bindings)).toHaveLength(10)
  })

  it('lose the row that something else fills, and keep the other', () => {
    const { blocks } = withoutArea({ ...noBindings, blocks: [block(['C', 'C+1'])] }, { sheet: '表', top: 6, bottom: 6, left: 2, right: 2 }, true)
    expect(blocks.map(({ figures: kept }) => Object.keys(kept))).toEqual([['C']])
    const both = withBindings({ ...noBindings, blocks: [{ ...block(['C']), sheet: '表' }] }, { blocks: [{ ...block(['C+1']), sheet: '表' }] }, true)
    expect(both.blocks.map(({ figures: kept }) => Object.keys(kept))).toEqual([['C'], ['C+1']])
  })
})

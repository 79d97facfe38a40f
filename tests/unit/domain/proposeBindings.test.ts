import { describe, expect, it } from 'vitest'
import type { FormCell, FormSheet } from '../../../src/shared/domain/filling/formSheet'
import { proposeBindings } from '../../../src/shared/domain/filling/proposeBindings'

const districts = new Set(['市南区', '市北区', '李沧区', '370202', '370203', '370213'])

/** A sheet by its rows: null is a cell without a look, '' one with a frame, an array a text over so many columns. */
function sheetOf(rows: readonly (readonly (string | number | null | [string, number])[])[]): FormSheet {
  const cells = rows.flatMap((values, at) => values.flatMap((value, column): FormCell[] => {
    if (value === null) return []
    const [text, colSpan] = Array.isArray(value) ? value : [String(value), 1]
    return [{ row: at + 1, column, rowSpan: 1, colSpan, text, kind: text === '' ? 'empty' : typeof value === 'number' ? 'number' : 'text', align: 'left', isBold: false, size: 11, fill: null, hasBorder: true, isWrapped: false }]
  }))
  return { name: '表', columnWidths: Array.from({ length: Math.max(...rows.map((row) => row.length)) }, () => 9), rowHeights: rows.map(() => 15), cells, isCut: false }
}

const proposed = (rows: Parameters<typeof sheetOf>[0]) => proposeBindings(sheetOf(rows), (word) => districts.has(word)).flatMap(({ place, bindings: { blocks } }) => (blocks ?? []).map(({ names, figures }) => [place, names, Object.fromEntries(Object.entries(figures).map(([beside, { indicator, filters, measure }]) => [beside, [indicator, ...(filters ?? []), measure].join(' ')]))]))

describe('what a form seems to ask for', () => {
  it('goes no further than the names of a table beside', () => {
    expect(proposed([['区市', '授权量', null, '区市', 'PCT'], ['市南区', '', null, '市北区', ''], ['市北区', '', null, '李沧区', ''], ['李沧区', '', null, '市南区', '']])).toEqual([
      ['B2:B4', 'A2:A4', { B: 'patents_granted value' }], ['E2:E4', 'D2:D4', { E: 'pct value' }],
    ])
  })

  it('is found in rows below names that stand side by side', () => {
    expect(proposed([[['有效发明专利情况', 4]], ['指标', '市南区', '市北区', '李沧区'], ['授权量', '', '', ''], ['同比', '', '', '']])).toEqual([['B3:D4', 'B2:D2', { 3: 'patents_granted value', 4: 'inventions_valid growth' }]])
  })

  it('is found beside codes of districts, and in cells that have no look', () => {
    expect(proposed([['区划代码', '商标有效量'], [370_202, null], ['370203', null], [370_213, null]])).toEqual([['B2:B4', 'A2:A4', { B: 'trademarks_valid value' }]])
  })

  it('takes its subject from the title and from no heading beside, and a share that is a figure itself as it is', () => {
    expect(proposed([[['高价值发明专利情况', 4]], [null, null, null, '单位：件、%'], ['区市', '高价值占比（%）', '同比', '占全市'], ['市南区', '', '', ''], ['市北区', '', '', ''], ['李沧区', '', '', '']])).toEqual([
      ['B4:D6', 'A4:A6', { B: 'high_value_share value', C: 'high_value growth', D: 'high_value share' }],
    ])
  })

  it('does not take lines of the head for headings', () => {
    expect(proposed([[null, '制定机关：专利商标司'], ['区市', '备注'], ['市南区', ''], ['市北区', ''], ['李沧区', '']])).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import type { PreviewRow } from '../../../../../src/shared/bridge/imports'
import { columnWidths, dragHeader, layOutMerges, toggleHeaderRow } from '../../../../../src/renderer/features/imports/sheet/sheetLayout'

function aRow(row: number, cells: string[], role: PreviewRow['role'] = 'data'): PreviewRow {
  return { row, cells, role, skipped: null, verdict: null, marked: null }
}

describe('the header frame', () => {
  it('takes a neighbouring row in and lets an edge row go', () => {
    expect(toggleHeaderRow([4, 5], 6)).toEqual([4, 5, 6])
    expect(toggleHeaderRow([4, 5], 3)).toEqual([3, 4, 5])
    expect(toggleHeaderRow([4, 5], 5)).toEqual([4])
    expect(toggleHeaderRow([4, 5], 4)).toEqual([5])
  })

  it('moves to a row far away, and never becomes empty', () => {
    expect(toggleHeaderRow([4, 5], 9)).toEqual([9])
    expect(toggleHeaderRow([4], 4)).toEqual([4])
    expect(toggleHeaderRow([], 2)).toEqual([2])
  })

  it('follows the edge that is dragged and stays one block of at most eight rows', () => {
    expect(dragHeader([4, 5], 'bottom', 7)).toEqual([4, 5, 6, 7])
    expect(dragHeader([4, 5], 'top', 2)).toEqual([2, 3, 4, 5])
    expect(dragHeader([4, 5], 'bottom', 1)).toEqual([4])
    expect(dragHeader([4, 5], 'top', 9)).toEqual([5])
    expect(dragHeader([4, 5], 'bottom', 400)).toEqual([4, 5, 6, 7, 8, 9, 10, 11])
  })
})

describe('merged cells', () => {
  it('are drawn once, as far as their rows and columns are shown', () => {
    const layout = layOutMerges([aRow(4, ['甲', '', '']), aRow(5, ['', '', ''])], [{ top: 4, bottom: 5, left: 0, right: 9 }], 3)
    expect(layout.get('4:0')).toEqual({ rows: 2, columns: 3 })
    expect([layout.get('4:1'), layout.get('5:0'), layout.get('5:2')]).toEqual([null, null, null])
  })

  it('are drawn once for each run of rows without a gap', () => {
    const layout = layOutMerges([aRow(8, ['']), aRow(9, ['']), aRow(30, [''])], [{ top: 6, bottom: 40, left: 0, right: 0 }], 1)
    expect([layout.get('8:0'), layout.get('9:0'), layout.get('30:0')]).toEqual([{ rows: 2, columns: 1 }, null, { rows: 1, columns: 1 }])
  })

  it('leave a line over the table the room of the blank cells beside it', () => {
    const layout = layOutMerges([aRow(1, ['填报单位（盖章）：崂山区', '', '所属区市：崂山区'], 'title')], [], 3)
    expect(layout.get('1:0')).toEqual({ rows: 1, columns: 2 })
    expect(layout.has('1:2')).toBe(false)
  })
})

it('gives a narrow column the width of its heading, and no column more than its share', () => {
  const [narrow, wide] = columnWidths([aRow(1, ['所属区市', '名称'], 'header'), aRow(2, ['1', '长'.repeat(200)])], 2)
  expect(narrow).toBeGreaterThanOrEqual(4 * 14)
  expect(wide).toBe(220)
})

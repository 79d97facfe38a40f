import { describe, expect, it } from 'vitest'
import type { PrintedCell } from '../../../../../src/shared/bridge/reports'
import { addressOf, layOutPaper, neighbour, scaleFor, visibleCells } from '../../../../../src/renderer/features/reports/paperLayout'

const figure: PrintedCell['figure'] = { indicator: 'standards', choice: { period: '2021', scope: 'districts' }, row: null, filters: [], isYearBefore: false }
const cell = (row: number, column: number, hasRecords = true): PrintedCell => ({ row, column, rowSpan: 1, colSpan: 1, text: '1', part: 'body', align: 'right', isBold: false, figure: hasRecords ? figure : null })

describe('a form on the screen', () => {
  const layout = layOutPaper({ columnWidths: [10, 20], rowHeights: [72, 36, 36] })

  it('is as wide as its columns in the printed font and as high as its rows', () => {
    expect(layout.width).toBeCloseTo(219.9)
    expect(layout.tops).toEqual([0, 96, 144, 192])
  })
  it('shrinks with its margins to the room, but never beyond reading and never grows', () => {
    expect(scaleFor(layout, 1_000)).toBe(1)
    expect(scaleFor(layout, 200)).toBeCloseTo(0.747, 3)
    expect(scaleFor(layout, 50)).toBe(0.6)
  })
  it('draws only what is in sight', () => {
    expect(visibleCells([cell(0, 0), cell(1, 0), cell(2, 0)], layout, 100, 140).map(({ row }) => row)).toEqual([1])
  })
  it('moves by arrows to the next number with records in the same row or column', () => {
    const cells = [cell(5, 2), cell(5, 3, false), cell(5, 4), cell(6, 2), cell(7, 4)]
    const from = cells[0]!
    expect(neighbour(cells, from, 'ArrowRight')).toBe(cells[2])
    expect(neighbour(cells, from, 'ArrowDown')).toBe(cells[3])
    expect(neighbour(cells, from, 'ArrowLeft')).toBeNull()
    expect(neighbour(cells, cells[2]!, 'ArrowDown')).toBe(cells[4])
  })
  it('names its cells as the sheet does', () => {
    expect([addressOf({ row: 8, column: 6 }), addressOf({ row: 0, column: 26 })]).toEqual(['G9', 'AA1'])
  })
})

import { describe, expect, it } from 'vitest'
import { boundsOf, cellCount, clip, contains, extendBy, extendTo, fillTarget, pasteBounds, rangeAt, rangeOf, wholeColumns, wholeGrid, wholeRows } from '../../../../../src/renderer/components/grid/range/cellRange'

const size = { rows: 1_000_000, columns: 8 }
const range = rangeOf({ top: 10, bottom: 12, left: 2, right: 3 })

describe('a range of cells', () => {
  it('lies between where it began and where it ends, whichever way it was drawn', () => {
    const upwards = extendTo(rangeAt({ row: 20, column: 5 }), { row: 3, column: 1 }, size)
    expect(boundsOf(upwards)).toEqual({ top: 3, bottom: 20, left: 1, right: 5 })
    expect(cellCount(upwards)).toBe(90)
    expect(contains(upwards, { row: 3, column: 5 })).toBe(true)
    expect(contains(upwards, { row: 2, column: 5 })).toBe(false)
  })

  it('shrinks and grows through its beginning with Shift and the arrows', () => {
    let drawn = rangeAt({ row: 5, column: 5 })
    for (const key of ['ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowLeft'] as const) drawn = extendBy(drawn, key, size, false)
    expect(boundsOf(drawn)).toEqual({ top: 4, bottom: 5, left: 4, right: 5 })
    expect(drawn.anchor).toEqual({ row: 5, column: 5 })
  })

  it('reaches the last row of a million with Ctrl, and never further', () => {
    const down = extendBy(rangeAt({ row: 5, column: 5 }), 'ArrowDown', size, true)
    expect(boundsOf(down).bottom).toBe(999_999)
    expect(extendBy(down, 'ArrowDown', size, false)).toEqual(down)
  })

  it('becomes whole rows, whole columns, and everything', () => {
    expect(boundsOf(wholeRows(range, size))).toEqual({ top: 10, bottom: 12, left: 0, right: 7 })
    expect(boundsOf(wholeColumns(range, size))).toEqual({ top: 0, bottom: 999_999, left: 2, right: 3 })
    expect(cellCount(wholeGrid(size))).toBe(8_000_000)
  })

  it('is cut to what is left of a shorter list, and goes when nothing is', () => {
    expect(clip(range, { rows: 12, columns: 3 })).toEqual(rangeOf({ top: 10, bottom: 11, left: 2, right: 2 }))
    expect(clip(range, { rows: 10, columns: 8 })).toBeNull()
  })
})

describe('where a pasted block lies', () => {
  it('begins at the top left of the range and has its own size', () => {
    expect(pasteBounds(rangeAt({ row: 10, column: 2 }), { rows: 3, columns: 2 }, size)).toEqual({ top: 10, bottom: 12, left: 2, right: 3 })
    expect(pasteBounds(range, { rows: 2, columns: 2 }, size)).toEqual({ top: 10, bottom: 11, left: 2, right: 3 })
  })

  it('fills the range where it fits into it several times', () => {
    expect(pasteBounds(range, { rows: 1, columns: 1 }, size)).toEqual({ top: 10, bottom: 12, left: 2, right: 3 })
    expect(pasteBounds(rangeOf({ top: 0, bottom: 5, left: 0, right: 0 }), { rows: 2, columns: 1 }, size)).toEqual({ top: 0, bottom: 5, left: 0, right: 0 })
  })

  it('ends with the grid', () => {
    expect(pasteBounds(rangeAt({ row: 999_998, column: 7 }), { rows: 9, columns: 9 }, size)).toEqual({ top: 999_998, bottom: 999_999, left: 7, right: 7 })
  })
})

describe('the fill handle', () => {
  it('grows the range the way the pointer went further', () => {
    expect(fillTarget(range, { row: 20, column: 4 })).toEqual({ along: 'rows', target: { top: 13, bottom: 20, left: 2, right: 3 } })
    expect(fillTarget(range, { row: 4, column: 3 })).toEqual({ along: 'rows', target: { top: 4, bottom: 9, left: 2, right: 3 } })
    expect(fillTarget(range, { row: 12, column: 6 })).toEqual({ along: 'columns', target: { top: 10, bottom: 12, left: 4, right: 6 } })
    expect(fillTarget(range, { row: 11, column: 0 })).toEqual({ along: 'columns', target: { top: 10, bottom: 12, left: 0, right: 1 } })
  })

  it('does nothing inside it', () => {
    expect(fillTarget(range, { row: 11, column: 2 })).toBeNull()
  })
})

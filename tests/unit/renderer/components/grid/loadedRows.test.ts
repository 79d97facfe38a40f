import type { IRowNode } from 'ag-grid-community'
import { describe, expect, it } from 'vitest'
import { loadedRuns, refill } from '../../../../../src/renderer/components/grid/loadedRows'
import type { GridRow } from '../../../../../src/renderer/components/grid/resultSource'

/** A row as the grid keeps it, with what it was given. */
function aNode(rowIndex: number, data: GridRow | undefined) {
  const given: GridRow[] = []
  const node: Pick<IRowNode<GridRow>, 'rowIndex' | 'data' | 'updateData'> = {
    rowIndex, data,
    updateData(row) {
      given.push(row)
      this.data = row
    },
  }
  return { node: node as IRowNode<GridRow>, given }
}

const row = (id: number, title = '甲'): GridRow => ({ id, cells: { title } })

describe('the rows that a grid has read', () => {
  it('are asked for again in runs without a gap, none longer than a page; what was never read is not', () => {
    const nodes = [0, 1, 2, 3, 4, 7, 8, 9].map((index) => aNode(index, index === 3 ? undefined : row(index)).node)
    const grid = { forEachNode: (each: (node: IRowNode<GridRow>, index: number) => void) => nodes.forEach(each) }
    const runs = loadedRuns(grid, 2).map(({ from, nodes: { length } }) => [from, length])
    expect(runs).toEqual([[0, 2], [2, 1], [4, 1], [7, 2], [9, 1]])
  })

  it('take what has changed in their record and are left alone otherwise', () => {
    const { node, given } = aNode(0, row(5))
    refill(node, row(5))
    refill(node, row(6, '别的记录'))
    expect(given).toEqual([])
    refill(node, { ...row(5, '乙'), changed: ['title'] })
    refill(node, { ...row(5, '乙'), changed: ['title'] })
    expect(given).toEqual([{ id: 5, cells: { title: '乙' }, changed: ['title'] }])
  })
})

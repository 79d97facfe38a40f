import type { GridApi, IDatasource, IGetRowsParams } from 'ag-grid-community'
import { loadedRuns, refill } from './loadedRows'
import { ShownRows } from './shownRows'
import type { GridRow, GridSort, OpenResult, ResultSource } from './resultSource'

export interface ResultDatasource extends IDatasource {
  /** The next block asked for comes from a new result: the register has changed. */
  renew(): void
  /** Reads the records of the same result again: the rows stay, and only the cells that differ are drawn. */
  reread(api: GridApi<GridRow>): void
}

/** The rows of a block as they come, and how many there are in all. */
export interface Block {
  startRow: number
  endRow: number
  count: number
}

/** Rows that are read again in one go. */
const pageRows = 100

/** How what has come is drawn: blocks of rows, and rows that read otherwise now. */
export interface Drawing {
  block(block: Block, draw: () => void): void
  row(rowIndex: number | null, draw: () => void): void
}

const drawAtOnce: Drawing = { block: (_, draw) => draw(), row: (_, draw) => draw() }

/**
 * Feeds AG Grid's block requests from a result handle. All blocks of one sort order share one handle; when a page
 * fails, the result is opened once more, because handles die with the register process or fall out of its cache.
 */
export function createResultDatasource(source: ResultSource, drawing = drawAtOnce): ResultDatasource {
  const shown = new ShownRows()
  let rereadings = 0
  let opened: { order: string; result: Promise<OpenResult> } | null = null

  function resultFor(sort: readonly GridSort[]): Promise<OpenResult> {
    const order = JSON.stringify(sort)
    if (opened?.order !== order) opened = { order, result: open(sort) }
    return opened.result
  }

  async function open(sort: readonly GridSort[]): Promise<OpenResult> {
    const result = await source.open(sort)
    shown.forget()
    source.onOpened(result)
    return result
  }

  async function read({ startRow, endRow, sortModel }: IGetRowsParams) {
    const sort = sortModel.map(({ colId, sort: direction }) => ({ field: colId, descending: direction === 'desc' }))
    const { handle, count } = await resultFor(sort)
    const rows = startRow < count ? await source.page(handle, startRow, Math.min(endRow, count)) : []
    return { rows: rows.map((row) => shown.marked(row)), count }
  }

  async function readTwice(params: IGetRowsParams) {
    const before = opened
    try {
      return await read(params)
    } catch {
      if (opened === before || before === null) opened = null
      return read(params)
    }
  }

  async function readAgain(api: GridApi<GridRow>): Promise<void> {
    const nth = ++rereadings
    const before = opened
    const isOver = (): boolean => nth !== rereadings || opened !== before || api.isDestroyed()
    if (before === null) return
    const { handle } = await before.result
    for (const { from, nodes } of isOver() ? [] : loadedRuns(api, pageRows)) {
      const rows = await source.page(handle, from, from + nodes.length)
      if (isOver()) return
      nodes.forEach((node, at) => {
        const row = rows[at]
        if (row !== undefined) drawing.row(node.rowIndex, () => refill(node, shown.marked(row)))
      })
    }
  }

  return {
    renew() {
      opened = null
    },
    reread(api) {
      // A handle that died is opened anew by the blocks that ask for it.
      readAgain(api).catch(() => { if (!api.isDestroyed()) api.refreshInfiniteCache() })
    },
    getRows(params) {
      readTwice(params).then(
        ({ rows, count }) => drawing.block({ startRow: params.startRow, endRow: params.endRow, count }, () => params.successCallback(rows, count)),
        (error: unknown) => {
          opened = null
          source.onFailed(error)
          params.failCallback()
        },
      )
    },
  }
}

import type { IDatasource, IGetRowsParams } from 'ag-grid-community'
import { ShownRows } from './shownRows'
import type { GridSort, OpenResult, ResultSource } from './resultSource'

export interface ResultDatasource extends IDatasource {
  /** The next block asked for comes from a new result: the register has changed. */
  renew(): void
}

/**
 * Feeds AG Grid's block requests from a result handle. All blocks of one sort order share one handle; when a page
 * fails, the result is opened once more, because handles die with the register process or fall out of its cache.
 */
export function createResultDatasource(source: ResultSource): ResultDatasource {
  const shown = new ShownRows()
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

  return {
    renew() {
      opened = null
    },
    getRows(params) {
      readTwice(params).then(
        ({ rows, count }) => params.successCallback(rows, count),
        (error: unknown) => {
          opened = null
          source.onFailed(error)
          params.failCallback()
        },
      )
    },
  }
}

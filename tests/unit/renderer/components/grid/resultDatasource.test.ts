import type { IGetRowsParams } from 'ag-grid-community'
import { describe, expect, it } from 'vitest'
import { createResultDatasource } from '../../../../../src/renderer/components/grid/resultDatasource'
import type { GridSort, ResultSource } from '../../../../../src/renderer/components/grid/resultSource'

type Outcome = { ids: number[]; count: number } | 'failed'

/** A register with so many rows, whose handles can be made to expire. */
function aSource(count: number) {
  const log: string[] = []
  const failures: unknown[] = []
  let handle = 0
  let expired = 0
  const source: ResultSource = {
    async open(sort: readonly GridSort[]) {
      handle += 1
      log.push(`open ${sort.map(({ field, descending }) => `${field}${descending ? ' desc' : ''}`).join()}`)
      return { handle, count }
    },
    async page(asked, from, to) {
      if (asked <= expired) throw new Error('expired')
      log.push(`page ${asked} ${from}-${to}`)
      return Array.from({ length: to - from }, (_, index) => ({ id: from + index, cells: {} }))
    },
    onOpened: () => undefined,
    onFailed: (error) => failures.push(error),
  }
  return { source, log, failures, expireAll: () => (expired = handle), expireForever: () => (expired = Number.POSITIVE_INFINITY) }
}

function ask(source: ReturnType<typeof createResultDatasource>, startRow: number, endRow: number, colId = 'title'): Promise<Outcome> {
  return new Promise((resolve) => {
    const params: Pick<IGetRowsParams, 'startRow' | 'endRow' | 'sortModel' | 'successCallback' | 'failCallback'> = {
      startRow,
      endRow,
      sortModel: [{ colId, sort: 'desc' }],
      successCallback: (rows, count) => resolve({ ids: rows.map(({ id }: { id: number }) => id), count: count ?? -1 }),
      failCallback: () => resolve('failed'),
    }
    source.getRows(params as IGetRowsParams)
  })
}

describe('the datasource of a result', () => {
  it('reads all blocks of one order from one handle, and never past the end', async () => {
    const register = aSource(3)
    const datasource = createResultDatasource(register.source)
    const outcomes = await Promise.all([ask(datasource, 0, 2), ask(datasource, 2, 4), ask(datasource, 4, 6)])
    expect(outcomes).toEqual([{ ids: [0, 1], count: 3 }, { ids: [2], count: 3 }, { ids: [], count: 3 }])
    expect(register.log).toEqual(['open title desc', 'page 1 0-2', 'page 1 2-3'])
  })

  it('opens a new result for a new order', async () => {
    const register = aSource(1)
    const datasource = createResultDatasource(register.source)
    await ask(datasource, 0, 1, 'title')
    await ask(datasource, 0, 1, 'publishedOn')
    expect(register.log).toEqual(['open title desc', 'page 1 0-1', 'open publishedOn desc', 'page 2 0-1'])
  })

  it('opens the result again when its handle has expired', async () => {
    const register = aSource(1)
    const datasource = createResultDatasource(register.source)
    await ask(datasource, 0, 1)
    register.expireAll()
    expect(await ask(datasource, 0, 1)).toEqual({ ids: [0], count: 1 })
    expect(register.failures).toEqual([])
  })

  it('gives up after the second failure and says why', async () => {
    const register = aSource(1)
    register.expireForever()
    expect(await ask(createResultDatasource(register.source), 0, 1)).toBe('failed')
    expect(register.failures.map(String)).toEqual(['Error: expired'])
  })
})

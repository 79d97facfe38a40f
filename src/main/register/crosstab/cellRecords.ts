import { listDefinitions } from '../../../shared/domain/catalogue/listFields'
import { succeed, type Result } from '../../../shared/domain/result'
import type { ListQuery } from '../lists/listQuery'
import { vectorResult } from '../lists/listResult'
import type { ListService } from '../lists/listService'
import type { Dimension, TableCell } from '../lists/counts/tabulate'
import type { BehindList } from '../rankTable/behindList'
import { readCrosstab, type CrosstabRequest, type ReadCrosstab } from './crosstab'

/** The records that one number of a cross table counts. */
export interface CellRecords {
  list: BehindList
  /** Search and filters under which the kind's own list has just these records; null where none say it. */
  query: ListQuery | null
}

/**
 * Finds the records of one cell, by the same count.
 *
 * @param sequence  of the register's columns, for the list
 * @returns what `crosstab` refuses
 */
export async function cellRecords(lists: Pick<ListService, 'cellIds' | 'find'>, request: CrosstabRequest, cell: TableCell, today: string, sequence: number): Promise<Result<CellRecords>> {
  const read = readCrosstab(request)
  if (!read.ok) return read
  const { query, dimensions } = read.value
  const ids = await lists.cellIds(query, dimensions, cell, today, { among: request.among })
  if (!ids.ok) return ids
  const list: BehindList = { ...vectorResult(ids.value), kind: query.kind, sequence, isEachOnce: true, belongs: () => true }
  for (const candidate of request.among === undefined ? cellQueries(read.value, cell) : []) {
    const found = await lists.find(candidate, today)
    // A list that has at least the cell's records has just them when it has no more.
    if (found.ok && found.value.count === list.count) return succeed({ list, query: candidate })
  }
  return succeed({ list, query: null })
}

/**
 * Lists that have at least the records of a cell: first without what the filters said of its fields before, since one
 * condition on a field reads better than two; then with it. A month that is not known is no filter: that list has less.
 */
function cellQueries({ query, dimensions: { split, rows, columns } }: ReadCrosstab, { split: inSplit, row, column }: TableCell): ListQuery[] {
  const sides = [[split, inSplit], [rows, row], [columns, column]] as const
  const filters = sides.flatMap(([dimension, value]) => (dimension === null || value === undefined ? [] : [filterOf(dimension, value)]))
  const { yearField } = listDefinitions[query.kind]
  const isReplaced = (field: string): boolean => filters.some((filter) => filter.field === field || (field === 'year' && filter.field === yearField))
  return [
    { ...query, filters: [...query.filters.filter(({ field }) => !isReplaced(field)), ...filters] },
    { ...query, filters: [...query.filters, ...filters] },
  ]
}

function filterOf({ field }: Dimension, value: string | number | null): ListQuery['filters'][number] {
  return { field: field.name, values: [value === null ? '' : String(value)] }
}

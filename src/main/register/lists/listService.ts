import type { RangeSummary } from '../../../shared/bridge/blocks'
import { listDefinitions, type ListField, type ListKind } from '../../../shared/domain/catalogue/listFields'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import type { ColumnSource } from '../../store/columnSource'
import type { ListStore, SpelledSearch } from '../../store/listStore'
import type { RecordFields, RegisterStore } from '../../store/registerStore'
import { packDate, unpackDate } from '../columns/packedDate'
import type { RankedColumn, RankedLists } from '../columns/rankedColumn'
import type { ColumnsOwner } from '../columns/columnsOwner'
import type { RegisterColumns } from '../columns/registerColumns'
import { inTurns, type WorkWatch } from '../inTurns'
import { createPageContext } from './cellContext'
import { countValues } from './counts/countValues'
import { filterRows, idsOfRows, passTable, rowsOfIds, type RowTest } from './filterRows'
import { createKindColumns, type KindColumns } from './kindColumns'
import type { ListQuery } from './listQuery'
import { indexedResult, searchResult, vectorResult, type ListResult } from './listResult'
import { planList, type DistrictNames, type FieldTest, type ListPlan } from './planList'
import { cellReader, readFieldsOf, type ListRowCells } from './rowCells'
import { sortRows, type SortKey } from './sortRows'
import { countSides, rowsInCell, type Counts } from './counts/countSides'
import { noSide, sideOf, type Dimension, type Side, type Sides, type TableCell } from './counts/tabulate'
import { writtenNames } from './writtenNames'
import { summariseColumns, summariseRows } from './counts/summariseRange'

export interface ListSources {
  store: Pick<RegisterStore, 'records' | 'names' | 'sequence'>
  lists: ListStore & SpelledSearch
  columns: ColumnSource
  owner: ColumnsOwner
  districtName: DistrictNames
}

export interface FoundList extends ListResult {
  kind: ListKind
  sequence: number
}

export interface FieldFacet {
  field: string
  values: { value: string; count: number }[]
  /** Records without a value. */
  empty: number
}

/** Lists of the register. `today` is a date, YYYY-MM-DD, on which computed fields hold. */
export interface ListService {
  /** How many cells of the rows [from, to) hold something, and what their numbers come to. */
  summary(list: FoundList, from: number, to: number, fields: readonly ListField[], today: string): Promise<RangeSummary>
  find(query: ListQuery, today: string): Promise<Result<FoundList>>
  /** The cells of the rows [from, to); records deleted since the result was taken are left out. */
  rows(list: FoundList, from: number, to: number, fields: readonly ListField[], today: string): Promise<ListRowCells[]>
  /**
   * Counts a query's records by two or three fields, and adds up a field of them where one is named.
   *
   * @returns what `find` refuses, table_too_large for more than {@link mostCells} cells, job_cancelled
   */
  tabulate(query: ListQuery, dimensions: TableDimensions, today: string, more?: TableOptions): Promise<Result<Tabulated>>
  /**
   * Ids of the records that `tabulate` counts in one cell, ascending.
   *
   * @returns what `tabulate` refuses
   */
  cellIds(query: ListQuery, dimensions: TableDimensions, cell: TableCell, today: string, more?: TableOptions): Promise<Result<Int32Array>>
  /** Stored fields of the rows [from, to), as they stand in the register. */
  values(list: FoundList, from: number, to: number, fields: readonly string[]): Promise<RecordFields[]>
  /**
   * How often each value of a field occurs, most frequent first; counted without the field's own filter, so that its
   * other values can be chosen, unless all filters are to hold.
   */
  facets(query: ListQuery, fields: readonly ListField[], today: string, filters?: 'others' | 'all'): Promise<Result<FieldFacet[]>>
}

export interface TableDimensions { rows: Dimension; columns: Dimension | null; split: Dimension | null }

export interface TableOptions extends WorkWatch {
  /** Only these records, by ids ascending. */
  among?: Int32Array | undefined
  /** A field with one number a record. */
  sum?: ListField | undefined
}

export interface Tabulated {
  sides: Sides
  counts: Counts
  total: number
  sequence: number
}

/** More cells nobody reads: a field with as many values as records was meant for a list. */
export const mostCells = 4_000_000

/** Rows that are read to be summed up; more are counted over whole columns. */
const readRows = 1_000

export function createListService(sources: ListSources): ListService {
  const { store, lists, owner, districtName } = sources
  const columnsOf = columnsByKind(sources)

  async function resultOf(plan: ListPlan, columns: RegisterColumns, today: number): Promise<ListResult> {
    const { record } = listDefinitions[plan.kind]
    const kind = columnsOf(plan.kind, columns)
    const order = indexOrder(plan)
    if (plan.tests.length === 0 && order !== null) {
      if (plan.words.length === 0) return indexedResult(lists, record, order, await store.records.count(record))
      if (order.by === 'id' && !order.descending && plan.match === 'written') {
        const hits = lists.search(record, plan.words)
        return searchResult(hits, await hits.count())
      }
    }
    return vectorResult(await sortedIds(plan, kind, await hitsOf(plan, lists), today))
  }

  /** The sides of a table and the rows that are counted in it; null means all. */
  async function layOut(query: ListQuery, dimensions: TableDimensions, today: string, among: Int32Array | undefined): Promise<Result<LaidOut>> {
    const plan = planList({ ...query, sort: [] }, districtName)
    if (!plan.ok) return plan
    const columns = await owner.current()
    const kind = columnsOf(query.kind, columns)
    const day = packDate(today)
    const districts = columns.city.districts.map(({ name }) => name)
    const sideFor = async (dimension: Dimension | null): Promise<Side> => (dimension ? sideOf(dimension, await kind.values(dimension.field, day), districts) : noSide)
    const sides = [await sideFor(dimensions.split), await sideFor(dimensions.rows), await sideFor(dimensions.columns)] as const
    const cells = sides.reduce((product, { values }) => product * (values.length + 1), 1)
    if (cells > mostCells) return fail('table_too_large', undefined, { cells, most: mostCells })
    const rows = await matchingRows(plan.value, kind, inBoth(await hitsOf(plan.value, lists), among ?? null), day)
    return succeed({ sides, rows, ids: await kind.ids(), kind, sequence: columns.sequence })
  }

  return {
    async find(query, today) {
      const plan = planList(query, districtName)
      if (!plan.ok) return plan
      const columns = await owner.current()
      const result = await resultOf(plan.value, columns, packDate(today))
      return succeed({ ...result, kind: query.kind, sequence: columns.sequence })
    },
    async rows(list, from, to, fields, today) {
      const records = await this.values(list, from, to, readFieldsOf(list.kind, fields))
      const context = await createPageContext(await owner.current(), records, packDate(today))
      const cellsOf = cellReader(list.kind, fields, context)
      return records.map((record) => ({ id: record.id, cells: cellsOf(record) }))
    },
    async tabulate(query, dimensions, today, { sum, ...more } = {}) {
      const laid = await layOut(query, dimensions, today, more.among)
      if (!laid.ok) return laid
      const { sides, rows, ids, kind, sequence } = laid.value
      const amount = sum === undefined ? null : amountOf(await kind.values(sum, packDate(today)))
      const counts = await inTurns(countSides(rows, ids.length, sides, amount), more)
      return counts === null ? fail('job_cancelled') : succeed({ sides, counts, total: rows?.length ?? ids.length, sequence })
    },
    async cellIds(query, dimensions, cell, today, more = {}) {
      const laid = await layOut(query, dimensions, today, more.among)
      if (!laid.ok) return laid
      const { sides, rows, ids } = laid.value
      const found = await inTurns(rowsInCell(rows, ids.length, sides, cell), more)
      return found === null ? fail('job_cancelled') : succeed(idsOfRows(ids, found))
    },
    values: async (list, from, to, fields) => store.records.fieldsOf(listDefinitions[list.kind].record, Array.from(await list.ids(from, to)), fields),
    async summary(list, from, to, fields, today) {
      if (to - from <= readRows) return summariseRows(await this.rows(list, from, to, fields, today), fields)
      const columns = columnsOf(list.kind, await owner.current())
      return summariseColumns({ source: sources.columns, kind: list.kind, columns, today: packDate(today) }, await list.ids(from, to), fields)
    },
    async facets(query, fields, today, filters = 'others') {
      const columns = await owner.current()
      const found: FieldFacet[] = []
      for (const field of fields) {
        const plan = planList({ ...query, sort: [], filters: query.filters.filter((filter) => filters === 'all' || filter.field !== field.name) }, districtName)
        if (!plan.ok) return plan
        found.push(await facetOf(plan.value, field, columnsOf(query.kind, columns), lists, packDate(today)))
      }
      return succeed(found)
    },
  }
}

interface LaidOut { sides: Sides; rows: Int32Array | null; ids: Int32Array; kind: KindColumns; sequence: number }

/** What a row adds up to; nothing where it has no number, or several. */
function amountOf(column: RankedColumn | RankedLists): (row: number) => number | null {
  if ('starts' in column) return () => null
  const { ranks, values } = column
  const amounts = Float64Array.from(values, Number)
  return (row) => amounts[ranks[row] ?? amounts.length] ?? null
}

/** Columns of the newest sequence only: what an older result needs of them, its vector already holds. */
function columnsByKind({ columns: source, lists }: ListSources): (kind: ListKind, columns: RegisterColumns) => KindColumns {
  let known = new Map<ListKind, KindColumns>()
  let current: RegisterColumns | null = null
  return (kind, columns) => {
    if (current !== columns) known = new Map()
    current = columns
    const loaded = known.get(kind) ?? createKindColumns(source, lists, kind, columns)
    known.set(kind, loaded)
    return loaded
  }
}

/** The order of a plan when an index has it. */
function indexOrder({ kind, keys }: ListPlan): { by: 'id' | 'key'; descending: boolean } | null {
  const [key] = keys
  if (key === undefined) return { by: 'id', descending: false }
  return key.field === listDefinitions[kind].fields[0] ? { by: 'key', descending: key.descending } : null
}

/** Ids of the records that hold the words, ascending; null where there are none. */
async function hitsOf({ kind, words, match }: ListPlan, lists: ListSources['lists']): Promise<Int32Array | null> {
  const { record } = listDefinitions[kind]
  if (words.length === 0) return null
  return match === 'spelled' ? ((await lists.spelled(record, words)) ?? new Int32Array()) : lists.search(record, words).all()
}

/** Ids of both, ascending; null means all. */
function inBoth(one: Int32Array | null, other: Int32Array | null): Int32Array | null {
  if (one === null || other === null) return one ?? other
  const wanted = new Set(other)
  return one.filter((id) => wanted.has(id))
}

async function sortedIds(plan: ListPlan, columns: KindColumns, hits: Int32Array | null, today: number): Promise<Int32Array> {
  const rows = await matchingRows(plan, columns, hits, today)
  const keys: SortKey[] = []
  for (const { field, descending } of plan.keys) keys.push({ column: await columns.sortable(field, today), descending })
  return idsOfRows(await columns.ids(), sortRows(rows, keys))
}

/** The rows of a plan in id order; null means all of them. */
async function matchingRows(plan: ListPlan, columns: KindColumns, hits: Int32Array | null, today: number): Promise<Int32Array | null> {
  const tests: RowTest[] = []
  for (const test of plan.tests) tests.push(await rowTestOf(test, columns, today))
  return filterRows(hits === null ? null : rowsOfIds(await columns.ids(), hits), tests)
}

async function rowTestOf(test: FieldTest, columns: KindColumns, today: number): Promise<RowTest> {
  const column = await columns.values(test.field, today)
  const passes = passTable(column.values, test.accepts, test.acceptsEmpty)
  if ('starts' in column) return { lists: column, passes, isNegated: test.isNegated === true }
  return { column, passes: test.isNegated ? passes.map((pass) => 1 - pass) : passes }
}

/** A record without the mark says no, as its cell does and as a filter takes it. */
function flagFacet(field: ListField, stored: readonly (string | number)[], counts: Int32Array): FieldFacet {
  const marked = stored.reduce<number>((sum, value, place) => sum + (value === 1 ? (counts[place] ?? 0) : 0), 0)
  const both = [{ value: 'true', count: marked }, { value: 'false', count: counts.reduce((sum, count) => sum + count, 0) - marked }]
  return { field: field.name, values: both.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count), empty: 0 }
}

async function facetOf(plan: ListPlan, field: ListField, columns: KindColumns, lists: ListSources['lists'], today: number): Promise<FieldFacet> {
  const rows = await matchingRows(plan, columns, await hitsOf(plan, lists), today)
  const column = await columns.values(field, today)
  const names = field.isName ? writtenNames(column.values) : null
  const counts = countValues(column, rows, names?.placeOf)
  if (field.type === 'flag') return flagFacet(field, column.values, counts)
  const shown = names?.values ?? column.values
  const values = shown.flatMap((value, place) => {
    const count = counts[place] ?? 0
    return count === 0 ? [] : [{ value: field.type === 'date' ? (unpackDate(Number(value)) ?? '') : String(value), count }]
  })
  return { field: field.name, values: values.toSorted((a, b) => b.count - a.count), empty: counts[shown.length] ?? 0 }
}

import { listDefinitions, listField, type ListField, type ListKind } from '../../../shared/domain/catalogue/listFields'
import { parsePeriod, windowOf } from '../../../shared/domain/dates/periods'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import type { ListQuery } from '../lists/listQuery'
import type { WorkWatch } from '../inTurns'
import type { ListService, Tabulated } from '../lists/listService'
import { unknownField } from '../lists/planList'
import type { DateGrain, Dimension } from '../lists/counts/tabulate'

/** How a table is asked for: names of list fields, dates as `publishedOn:month`. */
export interface CrosstabRequest {
  query: ListQuery
  rows: string
  columns: string
  split?: string | undefined
  /** A field with one number a record, added up in the cells; absent: records are counted. */
  sum?: string | undefined
  /** Records whose date of the year lies in it; trademarks by their statistical year. */
  period?: string | undefined
  /** Only these records, by ids ascending: those that an indicator counts in the period, by its own day. */
  among?: Int32Array | undefined
}

export type TableValue = string | number | null

/** A number of a table; null for a sum of records of which none has a number, and where the register has no record of the kind. */
export type TableNumber = number | null

export interface CrosstabRow {
  value: TableValue
  /** One for each value of the columns; of a field that is added up, its sums. */
  counts: TableNumber[]
  /** Records with this value: each once, though it may stand in several columns. */
  total: TableNumber
}

export interface CrosstabTable {
  /** Value of the split; null in a table without one, and in the last table, which is of all records. */
  split: TableValue
  isWhole: boolean
  rows: CrosstabRow[]
  totals: TableNumber[]
  total: TableNumber
}

/** The answer of `crosstab` (cli.md). */
export interface CrosstabAnswer {
  kind: ListKind
  /** The register has no record of the kind at all, and the total is null: absent where it has, even if none is found. */
  noData?: 'no_records'
  dimensions: { rows: string; columns: string; split: string | null }
  /** Name of the field that is added up; null where records are counted. */
  sum: string | null
  period: string | null
  /** Records of the filter, as `list` counts them. */
  total: number
  columns: TableValue[]
  tables: CrosstabTable[]
}

export interface ReadCrosstab {
  /** With the period as one of its filters. */
  query: ListQuery
  dimensions: { rows: Dimension; columns: Dimension; split: Dimension | null }
  sum: ListField | null
  period: string | null
}

/**
 * Records of a list, counted by two or three of its fields; a value nobody has is left out.
 *
 * @returns usage_bad_value for an unknown field or filter, or a period a kind has no date for; table_too_large, job_cancelled
 */
export async function crosstab(lists: Pick<ListService, 'tabulate' | 'find'>, request: CrosstabRequest, today: string, watch: WorkWatch = {}): Promise<Result<{ answer: CrosstabAnswer; read: ReadCrosstab; sequence: number }>> {
  const read = readCrosstab(request)
  if (!read.ok) return read
  const { query, dimensions, sum, period } = read.value
  const counted = await lists.tabulate(query, dimensions, today, { ...watch, among: request.among, sum: sum ?? undefined })
  if (!counted.ok) return counted
  const { split, rows, columns } = dimensions
  const answer = {
    kind: query.kind, dimensions: { rows: nameOf(rows), columns: nameOf(columns), split: split && nameOf(split) }, sum: sum?.name ?? null, period, total: counted.value.total,
    ...tablesOf(counted.value),
  }
  const isKnown = answer.total > 0 || (await hasRecords(lists, query.kind, today))
  return succeed({ answer: isKnown ? answer : withoutData(answer), read: read.value, sequence: counted.value.sequence })
}

async function hasRecords(lists: Pick<ListService, 'find'>, kind: ListKind, today: string): Promise<boolean> {
  const all = await lists.find({ kind, search: '', filters: [], sort: [] }, today)
  return !all.ok || all.value.count > 0
}

function withoutData(answer: CrosstabAnswer): CrosstabAnswer {
  return { ...answer, noData: 'no_records', tables: answer.tables.map((table) => ({ ...table, total: null })) }
}

/** Understands what is asked. @returns usage_bad_value */
export function readCrosstab({ query, rows, columns, split, sum, period, among }: CrosstabRequest): Result<ReadCrosstab> {
  const onRows = dimensionOf(query.kind, '--rows', rows)
  const onColumns = dimensionOf(query.kind, '--columns', columns)
  const onSplit = split === undefined ? succeed(null) : dimensionOf(query.kind, '--split', split)
  const added = sum === undefined ? succeed(null) : numberField(query.kind, sum)
  if (!onRows.ok) return onRows
  if (!onColumns.ok) return onColumns
  if (!onSplit.ok) return onSplit
  if (!added.ok) return added
  const within = period === undefined ? succeed(null) : periodFilter(query.kind, period)
  if (!within.ok) return within
  return succeed({
    query: within.value && among === undefined ? { ...query, filters: [...query.filters, within.value.filter] } : query,
    dimensions: { rows: onRows.value, columns: onColumns.value, split: onSplit.value }, sum: added.value, period: within.value?.name ?? null,
  })
}

function numberField(kind: ListKind, name: string): Result<ListField> {
  const field = listField(kind, name)
  if (field?.type === 'number') return succeed(field)
  return fail('usage_bad_value', undefined, { option: '--sum', value: name, expected: listDefinitions[kind].fields.filter(({ type }) => type === 'number').map((known) => known.name).join('、') })
}

const grains: readonly DateGrain[] = ['year', 'quarter', 'month']

function dimensionOf(kind: ListKind, option: string, written: string): Result<Dimension> {
  const [name = '', grain = 'year'] = written.split(':')
  const { yearField } = listDefinitions[kind]
  const field: ListField | undefined = listField(kind, name) ?? (name === 'year' && yearField !== undefined ? listField(kind, yearField) : undefined)
  if (!field) return unknownField(kind, option, name)
  const known = grains.find((candidate) => candidate === grain)
  if (!known || (written.includes(':') && field.type !== 'date')) return fail('usage_bad_value', undefined, { option, value: written, expected: grains.map((each) => `publishedOn:${each}`).join('、') })
  return succeed({ field, grain: known })
}

function nameOf({ field, grain }: Dimension): string {
  return field.type === 'date' && grain !== 'year' ? `${field.name}:${grain}` : field.name
}

function periodFilter(kind: ListKind, written: string): Result<{ name: string; filter: ListQuery['filters'][number] }> {
  const period = parsePeriod(written)
  if (!period.ok) return fail('usage_bad_value', undefined, { option: '--period', value: written, expected: '2021, 2021H1, 2021Q3, 2021-06, 2021-01-05..2021-03-01' })
  const { from, to } = windowOf(period.value, kind === 'trademarks' ? 'trademark' : 'calendar')
  const { yearField } = listDefinitions[kind]
  if (yearField !== undefined) return succeed({ name: period.value.name, filter: { field: yearField, values: [`${from}..${to}`] } })
  if (!listField(kind, 'year')) return fail('usage_bad_value', undefined, { option: '--period', value: written, expected: '—' })
  return succeed({ name: period.value.name, filter: { field: 'year', values: [`${from.slice(0, 4)}..${to.slice(0, 4)}`] } })
}

function tablesOf({ sides, counts }: Tabulated): Pick<CrosstabAnswer, 'columns' | 'tables'> {
  const [splits, rows, columns] = sides
  const [splitEnd, rowEnd, columnEnd] = [splits.values.length, rows.values.length, columns.values.length]
  const shown = (end: number, countOf: (place: number) => number): number[] => Array.from({ length: end }, (_, place) => place).filter((place) => countOf(place) > 0)
  const columnPlaces = shown(columnEnd, (column) => counts.at(splitEnd, rowEnd, column))
  const rowPlaces = shown(rowEnd, (row) => counts.at(splitEnd, row, columnEnd))
  const splitPlaces = shown(splitEnd, (split) => counts.at(split, rowEnd, columnEnd))
  const table = (split: number): CrosstabTable => ({
    split: splits.values[split] ?? null, isWhole: split === splitEnd,
    rows: rowPlaces.map((row) => ({ value: rows.values[row] ?? null, counts: columnPlaces.map((column) => counts.sumAt(split, row, column)), total: counts.sumAt(split, row, columnEnd) })),
    totals: columnPlaces.map((column) => counts.sumAt(split, rowEnd, column)), total: counts.sumAt(split, rowEnd, columnEnd),
  })
  return { columns: columnPlaces.map((column) => columns.values[column] ?? null), tables: [...splitPlaces, splitEnd].map(table) }
}

import { recordKindOfList, listKinds, type ListKind } from '../../../shared/domain/catalogue/listFields'
import type { RecordKind } from '../../../shared/domain/catalogue/fields'
import { filterLabel } from '../../../shared/domain/catalogue/filters'
import { allowedFilters, leadingTerm, type Indicator } from '../../../shared/domain/catalogue/indicators'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import { never } from '../columns/packedDate'
import type { RegisterColumns } from '../columns/registerColumns'
import { idsOfRows, rowsOfIds } from '../lists/filterRows'
import type { FoundList } from '../lists/listService'
import { vectorResult } from '../lists/listResult'
import { sortByNumbers } from '../lists/sortRows'
import { momentFor, readOptions, yearBefore, type CountingOptions } from '../ranking/countingOptions'
import { scan } from '../ranking/figures'
import { layOutRows, type RegionRows } from '../ranking/regionRows'
import { requestFor, type TableChoice } from './rankRequest'

/** The records behind a number as a list: one row for each that was counted, so its length is the number. */
export interface BehindList extends FoundList {
  /** Whether a place (columns/places.ts) is part of what was asked. */
  belongs(place: number): boolean
  /** A mark stands once and not for each of its classes. */
  isEachOnce?: true
}

export function isBehindList(list: FoundList): list is BehindList {
  return 'belongs' in list
}

export interface FigureRequest {
  indicator: Indicator
  choice: TableChoice
  row: string | null
  filters: readonly string[]
  isYearBefore: boolean
}

/**
 * Finds the records that a table's number counted, by the same scan. For quotients they are the numerator's.
 *
 * @returns usage failures, unknown_name for a row the table does not have
 */
export async function behindFigure(columns: RegisterColumns, request: FigureRequest): Promise<Result<BehindList>> {
  const { indicator, choice } = request
  const read = readOptions(indicator, requestFor(indicator, { ...choice, scope: 'districts' }, request.filters))
  if (!read.ok) return read
  const options = request.isYearBefore ? yearBefore(read.value) : read.value
  await columns.directory()
  const rows = layOutRows(columns.city, columns.places, options.zones)
  const row = request.row === null ? rows.city : rows.rows.findIndex(({ name }) => name === request.row)
  if (row < 0) return fail('unknown_name', undefined, { what: '区市', value: request.row })
  return succeed(await listOf(columns, indicator, options, rows, row))
}

async function listOf(columns: RegisterColumns, indicator: Indicator, options: CountingOptions, rows: RegionRows, row: number): Promise<BehindList> {
  const scanned = await scan(columns, leadingTerm(indicator), options, momentFor(indicator, options))
  return listOfIds(columns, scanned.kind, scanned.members(rows, row), (place) => rows.rowsOfPlace[place]?.includes(row) ?? false)
}

/** Counted records as a list: in the order of their days, a mark once for each of its classes. */
export async function listOfIds(columns: RegisterColumns, kind: RecordKind, ids: Int32Array, belongs: BehindList['belongs']): Promise<BehindList> {
  const ordered = await inOrderOfDays(columns, kind, ids)
  const counted = kind === 'trademark' ? await oncePerClass(columns, ordered) : ordered
  return { ...vectorResult(counted), kind: listKindOf(kind), sequence: columns.sequence, belongs }
}

/** As a clerk reads them: the earliest day first; kinds without one day to go by stay as they came. */
async function inOrderOfDays(columns: RegisterColumns, kind: RecordKind, ids: Int32Array): Promise<Int32Array> {
  if (kind !== 'standard' && kind !== 'patent') return ids
  const { ids: all, days } = kind === 'standard' ? await daysOf(columns.standards(), 'publishedOn') : await daysOf(columns.patents(), 'grantedOn')
  return idsOfRows(all, sortByNumbers(rowsOfIds(all, ids), days, never))
}

async function daysOf<K extends string>(loaded: Promise<{ ids: Int32Array } & Record<K, Int32Array>>, field: K): Promise<{ ids: Int32Array; days: Int32Array }> {
  const columns = await loaded
  return { ids: columns.ids, days: columns[field] }
}

/** A registration stands as often as it counts (domain.md 3). */
async function oncePerClass(columns: RegisterColumns, ids: Int32Array): Promise<Int32Array> {
  const { ids: all, weight } = await columns.trademarks()
  const repeated: number[] = []
  let row = 0
  for (const id of ids) {
    while ((all[row] ?? Number.POSITIVE_INFINITY) < id) row++
    for (let times = weight[row] ?? 1; times > 0; times--) repeated.push(id)
  }
  return Int32Array.from(repeated)
}

export function listKindOf(kind: RecordKind): ListKind {
  const found = listKinds.find((list) => recordKindOfList[list] === kind)
  if (!found) throw new RangeError(`${kind} has no list`)
  return found
}

/** The same number without its role, by role, and one year earlier. */
export async function countsBesides(columns: RegisterColumns, request: FigureRequest): Promise<{ all: number; lead: number | null; part: number | null; before: number }> {
  const plain = { ...request, isYearBefore: false, filters: request.filters.filter((filter) => !filter.startsWith('role=')) }
  const count = async (more: Partial<FigureRequest>): Promise<number> => {
    const found = await behindFigure(columns, { ...plain, ...more })
    return found.ok ? found.value.count : 0
  }
  const byRole = async (role: string): Promise<number | null> => (allowedFilters(request.indicator).includes('role') ? count({ filters: [...plain.filters, `role=${role}`] }) : null)
  return { all: await count({}), lead: await byRole('lead'), part: await byRole('part'), before: await count({ isYearBefore: true }) }
}

const standardGroups = ['international', 'national', 'industry'] as const

/** How a number splits: standards by kind and role; other numbers stand alone. */
export async function partsBehind(columns: RegisterColumns, request: FigureRequest): Promise<{ label: string; count: number }[]> {
  if (request.indicator !== 'standards') return []
  const parts: { label: string; count: number }[] = []
  for (const kind of standardGroups) {
    const found = await behindFigure(columns, { ...request, filters: [...request.filters, `kind=${kind}`] })
    if (found.ok) parts.push({ label: filterLabel('kind', kind), count: found.value.count })
  }
  return parts
}

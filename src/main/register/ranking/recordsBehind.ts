import { keyOf, kindDefinitions, type RecordKind, type Values } from '../../../shared/domain/catalogue/fields'
import { importKinds, recordKindOf } from '../../../shared/domain/catalogue/headings'
import { leadingTerm, type Indicator } from '../../../shared/domain/catalogue/indicators'
import type { DistrictResolver } from '../../../shared/domain/places/districts'
import { receivedZone } from '../../../shared/domain/places/receivedZones'
import { succeed, type Result } from '../../../shared/domain/result'
import type { RecordStore } from '../../store/registerStore'
import type { RegisterColumns } from '../columns/registerColumns'
import { classTestOf, countedClasses, type ClassTest } from './classPairs'
import { momentFor, readOptions, type CountingOptions, type RankRequest } from './countingOptions'
import { scan } from './figures'
import { findRow } from './findRow'
import { byRegion } from './receivedFigures'
import { layOutRows } from './regionRows'

export interface RecordsAnswer { total: number; rows: RecordBehind[] }

/** One record behind a number; a mark stands once for each of its classes. */
export interface RecordBehind {
  /** As the command line names kinds: standards, patents, … */
  kind: string
  /** The natural key: the number of the standard, patent or registration. */
  key: string
  class?: number | null
  [field: string]: unknown
}

/** What a reader needs to recognise a record, by kind. */
const shownFields: Partial<Record<RecordKind, readonly string[]>> = {
  standard: ['title', 'kind', 'newOrRevised', 'publishedOn'],
  patent: ['title', 'type', 'parties', 'filedOn', 'grantedOn'],
  trademark: ['name', 'owner', 'appliedOn', 'registeredOn', 'termEndOn'],
  honour: ['honour', 'level', 'session', 'recipient', 'objectNumber', 'publishedOn'],
  pilot: ['project', 'pilotType', 'level', 'name', 'year', 'status'],
  pct: ['title', 'applicants', 'receivedOn'],
  indicator: ['region', 'indicator', 'period', 'value', 'unit'],
}

export interface RecordsRequest extends RankRequest {
  /** Code, name or alias of the row; absent for the city. */
  district?: string | undefined
}

const pageIds = 2_000

/**
 * The records behind one number, all of them (cli.md `records`): those that `rankIndicator` counted, found by the same
 * scan. For densities and percentages they are the numerator's.
 *
 * @returns what rankIndicator refuses, and unknown_name for the district
 */
export async function recordsBehind(
  columns: RegisterColumns, records: RecordStore, districts: DistrictResolver, indicator: Indicator, request: RecordsRequest,
): Promise<Result<RecordsAnswer>> {
  const options = readOptions(indicator, request)
  if (!options.ok) return options
  if (options.value.source === 'received') return succeed(await receivedBehind(columns, records, districts, indicator, { ...options.value, district: request.district }))
  const behind = await membersBehind(columns, districts, indicator, { ...options.value, district: request.district })
  if (!behind.ok) return behind
  const rows = await describeAll(records, behind.value.kind, behind.value.ids, classTestOf(leadingTerm(indicator)))
  return succeed({ total: rows.length, rows })
}

/** Which records stand behind one number, by their ids in id order: what a list shows page by page. */
export interface MembersBehind { kind: RecordKind; ids: readonly number[] }

/**
 * The ids behind one number of our own figures, without reading a record.
 *
 * @returns unknown_name for the district
 */
export async function membersBehind(
  columns: RegisterColumns, districts: DistrictResolver, indicator: Indicator, options: CountingOptions & { district: string | undefined },
): Promise<Result<MembersBehind>> {
  const scanned = await scan(columns, leadingTerm(indicator), options, momentFor(indicator, options))
  const row = rowAsked(columns, districts, options, options.district)
  return row.ok ? succeed({ kind: scanned.kind, ids: Array.from(scanned.members(row.value.rows, row.value.row)) }) : row
}

/** A zone can always be looked into, also where the report keeps it in its host. */
function rowAsked(columns: RegisterColumns, districts: DistrictResolver, options: CountingOptions, district: string | undefined) {
  const rows = layOutRows(columns.city, columns.places, options.zones)
  const row = findRow(rows, districts, district)
  if (row.ok || options.zones !== 'host') return row.ok ? succeed({ rows, row: row.value }) : row
  const withZones = layOutRows(columns.city, columns.places, 'of_which')
  const zone = findRow(withZones, districts, district)
  return zone.ok ? succeed({ rows: withZones, row: zone.value }) : zone
}

async function describeAll(records: RecordStore, kind: RecordKind, ids: readonly number[], classes: ClassTest | null = null): Promise<RecordBehind[]> {
  const fields = [kindDefinitions[kind].key, ...(shownFields[kind] ?? []), ...(kind === 'trademark' ? ['classes'] : [])]
  const found: RecordBehind[] = []
  for (let from = 0; from < ids.length; from += pageIds) {
    for (const { values } of await records.fieldsOf(kind, ids.slice(from, from + pageIds), fields)) found.push(...describe(kind, values, classes))
  }
  return found
}

function describe(recordKind: RecordKind, values: Values, classes: ClassTest | null): RecordBehind[] {
  const kind = importKinds.find((name) => recordKindOf[name] === recordKind) ?? recordKind
  const key = keyOf({ kind: recordKind, values })
  // A standard's own kind would hide which kind of record this is.
  const shown = Object.fromEntries((shownFields[recordKind] ?? []).map((field) => [field === 'kind' ? 'standardKind' : field, values[field] ?? null]))
  if (recordKind !== 'trademark') return [{ kind, key, ...shown }]
  return countedClasses(values.classes, classes).map((niceClass) => ({ kind, key, class: niceClass, ...shown }))
}

async function receivedBehind(
  columns: RegisterColumns, records: RecordStore, districts: DistrictResolver, indicator: Indicator, options: CountingOptions & { district: string | undefined },
): Promise<RecordsAnswer> {
  const figures = byRegion(await columns.received(), indicator, options.period)
  const named = options.district === undefined ? null : districts.resolve(options.district)
  // A received zone goes by its name.
  const zone = named?.ok === false && typeof named.details?.['zone'] === 'string' ? named.details['zone'] : options.district
  const code = named?.ok ? named.code : zone
  const ids = [...figures.values()].filter(({ region }) => code === undefined || receivedZone(region).name === code).map(({ id }) => id)
  const rows = await describeAll(records, 'indicator', ids)
  return { total: rows.length, rows }
}

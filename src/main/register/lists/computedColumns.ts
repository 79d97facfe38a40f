import { ownerTypes } from '../../../shared/domain/catalogue/filters'
import { packRecord, type RecordKind } from '../../../shared/domain/catalogue/fields'
import { attachmentsField, recordKindOfList, type ListField, type ListKind } from '../../../shared/domain/catalogue/listFields'
import type { OverIds } from '../columns/carried/carriedColumn'
import { ListsBuilder } from '../columns/fieldColumns'
import { firstDay } from '../columns/packedDate'
import { placeOn, type PlacedColumns } from '../columns/placedColumns'
import { outside } from '../columns/places'
import { ValueNumbers, type ValueOrder } from '../columns/rankedColumn'
import type { RegisterColumns } from '../columns/registerColumns'
import type { StandardColumns } from '../columns/standardColumns'
import { unresolved, type UnitDirectory } from '../columns/unitDirectory'
import type { PlaceNames } from './placeNames'
import { criteriaOnDay, patentStatusOn, standardStatusOn, trademarkStatusOn } from './statuses'

/** What computed fields depend on beside the records. */
export interface ComputedContext {
  columns: RegisterColumns
  names: PlaceNames
  /** Packed. */
  today: number
  /** The rows that are asked for, ascending, and the ids of their records. */
  rows: Int32Array
  ids: Int32Array
  /** A stored date of the asked records as packed numbers, for statuses. */
  dates(field: string): Promise<Int32Array>
  /** Stored texts of the asked records. */
  texts(field: string): Promise<readonly (string | null)[]>
}

type Loader = (context: ComputedContext) => Promise<Computed>

type Computed = Pick<OverIds, 'column' | 'order'>

/** Every computed field of listFields.ts, for the asked rows. */
const loaders: Partial<Record<`${ListKind}.${string}`, Loader>> = {
  'standards.status': async (context) => {
    const { dates, today } = context
    const [published, effective, abolished] = [await dates('publishedOn'), await dates('effectiveOn'), await dates('abolishedOn')]
    return single(context, (_row, at) => standardStatusOn(published[at] ?? 0, effective[at] ?? 0, abolished[at] ?? 0, today))
  },
  'standards.district': localDistricts,
  'standards.firstUnit': async (context) => {
    const { listStart, position } = await context.columns.standards()
    const names = await context.columns.stored('standard').values('drafting', 'pinyin')
    const nameAt = (entry: number): string => String(names.values[names.ranks[entry] ?? 0] ?? '')
    // Of a list that is known in part, the first name need not be the first unit's.
    return single(context, (row) => (isFirst(listStart, position, row) ? nameAt(listStart[row] ?? 0) : null), 'pinyin')
  },
  'standards.firstDistrict': async (context) => {
    const standards = await context.columns.standards()
    const directory = await context.columns.directory()
    return single(context, (row) => {
      let first: string | null = null
      eachLocal(standards, directory, row, (_entry, place) => { first ??= context.names.ofPlace(place) })
      return first
    }, 'pinyin')
  },
  'standards.leadDistrict': async (context) => {
    const standards = await context.columns.standards()
    const directory = await context.columns.directory()
    return single(context, (row) => {
      let leading: string | null = null
      eachLocal(standards, directory, row, (entry, place) => { if (standards.position[entry] === 1) leading = context.names.ofPlace(place) })
      return leading
    }, 'pinyin')
  },
  'standards.localUnits': async (context) => {
    const standards = await context.columns.standards()
    const directory = await context.columns.directory()
    return single(context, (row) => {
      let count = 0
      eachLocal(standards, directory, row, () => count++)
      return count
    })
  },
  'standards.role': async (context) => {
    const standards = await context.columns.standards()
    const directory = await context.columns.directory()
    return single(context, (row) => roleOf(standards, directory, row))
  },
  'patents.status': async (context) => {
    const { grantedOn, endsOn } = await context.columns.patents()
    return single(context, (row) => patentStatusOn(grantedOn[row] ?? 0, endsOn[row] ?? 0, context.today))
  },
  'patents.ownerType': async (context) => {
    const { ownerType } = await context.columns.patents()
    return single(context, (row) => ownerTypes[(ownerType[row] ?? 0) - 1]?.value ?? null)
  },
  'patents.criteria': async (context) => {
    const { type, criteria, filedOn } = await context.columns.patents()
    return several(context, (row) => criteriaOnDay({ type: type[row] ?? 0, bits: criteria[row] ?? 0, filedOn: filedOn[row] ?? 0 }, context.today), 'plain')
  },
  'patents.district': async (context) => districts(context, await context.columns.patents()),
  'trademarks.status': async (context) => {
    const { inForceFrom, termOverOn, graceOverOn, cancelledOn } = await context.columns.trademarks()
    return single(context, (row) => trademarkStatusOn({
      registeredOn: inForceFrom[row] ?? 0, termOverOn: termOverOn[row] ?? 0, graceOverOn: graceOverOn[row] ?? 0, cancelledOn: cancelledOn[row] ?? 0,
    }, context.today))
  },
  'trademarks.district': async (context) => districts(context, await context.columns.trademarks()),
  'pct.district': async (context) => districts(context, await context.columns.pcts()),
  'units.district': async (context) => {
    const units = await context.columns.units()
    return single(context, (unit) => placeName(context.names, units.placeOn(unit, context.today)), 'pinyin')
  },
  'units.zone': async (context) => {
    const { texts, dates, today } = context
    const [zone, previous, moved] = [await texts('zone'), await texts('previousDistrict'), await dates('movedOn')]
    return single(context, (_unit, at) => (isBeforeMove(previous[at] ?? null, moved[at] ?? 0, today) ? null : (zone[at] ?? null)), 'pinyin')
  },
  'honours.district': async (context) => {
    const rows = await context.columns.honours()
    return single(context, (row) => context.names.ofPlace(rows[row]?.place ?? outside), 'pinyin')
  },
  'pilots.district': async (context) => {
    const rows = await context.columns.pilots()
    return single(context, (row) => context.names.ofPlace(rows[row]?.place ?? outside), 'pinyin')
  },
  'population.region': regions,
  'population.series': async (context) => {
    const series = await context.texts('series')
    return single(context, (_row, at) => seriesOf(series[at] ?? null))
  },
  'market_entities.region': regions,
  'indicators.region': regions,
}

/** A computed field of the asked rows, and the order of its values. */
export async function loadComputed(kind: ListKind, field: ListField, context: ComputedContext): Promise<Computed> {
  const load = field.name === attachmentsField.name ? attachmentCounts(recordKindOfList[kind]) : loaders[`${kind}.${field.name}`]
  if (!load) throw new RangeError(`${kind}.${field.name} is neither stored nor computed`)
  return load(context)
}

function attachmentCounts(kind: RecordKind): Loader {
  return async (context) => {
    const counts = await context.columns.attachmentCounts()
    return single(context, (_row, at) => counts.get(packRecord(kind, context.ids[at] ?? 0)) ?? 0)
  }
}

/** A unit that moves after the day is still where it was, and in no zone there. */
export function isBeforeMove(previousDistrict: string | null, movedOn: number, day: number): boolean {
  return previousDistrict !== null && movedOn !== 0 && day < firstDay(movedOn)
}

/** @param valueOf  of a row, and of its place among the asked ones */
function single({ rows }: ComputedContext, valueOf: (row: number, at: number) => string | number | null, order: ValueOrder = 'plain'): Computed {
  const numbers = new ValueNumbers()
  const ranks = new Int32Array(rows.length)
  for (let at = 0; at < rows.length; at++) ranks[at] = numbers.of(valueOf(rows[at] as number, at)) // at < rows.length
  return { column: { ranks, values: numbers.finish(ranks, order) }, order }
}

function several({ rows }: ComputedContext, valuesOf: (row: number) => readonly string[], order: ValueOrder): Computed {
  const builder = new ListsBuilder(rows.length)
  for (let at = 0; at < rows.length; at++) builder.add(at, valuesOf(rows[at] as number)) // at < rows.length
  return { column: builder.finish(order), order }
}

async function districts(context: ComputedContext, placed: PlacedColumns): Promise<Computed> {
  const directory = await context.columns.directory()
  return single(context, (row) => context.names.ofPlace(placeOn(placed, row, context.today, directory)), 'pinyin')
}

/** Figures speak of a district, the city or another city. */
async function regions(context: ComputedContext): Promise<Computed> {
  const codes = await context.texts('region')
  return single(context, (_row, at) => context.names.ofRegion(codes[at] ?? null), 'pinyin')
}

/** census of census2020: its year is a field of its own. */
export function seriesOf(series: string | null): string | null {
  return series === null ? null : series.replace(/\d+$/u, '')
}

export function placeName(names: PlaceNames, place: number | null): string | null {
  return place === null ? null : names.ofPlace(place)
}

/** The districts of the local drafting units of each standard, each once, in the order of the list. */
async function localDistricts(context: ComputedContext): Promise<Computed> {
  const standards = await context.columns.standards()
  const directory = await context.columns.directory()
  return several(context, (row) => {
    const found = new Set<string>()
    eachLocal(standards, directory, row, (_entry, place) => {
      const name = context.names.ofPlace(place)
      if (name !== null) found.add(name)
    })
    return [...found]
  }, 'pinyin')
}

function roleOf(standards: StandardColumns, directory: UnitDirectory, row: number): string | null {
  let role: string | null = null
  eachLocal(standards, directory, row, (entry) => {
    if (standards.position[entry] === 1) role = 'lead'
    else role ??= 'part'
  })
  return role
}

function isFirst(listStart: Int32Array, position: Int32Array, row: number): boolean {
  const entry = listStart[row] ?? 0
  return entry < (listStart[row + 1] ?? 0) && position[entry] === 1
}

/** Local: the unit resolves, and its district on the day of publication is one of the city's. */
function eachLocal(standards: StandardColumns, directory: UnitDirectory, row: number, visit: (entry: number, place: number) => void): void {
  const day = firstDay(standards.publishedOn[row] ?? 0)
  for (let entry = standards.listStart[row] ?? 0; entry < (standards.listStart[row + 1] ?? 0); entry++) {
    const unit = standards.unit[entry] ?? unresolved
    const place = unit === unresolved ? null : directory.placeOn(unit, day)
    if (place !== null && place !== outside) visit(entry, place)
  }
}

import { ownerTypes } from '../../../shared/domain/catalogue/filters'
import { packRecord, type RecordKind } from '../../../shared/domain/catalogue/fields'
import { attachmentsField, recordKindOfList, type ListField, type ListKind } from '../../../shared/domain/catalogue/listFields'
import { ListsBuilder } from '../columns/fieldColumns'
import { firstDay } from '../columns/packedDate'
import { placeOn, type PlacedColumns } from '../columns/placedColumns'
import { outside } from '../columns/places'
import { ValueNumbers, type RankedColumn, type RankedLists, type ValueOrder } from '../columns/rankedColumn'
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
  /** A stored date of all records of the kind as packed numbers, for statuses. */
  dates(field: string): Promise<Int32Array>
  ids(): Promise<Int32Array>
  /** Stored texts of a kind with few records, by row. */
  texts(field: string): Promise<readonly (string | null)[]>
}

type Loader = (context: ComputedContext) => Promise<RankedColumn | RankedLists>

/** Every computed field of listFields.ts, over all records, in id order. */
const loaders: Partial<Record<`${ListKind}.${string}`, Loader>> = {
  'standards.status': async ({ dates, today }) => {
    const [published, effective, abolished] = [await dates('publishedOn'), await dates('effectiveOn'), await dates('abolishedOn')]
    return single(published.length, (row) => standardStatusOn(published[row] ?? 0, effective[row] ?? 0, abolished[row] ?? 0, today))
  },
  'standards.district': localDistricts,
  'standards.firstUnit': async ({ columns }) => {
    const { count, listStart, position } = await columns.standards()
    const names = await columns.stored('standard').values('drafting', 'pinyin')
    const nameAt = (entry: number): string => String(names.values[names.ranks[entry] ?? 0] ?? '')
    // Of a list that is known in part, the first name need not be the first unit's.
    return single(count, (row) => (isFirst(listStart, position, row) ? nameAt(listStart[row] ?? 0) : null), 'pinyin')
  },
  'standards.firstDistrict': async (context) => {
    const standards = await context.columns.standards()
    const directory = await context.columns.directory()
    return single(standards.count, (row) => {
      let first: string | null = null
      eachLocal(standards, directory, row, (_entry, place) => { first ??= context.names.ofPlace(place) })
      return first
    }, 'pinyin')
  },
  'standards.leadDistrict': async (context) => {
    const standards = await context.columns.standards()
    const directory = await context.columns.directory()
    return single(standards.count, (row) => {
      let leading: string | null = null
      eachLocal(standards, directory, row, (entry, place) => { if (standards.position[entry] === 1) leading = context.names.ofPlace(place) })
      return leading
    }, 'pinyin')
  },
  'standards.localUnits': async (context) => {
    const standards = await context.columns.standards()
    const directory = await context.columns.directory()
    return single(standards.count, (row) => {
      let count = 0
      eachLocal(standards, directory, row, () => count++)
      return count
    })
  },
  'standards.role': async (context) => {
    const standards = await context.columns.standards()
    const directory = await context.columns.directory()
    return single(standards.count, (row) => roleOf(standards, directory, row))
  },
  'patents.status': async ({ columns, today }) => {
    const { count, grantedOn, endsOn } = await columns.patents()
    return single(count, (row) => patentStatusOn(grantedOn[row] ?? 0, endsOn[row] ?? 0, today))
  },
  'patents.ownerType': async ({ columns }) => {
    const { count, ownerType } = await columns.patents()
    return single(count, (row) => ownerTypes[(ownerType[row] ?? 0) - 1]?.value ?? null)
  },
  'patents.criteria': async ({ columns, today }) => {
    const { count, criteria, filedOn } = await columns.patents()
    return several(count, (row) => criteriaOnDay(criteria[row] ?? 0, filedOn[row] ?? 0, today), 'plain')
  },
  'patents.district': async (context) => districts(context, await context.columns.patents()),
  'trademarks.status': async ({ columns, today }) => {
    const { count, registeredOn, termOverOn, graceOverOn, cancelledOn } = await columns.trademarks()
    return single(count, (row) => trademarkStatusOn({
      registeredOn: registeredOn[row] ?? 0, termOverOn: termOverOn[row] ?? 0, graceOverOn: graceOverOn[row] ?? 0, cancelledOn: cancelledOn[row] ?? 0,
    }, today))
  },
  'trademarks.district': async (context) => districts(context, await context.columns.trademarks()),
  'pct.district': async (context) => districts(context, await context.columns.pcts()),
  'units.district': async ({ columns, names, today }) => {
    const units = await columns.units()
    return single(units.ids.length, (unit) => placeName(names, units.placeOn(unit, today)), 'pinyin')
  },
  'units.zone': async ({ texts, dates, today }) => {
    const [zone, previous, moved] = [await texts('zone'), await texts('previousDistrict'), await dates('movedOn')]
    return single(zone.length, (unit) => (isBeforeMove(previous[unit] ?? null, moved[unit] ?? 0, today) ? null : (zone[unit] ?? null)), 'pinyin')
  },
  'honours.district': async ({ columns, names }) => {
    const rows = await columns.honours()
    return single(rows.length, (row) => names.ofPlace(rows[row]?.place ?? outside), 'pinyin')
  },
  'pilots.district': async ({ columns, names }) => {
    const rows = await columns.pilots()
    return single(rows.length, (row) => names.ofPlace(rows[row]?.place ?? outside), 'pinyin')
  },
  'population.region': regions,
  'population.series': async ({ texts }) => {
    const series = await texts('series')
    return single(series.length, (row) => seriesOf(series[row] ?? null))
  },
  'market_entities.region': regions,
  'indicators.region': regions,
}

export async function loadComputed(kind: ListKind, field: ListField, context: ComputedContext): Promise<RankedColumn | RankedLists> {
  const load = field.name === attachmentsField.name ? attachmentCounts(recordKindOfList[kind]) : loaders[`${kind}.${field.name}`]
  if (!load) throw new RangeError(`${kind}.${field.name} is neither stored nor computed`)
  return load(context)
}

function attachmentCounts(kind: RecordKind): Loader {
  return async ({ columns, ids }) => {
    const [rows, counts] = [await ids(), await columns.attachmentCounts()]
    return single(rows.length, (row) => counts.get(packRecord(kind, rows[row] ?? 0)) ?? 0)
  }
}

/** A unit that moves after the day is still where it was, and in no zone there. */
export function isBeforeMove(previousDistrict: string | null, movedOn: number, day: number): boolean {
  return previousDistrict !== null && movedOn !== 0 && day < firstDay(movedOn)
}

function single(count: number, valueOf: (row: number) => string | number | null, order: ValueOrder = 'plain'): RankedColumn {
  const numbers = new ValueNumbers()
  const ranks = new Int32Array(count)
  for (let row = 0; row < count; row++) ranks[row] = numbers.of(valueOf(row))
  return { ranks, values: numbers.finish(ranks, order) }
}

function several(count: number, valuesOf: (row: number) => readonly string[], order: ValueOrder): RankedLists {
  const builder = new ListsBuilder(count)
  for (let row = 0; row < count; row++) builder.add(row, valuesOf(row))
  return builder.finish(order)
}

async function districts({ columns, names, today }: ComputedContext, placed: PlacedColumns): Promise<RankedColumn> {
  const directory = await columns.directory()
  return single(placed.count, (row) => names.ofPlace(placeOn(placed, row, today, directory)), 'pinyin')
}

/** Figures speak of a district, the city or another city. */
async function regions({ texts, names }: ComputedContext): Promise<RankedColumn> {
  const codes = await texts('region')
  return single(codes.length, (row) => names.ofRegion(codes[row] ?? null), 'pinyin')
}

/** census of census2020: its year is a field of its own. */
export function seriesOf(series: string | null): string | null {
  return series === null ? null : series.replace(/\d+$/u, '')
}

export function placeName(names: PlaceNames, place: number | null): string | null {
  return place === null ? null : names.ofPlace(place)
}

/** The districts of the local drafting units of each standard, each once, in the order of the list. */
async function localDistricts({ columns, names }: ComputedContext): Promise<RankedLists> {
  const standards = await columns.standards()
  const directory = await columns.directory()
  return several(standards.count, (row) => {
    const found = new Set<string>()
    eachLocal(standards, directory, row, (_entry, place) => {
      const name = names.ofPlace(place)
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

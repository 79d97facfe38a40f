import { ownerTypes } from '../../../shared/domain/catalogue/filters'
import { packRecord, type FieldValue, type Scalar, type Values } from '../../../shared/domain/catalogue/fields'
import { attachmentsField, recordKindOfList, type ListField, type ListKind } from '../../../shared/domain/catalogue/listFields'
import type { StoredRecord } from '../../store/registerStore'
import { ownerTypeNumber, ownerTypeOfName } from '../columns/ownerTypes'
import { firstDay, packDate } from '../columns/packedDate'
import { criterionBits, endOfForce, patentTypeNumber } from '../columns/patentColumns'
import { outside, type PlaceTable } from '../columns/places'
import { endByCancellation, inForceFrom, termOf } from '../columns/trademarkColumns'
import { unresolved, type Units } from '../columns/unitDirectory'
import { isBeforeMove, placeName, seriesOf } from './computedColumns'
import type { PlaceNames } from './placeNames'
import { criteriaOnDay, patentStatusOn, standardStatusOn, trademarkStatusOn } from './statuses'

/** What a cell of a list holds: the values of cli.md. */
export type ListCell = string | number | boolean | (string | number)[] | null

export interface ListRowCells {
  id: number
  cells: Record<string, ListCell>
}

/** What the cells of a page need beside its records; nothing of it grows with the register's records. */
export interface CellContext {
  units: Units
  places: PlaceTable
  names: PlaceNames
  /** How many files belong to each record that has any, by `packRecord`. */
  attachmentCounts: ReadonlyMap<number, number>
  /** Unit of a name as written, by a person's decision or by the directory; -1 when unresolved. */
  unitOfName(name: string): number
  /** Packed. */
  today: number
}

/** The cells of one record for the given fields, computed exactly as the columns of the same names are. */
export function cellsOf(kind: ListKind, fields: readonly ListField[], record: Pick<StoredRecord, 'id' | 'values'>, context: CellContext): Record<string, ListCell> {
  return cellReader(kind, fields, context)(record)
}

/** The same for a page: what a field is gets looked up once, not once a record. */
export function cellReader(kind: ListKind, fields: readonly ListField[], context: CellContext): (record: Pick<StoredRecord, 'id' | 'values'>) => Record<string, ListCell> {
  const readers = fields.map((field): CellReader => {
    if (field.stored !== undefined) return storedReader(field, field.stored)
    const { cell } = computerOf(kind, field)
    return (values, id) => cell(values, context, id)
  })
  return ({ id, values }) => {
    const cells: Record<string, ListCell> = {}
    readers.forEach((read, at) => { cells[fields[at]?.name ?? ''] = read(values, id) })
    return cells
  }
}

type CellReader = (values: Values, id: number) => ListCell

function storedReader({ type }: ListField, stored: string): CellReader {
  if (type === 'flag') return (values) => values[stored] === 1
  if (type.endsWith('s')) return (values) => listCell(values[stored])
  return (values) => (values[stored] as Scalar | undefined) ?? null // by its type the field holds one value
}

function listCell(value: FieldValue | undefined): ListCell {
  if (!Array.isArray(value)) return (value as Scalar | undefined) ?? [] // Array.isArray does not narrow readonly arrays away
  return value.map((item: string | number | readonly [number, string]) => (typeof item === 'object' ? item[1] : item))
}

/** A cell that is computed for a day, and the stored fields that it may read. */
interface Computer {
  reads: readonly string[]
  cell(values: Values, context: CellContext, id: number): ListCell
}

const from = (reads: readonly string[], cell: Computer['cell']): Computer => ({ reads, cell })
const localReads = ['drafting', 'publishedOn']
const placeReads = ['ownerUscc', 'ownerPlace']
const regionOf = from(['region'], (values, { names }) => names.ofRegion(textOf(values, 'region')))

const computers: Partial<Record<`${ListKind}.${string}`, Computer>> = {
  'standards.status': from(['publishedOn', 'effectiveOn', 'abolishedOn'], (values, { today }) => standardStatusOn(dateOf(values, 'publishedOn'), dateOf(values, 'effectiveOn'), dateOf(values, 'abolishedOn'), today)),
  'standards.district': from(localReads, (values, context) => [...new Set(localUnits(values, context).map(({ place }) => context.names.ofPlace(place)).filter((name) => name !== null))]),
  'standards.firstUnit': from(['drafting'], (values) => draftingOf(values).find(([position]) => position === 1)?.[1] ?? null),
  'standards.firstDistrict': from(localReads, (values, context) => localUnits(values, context).map(({ place }) => context.names.ofPlace(place)).find((name) => name !== null) ?? null),
  'standards.leadDistrict': from(localReads, (values, context) => placeName(context.names, localUnits(values, context).find(({ position }) => position === 1)?.place ?? null)),
  'standards.localUnits': from(localReads, (values, context) => localUnits(values, context).length),
  'standards.role': from(localReads, (values, context) => {
    const local = localUnits(values, context)
    return local.some(({ position }) => position === 1) ? 'lead' : local.length > 0 ? 'part' : null
  }),
  'patents.status': from(['type', 'filedOn', 'grantedOn', 'lapsedOn', 'statedStatus'], (values, { today }) => patentStatusOn(dateOf(values, 'grantedOn'), endOfPatent(values), today)),
  'patents.ownerType': from(['parties', 'ownerUscc', 'ownerType'], (values, context) => ownerTypes[ownerTypeOf(values, context) - 1]?.value ?? null),
  'patents.criteria': from(['type', 'filedOn', 'strategic', 'overseasFamily', 'pledge', 'award'], (values, { today }) =>
    criteriaOnDay({ type: patentTypeNumber(textOf(values, 'type')), bits: criteriaBits(values), filedOn: dateOf(values, 'filedOn') }, today)),
  'patents.district': from(['parties', ...placeReads], (values, context) => ownerDistrict(values, firstOf(values['parties']), context)),
  'trademarks.status': from(['registeredOn', 'termStartOn', 'termEndOn', 'cancelledOn', 'statedStatus'], (values, { today }) => {
    const termStartOn = dateOf(values, 'termStartOn')
    const termEndOn = dateOf(values, 'termEndOn')
    const registeredOn = inForceFrom(dateOf(values, 'registeredOn'), termStartOn, termEndOn)
    const { over, graceOver } = termOf(registeredOn, termStartOn, termEndOn)
    return trademarkStatusOn({ registeredOn, termOverOn: over, graceOverOn: graceOver, cancelledOn: endByCancellation(dateOf(values, 'cancelledOn'), textOf(values, 'statedStatus')) }, today)
  }),
  'trademarks.district': from(['owner', ...placeReads], (values, context) => ownerDistrict(values, textOf(values, 'owner'), context)),
  'pct.district': from(['applicants', ...placeReads], (values, context) => ownerDistrict(values, firstOf(values['applicants']), context)),
  'units.district': from(['uscc'], (values, { units, names, today }) => placeName(names, units.placeOn(units.unitOfUscc.get(textOf(values, 'uscc') ?? '') ?? unresolved, today))),
  'units.zone': from(['zone', 'previousDistrict', 'movedOn'], (values, { today }) => (isBeforeMove(textOf(values, 'previousDistrict'), dateOf(values, 'movedOn'), today) ? null : textOf(values, 'zone'))),
  'honours.district': from(['district', 'uscc', 'recipient', 'publishedOn'], (values, context) => statedDistrict(values, textOf(values, 'recipient'), dateOf(values, 'publishedOn'), context)),
  'population.region': regionOf,
  'population.series': from(['series'], (values) => seriesOf(textOf(values, 'series'))),
  'market_entities.region': regionOf,
  'indicators.region': regionOf,
  'pilots.district': from(['district', 'uscc', 'name', 'year'], (values, context) => statedDistrict(values, textOf(values, 'name'), Number(values['year'] ?? 0) * 10_000, context)),
}

/** The stored fields from which the cells of the given list fields are made: all that a page has to read. */
export function readFieldsOf(kind: ListKind, fields: readonly ListField[]): string[] {
  return [...new Set(fields.flatMap((field) => field.stored ?? computerOf(kind, field).reads))]
}

function computerOf(kind: ListKind, field: ListField): Computer {
  if (field.name === attachmentsField.name) return from([], (_values, { attachmentCounts }, id) => attachmentCounts.get(packRecord(recordKindOfList[kind], id)) ?? 0)
  const computer = computers[`${kind}.${field.name}`]
  if (!computer) throw new RangeError(`${kind}.${field.name} is neither stored nor computed`)
  return computer
}

function textOf(values: Values, field: string): string | null {
  const value = values[field]
  return typeof value === 'string' && value !== '' ? value : null
}

function dateOf(values: Values, field: string): number {
  return packDate(textOf(values, field))
}

function firstOf(value: FieldValue | undefined): string | null {
  const first: unknown = Array.isArray(value) ? value[0] : null
  return typeof first === 'string' ? first : null
}

/** A drafting unit of the city, as in the record and resolved. */
export interface LocalUnit {
  position: number
  name: string
  place: number
}

/** The drafting units whose district on the day of publication is one of the city's. */
export function localUnits(values: Values, context: CellContext): LocalUnit[] {
  const day = firstDay(dateOf(values, 'publishedOn'))
  return draftingOf(values).flatMap(([position, name]) => {
    const unit = context.unitOfName(name)
    const place = unit === unresolved ? null : context.units.placeOn(unit, day)
    return place === null || place === outside ? [] : [{ position, name, place }]
  })
}

/** The drafting list of a standard: positions with names, empty where it says none. */
export function draftingOf(values: Values): readonly (readonly [number, string])[] {
  const drafting = values['drafting']
  return Array.isArray(drafting) ? (drafting as (readonly [number, string])[]) : [] // the type of the field's values (fields.ts)
}

function unitOfOwner(values: Values, name: string | null, context: CellContext): number {
  const code = textOf(values, 'ownerUscc')
  const byCode = code === null ? undefined : context.units.unitOfUscc.get(code)
  return byCode ?? (name === null ? unresolved : context.unitOfName(name))
}

function ownerDistrict(values: Values, name: string | null, context: CellContext): string | null {
  const unit = unitOfOwner(values, name, context)
  const ofUnit = unit === unresolved ? null : context.units.placeOn(unit, context.today)
  return context.names.ofPlace(ofUnit ?? context.places.ofCode(textOf(values, 'ownerPlace')))
}

function ownerTypeOf(values: Values, context: CellContext): number {
  const name = firstOf(values['parties'])
  const unit = unitOfOwner(values, name, context)
  const ofUnit = unit === unresolved ? 0 : (context.units.typeOfUnit[unit] ?? 0)
  return ofUnit || ownerTypeNumber(textOf(values, 'ownerType')) || ownerTypeOfName(name ?? '')
}

function endOfPatent(values: Values): number {
  return endOfForce(patentTypeNumber(textOf(values, 'type')), dateOf(values, 'filedOn'), firstDay(dateOf(values, 'lapsedOn')), values['statedStatus'] === 'invalid')
}

function criteriaBits(values: Values): number {
  return (values['strategic'] ? criterionBits.strategic : 0) | (values['overseasFamily'] ? criterionBits.overseas_family : 0)
    | (values['pledge'] ? criterionBits.pledge : 0) | (values['award'] ? criterionBits.award : 0)
}

/** The district that the award or approval states; else the unit's on its day. */
function statedDistrict(values: Values, name: string | null, day: number, context: CellContext): string | null {
  const stated = textOf(values, 'district')
  if (stated !== null) return context.names.ofPlace(context.places.ofCode(stated))
  const unit = context.units.unitOfUscc.get(textOf(values, 'uscc') ?? '') ?? (name === null ? unresolved : context.units.unitOfText(name))
  const ofUnit = unit === unresolved ? null : context.units.placeOn(unit, firstDay(day))
  return context.names.ofPlace(ofUnit ?? context.places.ofCode(null))
}

import { ownerTypes } from '../../../shared/domain/catalogue/filters'
import type { FieldValue, Values } from '../../../shared/domain/catalogue/fields'
import type { ListField, ListKind } from '../../../shared/domain/catalogue/listFields'
import type { StoredRecord } from '../../store/registerStore'
import { ownerTypeNumber, ownerTypeOfName } from '../columns/ownerTypes'
import { firstDay, never, packDate } from '../columns/packedDate'
import { criterionBits, endOfForce, patentTypeNumber } from '../columns/patentColumns'
import { outside, type PlaceTable } from '../columns/places'
import { termOf } from '../columns/trademarkColumns'
import { unresolved, type Units } from '../columns/unitDirectory'
import { isBeforeMove, placeName, seriesOf } from './computedColumns'
import type { PlaceNames } from './placeNames'
import { criteriaOnDay, patentStatusOn, standardStatusOn, trademarkStatusOn } from './statuses'

/** What a cell of a list holds: the values of cli.md. */
export type ListCell = string | number | boolean | (string | number)[] | null

/** What the cells of a page need beside its records; nothing of it grows with the register's records. */
export interface CellContext {
  units: Units
  places: PlaceTable
  names: PlaceNames
  /** Unit of a name as written, by a person's decision or by the directory; -1 when unresolved. */
  unitOfName(name: string): number
  /** Packed. */
  today: number
}

/** The cells of one record for the given fields, computed exactly as the columns of the same names are. */
export function cellsOf(kind: ListKind, fields: readonly ListField[], { values }: Pick<StoredRecord, 'values'>, context: CellContext): Record<string, ListCell> {
  const cells: Record<string, ListCell> = {}
  for (const field of fields) cells[field.name] = field.stored === undefined ? computedCell(kind, field, values, context) : storedCell(field, values[field.stored])
  return cells
}

function storedCell(field: ListField, value: FieldValue | undefined): ListCell {
  if (field.type === 'flag') return value === 1
  if (!Array.isArray(value)) return (value as ListCell | undefined) ?? (isPlural(field) ? [] : null) // Array.isArray does not narrow readonly arrays
  return value.map((item: string | number | readonly [number, string]) => (typeof item === 'object' ? item[1] : item))
}

function isPlural(field: ListField): boolean {
  return field.type.endsWith('s')
}

type Computer = (values: Values, context: CellContext) => ListCell

const computers: Partial<Record<`${ListKind}.${string}`, Computer>> = {
  'standards.status': (values, { today }) => standardStatusOn(dateOf(values, 'publishedOn'), dateOf(values, 'effectiveOn'), dateOf(values, 'abolishedOn'), today),
  'standards.district': (values, context) => [...new Set(localUnits(values, context).map(({ place }) => context.names.ofPlace(place)).filter((name) => name !== null))],
  'standards.localUnits': (values, context) => localUnits(values, context).length,
  'standards.role': (values, context) => {
    const local = localUnits(values, context)
    return local.some(({ position }) => position === 1) ? 'lead' : local.length > 0 ? 'part' : null
  },
  'patents.status': (values, { today }) => patentStatusOn(dateOf(values, 'grantedOn'), endOfPatent(values), today),
  'patents.ownerType': (values, context) => ownerTypes[ownerTypeOf(values, context) - 1]?.value ?? null,
  'patents.criteria': (values, { today }) => criteriaOnDay(criteriaBits(values), dateOf(values, 'filedOn'), today),
  'patents.district': (values, context) => ownerDistrict(values, firstOf(values['parties']), context),
  'trademarks.status': (values, { today }) => {
    const registeredOn = dateOf(values, 'registeredOn') || dateOf(values, 'termStartOn')
    const { over, graceOver } = termOf(registeredOn, dateOf(values, 'termEndOn'))
    return trademarkStatusOn({ registeredOn, termOverOn: over, graceOverOn: graceOver, cancelledOn: firstDay(dateOf(values, 'cancelledOn')) || never }, today)
  },
  'trademarks.district': (values, context) => ownerDistrict(values, textOf(values, 'owner'), context),
  'pct.district': (values, context) => ownerDistrict(values, firstOf(values['applicants']), context),
  'units.district': (values, { units, names, today }) => placeName(names, units.placeOn(units.unitOfUscc.get(textOf(values, 'uscc') ?? '') ?? unresolved, today)),
  'units.zone': (values, { today }) => (isBeforeMove(textOf(values, 'previousDistrict'), dateOf(values, 'movedOn'), today) ? null : textOf(values, 'zone')),
  'honours.district': (values, context) => statedDistrict(values, textOf(values, 'recipient'), dateOf(values, 'publishedOn'), context),
  'population.region': (values, { names }) => names.ofRegion(textOf(values, 'region')),
  'population.series': (values) => seriesOf(textOf(values, 'series')),
  'market_entities.region': (values, { names }) => names.ofRegion(textOf(values, 'region')),
  'indicators.region': (values, { names }) => names.ofRegion(textOf(values, 'region')),
  'pilots.district': (values, context) => statedDistrict(values, textOf(values, 'name'), Number(values['year'] ?? 0) * 10_000, context),
}

function computedCell(kind: ListKind, field: ListField, values: Values, context: CellContext): ListCell {
  const compute = computers[`${kind}.${field.name}`]
  if (!compute) throw new RangeError(`${kind}.${field.name} is neither stored nor computed`)
  return compute(values, context)
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

export function draftingOf(values: Values): readonly (readonly [number, string])[] {
  const drafting = values['drafting']
  return Array.isArray(drafting) ? (drafting as (readonly [number, string])[]) : [] // the type of the field's values (fields.ts)
}

function unitOfOwner(values: Values, name: string | null, context: CellContext): number {
  const byCode = context.units.unitOfUscc.get(textOf(values, 'ownerUscc') ?? '')
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

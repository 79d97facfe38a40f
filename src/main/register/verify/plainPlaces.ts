import type { RecordKind, Values } from '../../../shared/domain/catalogue/fields'
import { normaliseName } from '../../../shared/domain/text'
import { packDate } from '../columns/packedDate'
import type { PlaceTable } from '../columns/places'
import { unresolved, type UnitDirectory } from '../columns/unitDirectory'
import { text } from './plainCounting'

/** Ids of the names of a page, as the directory knows them. */
export type NameIds = ReadonlyMap<string, number>

/** Where a record belongs, and of a standard whether its unit there leads it. */
export interface PlainPlace { place: number; isLead: boolean }

export interface PlaceContext {
  places: PlaceTable
  directory: UnitDirectory
  nameIds: NameIds
  /** The units whose places count; null where those of all do. */
  among: ReadonlySet<number> | null
}

/** A standard has the places of all its local units; an honour or pilot its stated one, finer by its unit; anything else its owner's, else the stated one. */
export function plainPlaces(kind: RecordKind, record: Values, day: string, context: PlaceContext): PlainPlace[] {
  if (kind === 'standard') return placesOfStandard(record, day, context)
  const place = kind === 'honour' || kind === 'pilot' ? placeOfWords(record, day, context) : placeOfOwner(record, day, context)
  return [{ place, isLead: false }]
}

function placesOfStandard({ drafting }: Values, day: string, { directory, nameIds, among }: PlaceContext): PlainPlace[] {
  return draftersOf(drafting, directory, nameIds).flatMap(({ unit, position }): PlainPlace[] => {
    const place = among !== null && !among.has(unit) ? null : directory.placeOn(unit, packDate(day))
    return place === null ? [] : [{ place, isLead: position === 1 }]
  })
}

/** The drafting units that are known, each with its place in the list. */
function draftersOf(drafting: Values[string], directory: UnitDirectory, nameIds: NameIds): { unit: number; position: unknown }[] {
  const list: readonly unknown[] = Array.isArray(drafting) ? drafting : []
  return list.flatMap((entry) => {
    const unit = Array.isArray(entry) ? (directory.unitOfName[nameIds.get(String(entry[1])) ?? -1] ?? unresolved) : unresolved
    return Array.isArray(entry) && unit !== unresolved ? [{ unit, position: entry[0] as unknown }] : []
  })
}

/** The units that a record belongs to: all that drafted a standard, who won an honour or has a pilot, else the first owner. */
export function unitsOf(kind: RecordKind, record: Values, directory: UnitDirectory, nameIds: NameIds): number[] {
  if (kind === 'standard') return draftersOf(record.drafting, directory, nameIds).map(({ unit }) => unit)
  const found = kind === 'honour' || kind === 'pilot' ? winnerUnit(record, directory) : ownerOf(record, directory, nameIds)
  return found === null || found === unresolved ? [] : [found]
}

function placeOfOwner(record: Values, day: string, { places, directory, nameIds }: PlaceContext): number {
  const unit = ownerOf(record, directory, nameIds)
  return (unit === null ? null : directory.placeOn(unit, packDate(day))) ?? places.ofCode(text(record.ownerPlace) || null)
}

/** The stated district; of a unit in the same district its place, which knows the zone. */
function placeOfWords(record: Values, day: string, { places, directory }: PlaceContext): number {
  const unit = winnerUnit(record, directory)
  const ofUnit = unit === unresolved ? null : directory.placeOn(unit, packDate(day))
  const district = text(record.district)
  if (district === '') return ofUnit ?? places.ofCode(null)
  const stated = places.ofCode(district)
  return ofUnit !== null && places.places[ofUnit]?.district === places.places[stated]?.district ? ofUnit : stated
}

/** The unit number of the first owner, by its code, else by its name. */
export function ownerOf(record: Values, directory: UnitDirectory, nameIds: NameIds): number | null {
  const byCode = directory.unitOfUscc.get(text(record.ownerUscc))
  const unit = byCode ?? directory.unitOfName[nameIds.get(firstName(record)) ?? -1] ?? unresolved
  return unit === unresolved ? null : unit
}

/** The first patentee or applicant, or the holder of a mark. */
export function firstName({ parties, applicants, owner }: Values): string {
  const list = [parties, applicants].find((names) => Array.isArray(names) && names.length > 0)
  return Array.isArray(list) ? String(list[0]) : text(owner)
}

function winnerUnit(record: Values, directory: UnitDirectory): number {
  const name = text(record.recipient) || text(record.name)
  return directory.unitOfUscc.get(text(record.uscc)) ?? (name === '' ? unresolved : directory.unitOfText(name))
}

/** Two records of one award are one: the same honour, level and session for the same patent, unit or name (domain.md 5). */
export function awardOf(record: Values, directory: UnitDirectory): string {
  const unit = winnerUnit(record, directory)
  const winner = text(record.objectNumber) || (unit === unresolved ? normaliseName(text(record.recipient)) : directory.usccs[unit])
  return JSON.stringify([record.honour ?? null, record.level ?? null, record.session ?? null, winner])
}

/** Every name that a record's place may come from. */
export function namesOf(record: Values): string[] {
  const drafters = Array.isArray(record.drafting) ? record.drafting.flatMap((entry) => (Array.isArray(entry) ? [String(entry[1])] : [])) : []
  return [...drafters, ...[firstName(record)].filter((name) => name !== '')]
}

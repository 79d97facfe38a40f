import type { RecordKind, Values } from '../../../shared/domain/catalogue/fields'
import { awardLevel } from '../../../shared/domain/counting/awardLevel'
import { normaliseName } from '../../../shared/domain/text'
import { packDate } from '../columns/packedDate'
import { unknownPlace, type PlaceTable } from '../columns/places'
import { unresolved, type Units } from '../columns/unitDirectory'
import { text } from './plainCounting'

/** Where a record belongs, and of a standard whether its unit there leads it. */
export interface PlainPlace { place: number; isLead: boolean }

export interface PlaceContext {
  places: PlaceTable
  directory: Units
  /** The units whose places count; null where those of all do. */
  among: ReadonlySet<number> | null
}

/** A standard has the places of all its local units; an honour or pilot its stated one, finer by its unit; anything else its owner's, else the stated one. */
export function plainPlaces(kind: RecordKind, record: Values, day: string, context: PlaceContext): PlainPlace[] {
  if (kind === 'standard') return placesOfStandard(record, day, context)
  const place = kind === 'honour' || kind === 'pilot' ? placeOfWords(record, day, context) : placeOfOwner(record, day, context)
  return [{ place, isLead: false }]
}

function placesOfStandard({ drafting }: Values, day: string, { directory, among }: PlaceContext): PlainPlace[] {
  return draftersOf(drafting, directory).flatMap(({ unit, position }): PlainPlace[] => {
    const place = among !== null && !among.has(unit) ? null : directory.placeOn(unit, packDate(day))
    return place === null ? [] : [{ place, isLead: position === 1 }]
  })
}

/** The drafting units that are known, each with its place in the list. */
function draftersOf(drafting: Values[string], directory: Units): { unit: number; position: unknown }[] {
  const list: readonly unknown[] = Array.isArray(drafting) ? drafting : []
  return list.flatMap((entry) => {
    const unit = Array.isArray(entry) ? directory.unitOfText(String(entry[1])) : unresolved
    return Array.isArray(entry) && unit !== unresolved ? [{ unit, position: entry[0] as unknown }] : []
  })
}

/** The units that a record belongs to: all that drafted a standard, who won an honour or has a pilot, else the first owner. */
export function unitsOf(kind: RecordKind, record: Values, directory: Units): number[] {
  if (kind === 'standard') return draftersOf(record.drafting, directory).map(({ unit }) => unit)
  const found = kind === 'honour' || kind === 'pilot' ? winnerUnit(record, directory) : ownerOf(record, directory)
  return found === null || found === unresolved ? [] : [found]
}

function placeOfOwner(record: Values, day: string, { places, directory }: PlaceContext): number {
  const unit = ownerOf(record, directory)
  return (unit === null ? null : directory.placeOn(unit, packDate(day))) ?? places.ofCode(text(record.ownerPlace) || null)
}

/** The stated district; of a unit in the same district its place, which knows the zone. */
function placeOfWords(record: Values, day: string, { places, directory }: PlaceContext): number {
  const unit = winnerUnit(record, directory)
  const ofUnit = unit === unresolved ? null : directory.placeOn(unit, packDate(day))
  const district = text(record.district)
  if (district === '') return ofUnit ?? places.ofCode(null)
  const stated = places.ofCode(district)
  const isSameDistrict = ofUnit !== null && stated > unknownPlace && places.places[ofUnit]?.district === places.places[stated]?.district
  return isSameDistrict ? ofUnit : stated
}

/** The unit number of the first owner, by its code, else by its name. */
export function ownerOf(record: Values, directory: Units): number | null {
  const name = firstName(record)
  const unit = directory.unitOfUscc.get(text(record.ownerUscc)) ?? (name === '' ? unresolved : directory.unitOfText(name))
  return unit === unresolved ? null : unit
}

/** The first patentee or applicant, or the holder of a mark. */
export function firstName({ parties, applicants, owner }: Values): string {
  const list = [parties, applicants].find((names) => Array.isArray(names) && names.length > 0)
  return Array.isArray(list) ? String(list[0]) : text(owner)
}

function winnerUnit(record: Values, directory: Units): number {
  const name = text(record.recipient) || text(record.name)
  return directory.unitOfUscc.get(text(record.uscc)) ?? (name === '' ? unresolved : directory.unitOfText(name))
}

/** 正奖 for a quality award that is listed without a level. */
export function levelOf(record: Values): string | null {
  return awardLevel(text(record.honour) || null, text(record.level) || null)
}

/** Two records of one award are one: the same honour, level and session for the same patent, unit or name (domain.md 5). */
export function awardOf(record: Values, directory: Units): string {
  const unit = winnerUnit(record, directory)
  const winner = text(record.objectNumber) || (unit === unresolved ? normaliseName(text(record.recipient)) : directory.usccs[unit])
  return JSON.stringify([record.honour ?? null, levelOf(record), record.session ?? null, winner])
}

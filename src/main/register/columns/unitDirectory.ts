import { normaliseName } from '../../../shared/domain/text'
import { NameIndex } from '../../../shared/domain/units/nameIndex'
import { standingUnits } from '../../../shared/domain/units/standingUnits'
import type { ColumnChanges } from '../../store/columnChanges'
import type { ColumnRow, ColumnSource } from '../../store/columnSource'
import type { UnitFinder } from '../../store/unitFinder'
import type { NameLinks } from './nameLinks'
import { ownerTypeOfName, ownerTypeOfUnitType } from './ownerTypes'
import { firstDay, packDate } from './packedDate'
import type { PlaceTable } from './places'
import { parseTexts, textOrNull } from './storedTexts'

/**
 * Units and how names find them. A name resolves late: to the one unit that bears it now, else to the
 * one unit that bore it formerly or is also called so, else as the name that a person said it stands for, else to none;
 * two candidates are none. A unit that was merged into another one is that other one.
 */
export interface UnitDirectory extends Units {
  /** The unit number of a name id, -1 when unresolved. */
  unitOfName: Int32Array
  /** Owner type that a name itself shows. */
  typeOfName: Uint8Array
  /** The last name id that was read; what comes after it is unresolved. */
  lastName: number
}

/** The units alone, without the names of the whole register: enough for a page of records, and quick to load. */
export interface Units {
  /** Store ids of the units by their number here; numbers are what all columns keep. */
  ids: readonly number[]
  usccs: readonly string[]
  unitOfUscc: ReadonlyMap<string, number>
  /** Owner type from the directory's own word; 0 when it says none. */
  typeOfUnit: Uint8Array
  /** Place of a unit on a day (packed); null when its district is not known. */
  placeOn(unit: number, day: number): number | null
  /** Place of a unit that never moved; undefined when it depends on the day. */
  fixedPlace(unit: number): number | null | undefined
  unitOfText(name: string): number
  /** The unit number of a store id. */
  unitOfId: ReadonlyMap<number, number>
}

export const unresolved = -1

interface UnitRow {
  id: number
  uscc: string
  name: string | null
  formerNames: string | null
  aliases: string | null
  mergedInto: string | null
  district: string | null
  zone: string | null
  unitType: string | null
  previousDistrict: string | null
  movedOn: number
}

const unitFields = ['uscc', 'name', 'formerNames', 'district', 'zone', 'unitType', 'previousDistrict', 'movedOn', 'aliases', 'mergedInto'] as const

export async function loadUnitDirectory(source: ColumnSource, units: Units): Promise<UnitDirectory> {
  const unread: ResolvedNames = { unitOfName: new Int32Array(1024).fill(unresolved), typeOfName: new Uint8Array(1024), lastName: 0 }
  return { ...units, ...(await resolveNames((visit) => source.names(visit), unread, units)) }
}

/** The same units with the names that have come since; names are only ever added. */
export async function extendDirectory(former: UnitDirectory, { namesAfter }: Pick<ColumnChanges, 'namesAfter'>): Promise<UnitDirectory> {
  return { ...former, ...(await resolveNames((visit) => namesAfter(former.lastName, visit), former, former)) }
}

/** Units by what a page of records says of them. */
export interface UnitMentions {
  names: readonly string[]
  usccs: readonly string[]
}

export async function loadUnits(source: ColumnSource, places: PlaceTable, { meant }: Pick<NameLinks, 'meant'>): Promise<Units> {
  const rows: UnitRow[] = []
  await source.scan('unit', unitFields, (page) => { for (const row of page) rows.push(toUnitRow(row)) })
  return unitsOver(rows, places, meant)
}

/** Of all units those that the mentions may mean: each mention finds here what it finds among all. */
export async function loadMentionedUnits(finder: UnitFinder, places: PlaceTable, { meant }: Pick<NameLinks, 'meant'>, mentions: UnitMentions): Promise<Units> {
  const names = [...new Set(mentions.names.map(normaliseName))]
  const meantNames = names.flatMap((name) => meant.get(name) ?? [])
  const found = new Map<number, UnitRow>()
  // A unit stands for those merged into it, and may itself have been merged.
  for (let asked = { names: [...names, ...meantNames], usccs: [...new Set(mentions.usccs)] }; asked.names.length + asked.usccs.length > 0;) {
    const rows = (await finder.called(asked.names, asked.usccs, unitFields)).map(toUnitRow).filter(({ id }) => !found.has(id))
    for (const row of rows) found.set(row.id, row)
    asked = { names: [], usccs: rows.flatMap(({ mergedInto }) => mergedInto ?? []) }
  }
  return unitsOver([...found.values()].toSorted((a, b) => a.id - b.id), places, meant)
}

function unitsOver(rows: readonly UnitRow[], places: PlaceTable, meant: NameLinks['meant']): Units {
  const standing = standingUnits(rows)
  const byName = nameFinder(rows, standing, meant)
  const placeNow = rows.map((row) => places.ofUnit(row.district, row.zone))
  const placeBefore = rows.map((row) => places.ofUnit(row.previousDistrict, null))
  const hasMoved = rows.map((row) => row.movedOn !== 0 && row.previousDistrict !== null)
  return {
    ids: rows.map((row) => row.id),
    usccs: rows.map((row) => row.uscc),
    unitOfUscc: new Map(rows.map((row, unit) => [row.uscc, standing[unit] ?? unit])),
    unitOfId: new Map(rows.map((row, unit) => [row.id, standing[unit] ?? unit])),
    typeOfUnit: Uint8Array.from(rows, (row) => ownerTypeOfUnitType(row.unitType)),
    placeOn: (unit, day) => (hasMoved[unit] && day < (rows[unit]?.movedOn ?? 0) ? placeBefore[unit] : placeNow[unit]) ?? null,
    fixedPlace: (unit) => (hasMoved[unit] ? undefined : (placeNow[unit] ?? null)),
    unitOfText: (name) => byName(normaliseName(name)),
  }
}

function toUnitRow([id, uscc, name, formerNames, district, zone, unitType, previousDistrict, movedOn, aliases, mergedInto]: ColumnRow): UnitRow {
  return {
    id: Number(id), uscc: String(uscc), name: textOrNull(name), formerNames: textOrNull(formerNames), district: textOrNull(district),
    zone: textOrNull(zone), unitType: textOrNull(unitType), previousDistrict: textOrNull(previousDistrict), movedOn: firstDay(packDate(movedOn)),
    aliases: textOrNull(aliases), mergedInto: textOrNull(mergedInto),
  }
}

/** Finds units by normalised names: by what a unit is called, else by the name that a person said it stands for. */
function nameFinder(rows: readonly UnitRow[], standing: readonly number[], links: ReadonlyMap<string, string>): (normalised: string) => number {
  const names = new NameIndex<number>()
  rows.forEach((row, own) => names.add(standing[own] ?? own, row.name, [...parseTexts(row.formerNames), ...parseTexts(row.aliases)]))
  return (normalised) => {
    const unit = names.find(normalised)
    if (unit !== undefined) return unit ?? unresolved // a name of two units stays theirs, whatever it was said to stand for
    const meant = links.get(normalised)
    return (meant === undefined ? undefined : names.find(meant)) ?? unresolved
  }
}

type ResolvedNames = Pick<UnitDirectory, 'unitOfName' | 'typeOfName' | 'lastName'>

/** Adds names to those resolved before. A name keeps what was found for it, so both may go on in the same arrays. */
async function resolveNames(read: ColumnSource['names'], before: ResolvedNames, { unitOfText }: Pick<Units, 'unitOfText'>): Promise<ResolvedNames> {
  let { unitOfName, typeOfName, lastName } = before
  await read((page) => {
    const highest = page.at(-1)?.[0] ?? 0
    if (highest >= unitOfName.length) {
      unitOfName = grownInts(unitOfName, highest)
      typeOfName = grownBytes(typeOfName, highest)
    }
    for (const [id, text] of page) {
      unitOfName[id] = unitOfText(text)
      typeOfName[id] = ownerTypeOfName(text)
    }
    lastName = Math.max(lastName, highest)
  })
  return { unitOfName, typeOfName, lastName }
}

function grownInts(array: Int32Array, highest: number): Int32Array {
  const grown = new Int32Array(Math.max(highest + 1, array.length * 2)).fill(unresolved)
  grown.set(array)
  return grown
}

function grownBytes(array: Uint8Array, highest: number): Uint8Array {
  const grown = new Uint8Array(Math.max(highest + 1, array.length * 2))
  grown.set(array)
  return grown
}

import { awardLevel } from '../../../shared/domain/counting/awardLevel'
import { parseDraftingUnits } from '../../../shared/domain/standards/draftingUnits'
import { normaliseName } from '../../../shared/domain/text'
import type { ColumnSource } from '../../store/columnSource'
import { firstDay, packDate } from './packedDate'
import { emptyPlaces, settlePlaces, statedPlaceReader, type PlacedColumns } from './placedColumns'
import type { PlaceTable } from './places'
import { textOrNull } from './storedTexts'
import { unresolved, type UnitDirectory } from './unitDirectory'

/** PCT applications, honours and pilots: thousands at most, so their words stay texts. */

export interface PctColumns extends PlacedColumns { receivedOn: Int32Array }

export async function loadPctColumns(source: ColumnSource, directory: UnitDirectory, places: PlaceTable): Promise<PctColumns> {
  const count = await source.rowCount('pct')
  const columns = { ...emptyPlaces(count), receivedOn: new Int32Array(count) }
  const placeOfCode = statedPlaceReader(places)
  let at = 0
  await source.scan('pct', ['receivedOn', 'ownerUscc', 'ownerPlace'], (page) => {
    for (const [id, received, uscc, place] of page.slice(0, count - at)) {
      columns.ids[at] = Number(id)
      columns.receivedOn[at] = packDate(received)
      columns.owner[at] = directory.unitOfUscc.get(String(uscc)) ?? unresolved
      columns.statedPlace[at++] = placeOfCode(textOrNull(place))
    }
  })
  columns.count = at
  await source.scanNames('pct', true, (page) => {
    const rowOfId = new Map(Array.from(columns.ids, (id, row) => [id, row]))
    for (const [id, , name] of page) {
      const row = rowOfId.get(id)
      if (row !== undefined && columns.owner[row] === unresolved) columns.owner[row] = directory.unitOfName[name] ?? unresolved
    }
  })
  settlePlaces(columns, directory)
  return columns
}

/** A record whose own words are filters; `place` is settled: the stated district, else the unit's on the day. `unit` is -1 when unresolved. */
export interface WordedRow { id: number; day: number; unit: number; place: number; words: Readonly<Record<string, string | null>> }

/** Honours with the key under which two rows are one award (domain.md 5: one per recipient, level and session). */
export interface HonourRow extends WordedRow { award: string }

export async function loadHonours(source: ColumnSource, directory: UnitDirectory, places: PlaceTable): Promise<HonourRow[]> {
  const rows: HonourRow[] = []
  await source.scan('honour', ['honour', 'level', 'session', 'recipient', 'uscc', 'objectNumber', 'district', 'publishedOn', 'status'], (page) => {
    for (const row of page) {
      const [id, honour, level, session, recipient, uscc, objectNumber, district, published, status] = [Number(row[0]), ...row.slice(1).map(textOrNull)] as const
      const unit = unitOf(directory, uscc ?? null, recipient ?? null)
      const day = packDate(published)
      const counted = awardLevel(honour ?? null, level ?? null)
      const winner = objectNumber ?? (unit === unresolved ? normaliseName(recipient ?? '') : directory.usccs[unit]) ?? ''
      rows.push({
        id, day, unit, place: placeOfWords(directory, places, district ?? null, unit, day),
        words: { honour: honour ?? null, level: counted, status: status ?? null }, award: [honour, counted, session, winner].join('\u0000'),
      })
    }
  })
  return rows
}

export async function loadPilots(source: ColumnSource, directory: UnitDirectory, places: PlaceTable): Promise<WordedRow[]> {
  const rows: WordedRow[] = []
  await source.scan('pilot', ['pilotType', 'name', 'uscc', 'district', 'status', 'year'], (page) => {
    for (const [id, pilotType, name, uscc, district, status, year] of page) {
      const day = Number(year ?? 0) * 10_000
      const unit = unitOf(directory, textOrNull(uscc), textOrNull(name))
      rows.push({
        id: Number(id), day, unit, place: placeOfWords(directory, places, textOrNull(district), unit, day),
        words: { pilotType: textOrNull(pilotType), status: textOrNull(status) },
      })
    }
  })
  return rows
}

const severalNames = /[、;；,，]/u

function unitOf(directory: UnitDirectory, uscc: string | null, name: string | null): number {
  const known = (uscc === null ? undefined : directory.unitOfUscc.get(uscc)) ?? (name === null ? unresolved : directory.unitOfText(name))
  if (known !== unresolved || name === null || !severalNames.test(name)) return known
  // Of several that share one award, the first one's place counts, as with patents.
  const [first, ...others] = parseDraftingUnits(name).units
  return first === undefined || others.length === 0 ? unresolved : directory.unitOfText(first)
}

function placeOfWords(directory: UnitDirectory, places: PlaceTable, district: string | null, unit: number, day: number): number {
  const ofUnit = unit === unresolved ? null : directory.placeOn(unit, firstDay(day))
  if (district === null) return ofUnit ?? places.ofCode(null)
  const stated = places.ofCode(district)
  // The unit's zone is finer than the stated district where both mean the same district. Outside and an unknown district are none.
  const named = places.places[stated]?.district ?? null
  return ofUnit !== null && named !== null && places.places[ofUnit]?.district === named ? ofUnit : stated
}

import type { ColumnRow, ColumnSource } from '../../store/columnSource'
import { ownerTypeNumber, ownerTypeOfName } from './ownerTypes'
import { firstDay, noDate, never, packDate, plusYears } from './packedDate'
import { emptyPlaces, settlePlaces, statedPlaceReader, type PlacedColumns } from './placedColumns'
import type { PlaceTable } from './places'
import { textOrNull } from './storedTexts'
import { unresolved, type UnitDirectory } from './unitDirectory'

/** Bits of `criteria`; ten_years is computed from the filing date and needs none. */
export const criterionBits = { strategic: 1, overseas_family: 2, pledge: 4, award: 8 } as const
export const patentTypes = { invention: 1, utility_model: 2, design: 3 } as const

/** One entry per patent, in id order; dates are packed (packedDate.ts). */
export interface PatentColumns extends PlacedColumns {
  type: Uint8Array
  filedOn: Int32Array
  grantedOn: Int32Array
  /** First day no longer in force: the lapse date, else the end of the term. */
  endsOn: Int32Array
  criteria: Uint8Array
  /** 1 when an official list names the patent. */
  listed: Uint8Array
  ownerType: Uint8Array
}

const fields = [
  'type', 'filedOn', 'grantedOn', 'lapsedOn', 'statedStatus', 'ownerUscc', 'ownerType', 'ownerPlace',
  'strategic', 'overseasFamily', 'pledge', 'award', 'listedHighValue',
] as const

export async function loadPatentColumns(source: ColumnSource, directory: UnitDirectory, places: PlaceTable): Promise<PatentColumns> {
  const columns = emptyColumns(await source.rowCount('patent'))
  const placeOfCode = statedPlaceReader(places)
  let at = 0
  await source.scan('patent', fields, (page) => {
    for (const row of page) {
      if (at < columns.ids.length) fillRow(columns, at++, row, directory, placeOfCode)
    }
  })
  columns.count = at
  await resolveFirstParties(source, columns, directory)
  settlePlaces(columns, directory)
  return columns
}

function emptyColumns(count: number): PatentColumns {
  return {
    ...emptyPlaces(count),
    type: new Uint8Array(count), filedOn: new Int32Array(count), grantedOn: new Int32Array(count), endsOn: new Int32Array(count),
    criteria: new Uint8Array(count), listed: new Uint8Array(count), ownerType: new Uint8Array(count),
  }
}

function fillRow(columns: PatentColumns, at: number, row: ColumnRow, directory: UnitDirectory, placeOfCode: (code: string | null) => number): void {
  const [id, type, filed, granted, lapsed, status, uscc, ownerType, place, strategic, overseas, pledge, award, listed] = row
  columns.ids[at] = Number(id)
  columns.type[at] = patentTypeNumber(type)
  columns.filedOn[at] = packDate(filed)
  columns.grantedOn[at] = packDate(granted)
  columns.endsOn[at] = endOfForce(columns.type[at] ?? 0, columns.filedOn[at] ?? 0, firstDay(packDate(lapsed)), status === 'invalid')
  columns.criteria[at] = (strategic ? criterionBits.strategic : 0) | (overseas ? criterionBits.overseas_family : 0) | (pledge ? criterionBits.pledge : 0) | (award ? criterionBits.award : 0)
  columns.listed[at] = listed ? 1 : 0
  columns.owner[at] = typeof uscc === 'string' ? (directory.unitOfUscc.get(uscc) ?? unresolved) : unresolved
  columns.ownerType[at] = ownerTypeNumber(ownerType)
  columns.statedPlace[at] = placeOfCode(textOrNull(place))
}

export function patentTypeNumber(type: string | number | null | undefined): number {
  return type === 'invention' ? 1 : type === 'utility_model' ? 2 : type === 'design' ? 3 : 0
}

/** The lapse, or the end of the term if earlier: 20, 10 or 15 years from filing; designs filed before 2021-06-01 keep 10 (domain.md 2.1). */
export function endOfForce(type: number, filedOn: number, lapsedOn: number, isInvalid: boolean): number {
  if (isInvalid && lapsedOn === noDate) return noDate
  const lapse = lapsedOn === noDate ? never : lapsedOn
  if (filedOn === noDate || type === 0) return lapse
  const years = type === patentTypes.invention ? 20 : type === patentTypes.design && filedOn >= 20_210_601 ? 15 : 10
  return Math.min(lapse, plusYears(firstDay(filedOn), years))
}

/** The first party's name finds its unit where the record's own code did not; the owner's type follows from either. */
async function resolveFirstParties(source: ColumnSource, columns: PatentColumns, directory: UnitDirectory): Promise<void> {
  let at = 0
  await source.scanNames('patent', true, (page) => {
    for (const [id, , name] of page) {
      while (at < columns.count && (columns.ids[at] ?? 0) < id) at++
      if (columns.ids[at] !== id) continue
      if (columns.owner[at] === unresolved) columns.owner[at] = directory.unitOfName[name] ?? unresolved
      if (columns.ownerType[at] === 0) columns.ownerType[at] = directory.typeOfName[name] ?? 0
    }
  })
  for (let row = 0; row < columns.count; row++) {
    const unit = columns.owner[row] ?? unresolved
    const fromUnit = unit === unresolved ? 0 : (directory.typeOfUnit[unit] ?? 0)
    if (fromUnit !== 0) columns.ownerType[row] = fromUnit
    else if (columns.ownerType[row] === 0) columns.ownerType[row] = ownerTypeOfName('')
  }
}

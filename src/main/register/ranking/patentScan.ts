import type { Filters } from '../../../shared/domain/catalogue/filters'
import { highValueDefinitionOn, type HighValueCriterion } from '../../../shared/domain/counting/highValue'
import { criterionBits, patentTypes, type PatentColumns } from '../columns/patentColumns'
import { ownerTypeNumber } from '../columns/ownerTypes'
import { firstDay, hasHappenedBy, isInWindow, noDate, plusYears, unpackDate } from '../columns/packedDate'
import type { UnitDirectory } from '../columns/unitDirectory'
import type { CountQuery, CountScan } from './countScan'
import { placedScan } from './placedScan'

/** Patents granted in the window, or in force on the day (domain.md 2.6, 2.7). */
export function scanPatents(columns: PatentColumns, query: CountQuery, directory: UnitDirectory): CountScan {
  const { definition, asOf } = query
  if (definition.shape === 'flow') return placedScan('patent', { columns, hits: grantedIn(columns, query), day: columns.grantedOn }, directory)
  return placedScan('patent', { columns, hits: inForceOn(columns, query, definition.highValue === true), day: asOf }, directory)
}

function grantedIn(columns: PatentColumns, { window, filters }: CountQuery): Int32Array {
  const { grantedOn, count } = columns
  const accepts = patentTest(columns, filters)
  const hits = new Int32Array(count)
  let found = 0
  for (let row = 0; row < count; row++) {
    if (isInWindow(grantedOn[row] ?? 0, window) && accepts(row)) hits[found++] = row
  }
  return hits.subarray(0, found)
}

function inForceOn(columns: PatentColumns, { asOf, filters }: CountQuery, onlyHighValue: boolean): Int32Array {
  const { grantedOn, endsOn, count } = columns
  const accepts = patentTest(columns, filters)
  const isHighValue = onlyHighValue ? highValueTest(columns, asOf, filters.criterion) : null
  const hits = new Int32Array(count)
  let found = 0
  for (let row = 0; row < count; row++) {
    if ((endsOn[row] ?? 0) > asOf && hasHappenedBy(grantedOn[row] ?? 0, asOf) && accepts(row) && (!isHighValue || isHighValue(row))) hits[found++] = row
  }
  return hits.subarray(0, found)
}

/** Each filter becomes a set of allowed numbers; one table look-up per row. */
function patentTest(columns: PatentColumns, filters: Filters): (row: number) => boolean {
  const types = allowed(filters.type, (value) => (value === 'invention' || value === 'utility_model' || value === 'design' ? patentTypes[value] : 0))
  const owners = allowed(filters.ownerType, ownerTypeNumber)
  const { type, ownerType } = columns
  if (!owners) return types ? (row) => types[type[row] ?? 0] === 1 : () => true
  return (row) => (types ? types[type[row] ?? 0] === 1 : true) && owners[ownerType[row] ?? 0] === 1
}

function allowed(values: readonly string[] | undefined, numberOf: (value: string) => number): Uint8Array | null {
  if (!values) return null
  const table = new Uint8Array(256)
  for (const value of values) table[numberOf(value)] = 1
  // Number 0 is "not known", which no filter asks for.
  table[0] = 0
  return table
}

/**
 * At least one criterion, or one of the asked ones. ten_years counts from filing, strictly: a patent is over ten years
 * on the day after the tenth anniversary (domain.md 2.7).
 */
function highValueTest(columns: PatentColumns, asOf: number, asked: readonly string[] | undefined): (row: number) => boolean {
  const { criteria, filedOn } = columns
  const counted = highValueDefinitionOn(unpackDate(asOf) ?? '').criteria.filter((criterion) => !asked || asked.includes(criterion))
  const mask = counted.reduce((bits, criterion) => bits | bitOf(criterion), 0)
  const countsYears = counted.includes('ten_years')
  const filedBefore = plusYears(asOf, -10)
  return (row) => {
    if (((criteria[row] ?? 0) & mask) !== 0) return true
    const filed = filedOn[row] ?? noDate
    return countsYears && filed !== noDate && filed < filedBefore && (filed % 100 !== 0 || firstDay(filed) < filedBefore)
  }
}

function bitOf(criterion: HighValueCriterion): number {
  return criterion === 'ten_years' ? 0 : criterionBits[criterion]
}

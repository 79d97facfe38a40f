import { highValueDefinitionOn, type HighValueCriterion } from '../../../shared/domain/counting/highValue'
import { criterionBits, patentTypes, type PatentColumns } from '../columns/patentColumns'
import { ownerTypeNumber } from '../columns/ownerTypes'
import { firstDay, hasHappenedBy, isInWindow, noDate, plusYears, unpackDate, type PackedWindow } from '../columns/packedDate'
import type { UnitDirectory } from '../columns/unitDirectory'
import type { CountQuery, CountScan } from './countScan'
import { heldRows, selectRows, type RowSet } from './heldRows'
import { placedScan } from './placedScan'
import { passingOwned } from './rowsWhere'

/** Patents filed or granted in the window, or in force on the day (domain.md 2.6, 2.7). */
export function scanPatents(columns: PatentColumns, query: CountQuery, directory: UnitDirectory): CountScan {
  const { definition, asOf, filters } = query
  const types = allowedNumbers(filters.type, (value) => (value === 'invention' || value === 'utility_model' || value === 'design' ? patentTypes[value] : 0))
  if (definition.shape === 'flow') {
    const day = definition.event === 'filedOn' ? columns.filedOn : columns.grantedOn
    const happened = withOwners(columns, happenedIn(columns, definition.event, day, query.window), filters.ownerType)
    return placedScan('patent', { columns, hits: passingOwned(types ? selectRows(happened, columns.type, types) : happened, columns, query), day }, directory)
  }
  const inForce = inForceOn(columns, asOf, types)
  const valid = withOwners(columns, query.lastingUntil === null ? inForce : lasting(columns, inForce, query.lastingUntil), filters.ownerType)
  const hits = definition.highValue ? highValueOf(columns, valid, asOf, filters.criterion) : valid
  return placedScan('patent', { columns, hits: passingOwned(hits, columns, query), day: asOf }, directory)
}

/** A report asks for the same window or day in many columns: the pass over all patents is made once. */
function happenedIn(columns: PatentColumns, event: string, day: Int32Array, window: PackedWindow): RowSet {
  return heldRows(columns, `${event} ${window.from} ${window.to}`, (hits) => {
    let found = 0
    for (let row = 0; row < columns.count; row++) if (isInWindow(day[row] ?? noDate, window)) hits[found++] = row
    return found
  })
}

function inForceOn(columns: PatentColumns, asOf: number, types: Uint8Array | null): RowSet {
  return heldRows(columns, `in force ${asOf} ${types ? types.indexOf(1) : ''} ${types ? types.lastIndexOf(1) : ''}`, (hits) => {
    const { grantedOn, endsOn, type, count } = columns
    let found = 0
    for (let row = 0; row < count; row++) {
      if (types && types[type[row] ?? 0] !== 1) continue
      if ((endsOn[row] ?? 0) > asOf && hasHappenedBy(grantedOn[row] ?? noDate, asOf)) hits[found++] = row
    }
    return found
  })
}

/** Those that do not end before a later day. */
function lasting({ endsOn }: PatentColumns, rows: RowSet, until: number): RowSet {
  return rows.filter((row) => (endsOn[row] ?? 0) > until)
}

function withOwners(columns: PatentColumns, rows: RowSet, asked: readonly string[] | undefined): RowSet {
  const owners = allowedNumbers(asked, ownerTypeNumber)
  return owners ? selectRows(rows, columns.ownerType, owners) : rows
}

/** A filter as a table of allowed numbers; number 0 is "not known", which no filter asks for. */
function allowedNumbers(values: readonly string[] | undefined, numberOf: (value: string) => number): Uint8Array | null {
  if (!values) return null
  const table = new Uint8Array(256)
  for (const value of values) table[numberOf(value)] = 1
  table[0] = 0
  return table
}

/**
 * At least one criterion, or one of the asked ones. ten_years counts from filing, strictly: a patent is over ten years
 * on the day after the tenth anniversary (domain.md 2.7).
 */
function highValueOf(columns: PatentColumns, rows: RowSet, asOf: number, asked: readonly string[] | undefined): RowSet {
  const { criteria, filedOn } = columns
  const counted = highValueDefinitionOn(unpackDate(asOf) ?? '').criteria.filter((criterion) => !asked || asked.includes(criterion))
  const mask = counted.reduce((bits, criterion) => bits | bitOf(criterion), 0)
  const filedBefore = counted.includes('ten_years') ? plusYears(asOf, -10) : noDate
  const hits = new Int32Array(rows.length)
  let found = 0
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0
    const filed = filedOn[row] ?? noDate
    // Ten years before 29 February is the 28th, whose own anniversary has passed by then: asked of the filing day itself.
    const isOld = filed !== noDate && filed <= filedBefore && plusYears(firstDay(filed), 10) < asOf
    if (isOld || ((criteria[row] ?? 0) & mask) !== 0) hits[found++] = row
  }
  return hits.subarray(0, found)
}

function bitOf(criterion: HighValueCriterion): number {
  return criterion === 'ten_years' ? 0 : criterionBits[criterion]
}

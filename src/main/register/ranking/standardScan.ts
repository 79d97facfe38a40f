import { filterDefinitions, type Filters } from '../../../shared/domain/catalogue/filters'
import type { LeadRule } from '../../../shared/domain/counting/leadRules'
import { firstDay, isInWindow } from '../columns/packedDate'
import { kindNumberOf, type StandardColumns } from '../columns/standardColumns'
import { unresolved, type UnitDirectory } from '../columns/unitDirectory'
import type { CountQuery, CountScan } from './countScan'
import type { RegionRows } from './regionRows'
import { passingRows, type PassingUnits } from './rowsWhere'

const none = 0
const part = 1
const lead = 2

/**
 * Standards by the district of their drafting units (domain.md 1.5): a standard counts once in every row that has a unit
 * in its list and once for the city, by the best role there; rows therefore do not add up to the city.
 */
export function scanStandards(columns: StandardColumns, query: CountQuery, directory: UnitDirectory): CountScan {
  const { units } = query
  const released = passingRows(releasedIn(columns, query), columns.ids, query.among)
  const hits = units === null ? released : released.filter((standard) => isDraftedBy(columns, standard, units))
  const wanted = wantedRoles(query.filters)
  const eachRole = (rows: RegionRows, visit: (row: number, standard: number) => void) => {
    const roles = new Uint8Array(rows.rows.length)
    for (const standard of hits) {
      rolesByRow(columns, standard, query, directory, rows, roles)
      roles.forEach((role, row) => { if (role !== none && wanted[role]) visit(row, standard) })
    }
  }
  return {
    kind: 'standard',
    tally(rows) {
      const values = rows.rows.map(() => 0)
      eachRole(rows, (row) => { values[row] = (values[row] ?? 0) + 1 })
      return values
    },
    members(rows, asked) {
      const ids: number[] = []
      eachRole(rows, (row, standard) => { if (row === asked) ids.push(columns.ids[standard] ?? 0) })
      return Int32Array.from(ids)
    },
    everywhere: () => hits.length,
  }
}

/** Without a kind: international, national and industry standards; national includes GBZ (domain.md 1.5.6, 8a). */
const countedKinds = ['international', 'national', 'industry']

function releasedIn(columns: StandardColumns, { window, filters }: CountQuery): Int32Array {
  const kinds = new Uint8Array(256)
  for (const kind of filters.kind ?? countedKinds) {
    kinds[kindNumberOf(kind)] = 1
    if (kind === 'national') kinds[kindNumberOf('national_health')] = 1
  }
  kinds[0] = 0
  const states = filters.newOrRevised ?? filterDefinitions.newOrRevised.values.map((known) => known.value)
  const hits = new Int32Array(columns.count)
  let found = 0
  for (let row = 0; row < columns.count; row++) {
    const isWanted = kinds[columns.kind[row] ?? 0] === 1 && states.includes(columns.isRevised[row] ? 'revised' : 'new')
    if (isWanted && isInWindow(columns.publishedOn[row] ?? 0, window)) hits[found++] = row
  }
  return hits.subarray(0, found)
}

function wantedRoles(filters: Filters): readonly boolean[] {
  const roles = filters.role ?? ['lead', 'part']
  return [false, roles.includes('part'), roles.includes('lead')]
}

function isDraftedBy({ listStart, unit }: StandardColumns, standard: number, units: PassingUnits): boolean {
  for (let entry = listStart[standard] ?? 0; entry < (listStart[standard + 1] ?? 0); entry++) if (units[unit[entry] ?? unresolved] === 1) return true
  return false
}

function rolesByRow(columns: StandardColumns, standard: number, { leadRule, units }: CountQuery, directory: UnitDirectory, rows: RegionRows, roles: Uint8Array): void {
  roles.fill(none)
  const leads = leadTest(columns, standard, leadRule)
  const day = firstDay(columns.publishedOn[standard] ?? 0)
  for (let entry = columns.listStart[standard] ?? 0; entry < (columns.listStart[standard + 1] ?? 0); entry++) {
    const place = units === null || units[columns.unit[entry] ?? unresolved] === 1 ? localPlace(columns, entry, day, directory) : null
    if (place === null) continue
    const role = leads(entry) ? lead : part
    for (const row of rows.rowsOfPlace[place] ?? []) roles[row] = Math.max(roles[row] ?? none, role)
  }
}

/** Only units of the directory with a district of the city are local; a name without a unit is nobody's. */
export function localPlace(columns: StandardColumns, entry: number, day: number, directory: UnitDirectory): number | null {
  const unit = columns.unit[entry] ?? unresolved
  return unit === unresolved ? null : directory.placeOn(unit, day)
}

/**
 * Who leads, by rule (domain.md 1.5, 8a). named_in_foreword: the only drafter; else the units named 负责起草单位; else
 * the first two.
 */
export function leadTest(columns: StandardColumns, standard: number, rule: LeadRule): (entry: number) => boolean {
  const { position } = columns
  if (rule === 'first') return (entry) => position[entry] === 1
  const firstTwo = (entry: number) => (position[entry] ?? 0) <= 2
  const named = columns.forewordLead.get(standard)
  if (rule === 'first_two' || !named || columns.listLength[standard] === 1) return firstTwo
  return (entry) => named.has(columns.unit[entry] ?? unresolved)
}

import { kindDefinitions, type FieldValue } from '../../../../shared/domain/catalogue/fields'
import { normaliseName } from '../../../../shared/domain/text'
import type { ColumnRow } from '../../columnSource'
import type { UnitFinder } from '../../unitFinder'
import type { CanonicalRecord } from '../records/canonicalRecord'
import type { ReadDb, WriteDb } from '../file/database'

/** The fields in which a unit's names stand. */
const nameFields = ['name', 'formerNames', 'aliases'] as const
const places = nameFields.map((name) => kindDefinitions.unit.fields.findIndex((field) => field.name === name))

/** Keeps the table of what units are called in step with the units. */
export interface UnitNameWriter {
  add(unit: number, record: CanonicalRecord): void
  removeRange(firstUnit: number, lastUnit: number): void
}

export function createUnitNameWriter(db: WriteDb): UnitNameWriter {
  const insert = db.prepare<[string, number]>('INSERT OR IGNORE INTO unit_name (normalised, unit) VALUES (?, ?)')
  const remove = db.prepare<[number, number]>('DELETE FROM unit_name WHERE unit BETWEEN ? AND ?')
  return {
    add(unit, { fields }) {
      for (const name of normalisedNames(places.map((at) => fields[at] ?? null))) insert.run(name, unit)
    },
    removeRange: (firstUnit, lastUnit) => { remove.run(firstUnit, lastUnit) },
  }
}

/** @param values  a text, a list of texts or nothing each */
export function normalisedNames(values: readonly FieldValue[]): Set<string> {
  const names = values.flatMap((value) => (Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : []))
  return new Set(names.map(normaliseName))
}

/** The migration that makes the table compares names as the program does. */
export function defineNameFunctions(db: WriteDb): void {
  db.function('normalise_name', { deterministic: true }, (name: unknown) => normaliseName(String(name)))
}

export function createUnitFinder(db: ReadDb): UnitFinder {
  return {
    async called(names, usccs, fields) {
      const sql = unitsCalledSql(fields)
      return db.prepare<[string, string], ColumnRow>(sql).raw().all(JSON.stringify(names), JSON.stringify(usccs))
    },
  }
}

/** @throws RangeError for a name that is no field of units */
export function unitsCalledSql(fields: readonly string[]): string {
  const columns = fields.map((name) => {
    const field = kindDefinitions.unit.fields.find((known) => known.name === name)
    if (!field) throw new RangeError(`unit has no field ${name}`)
    return `"${field.column}"`
  })
  return `SELECT ${['id', ...columns].join(', ')} FROM unit WHERE id IN (
    SELECT unit_name.unit FROM json_each(?) AS asked CROSS JOIN unit_name ON unit_name.normalised = asked.value
    UNION SELECT unit.id FROM json_each(?) AS asked CROSS JOIN unit ON unit.uscc = asked.value
  ) ORDER BY id`
}

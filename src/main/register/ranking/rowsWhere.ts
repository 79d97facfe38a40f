import type { Condition, Subject } from '../../../shared/domain/catalogue/indicators'
import { listField, recordKindOfList, type ListField, type ListKind } from '../../../shared/domain/catalogue/listFields'
import { Refusal } from '../../../shared/domain/result'
import { tagsField } from '../../../shared/domain/tags'
import type { PlacedColumns } from '../columns/placedColumns'
import type { RegisterColumns } from '../columns/registerColumns'
import { unresolved } from '../columns/unitDirectory'
import { filterRows, passTable, type RowTest } from '../lists/filterRows'
import { planList, type FieldTest } from '../lists/planList'

/** Which records pass: 1 at the id of each. */
export type PassingIds = Uint8Array

/** Which units pass: 1 at the number of each. */
export type PassingUnits = Uint8Array

export const listOfSubject: Readonly<Record<Subject, ListKind>> = {
  standard: 'standards', patent: 'patents', trademark: 'trademarks', honour: 'honours', pilot: 'pilots', pct: 'pct',
}

/** How many answers stay beside the columns, each as long as the newest record of its kind: those of a table of own indicators. */
const heldAtMost = 16

const held = new WeakMap<RegisterColumns, Map<string, Promise<PassingIds>>>()

/** The records of a kind whose stored fields are as asked; null where nothing is asked. Columns stay as they are, so the newest answers are kept beside them. */
export async function idsWhere(columns: RegisterColumns, subject: Subject, where: readonly Condition[]): Promise<PassingIds | null> {
  return where.length === 0 ? null : remembered(columns, listOfSubject[subject], where)
}

/** The units that have one of the tags; null where no tag is asked. What a merged unit was tagged with, the one it went into has. */
export async function unitsTagged(columns: RegisterColumns, tags: readonly string[] | undefined): Promise<PassingUnits | null> {
  if (tags === undefined) return null
  const passes = await remembered(columns, 'units', [{ field: tagsField, values: tags }])
  return Uint8Array.from((await columns.units()).ids, (id) => passes[id] ?? 0)
}

function remembered(columns: RegisterColumns, kind: ListKind, where: readonly Condition[]): Promise<PassingIds> {
  const known = held.get(columns) ?? new Map<string, Promise<PassingIds>>()
  held.set(columns, known)
  const key = JSON.stringify([kind, where])
  const found = known.get(key) ?? passing(columns, kind, where)
  known.delete(key)
  known.set(key, found)
  const [longestAgo] = known.keys()
  if (known.size > heldAtMost && longestAgo !== undefined) known.delete(longestAgo)
  return found
}

async function passing(columns: RegisterColumns, kind: ListKind, where: readonly Condition[]): Promise<PassingIds> {
  const plan = planList({ kind, search: '', filters: where, sort: [] }, () => null)
  // Conditions are judged when an indicator is defined; one that no longer can be read was not written by this program.
  if (!plan.ok) throw new Refusal(plan.code, plan.at, plan.details)
  const stored = columns.stored(recordKindOfList[kind])
  const ids = await stored.ids()
  const tests: RowTest[] = []
  for (const test of plan.value.tests) tests.push(await rowTest(columns, kind, test))
  const rows = filterRows(null, tests) ?? ids.map((_, row) => row)
  const passes = new Uint8Array((ids.at(-1) ?? 0) + 1)
  for (const row of rows) passes[ids[row] ?? 0] = 1
  return passes
}

async function rowTest(columns: RegisterColumns, kind: ListKind, { field, accepts, acceptsEmpty, isNegated }: FieldTest): Promise<RowTest> {
  const column = await columns.stored(recordKindOfList[kind]).values(field.stored ?? field.name, 'plain')
  const passes = passTable(column.values, accepts, acceptsEmpty)
  if ('starts' in column) return { lists: column, passes, isNegated: isNegated === true }
  return { column, passes: isNegated ? passes.map((pass) => 1 - pass) : passes }
}

/** A field of a list that an indicator may ask: stored, so that the answer does not hang on the day it is asked. */
export function conditionField(subject: Subject, name: string): ListField | undefined {
  const field = listField(listOfSubject[subject], name)
  return field?.stored === undefined ? undefined : field
}

/** The rows of some columns whose records pass. */
export function passingRows(rows: Int32Array, ids: Int32Array, passes: PassingIds | null): Int32Array {
  return passes === null ? rows : rows.filter((row) => passes[ids[row] ?? 0] === 1)
}

/** The rows of owned records that pass, by what they are and by the unit of their first owner. */
export function passingOwned(rows: Int32Array, { ids, owner }: PlacedColumns, { among, units }: { among: PassingIds | null; units: PassingUnits | null }): Int32Array {
  const passing = passingRows(rows, ids, among)
  return units === null ? passing : passing.filter((row) => units[owner[row] ?? unresolved] === 1)
}

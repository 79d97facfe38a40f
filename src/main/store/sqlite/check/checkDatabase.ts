import { recordKinds } from '../../../../shared/domain/catalogue/fields'
import { isSearchedKind } from '../../../../shared/domain/search/bigrams'
import type { RegisterProblem } from '../../registerProblem'
import type { ReadDb } from '../file/database'
import { codecOf, fromCell } from '../records/recordCodec'
import { createRecordCounts } from '../records/recordCounts'
import { searchTableOf } from '../search/searchIndex'
import { normalisedNames } from '../names/unitNames'

/** SQLite's own checks: pages, order, indexes against their tables, references. They do not see a changed letter. */
export function* checkDatabase(db: ReadDb): Generator<RegisterProblem> {
  for (const line of db.prepare<[], string>('PRAGMA integrity_check').pluck().iterate()) {
    if (line !== 'ok') yield { problem: 'database_damaged', detail: line }
  }
  for (const row of db.prepare<[], { table: string; rowid: number; parent: string }>('PRAGMA foreign_key_check').iterate()) {
    yield { problem: 'reference_broken', detail: `${row.table} ${row.rowid} → ${row.parent}` }
  }
}

/** The search index has no texts of its own to compare, but it must speak of exactly the records there are. */
export function* checkSearchIndexes(db: ReadDb): Generator<RegisterProblem> {
  for (const kind of recordKinds.filter(isSearchedKind)) {
    const missing = db.prepare<[], number>(`
      SELECT count(*) FROM ${codecOf(kind).table} AS r WHERE NOT EXISTS (SELECT 1 FROM ${searchTableOf(kind)}_docsize AS s WHERE s.id = r.id)`)
    const count = missing.pluck().get() ?? 0
    if (count > 0) yield { problem: 'search_incomplete', kind, detail: String(count) }
  }
}

/** What units are called must be said of exactly the names that they bear. */
export function* checkUnitNames(db: ReadDb): Generator<RegisterProblem> {
  const kept = db.prepare<[number], string>('SELECT normalised FROM unit_name WHERE unit = ?').pluck()
  // Lists that cannot be read are told of by the check of the records.
  const list = (column: string): string => `CASE WHEN json_valid(${column}) THEN ${column} END`
  const units = db.prepare<[], [number, ...(string | null)[]]>(`SELECT id, name, ${list('former_names')}, ${list('aliases')} FROM unit`).raw()
  let wrong = db.prepare<[], number>('SELECT count(*) FROM unit_name WHERE unit NOT IN (SELECT id FROM unit)').pluck().get() ?? 0
  for (const [id, name, ...lists] of units.iterate()) {
    const names = normalisedNames([name ?? null, ...lists.map((texts) => (texts ? fromCell('texts', texts) : null))])
    const known = kept.all(id)
    if (known.length !== names.size || !known.every((normalised) => names.has(normalised))) wrong++
  }
  if (wrong > 0) yield { problem: 'search_incomplete', kind: 'unit', detail: String(wrong) }
}

/** The kept counts must be those of the tables. */
export function* checkCounts(db: ReadDb): Generator<RegisterProblem> {
  const kept = createRecordCounts(db)
  for (const kind of recordKinds) {
    const count = db.prepare<[], number>(`SELECT count(*) FROM ${codecOf(kind).table}`).pluck().get() ?? 0
    if (kept.of(kind) !== count) yield { problem: 'count_wrong', kind, detail: `${kept.of(kind)} ≠ ${count}` }
  }
}

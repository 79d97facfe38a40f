import { kindDefinitions, type RecordKind } from '../../../shared/domain/catalogue/fields'
import type { ColumnRow, ColumnSource } from '../columnSource'
import type { ReadDb } from './database'
import { createRecordCounts } from './recordCounts'

const pageRows = 20_000

/** Reads narrow columns through one read connection. Pages by id were faster than an open cursor (storage.md 4). */
export function createColumnSource(db: ReadDb): ColumnSource {
  const counts = createRecordCounts(db)
  return {
    sequence: async () => Number(db.prepare('SELECT coalesce(max(sequence), 0) FROM change_set').pluck().get()),
    rowCount: async (kind) => counts.of(kind),
    scan: async (kind, fields, visit) => scanTable(db, kind, fields, visit),
    scanNames: async (kind, firstOnly, visit) => scanSideTable(db, kind, firstOnly, visit),
    names: async (visit) => scanNameTable(db, visit),
    info: async (key) => db.prepare<[string], string>('SELECT value FROM register_info WHERE key = ?').pluck().get(key) ?? null,
  }
}

function scanTable(db: ReadDb, kind: RecordKind, fields: readonly string[], visit: (page: readonly ColumnRow[]) => void): void {
  const definition = kindDefinitions[kind]
  const columns = fields.map((name) => {
    const field = definition.fields.find((known) => known.name === name)
    if (!field) throw new RangeError(`${kind} has no field ${name}`)
    return `"${field.column}"`
  })
  const page = db.prepare<[number, number], ColumnRow>(
    `SELECT ${['id', ...columns].join(', ')} FROM ${definition.table} WHERE id > ? ORDER BY id LIMIT ?`,
  ).raw()
  readPages((last) => page.all(last, pageRows), (row) => Number(row[0]), visit)
}

function scanSideTable(db: ReadDb, kind: RecordKind, firstOnly: boolean, visit: (page: readonly (readonly [number, number, number])[]) => void): void {
  const side = kindDefinitions[kind].namesTable
  if (!side) throw new RangeError(`${kind} has no names`)
  const page = db.prepare<[number, number], [number, number, number]>(
    `SELECT ${side.owner}, position, name FROM ${side.table} WHERE ${side.owner} > ? AND ${side.owner} <= ? ${firstOnly ? 'AND position = 1' : ''} ORDER BY ${side.owner}, position`,
  ).raw()
  // Whole owners per page: a list is never cut in two.
  const highest = Number(db.prepare(`SELECT coalesce(max(${side.owner}), 0) FROM ${side.table}`).pluck().get())
  for (let from = 0; from < highest; from += pageRows) visit(page.all(from, from + pageRows))
}

function scanNameTable(db: ReadDb, visit: (page: readonly (readonly [number, string])[]) => void): void {
  const page = db.prepare<[number, number], [number, string]>('SELECT id, text FROM name WHERE id > ? ORDER BY id LIMIT ?').raw()
  readPages((last) => page.all(last, pageRows), (row) => row[0], visit)
}

function readPages<T>(read: (last: number) => T[], idOf: (row: T) => number, visit: (page: readonly T[]) => void): void {
  let last = 0
  for (;;) {
    const rows = read(last)
    const tail = rows.at(-1)
    if (tail === undefined) return
    visit(rows)
    if (rows.length < pageRows) return
    last = idOf(tail)
  }
}

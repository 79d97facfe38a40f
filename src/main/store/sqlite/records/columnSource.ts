import { setImmediate as nextTurn } from 'node:timers/promises'
import { kindDefinitions, type RecordKind } from '../../../../shared/domain/catalogue/fields'
import { Refusal } from '../../../../shared/domain/result'
import type { ColumnRow, ColumnSource } from '../../columnSource'
import type { ReadDb } from '../file/database'
import { createRecordCounts } from './recordCounts'

const pageRows = 1_000

/**
 * Reads narrow columns through one read connection. Pages by id were faster than an open cursor when measured; between
 * two pages others get their turn, so that nobody waits for a million rows.
 */
export function createColumnSource(db: ReadDb): ColumnSource {
  const counts = createRecordCounts(db)
  const sequence = db.prepare<[], number>('SELECT coalesce(max(sequence), 0) FROM change_set').pluck()
  return {
    sequence: async () => sequence.get() ?? 0,
    rowCount: async (kind) => counts.of(kind),
    scan: (kind, fields, visit) => scanTable(db, kind, fields, visit),
    scanNames: (kind, firstOnly, visit) => scanSideTable(db, kind, firstOnly, visit),
    names: (visit) => scanNameTable(db, visit),
    attachmentCounts: async () => new Map(db.prepare<[], [number, number]>('SELECT rec, count(*) FROM attachment GROUP BY rec').raw().all()),
    info: async (key) => db.prepare<[string], string>('SELECT value FROM register_info WHERE key = ?').pluck().get(key) ?? null,
  }
}

async function scanTable(db: ReadDb, kind: RecordKind, fields: readonly string[], visit: (page: readonly ColumnRow[]) => void): Promise<void> {
  const page = db.prepare<[number, number], ColumnRow>(scanSql(kind, fields)).raw()
  await readPages(db, 0, pageRows, (last, limit) => page.all(last, limit), (row) => Number(row[0]), visit)
}

/** A page behind an id, of at most so many rows. For the few that have a sparse field the planner would walk the whole table. */
export function scanSql(kind: RecordKind, fields: readonly string[]): string {
  const { table, fields: known } = kindDefinitions[kind]
  const sparse = fields.length === 1 ? known.find(({ name, isSparse }) => name === fields[0] && isSparse) : undefined
  const [index, condition] = sparse ? [` INDEXED BY ${table}_with_${sparse.column}`, ` AND ${sparse.column} IS NOT NULL`] : ['', '']
  return `SELECT ${columnSql(kind, fields)} FROM ${table}${index} WHERE id > ?${condition} ORDER BY id LIMIT ?`
}

/** The id and the asked fields, as a SELECT names them. */
export function columnSql(kind: RecordKind, fields: readonly string[]): string {
  const columns = fields.map((name) => {
    const field = kindDefinitions[kind].fields.find((known) => known.name === name)
    if (!field) throw new RangeError(`${kind} has no field ${name}`)
    return `"${field.column}"`
  })
  return ['id', ...columns].join(', ')
}

async function scanSideTable(db: ReadDb, kind: RecordKind, firstOnly: boolean, visit: (page: readonly (readonly [number, number, number])[]) => void): Promise<void> {
  const side = kindDefinitions[kind].namesTable
  if (!side) throw new RangeError(`${kind} has no names`)
  const page = db.prepare<[number, number], [number, number, number]>(
    `SELECT ${side.owner}, position, name FROM ${side.table} WHERE ${side.owner} > ? AND ${side.owner} <= ? ${firstOnly ? 'AND position = 1' : ''} ORDER BY ${side.owner}, position`,
  ).raw()
  // Whole owners per page: a list is never cut in two.
  const highest = Number(db.prepare(`SELECT coalesce(max(${side.owner}), 0) FROM ${side.table}`).pluck().get())
  for (let from = 0; from < highest; from += pageRows) {
    if (from > 0) await turn(db)
    visit(page.all(from, from + pageRows))
  }
}

/** Names in id order, from the one after `after`. */
export async function scanNameTable(db: ReadDb, visit: (page: readonly (readonly [number, string])[]) => void, after = 0): Promise<void> {
  const page = db.prepare<[number, number], [number, string]>('SELECT id, text FROM name WHERE id > ? ORDER BY id LIMIT ?').raw()
  await readPages(db, after, pageRows, (last, limit) => page.all(last, limit), (row) => row[0], visit)
}

/** Reads from the id after `after` on, `limit` rows at a time; between two pages others get their turn. */
export async function readPages<T>(db: ReadDb, after: number, limit: number, read: (last: number, limit: number) => T[], idOf: (row: T) => number, visit: (page: readonly T[]) => void): Promise<void> {
  let last = after
  for (;;) {
    const rows = read(last, limit)
    const tail = rows.at(-1)
    if (tail === undefined) return
    visit(rows)
    if (rows.length < limit) return
    last = idOf(tail)
    await turn(db)
  }
}

/** Lets others have their turn. @throws Refusal register_unavailable when the register was closed meanwhile */
export async function turn(db: ReadDb): Promise<void> {
  await nextTurn()
  if (!db.open) throw new Refusal('register_unavailable')
}

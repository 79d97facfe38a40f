import Database from 'better-sqlite3'
import type { ReadDb, WriteDb } from '../file/database'
import { bothEnds, tolerantRows } from './tolerantRows'

/** Made anew from the records. */
const rebuilt = new Set(['record_count', 'unit_name'])

/**
 * Copies what can be read of every table, row by row, into a new register whose foreign keys are off for the time being.
 * Rows that no table takes are left out; what that means for records is found out by their digests.
 */
export function copyTables(from: ReadDb, into: WriteDb): void {
  const names = into.prepare<[], string>("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'").pluck().all()
  for (const table of names.filter((name) => !rebuilt.has(name))) copyTable(from, into, table)
  copyNamesOfIndex(from, into)
}

/** Every name lies in the index of names as well: a lost page of the one is found in the other. */
function copyNamesOfIndex(from: ReadDb, into: WriteDb): void {
  const insert = into.prepare('INSERT OR IGNORE INTO name (id, text) VALUES (?, ?)')
  for (const [id, text] of namesOfIndex(from)) insert.run(id, text)
}

function* namesOfIndex(from: ReadDb): Generator<[id: number, text: string]> {
  for (const [id, text] of bothEnds(from, (direction) => `SELECT id, text FROM name INDEXED BY sqlite_autoindex_name_1 ORDER BY text ${direction}`)) {
    if (typeof id === 'number' && typeof text === 'string') yield [id, text]
  }
}

/**
 * Where table and index have other letters for a name, those are taken with which fewer records are doubtful: the records
 * that bear the name are whole, and their digests say which it is.
 */
export function settleNames(from: ReadDb, into: WriteDb, countDoubtful: () => number): void {
  const textOf = into.prepare<[number], string>('SELECT text FROM name WHERE id = ?').pluck()
  const differing = [...namesOfIndex(from)].flatMap(([id, indexed]) => {
    const copied = textOf.get(id)
    return copied === undefined || copied === indexed ? [] : [{ id, copied, indexed }]
  })
  if (differing.length === 0) return
  const put = into.prepare<[string, number]>('UPDATE OR IGNORE name SET text = ? WHERE id = ?')
  const before = countDoubtful()
  for (const { id, indexed } of differing) put.run(indexed, id)
  if (countDoubtful() > before) for (const { id, copied } of differing) put.run(copied, id)
}

function copyTable(from: ReadDb, into: WriteDb, table: string): void {
  const own = into.prepare<[string], { name: string; pk: number }>('SELECT name, pk FROM pragma_table_info(?)').all(table)
  const known = columnsOrNone(from, table)
  const columns = own.map(({ name }) => name).filter((name) => known.has(name))
  const key = own.find(({ pk }) => pk === 1)?.name
  if (key === undefined || !known.has(key)) return
  const insert = into.prepare(`INSERT OR IGNORE INTO "${table}" (${columns.map((name) => `"${name}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
  for (const cells of tolerantRows(from, table, key, columns)) {
    try {
      insert.run(...cells)
    } catch (error) {
      if (!(error instanceof Database.SqliteError)) throw error // a cell of a type that its column cannot hold
    }
  }
}

function columnsOrNone(db: ReadDb, table: string): Set<string> {
  try {
    return new Set(db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table))
  } catch (error) {
    if (error instanceof Database.SqliteError) return new Set()
    throw error
  }
}

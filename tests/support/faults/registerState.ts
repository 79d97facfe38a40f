import Database from 'better-sqlite3'
import { recordKinds } from '../../../src/shared/domain/catalogue/fields'
import { codecOf } from '../../../src/main/store/sqlite/records/recordCodec'
import { registerFacts } from '../../../src/main/store/sqlite/file/registerFacts'

const recordTables = new Set<string>(recordKinds.map((kind) => codecOf(kind).table))

/**
 * What a register holds, to tell two states of it apart whatever its version: the rows of each table and the digests of all
 * records. Digests in which the time of the change stands differ from run to run and are left out.
 */
export function stateOf(path: string): string {
  const db = new Database(path, { fileMustExist: true })
  try {
    const { sequence, tables } = registerFacts(db)
    const rows = Object.entries(tables).map(([table, { rows: count, digest }]) => [table, count, recordTables.has(table) ? digest : null])
    return JSON.stringify([db.pragma('user_version', { simple: true }), sequence, rows])
  } finally {
    db.close()
  }
}

import { createHash } from 'node:crypto'
import type { ReadDb } from './database'

/** What two copies of a register must have in common: how many rows each table has, and the digests of its records. */
export interface RegisterFacts {
  sequence: number
  tables: Readonly<Record<string, { rows: number; digest: string | null }>>
}

/** Reads the facts on one snapshot; the caller holds the transaction. */
export function registerFacts(db: ReadDb): RegisterFacts {
  // Search indexes and their shadow tables can be rebuilt; they are not what a register is kept for.
  const names = db.prepare<[], string>("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name").pluck().all()
  return { sequence: lastSequence(db), tables: Object.fromEntries(names.map((name) => [name, tableFacts(db, name)])) }
}

/** Of the last change set; 0 when there is none. */
export function lastSequence(db: ReadDb): number {
  return db.prepare<[], number>('SELECT coalesce(max(sequence), 0) FROM change_set').pluck().get() ?? 0
}

/** Link of the first change set: copies of one register have it in common, no other register has it. Null without one. */
export function firstLink(db: ReadDb): string | null {
  return db.prepare<[], string>('SELECT hex(chain) FROM change_set ORDER BY sequence LIMIT 1').pluck().get() ?? null
}

function tableFacts(db: ReadDb, table: string): { rows: number; digest: string | null } {
  const hasDigest = db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table).includes('digest')
  // The names come from the schema itself.
  const rows = db.prepare<[], number>(`SELECT count(*) FROM "${table}"`).pluck().get() ?? 0
  if (!hasDigest) return { rows, digest: null }
  const sum = createHash('sha256')
  for (const digest of db.prepare<[], Buffer>(`SELECT digest FROM "${table}" ORDER BY 1`).pluck().iterate()) sum.update(digest)
  return { rows, digest: sum.digest('hex') }
}

export function sameFacts(a: RegisterFacts, b: RegisterFacts): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

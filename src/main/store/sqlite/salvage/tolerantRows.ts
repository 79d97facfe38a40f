import Database from 'better-sqlite3'
import type { Cell } from '../records/recordCodec'
import type { ReadDb } from '../file/database'

export type RawCell = Cell | Buffer

/**
 * Every row of a table that can still be read, in the order of its first key: where pages are damaged, the reading goes on
 * behind them. Rows beside a gap may come twice.
 *
 * @param key  first column of the table's key
 */
export function* tolerantRows(db: ReadDb, table: string, key: string, columns: readonly string[]): Generator<RawCell[]> {
  const select = `SELECT ${[key, ...columns].map((name) => `"${name}"`).join(', ')} FROM "${table}"`
  let from: number | null = null
  for (;;) {
    try {
      const rows: IterableIterator<RawCell[]> = from === null ? prepared<[]>(db, `${select} ORDER BY "${key}"`).iterate() : prepared<[number]>(db, `${select} WHERE "${key}" >= ? ORDER BY "${key}"`).iterate(from)
      for (const [at, ...cells] of rows) {
        if (typeof at === 'number') from = at
        yield cells
      }
      return
    } catch (error) {
      if (!(error instanceof Database.SqliteError)) throw error
      from = readableAfter(db, table, key, from ?? Number.MIN_SAFE_INTEGER)
      if (from === null) return
    }
  }
}

/** The rows of an index from its one end and, where it cannot be read through, from the other. */
export function* bothEnds(db: ReadDb, sql: (direction: 'ASC' | 'DESC') => string): Generator<RawCell[]> {
  for (const direction of ['ASC', 'DESC'] as const) {
    try {
      yield* prepared<[]>(db, sql(direction)).iterate()
      return
    } catch (error) {
      if (!(error instanceof Database.SqliteError)) throw error
    }
  }
}

function prepared<P extends unknown[]>(db: ReadDb, sql: string): Database.Statement<P, RawCell[]> {
  return db.prepare<P, RawCell[]>(sql).raw()
}

/** The first key behind a gap from which on a row can be read; null when nothing behind it can. */
function readableAfter(db: ReadDb, table: string, key: string, gap: number): number | null {
  const last = firstAt(db, `SELECT "${key}" FROM "${table}" ORDER BY "${key}" DESC LIMIT 1`)
  const isReadable = (from: number): boolean => firstAt(db, `SELECT "${key}" FROM "${table}" WHERE "${key}" >= ${from} ORDER BY "${key}" LIMIT 1`) !== null
  const limit = last ?? Number.MAX_SAFE_INTEGER
  let failed = Math.max(gap, 0)
  let step = 1
  while (failed + step <= limit && !isReadable(failed + step)) {
    failed += step
    step *= 2
  }
  let readable = Math.min(failed + step, limit)
  if (readable <= failed || !isReadable(readable)) return null
  while (readable - failed > 1) {
    const middle = Math.floor((failed + readable) / 2)
    if (isReadable(middle)) readable = middle
    else failed = middle
  }
  return readable > gap ? readable : null
}

function firstAt(db: ReadDb, sql: string): number | null {
  try {
    const value = db.prepare<[], RawCell>(sql).pluck().get()
    return typeof value === 'number' ? value : null
  } catch (error) {
    if (error instanceof Database.SqliteError) return null
    throw error
  }
}

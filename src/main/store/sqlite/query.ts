import type { Statement } from 'better-sqlite3'
import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, type Compilable } from 'kysely'
import type { ReadDb } from './file/database'
import type { RegisterSchema } from './schema'

/**
 * The typed builder writes the SQL, the register's own connection runs it: statements stay synchronous inside
 * transactions and are prepared once. A PostgreSQL store exchanges this file's dialect, not the queries.
 */
export const sql = new Kysely<RegisterSchema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

export interface QueryRunner {
  all<Row>(query: Compilable<Row>): Row[]
  first<Row>(query: Compilable<Row>): Row | undefined
}

export function createQueryRunner(db: ReadDb): QueryRunner {
  const statements = new Map<string, Statement>()
  const prepared = (text: string) => {
    let statement = statements.get(text)
    if (statement === undefined) {
      statement = db.prepare(text)
      statements.set(text, statement)
    }
    return statement
  }
  return {
    all<Row>(query: Compilable<Row>) {
      const { sql: text, parameters } = query.compile()
      return prepared(text).all(...parameters) as Row[] // the builder has typed the row by the schema
    },
    first<Row>(query: Compilable<Row>) {
      const { sql: text, parameters } = query.compile()
      return prepared(text).get(...parameters) as Row | undefined
    },
  }
}

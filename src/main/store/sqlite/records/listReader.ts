import type { Statement } from 'better-sqlite3'
import { kindDefinitions, type RecordKind } from '../../../../shared/domain/catalogue/fields'
import { isSearchedKind, searchExpression } from '../../../../shared/domain/search/bigrams'
import { isWholeToken } from '../../../../shared/domain/search/matching'
import type { ListOrder, ListStore } from '../../listStore'
import type { ReadDb } from '../file/database'
import { createIndexSearch } from '../search/indexHits'
import { confirmedHits } from '../search/searchConfirmation'

export function createListReader(db: ReadDb): ListStore {
  const pluck = pluckedStatements(db)
  const indexHits = createIndexSearch(db)
  return {
    firstIds: async (kind, order, limit) => Int32Array.from(pluck(firstIdsSql(kind, order)).all(limit)),
    idBefore: async (kind, id) => pluck(idBeforeSql(kind)).get(id) ?? null,
    search(kind, words, isStale = () => false) {
      const expression = isSearchedKind(kind) ? searchExpression(words.join(' ')) : null
      return expression !== null && words.every(isWholeToken) ? indexHits(kind, expression) : confirmedHits(db, kind, words, expression, isStale)
    },
  }
}

type Pluck = (sql: string) => Statement<(string | number)[], number>

/** Statements of one number a row, each prepared once. */
function pluckedStatements(db: ReadDb): Pluck {
  const statements = new Map<string, Statement<(string | number)[], number>>()
  return (sql) => {
    const statement = statements.get(sql) ?? db.prepare<(string | number)[], number>(sql).pluck()
    statements.set(sql, statement)
    return statement
  }
}

/** One of four texts a kind; both orders are those of an index. */
export function firstIdsSql(kind: RecordKind, { by, descending }: ListOrder): string {
  const { table, key, fields } = kindDefinitions[kind]
  const column = by === 'id' ? 'id' : fields.find((field) => field.name === key)?.column
  return `SELECT id FROM ${table} ORDER BY ${column} ${descending ? 'DESC' : 'ASC'} LIMIT ?`
}

/** One seek in the index of the key. */
export function idBeforeSql(kind: RecordKind): string {
  const { table, key, fields } = kindDefinitions[kind]
  const column = fields.find((field) => field.name === key)?.column
  return `SELECT id FROM ${table} WHERE ${column} < (SELECT ${column} FROM ${table} WHERE id = ?) ORDER BY ${column} DESC LIMIT 1`
}

import type { Statement } from 'better-sqlite3'
import { kindDefinitions, type RecordKind } from '../../../../shared/domain/catalogue/fields'
import { isSearchedKind, searchExpression } from '../../../../shared/domain/search/bigrams'
import { isWholeToken } from '../../../../shared/domain/search/matching'
import type { ListOrder, ListStore, SearchHits } from '../../listStore'
import type { ReadDb } from '../file/database'
import { openVocabulary, termCountSql } from '../search/pairVocabulary'
import { searchTableOf } from '../search/searchIndex'
import { confirmedHits } from '../search/searchConfirmation'

export function createListReader(db: ReadDb): ListStore {
  const pluck = pluckedStatements(db)
  return {
    firstIds: async (kind, order, limit) => Int32Array.from(pluck(firstIdsSql(kind, order)).all(limit)),
    idBefore: async (kind, id) => pluck(idBeforeSql(kind)).get(id) ?? null,
    search(kind, words, isStale = () => false) {
      const expression = isSearchedKind(kind) ? searchExpression(words.join(' ')) : null
      return expression !== null && words.every(isWholeToken) ? indexHits(db, pluck, kind, expression) : confirmedHits(db, kind, words, expression, isStale)
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

export function searchSql(kind: RecordKind, what: 'rowid' | 'count(*)'): string {
  const table = searchTableOf(kind)
  return `SELECT ${what} FROM ${table} WHERE ${table} MATCH ?`
}

/** The index alone answers: every word is one of its tokens. It gives hits by ascending id. */
function indexHits(db: ReadDb, pluck: Pluck, kind: RecordKind, expression: string): SearchHits {
  const token = soleToken(expression)
  const ids = (limit: number): Int32Array => Int32Array.from(pluck(`${searchSql(kind, 'rowid')} LIMIT ?`).all(expression, limit))
  return {
    async count() {
      if (token === undefined) return pluck(searchSql(kind, 'count(*)')).get(expression) ?? 0
      openVocabulary(db, kind)
      return pluck(termCountSql(kind)).get(token) ?? 0
    },
    first: async (limit) => ids(limit),
    all: async () => ids(-1),
  }
}

/** The token of an expression that asks for one whole token and nothing else. */
function soleToken(expression: string): string | undefined {
  return /^"([^"]+)"$/u.exec(expression)?.[1]
}

import { kindDefinitions, type RecordKind } from '../../../shared/domain/catalogue/fields'
import { isSearchedKind, searchExpression } from '../../../shared/domain/search/bigrams'
import { isWholeToken } from '../../../shared/domain/search/matching'
import type { ListOrder, ListStore, SearchHits } from '../listStore'
import type { ReadDb } from './database'
import { searchTableOf } from './searchIndex'
import { confirmedHits } from './searchConfirmation'

export function createListReader(db: ReadDb): ListStore {
  return {
    firstIds: async (kind, order, limit) => db.prepare<[number], number>(firstIdsSql(kind, order)).pluck().all(limit),
    search(kind, words) {
      const expression = isSearchedKind(kind) ? searchExpression(words.join(' ')) : null
      return expression !== null && words.every(isWholeToken) ? indexHits(db, kind, expression) : confirmedHits(db, kind, words, expression)
    },
  }
}

/** One of four texts a kind; both orders are those of an index. */
export function firstIdsSql(kind: RecordKind, { by, descending }: ListOrder): string {
  const { table, key, fields } = kindDefinitions[kind]
  const column = by === 'id' ? 'id' : fields.find((field) => field.name === key)?.column
  return `SELECT id FROM ${table} ORDER BY ${column} ${descending ? 'DESC' : 'ASC'} LIMIT ?`
}

export function searchSql(kind: RecordKind, what: 'rowid' | 'count(*)'): string {
  const table = searchTableOf(kind)
  return `SELECT ${what} FROM ${table} WHERE ${table} MATCH ?`
}

/** The index alone answers: every word is one of its tokens. It gives hits by ascending id. */
function indexHits(db: ReadDb, kind: RecordKind, expression: string): SearchHits {
  const ids = (limit: number) => Int32Array.from(db.prepare<[string, number], number>(`${searchSql(kind, 'rowid')} LIMIT ?`).pluck().all(expression, limit))
  return {
    count: async () => db.prepare<[string], number>(searchSql(kind, 'count(*)')).pluck().get(expression) ?? 0,
    first: async (limit) => ids(limit),
    all: async () => ids(-1),
  }
}

import type { RecordKind, Values } from '../../../shared/domain/catalogue/fields'
import { createTokenizer, isSearchedKind } from '../../../shared/domain/search/bigrams'
import type { WriteDb } from './database'
import { codecOf } from './recordCodec'

/** Keeps a kind's search index in step with its records; kinds without one are ignored. */
export interface SearchWriter {
  add(id: number, values: Values): void
  replace(id: number, values: Values): void
  removeRange(firstId: number, lastId: number): void
}

const nothing: SearchWriter = { add: () => {}, replace: () => {}, removeRange: () => {} }

export function searchTableOf(kind: RecordKind): string {
  return `${codecOf(kind).table}_search`
}

export function createSearchWriter(db: WriteDb, kind: RecordKind): SearchWriter {
  if (!isSearchedKind(kind)) return nothing
  const table = searchTableOf(kind)
  const insert = db.prepare<[number, Uint8Array]>(`INSERT INTO ${table} (rowid, tokens) VALUES (?, ?)`)
  // A contentless index cannot be updated, only deleted from and inserted into.
  const remove = db.prepare<[number, number]>(`DELETE FROM ${table} WHERE rowid BETWEEN ? AND ?`)
  const tokensOf = createTokenizer(kind)
  const add = (id: number, values: Values) => { insert.run(id, tokensOf(values)) }
  return {
    add,
    replace(id, values) {
      remove.run(id, id)
      add(id, values)
    },
    removeRange: (firstId, lastId) => { remove.run(firstId, lastId) },
  }
}

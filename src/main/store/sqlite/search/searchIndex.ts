import { kindDefinitions, type FieldValue, type RecordKind } from '../../../../shared/domain/catalogue/fields'
import { createTokenizer, isSearchedKind, searchedFields } from '../../../../shared/domain/search/bigrams'
import type { CanonicalRecord } from '../records/canonicalRecord'
import type { WriteDb } from '../file/database'
import { codecOf, fromCell } from '../records/recordCodec'

/** Keeps a kind's search index in step with its records; kinds without one are ignored. */
export interface SearchWriter {
  add(id: number, record: CanonicalRecord): void
  replace(id: number, record: CanonicalRecord): void
  removeRange(firstId: number, lastId: number): void
}

/** Rows of a run that are removed one by one; a longer run is worth the walk. */
const mostSingly = 50

const nothing: SearchWriter = { add: () => {}, replace: () => {}, removeRange: () => {} }

export function searchTableOf(kind: RecordKind): string {
  return `${codecOf(kind).table}_search`
}

/**
 * The migrations that make an index anew cut texts as the program does. A record comes as the JSON of its fields, lists among
 * them as they are kept; one that cannot be read is not searched, and the check tells of it.
 */
export function defineSearchFunctions(db: WriteDb): void {
  const tokenizers = new Map<string, ReturnType<typeof createTokenizer>>()
  db.function('search_tokens', { deterministic: true }, (kind: unknown, json: unknown) => {
    if (!isKind(kind) || !isSearchedKind(kind)) throw new RangeError(`${String(kind)} has no search index`)
    const tokensOf = tokenizers.get(kind) ?? createTokenizer(kind)
    tokenizers.set(kind, tokensOf)
    const values = JSON.parse(String(json)) as Record<string, FieldValue>
    return Buffer.from(tokensOf((field) => listed(kind, field, values[field] ?? null)))
  })
}

function isKind(kind: unknown): kind is RecordKind {
  return typeof kind === 'string' && Object.hasOwn(kindDefinitions, kind)
}

function listed(kind: RecordKind, name: string, value: FieldValue): FieldValue {
  const field = kindDefinitions[kind].fields.find((known) => known.name === name)
  if (typeof value !== 'string' || field?.type !== 'texts') return value
  try {
    return fromCell(field.type, value)
  } catch {
    return null
  }
}

/** So many bytes of the index are gathered before they are written: what SQLite writes of 1 MB by itself is merged over and over by a long import. */
const gatheredBytes = 4 * 1024 ** 2

/** The setting is kept in the index, for whoever writes it. */
function gatherMore(db: WriteDb, table: string): void {
  const known = db.prepare<[], number>(`SELECT v FROM ${table}_config WHERE k = 'hashsize'`).pluck().get()
  if (known !== gatheredBytes) db.exec(`INSERT INTO ${table} (${table}, rank) VALUES ('hashsize', ${gatheredBytes})`)
}

export function createSearchWriter(db: WriteDb, kind: RecordKind): SearchWriter {
  if (!isSearchedKind(kind)) return nothing
  const table = searchTableOf(kind)
  const insert = db.prepare<[number, Uint8Array]>(`INSERT INTO ${table} (rowid, tokens) VALUES (?, ?)`)
  // A contentless index cannot be updated, only deleted from and inserted into.
  const removeRun = db.prepare<[number, number]>(`DELETE FROM ${table} WHERE rowid BETWEEN ? AND ?`)
  // The index walks all its rows for a range, and goes straight to a single one.
  const removeOne = db.prepare<[number]>(`DELETE FROM ${table} WHERE rowid = ?`)
  const tokensOf = createTokenizer(kind)
  const places = searchedFields[kind].map((field) => kindDefinitions[kind].fields.findIndex(({ name }) => name === field))
  gatherMore(db, table)
  const add = (id: number, { fields }: CanonicalRecord) => {
    insert.run(id, tokensOf((_, at): FieldValue => fields[places[at] ?? -1] ?? null))
  }
  return {
    add,
    replace(id, record) {
      removeOne.run(id)
      add(id, record)
    },
    removeRange(firstId, lastId) {
      if (lastId - firstId < mostSingly) for (let id = firstId; id <= lastId; id++) removeOne.run(id)
      else removeRun.run(firstId, lastId)
    },
  }
}

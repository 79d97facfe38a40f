import { kindDefinitions, kindNumber, recordKinds, type RecordKind } from '../../../../shared/domain/catalogue/fields'
import type { ChangeSet } from '../../changeSet'
import type { ChangedRecords, ColumnChanges } from '../../columnChanges'
import type { ColumnRow, ColumnSource } from '../../columnSource'
import { columnSql, scanNameTable } from './columnSource'
import type { ReadDb } from '../file/database'

/** More than a person changes at a time; reading everything again costs about as much as following so many. */
const mostFollowed = 5_000

/** Kinds of change sets whose every record can be found through the index of the journal, and that change nothing else. */
const followed: ReadonlySet<string> = new Set<ChangeSet['kind']>(['edit', 'restore', 'import', 'report'])

interface AskedIds { ids: string }
interface ChangeSetRow { sequence: number; kind: string; inserted: string | null }

/** Follows the changes of a register through one read connection. */
export function createColumnChanges(db: ReadDb): ColumnChanges {
  const changeSets = db.prepare<[number], ChangeSetRow>(`SELECT sequence, kind, inserted FROM change_set WHERE sequence > ? LIMIT ${mostFollowed}`)
  const journaled = db.prepare<[number], [number, number]>(`SELECT kind, record FROM journal WHERE change_set = ? AND old IS NOT NULL LIMIT ${mostFollowed + 1}`).raw()

  /** Adds the records of a change set, as long as they are few enough. */
  function collect({ sequence, kind, inserted }: ChangeSetRow, found: FoundRecords): boolean {
    if (!followed.has(kind)) return false
    const runs = inserted === null ? [] : (JSON.parse(inserted) as [number, number, number][])
    for (const [number, first, last] of runs) {
      if (last - first >= mostFollowed) return false
      for (let id = first; id <= last; id++) found.add(number, id)
    }
    for (const [number, record] of journaled.all(sequence)) found.add(number, record)
    return found.count <= mostFollowed
  }

  return {
    async since(sequence) {
      const found = new FoundRecords()
      const rows = changeSets.all(sequence)
      return rows.length < mostFollowed && rows.every((row) => collect(row, found)) ? found.byKind() : null
    },
    only: (kind, ids) => onlySource(db, kind, { ids: JSON.stringify(Array.from(ids)) }),
    namesAfter: (id, visit) => scanNameTable(db, visit, id),
  }
}

class FoundRecords {
  readonly #ids = new Map<number, Set<number>>()
  count = 0

  add(kind: number, id: number): void {
    const ids = this.#ids.get(kind) ?? new Set<number>()
    this.#ids.set(kind, ids)
    if (!ids.has(id)) this.count++
    ids.add(id)
  }

  byKind(): ChangedRecords {
    return new Map(recordKinds.flatMap((kind) => {
      const ids = this.#ids.get(kindNumber[kind])
      return ids ? [[kind, Int32Array.from(ids).sort()]] : []
    }))
  }
}

function onlySource(db: ReadDb, own: RecordKind, asked: AskedIds): ColumnSource {
  const { table, namesTable } = kindDefinitions[own]
  const isOwn = (kind: RecordKind): boolean => kind === own
  return {
    sequence: async () => db.prepare<[], number>('SELECT coalesce(max(sequence), 0) FROM change_set').pluck().get() ?? 0,
    rowCount: async (kind) => (isOwn(kind) ? (db.prepare<[AskedIds], number>(`SELECT count(*) FROM ${table} WHERE ${among('id')}`).pluck().get(asked) ?? 0) : 0),
    async scan(kind, fields, visit) {
      if (isOwn(kind)) visit(db.prepare<[AskedIds], ColumnRow>(`SELECT ${columnSql(kind, fields)} FROM ${table} WHERE ${among('id')} ORDER BY id`).raw().all(asked))
    },
    async scanNames(kind, firstOnly, visit) {
      if (!isOwn(kind) || !namesTable) return
      const { owner } = namesTable
      const sql = `SELECT ${owner}, position, name FROM ${namesTable.table} WHERE ${among(owner)} ${firstOnly ? 'AND position = 1' : ''} ORDER BY ${owner}, position`
      visit(db.prepare<[AskedIds], [number, number, number]>(sql).raw().all(asked))
    },
    async names(visit) {
      visit(db.prepare<[AskedIds], [number, string]>(`SELECT id, text FROM name WHERE id IN (${namesSql(own)}) ORDER BY id`).raw().all(asked))
    },
    info: async () => null,
    attachmentCounts: async () => new Map(),
  }
}

/** The ids are given as a JSON list, however many there are. */
function among(column: string): string {
  return `${column} IN (SELECT value FROM json_each(@ids))`
}

/** The names that the records bear, in their own columns and in their list. */
function namesSql(kind: RecordKind): string {
  const { table, namesTable, fields } = kindDefinitions[kind]
  const own = fields.filter(({ type }) => type === 'name').map(({ column }) => `SELECT "${column}" FROM ${table} WHERE ${among('id')}`)
  const listed = namesTable ? [`SELECT name FROM ${namesTable.table} WHERE ${among(namesTable.owner)}`] : []
  return [...own, ...listed, 'SELECT value FROM json_each(@ids) WHERE FALSE'].join(' UNION ALL ')
}

import { kindDefinitions, kindNumber, type FieldValue, type RecordKind, type Values } from '../../../shared/domain/catalogue/fields'
import { canonicalFields, digestOf } from './canonicalRecord'
import type { WriteDb } from './database'
import type { IdRun } from './idRuns'
import type { NameWriter } from './nameTable'
import { codecOf, digestHex, toCell, type Cell, type RecordCodec } from './recordCodec'
import { createSearchWriter } from './searchIndex'

/** Writes records of one kind with their side tables and search rows; each call answers with the new digest. */
export interface RecordWriter {
  /** First id for new records. */
  nextId(): number
  /** Leaves the search index to `index`, which a bulk load calls in a pass of its own. */
  insert(id: number, values: Values): string
  index(id: number, values: Values): void
  update(id: number, values: Values): string
  digestOf(id: number): string | undefined
  digestsOfRange(run: IdRun): [id: number, digest: string][]
  /** Removes every record of a run of ids. */
  removeRange(run: IdRun): void
}

export function createRecordWriter(db: WriteDb, names: NameWriter, kind: RecordKind): RecordWriter {
  const codec = codecOf(kind)
  const definition = kindDefinitions[kind]
  const insert = db.prepare<Cell[]>(insertSql(codec))
  const update = db.prepare<Cell[]>(updateSql(codec))
  const remove = db.prepare<[number, number]>(`DELETE FROM ${codec.table} WHERE id BETWEEN ? AND ?`)
  const digest = db.prepare<[number], string>(`SELECT ${digestHex} FROM ${codec.table} WHERE id = ?`).pluck()
  const digests = db.prepare<[number, number], [number, string]>(`SELECT id, ${digestHex} FROM ${codec.table} WHERE id BETWEEN ? AND ?`).raw()
  const side = createSideWriter(db, names, codec)
  const search = createSearchWriter(db, kind)
  const cellsOf = (fields: readonly FieldValue[], newDigest: string) => toCells(codec, names, fields, newDigest)
  return {
    nextId: () => nextIdOf(db, codec),
    insert(id, values) {
      const fields = canonicalFields(definition, values)
      const newDigest = digestOf(fields)
      insert.run(id, ...cellsOf(fields, newDigest))
      side.add(id, fields)
      return newDigest
    },
    index: search.add,
    update(id, values) {
      const fields = canonicalFields(definition, values)
      const newDigest = digestOf(fields)
      update.run(...cellsOf(fields, newDigest), id)
      side.removeRange(id, id)
      side.add(id, fields)
      search.replace(id, values)
      return newDigest
    },
    digestOf: (id) => digest.get(id),
    digestsOfRange: ({ firstId, lastId }) => digests.all(firstId, lastId),
    removeRange({ firstId, lastId }) {
      search.removeRange(firstId, lastId)
      side.removeRange(firstId, lastId)
      remove.run(firstId, lastId)
    },
  }
}

interface SideWriter {
  add(owner: number, fields: readonly FieldValue[]): void
  removeRange(firstOwner: number, lastOwner: number): void
}

function createSideWriter(db: WriteDb, names: NameWriter, { side }: RecordCodec): SideWriter {
  if (side === undefined) return { add: () => {}, removeRange: () => {} }
  const insert = db.prepare<[number, number, number]>(`INSERT INTO ${side.table} (${side.owner}, position, name) VALUES (?, ?, ?)`)
  const remove = db.prepare<[number, number]>(`DELETE FROM ${side.table} WHERE ${side.owner} BETWEEN ? AND ?`)
  return {
    add(owner, fields) {
      const value = fields[side.index]
      if (!Array.isArray(value)) return
      let at = 0
      for (const entry of value as readonly (string | [number, string])[]) { // what this field's types are in canonical form
        at += 1
        if (typeof entry === 'string') insert.run(owner, at, names.intern(entry))
        else insert.run(owner, entry[0], names.intern(entry[1]))
      }
    },
    removeRange: (firstOwner, lastOwner) => { remove.run(firstOwner, lastOwner) },
  }
}

function toCells(codec: RecordCodec, names: NameWriter, fields: readonly FieldValue[], digest: string): Cell[] {
  const cells: Cell[] = [digest]
  for (const { index, isName } of codec.columns) {
    const value = fields[index] ?? null
    cells.push(isName && typeof value === 'string' ? names.intern(value) : toCell(value))
  }
  return cells
}

/** Ids are never given twice: the journal goes on naming records that are gone. */
function nextIdOf(db: WriteDb, { kind, table }: RecordCodec): number {
  const stored = db.prepare<[], number | null>(`SELECT max(id) FROM ${table}`).pluck().get() ?? 0
  const journaled = db.prepare<[number], number | null>('SELECT max(record) FROM journal WHERE kind = ?').pluck().get(kindNumber[kind]) ?? 0
  return Math.max(stored, journaled) + 1
}

function columnsOf(codec: RecordCodec): string[] {
  return codec.columns.map(({ field }) => field.column)
}

function insertSql(codec: RecordCodec): string {
  const columns = columnsOf(codec)
  const places = columns.map(() => '?')
  return `INSERT INTO ${codec.table} (${['id', 'digest', ...columns].join(', ')}) VALUES (${['?', 'unhex(?)', ...places].join(', ')})`
}

function updateSql(codec: RecordCodec): string {
  const assignments = ['digest = unhex(?)', ...columnsOf(codec).map((column) => `${column} = ?`)]
  return `UPDATE ${codec.table} SET ${assignments.join(', ')} WHERE id = ?`
}

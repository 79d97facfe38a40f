import { kindDefinitions, kindNumber, type FieldValue, type RecordKind, type Values } from '../../../shared/domain/catalogue/fields'
import { canonicalFields, digestOf } from './canonicalRecord'
import type { WriteDb } from './database'
import type { IdRun } from './idRuns'
import type { NameWriter } from './nameTable'
import { codecOf, columnList, toCell, type Cell, type RecordCodec } from './recordCodec'
import { createSearchWriter } from './searchIndex'

type Bound = Cell | Buffer

/** Writes records of one kind with their side tables and search rows; each call answers with the new digest. */
export interface RecordWriter {
  /** First id for new records. */
  nextId(): number
  insert(id: number, values: Values): Buffer
  update(id: number, values: Values): Buffer
  digestOf(id: number): Buffer | undefined
  digestsOfRange(run: IdRun): [id: number, digest: Buffer][]
  /** Removes every record of a run of ids. */
  removeRange(run: IdRun): void
}

export function createRecordWriter(db: WriteDb, names: NameWriter, kind: RecordKind): RecordWriter {
  const codec = codecOf(kind)
  const definition = kindDefinitions[kind]
  const insert = db.prepare<Bound[]>(insertSql(codec))
  const update = db.prepare<Bound[]>(updateSql(codec))
  const remove = db.prepare<[number, number]>(`DELETE FROM ${codec.table} WHERE id BETWEEN ? AND ?`)
  const digest = db.prepare<[number], Buffer>(`SELECT digest FROM ${codec.table} WHERE id = ?`).pluck()
  const digests = db.prepare<[number, number], [number, Buffer]>(`SELECT id, digest FROM ${codec.table} WHERE id BETWEEN ? AND ?`).raw()
  const side = createSideWriter(db, names, codec)
  const search = createSearchWriter(db, kind)
  const cellsOf = (fields: readonly FieldValue[], newDigest: Buffer) => toCells(codec, names, fields, newDigest)
  return {
    nextId: () => nextIdOf(db, codec),
    insert(id, values) {
      const fields = canonicalFields(definition, values)
      const newDigest = digestOf(fields)
      insert.run(id, ...cellsOf(fields, newDigest))
      side.add(id, fields)
      search.add(id, values)
      return newDigest
    },
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
      value.forEach((entry: string | [number, string], at) => {
        const [position, name] = typeof entry === 'string' ? [at + 1, entry] : entry
        insert.run(owner, position, names.intern(name))
      })
    },
    removeRange: (firstOwner, lastOwner) => { remove.run(firstOwner, lastOwner) },
  }
}

function toCells(codec: RecordCodec, names: NameWriter, fields: readonly FieldValue[], digest: Buffer): Bound[] {
  const cells: Bound[] = [digest]
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

function insertSql(codec: RecordCodec): string {
  const places = Array.from({ length: codec.columns.length + 2 }, () => '?').join(', ')
  return `INSERT INTO ${codec.table} (${columnList(codec)}) VALUES (${places})`
}

function updateSql(codec: RecordCodec): string {
  const assignments = ['digest', ...codec.columns.map(({ field }) => field.column)].map((column) => `${column} = ?`)
  return `UPDATE ${codec.table} SET ${assignments.join(', ')} WHERE id = ?`
}

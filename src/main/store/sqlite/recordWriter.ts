import { kindDefinitions, kindNumber, type FieldValue, type RecordKind, type Values } from '../../../shared/domain/catalogue/fields'
import { canonicalFields, canonicaliserOf, digestOf } from './canonicalRecord'
import type { WriteDb } from './database'
import type { IdRun } from './idRuns'
import type { NameWriter } from './nameTable'
import { codecOf, digestHex, toCell, type Cell, type RecordCodec, type SideCodec } from './recordCodec'
import { createRowRuns } from './rowRuns'
import { createSearchWriter } from './searchIndex'

/** Writes records of one kind with their side tables and search rows; each call answers with the new digest. */
export interface RecordWriter {
  /** First id for new records. */
  nextId(): number
  /** Leaves the side table to `link` and the search index to `index`, which a bulk load fills in passes of their own. */
  insert(id: number, values: Values): string
  link(id: number, values: Values): void
  openLinks(): LinkRun
  index(id: number, values: Values): void
  update(id: number, values: Values): string
  digestOf(id: number): string | undefined
  digestsOfRange(run: IdRun): [id: number, digest: string][]
  /** Removes every record of a run of ids. */
  removeRange(run: IdRun): void
}

/** Names of many records on their way into the side table. */
export interface LinkRun {
  add(id: number, values: Values): void
  finish(): void
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
  const link = (id: number, values: Values) => {
    const links = side.open()
    links.add(id, values)
    links.finish()
  }
  return {
    nextId: () => nextIdOf(db, codec),
    insert(id, values) {
      const fields = canonicalFields(definition, values)
      const newDigest = digestOf(fields)
      insert.run(id, ...cellsOf(fields, newDigest))
      return newDigest
    },
    link,
    openLinks: side.open,
    index: search.add,
    update(id, values) {
      const fields = canonicalFields(definition, values)
      const newDigest = digestOf(fields)
      update.run(...cellsOf(fields, newDigest), id)
      side.removeRange(id, id)
      link(id, values)
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
  open(): LinkRun
  removeRange(firstOwner: number, lastOwner: number): void
}

const noSide: SideWriter = { open: () => ({ add: () => {}, finish: () => {} }), removeRange: () => {} }

function createSideWriter(db: WriteDb, names: NameWriter, codec: RecordCodec): SideWriter {
  const { side } = codec
  if (side === undefined) return noSide
  const entriesOf = sideEntries(codec.kind, side)
  const openRun = createRowRuns<[number, number, number]>(db, side.table, [side.owner, 'position', 'name'])
  const remove = db.prepare<[number, number]>(`DELETE FROM ${side.table} WHERE ${side.owner} BETWEEN ? AND ?`)
  return {
    open() {
      const run = openRun()
      return {
        add(owner, values) {
          for (const [position, name] of entriesOf(values)) run.add(owner, position, names.intern(name))
        },
        finish: run.finish,
      }
    },
    removeRange: (firstOwner, lastOwner) => { remove.run(firstOwner, lastOwner) },
  }
}

/** What a record has in its side table. */
function sideEntries(kind: RecordKind, { field, index }: SideCodec): (values: Values) => [position: number, name: string][] {
  const canonical = canonicaliserOf(kindDefinitions[kind].fields[index]?.type ?? 'names')
  return (values) => {
    const value = canonical(values[field])
    if (!Array.isArray(value)) return []
    // What this field's types are in canonical form.
    return (value as readonly (string | [number, string])[]).map((entry, at) => (typeof entry === 'string' ? [at + 1, entry] : entry))
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

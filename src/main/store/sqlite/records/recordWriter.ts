import { kindNumber, type FieldValue, type RecordKind } from '../../../../shared/domain/catalogue/fields'
import { shortHash, type CanonicalRecord } from './canonicalRecord'
import type { WriteDb } from '../file/database'
import type { IdRun } from './idRuns'
import type { NameWriter } from '../names/nameTable'
import { codecOf, digestHex, toCell, type Cell, type RecordCodec } from './recordCodec'
import { createRowRuns } from '../batches/rowRuns'
import { createSearchWriter } from '../search/searchIndex'
import { createUnitNameWriter } from '../names/unitNames'

/** Writes records of one kind with their side tables and search rows; each call answers with the new digest. */
export interface RecordWriter {
  /** First id for new records. */
  nextId(): number
  /** Leaves the side table to `link`, the search index and what units are called to `index`, which a bulk load fills in passes of their own. */
  insert(id: number, record: CanonicalRecord): string
  link(id: number, record: CanonicalRecord): void
  openLinks(): LinkRun
  index(id: number, record: CanonicalRecord): void
  update(id: number, record: CanonicalRecord): string
  digestOf(id: number): string | undefined
  digestsOfRange(run: IdRun): [id: number, digest: string][]
  /** Removes every record of a run of ids. */
  removeRange(run: IdRun): void
}

/** Names of many records on their way into the side table. */
export interface LinkRun {
  add(id: number, record: CanonicalRecord): void
  finish(): void
}

export function createRecordWriter(db: WriteDb, names: NameWriter, kind: RecordKind): RecordWriter {
  const codec = codecOf(kind)
  const insert = createInserter(db, codec)
  const update = db.prepare<Cell[]>(updateSql(codec))
  const remove = db.prepare<[number, number]>(`DELETE FROM ${codec.table} WHERE id BETWEEN ? AND ?`)
  const digest = db.prepare<[number], string>(`SELECT ${digestHex} FROM ${codec.table} WHERE id = ?`).pluck()
  const digests = db.prepare<[number, number], [number, string]>(`SELECT id, ${digestHex} FROM ${codec.table} WHERE id BETWEEN ? AND ?`).raw()
  const side = createSideWriter(db, names, codec)
  const search = createSearchWriter(db, kind)
  const unitNames = kind === 'unit' ? createUnitNameWriter(db) : undefined
  const cellsOf = (fields: readonly FieldValue[], newDigest: string) => toCells(codec, names, fields, newDigest)
  const link = (id: number, record: CanonicalRecord) => {
    const links = side.open()
    links.add(id, record)
    links.finish()
  }
  return {
    nextId: () => nextIdOf(db, codec),
    insert(id, { fields, text }) {
      const newDigest = shortHash(text)
      insert(id, cellsOf(fields, newDigest))
      return newDigest
    },
    link,
    openLinks: side.open,
    index(id, record) {
      search.add(id, record)
      unitNames?.add(id, record)
    },
    update(id, record) {
      const newDigest = shortHash(record.text)
      update.run(...cellsOf(record.fields, newDigest), id)
      side.removeRange(id, id)
      link(id, record)
      search.replace(id, record)
      unitNames?.removeRange(id, id)
      unitNames?.add(id, record)
      return newDigest
    },
    digestOf: (id) => digest.get(id),
    digestsOfRange: ({ firstId, lastId }) => digests.all(firstId, lastId),
    removeRange({ firstId, lastId }) {
      search.removeRange(firstId, lastId)
      unitNames?.removeRange(firstId, lastId)
      side.removeRange(firstId, lastId)
      remove.run(firstId, lastId)
    },
  }
}

/**
 * Inserts rows by as many of their columns as hold something: those at the end are empty in most records, and handing one
 * over costs as much as storing it.
 */
function createInserter(db: WriteDb, codec: RecordCodec): (id: number, cells: Cell[]) => void {
  const prepare = (columns: number) => db.prepare<Cell[]>(insertSql(codec, columns))
  const statements: ReturnType<typeof prepare>[] = []
  return (id, cells) => {
    while (cells.at(-1) === null) cells.pop()
    const columns = cells.length - 1
    const statement = (statements[columns] ??= prepare(columns))
    statement.run(id, ...cells)
  }
}

interface SideWriter {
  open(): LinkRun
  removeRange(firstOwner: number, lastOwner: number): void
}

/** A name, or a name with its place. */
type SideEntry = string | readonly [number, string]

const noSide: SideWriter = { open: () => ({ add: () => {}, finish: () => {} }), removeRange: () => {} }

function createSideWriter(db: WriteDb, names: NameWriter, codec: RecordCodec): SideWriter {
  const { side } = codec
  if (side === undefined) return noSide
  const openRun = createRowRuns<[number, number, number]>(db, side.table, [side.owner, 'position', 'name'])
  const remove = db.prepare<[number, number]>(`DELETE FROM ${side.table} WHERE ${side.owner} BETWEEN ? AND ?`)
  return {
    open() {
      const run = openRun()
      return {
        add(owner, { fields }) {
          const value = fields[side.index]
          // What this field's types are in canonical form.
          if (Array.isArray(value)) (value as readonly SideEntry[]).forEach((entry, at) => {
            if (typeof entry === 'string') run.add(owner, at + 1, names.intern(entry))
            else run.add(owner, entry[0], names.intern(entry[1]))
          })
        },
        finish: run.finish,
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

/** @param count  how many of the columns are given */
function insertSql(codec: RecordCodec, count: number): string {
  const columns = columnsOf(codec).slice(0, count)
  const places = columns.map(() => '?')
  return `INSERT INTO ${codec.table} (${['id', 'digest', ...columns].join(', ')}) VALUES (${['?', 'unhex(?)', ...places].join(', ')})`
}

function updateSql(codec: RecordCodec): string {
  const assignments = ['digest = unhex(?)', ...columnsOf(codec).map((column) => `${column} = ?`)]
  return `UPDATE ${codec.table} SET ${assignments.join(', ')} WHERE id = ?`
}

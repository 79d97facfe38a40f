import { kindDefinitions, type FieldDefinition, type FieldType, type FieldValue, type RecordKind, type Values } from '../../../../shared/domain/catalogue/fields'
import { Refusal } from '../../../../shared/domain/result'
import type { StoredRecord } from '../../registerStore'

/**
 * Between the catalogue's fields and a kind's table: which fields have a column, how a value is written into it and
 * read back. Names live in tables of their own, so the caller brings them as ids and gets them as ids.
 */
export interface RecordCodec {
  kind: RecordKind
  table: string
  keyColumn: string
  /** Fields with a column, with their place among the canonical fields. */
  columns: readonly ColumnCodec[]
  /** Field kept in the side table, with its place among the canonical fields. */
  side: SideCodec | undefined
}

export interface ColumnCodec {
  field: FieldDefinition
  index: number
  /** The column holds the id of a name. */
  isName: boolean
}

export interface SideCodec {
  table: string
  owner: string
  field: string
  index: number
  /** Positions are part of the value (drafting lists have gaps); otherwise they are only the order. */
  keepsPositions: boolean
}

export type Cell = string | number | null

/** A row as the driver's `raw` mode gives it: id, digest, names of the side table, then the columns in order. */
export type RawRecord = [number, string, string | null, ...Cell[]]
const firstColumn = 3

const codecs = new Map<RecordKind, RecordCodec>()

/** The codec of a kind, made once. */
export function codecOf(kind: RecordKind): RecordCodec {
  let codec = codecs.get(kind)
  if (codec === undefined) {
    codec = buildCodec(kind)
    codecs.set(kind, codec)
  }
  return codec
}

function buildCodec(kind: RecordKind): RecordCodec {
  const { table, key, fields, namesTable } = kindDefinitions[kind]
  const places = fields.map((field, index) => ({ field, index, isName: field.type === 'name' }))
  const keyColumn = fields.find((field) => field.name === key)?.column
  if (keyColumn === undefined) throw new Error(`${kind} has no key field`)
  return { kind, table, keyColumn, columns: places.filter(({ field }) => !isInSideTable(field.type)), side: sideOf(namesTable, places) }
}

function sideOf(namesTable: { table: string; owner: string; field: string } | undefined, places: readonly ColumnCodec[]): SideCodec | undefined {
  if (namesTable === undefined) return undefined
  const place = places.find(({ field }) => field.name === namesTable.field)
  if (place === undefined) throw new Error(`${namesTable.table} has no field ${namesTable.field}`)
  return { ...namesTable, index: place.index, keepsPositions: place.field.type === 'positions' }
}

function isInSideTable(type: FieldType): boolean {
  return type === 'names' || type === 'positions'
}

/** SQL that gives a digest column as the hex text it travels as; `unhex(?)` is the way back. */
export const digestHex = 'lower(hex(digest))'

/** What `toStoredRecord` expects to be selected. */
export function selectList(codec: RecordCodec): string {
  return ['id', digestHex, sideList(codec.table, codec.side), ...codec.columns.map(({ field }) => field.column)].join(', ')
}

/** Names of the side table in one text, "position name position name …": a second statement a record costs more. */
export function sideList(table: string, side: SideCodec | undefined, firstOnly = false): string {
  if (side === undefined) return 'NULL'
  const own = `FROM ${side.table} WHERE ${side.owner} = ${table}.id ORDER BY position`
  return firstOnly ? `(SELECT position || ' ' || name ${own} LIMIT 1)` : `(SELECT group_concat(position || ' ' || name, ' ') FROM (SELECT position, name ${own}))`
}

/** A canonical value as its column holds it; lists become JSON. Name columns take the id instead. */
export function toCell(value: FieldValue): Cell {
  return Array.isArray(value) ? JSON.stringify(value) : (value as Cell) // Array.isArray does not narrow readonly arrays away
}

/** @throws Refusal register_damaged when a stored list is no list */
export function fromCell(type: FieldType, cell: Cell): FieldValue {
  if (type !== 'texts' && type !== 'integers') return cell
  try {
    return JSON.parse(String(cell)) as FieldValue
  } catch {
    throw new Refusal('register_damaged', undefined, { reason: 'unreadable_list' })
  }
}

export interface NameSource {
  textOf(id: number): string
}

/** A stored row as the record the services know; empty fields are left out. */
export function toStoredRecord(codec: RecordCodec, raw: RawRecord, names: NameSource): StoredRecord {
  const values: Values = {}
  let at = firstColumn
  for (const { field, isName } of codec.columns) {
    const cell = raw[at++] ?? null
    if (cell !== null) values[field.name] = isName ? names.textOf(Number(cell)) : fromCell(field.type, cell)
  }
  if (codec.side && raw[2] !== null) values[codec.side.field] = sideValue(codec.side, raw[2], names)
  return { kind: codec.kind, id: raw[0], digest: raw[1], values }
}

/** The names of a side table's list, each with its position where positions are kept. */
export function sideValue(side: SideCodec, list: string, names: NameSource): FieldValue {
  const numbers = list.split(' ')
  const entries: [number, string][] = []
  for (let at = 0; at + 1 < numbers.length; at += 2) entries.push([Number(numbers[at]), names.textOf(Number(numbers[at + 1]))])
  return side.keepsPositions ? entries : entries.map(([, name]) => name)
}

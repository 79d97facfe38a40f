import { kindDefinitions, recordKinds, type FieldValue, type RecordKind, type Values } from '../../../../shared/domain/catalogue/fields'
import { Refusal } from '../../../../shared/domain/result'
import { canonicalFields, digestOf } from '../records/canonicalRecord'
import type { WriteDb } from '../file/database'
import { codecOf, fromCell, type RecordCodec } from '../records/recordCodec'
import { leafRows, type LeafRow } from './leafRows'
import type { RawCell } from './tolerantRows'
import type { ExpectedRecords } from './expectedRecords'

export interface RecoveredRecord {
  kind: RecordKind
  id: number
  values: Values
}

type Link = [position: number, name: number]
/** Rows of three numbers by their first and the page they lie on: which table a page belongs to nobody says. */
type Links = Map<number, Map<number, Link[]>>

const digestBytes = 8

/**
 * Looks for records in the pages themselves, without the trees that led to them. A row is taken for a record when its
 * digest proves every field of it, names included.
 *
 * Rows of two kinds may have the same digest: which kind a row is of says the index of the keys, or that no other fits.
 *
 * @param wanted  ids that are missing; null looks for whatever there is
 * @param copied  the names that could be copied
 * @param keyOf   the key of a record as far as an index still has it
 */
export function recoverRecords(file: string, wanted: ExpectedRecords | null, copied: WriteDb, keyOf: (kind: RecordKind, id: number) => string | undefined): RecoveredRecord[] {
  if (wanted !== null && [...wanted.values()].every((ids) => ids.size === 0)) return []
  const isWanted = (id: number): boolean => wanted === null || recordKinds.some((kind) => wanted.get(kind)?.has(id))
  const { rows, links, names } = collect(file, isWanted)
  for (const { id, text } of copied.prepare<[], { id: number; text: string }>('SELECT id, text FROM name').iterate()) names.set(id, text)
  const shapes = recordKinds.map((kind) => ({ kind, shape: shapeOf(copied, kind) }))
  const found = new Map<string, RecoveredRecord>()
  for (const { rowid, cells } of rows) {
    const id = rowid ?? 0
    const fitting = shapes.flatMap(({ kind, shape }): RecoveredRecord[] => {
      const values = cells.length > shape.length ? null : proven(kind, shape, cells, links.get(id), names)
      return values === null ? [] : [{ kind, id, values }]
    })
    for (const record of fitting) {
      const key = keyOf(record.kind, id)
      const isOfKind = key === undefined ? fitting.length === 1 : key === record.values[kindDefinitions[record.kind].key]
      if (isOfKind && (wanted === null || wanted.get(record.kind)?.has(id))) found.set(`${record.kind} ${id}`, record)
    }
  }
  return [...found.values()]
}

function collect(file: string, isWanted: (id: number) => boolean): { rows: LeafRow[]; links: Links; names: Map<number, string> } {
  const rows: LeafRow[] = []
  const links: Links = new Map()
  const names = new Map<number, string>()
  for (const row of leafRows(file)) {
    const { rowid, cells, page } = row
    const [first, second, third] = cells
    if (rowid !== null && second instanceof Buffer && second.length === digestBytes && isWanted(rowid)) rows.push(row)
    else if (rowid !== null && cells.length === 2 && typeof second === 'string') names.set(rowid, second)
    else if (rowid === null && cells.length === 3 && typeof first === 'number' && typeof second === 'number' && typeof third === 'number' && isWanted(first)) {
      const ofOwner = links.get(first) ?? new Map<number, Link[]>()
      ofOwner.set(page, [...(ofOwner.get(page) ?? []), [second, third]])
      links.set(first, ofOwner)
    }
  }
  return { rows, links, names }
}

/** The columns of a kind's table in the order in which its rows hold them. */
function shapeOf(db: WriteDb, kind: RecordKind): string[] {
  return db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(codecOf(kind).table)
}

function proven(kind: RecordKind, shape: readonly string[], cells: readonly RawCell[], links: Map<number, Link[]> | undefined, names: ReadonlyMap<number, string>): Values | null {
  const codec = codecOf(kind)
  const values = fieldsOf(codec, shape, cells, names)
  const digest = cells[1]
  if (values === null || !(digest instanceof Buffer)) return null
  for (const side of sidesOf(codec, links, names)) {
    const whole = codec.side === undefined || side === null ? values : { ...values, [codec.side.field]: side }
    if (digestOf(canonicalFields(kindDefinitions[kind], whole)) === digest.toString('hex')) return whole
  }
  return null
}

function fieldsOf(codec: RecordCodec, shape: readonly string[], cells: readonly RawCell[], names: ReadonlyMap<number, string>): Values | null {
  const values: Values = {}
  for (const { field, isName } of codec.columns) {
    const cell = cells[shape.indexOf(field.column)] ?? null
    if (cell === null) continue
    const value = typeof cell === 'object' ? undefined : isName ? names.get(Number(cell)) : listOrNothing(field.type, cell)
    if (value === undefined) return null
    values[field.name] = value
  }
  return hasDates(codec, values) ? values : null
}

const date = /^\d{4}(-\d\d){0,2}$/

function hasDates({ columns }: RecordCodec, values: Values): boolean {
  return columns.every(({ field: { name, type } }) => type !== 'date' || values[name] === undefined || date.test(String(values[name])))
}

function listOrNothing(type: Parameters<typeof fromCell>[0], cell: string | number): FieldValue | undefined {
  try {
    return fromCell(type, cell)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

/** No names, those of each page, and those of two pages where a list goes on. */
function* sidesOf({ side }: RecordCodec, links: Map<number, Link[]> | undefined, names: ReadonlyMap<number, string>): Generator<FieldValue> {
  yield null
  if (side === undefined || links === undefined) return
  const pages = [...links.values()]
  const lists = [...pages, ...pages.flatMap((one, at) => pages.slice(at + 1).map((other) => [...one, ...other]))]
  for (const list of lists) {
    const entries = list.toSorted(([a], [b]) => a - b).map(([position, name]): [number, string] => [position, names.get(name) ?? ''])
    yield side.keepsPositions ? entries : entries.map(([, name]) => name)
  }
}

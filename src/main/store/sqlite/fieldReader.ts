import type { Statement } from 'better-sqlite3'
import type { FieldDefinition, RecordKind, Values } from '../../../shared/domain/catalogue/fields'
import type { RecordFields } from '../registerStore'
import type { ReadDb } from './database'
import type { NameReader } from './nameTable'
import { codecOf, fromCell, type Cell, type RecordCodec, type SideCodec } from './recordCodec'

/** Some fields of records, as pages of lists read them. */
export interface FieldReader {
  /** In the order of the ids, one entry for each; those that are gone are left out, a name that is no field as well. */
  fieldsOf(kind: RecordKind, ids: readonly number[], fields: readonly string[]): RecordFields[]
}

type PageStatement<Row> = Statement<[ids: string], Row>
/** The id under a name that no field has, then the fields by their names: objects made by the driver cost least. */
type PageRow = Record<string, Cell> & { 'record id': number }
type SideEntry = [owner: number, position: number, name: number]

/** What one selection of fields reads: a statement a page for the columns, and one for the side table where it is asked for. */
interface Selection {
  cells: PageStatement<PageRow>
  /** Of the fields selected, those whose cell is not yet the value. */
  names: readonly FieldDefinition[]
  lists: readonly FieldDefinition[]
  side: { codec: SideCodec; entries: PageStatement<SideEntry> } | undefined
}

/** Windows, commands and exports ask for a few selections each; whoever asks for ever new ones must not fill the memory. */
const keptSelections = 64

/**
 * Pages of lists without what a page does not show: no digest, only the columns asked for, and the side table in one
 * statement a page instead of one look-up a record. The ids lead (CROSS JOIN), so rows come in their order.
 */
export function createFieldReader(db: ReadDb, names: NameReader): FieldReader {
  const selections = new Map<string, Selection>()

  function selectionOf(kind: RecordKind, fields: readonly string[]): Selection {
    const key = `${kind} ${fields.join(' ')}`
    let selection = selections.get(key)
    if (selection === undefined) {
      if (selections.size >= keptSelections) selections.clear()
      selection = prepare(db, kind, new Set(fields))
      selections.set(key, selection)
    }
    return selection
  }

  // In one transaction, so that a commit between the statements cannot join a record with the names of another state.
  const read = db.transaction(({ cells, side }: Selection, asked: string) => ({ rows: cells.all(asked), entries: side ? side.entries.all(asked) : [] }))
  return {
    fieldsOf(kind, ids, fields) {
      const selection = selectionOf(kind, fields)
      const { rows, entries } = read(selection, JSON.stringify(ids))
      const records = toRecords(rows, selection, names)
      if (selection.side) addSideValues(records, selection.side.codec, entries, names)
      return records
    },
  }
}

function prepare(db: ReadDb, kind: RecordKind, asked: ReadonlySet<string>): Selection {
  const codec = codecOf(kind)
  const columns = codec.columns.filter(({ field }) => asked.has(field.name))
  const fields = columns.map(({ field }) => field)
  const { side } = codec
  return {
    cells: db.prepare<[string], PageRow>(pageSql(codec, fields)),
    names: columns.filter(({ isName }) => isName).map(({ field }) => field),
    lists: fields.filter(({ type }) => type === 'texts' || type === 'integers'),
    side: side !== undefined && asked.has(side.field) ? { codec: side, entries: db.prepare<[string], SideEntry>(sidePageSql(side)).raw() } : undefined,
  }
}

/** Fields of the records whose ids a JSON list names, in the order of the list. */
export function pageSql({ table }: Pick<RecordCodec, 'table'>, fields: readonly FieldDefinition[]): string {
  const list = [`${table}.id AS "record id"`, ...fields.map(({ name, column }) => `${table}.${column} AS "${name}"`)].join(', ')
  return `SELECT ${list} FROM json_each(?) AS asked CROSS JOIN ${table} ON ${table}.id = asked.value`
}

/** Owner, position and name of the side table's rows of those records, record by record and in order. */
export function sidePageSql({ table, owner }: Pick<SideCodec, 'table' | 'owner'>): string {
  return `SELECT ${owner}, position, name FROM json_each(?) AS asked CROSS JOIN ${table} ON ${table}.${owner} = asked.value`
}

function toRecords(rows: readonly PageRow[], { names, lists }: Selection, known: NameReader): RecordFields[] {
  for (const { name } of names) known.learn(rows.flatMap((row) => (row[name] === null ? [] : Number(row[name]))))
  return rows.map(({ 'record id': id, ...values }) => {
    const read: Values = values
    for (const { name } of names) if (values[name] !== null) read[name] = known.textOf(Number(values[name]))
    for (const { name, type } of lists) if (values[name] !== null) read[name] = fromCell(type, values[name] ?? null)
    return { id, values: read }
  })
}

/** A page may show a record more than once (a mark in each of its classes): its entries then come as often, and are the same. */
function addSideValues(records: readonly RecordFields[], side: SideCodec, entries: readonly SideEntry[], names: NameReader): void {
  names.learn(entries.map(([, , name]) => name))
  const lists = new Map<number, [number, string][]>()
  for (const [owner, position, name] of entries) {
    const list = lists.get(owner)
    if (list === undefined) lists.set(owner, [[position, names.textOf(name)]])
    else if (position > (list.at(-1)?.[0] ?? 0)) list.push([position, names.textOf(name)])
  }
  for (const { id, values } of records) {
    const list = lists.get(id)
    if (list) values[side.field] = side.keepsPositions ? list : list.map(([, name]) => name)
  }
}

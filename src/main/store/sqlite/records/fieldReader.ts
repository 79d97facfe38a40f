import type { Statement } from 'better-sqlite3'
import type { FieldDefinition, RecordKind, Values } from '../../../../shared/domain/catalogue/fields'
import { Refusal } from '../../../../shared/domain/result'
import type { RecordFields } from '../../registerStore'
import type { ReadDb } from '../file/database'
import { codecOf, fromCell, type Cell, type ColumnCodec, type RecordCodec, type SideCodec } from './recordCodec'

/** Some fields of records, as pages of lists read them. */
export interface FieldReader {
  /** In the order of the ids, one entry for each; those that are gone are left out, a name that is no field as well. */
  fieldsOf(kind: RecordKind, ids: readonly number[], fields: readonly string[]): RecordFields[]
}

type PageStatement<Row> = Statement<[ids: string], Row>
/** The fields by their names: objects made by the driver cost least, and become the records' values as they are. */
type PageRow = Record<string, Cell>
type SideEntry = [owner: number, position: number, name: string | null]

/** What one selection of fields reads: a statement a page for the columns, and one for the side table where it is asked for. */
interface Selection {
  cells: PageStatement<PageRow> | undefined
  /** Which of the ids there are: asked only where rows do not tell it. */
  present: PageStatement<number>
  /** Of the fields selected, those that are kept as names, and those whose cell is not yet the value. */
  names: readonly FieldDefinition[]
  lists: readonly FieldDefinition[]
  side: { codec: SideCodec; entries: PageStatement<SideEntry> } | undefined
}

/** Windows, commands and exports ask for a few selections each; whoever asks for ever new ones must not fill the memory. */
const keptSelections = 64
/** What stands for a name that its table does not have: no text. */
const missing = 0

/**
 * Pages of lists without what a page does not show: no digest, only the columns asked for, and the side table in one
 * statement a page instead of one look-up a record. The ids lead (CROSS JOIN), so rows come in their order; names are
 * joined by the statement, for hardly any of a page has been met before.
 */
export function createFieldReader(db: ReadDb): FieldReader {
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
  const read = db.transaction(({ cells, present, side }: Selection, asked: readonly number[]) => {
    const list = JSON.stringify(asked)
    const found = cells?.all(list)
    // Hardly ever is one gone: a column of ids would cost every page what one of them needs.
    const ids = found?.length === asked.length ? asked : present.all(list)
    return { ids, rows: found ?? ids.map((): PageRow => ({})), entries: side ? side.entries.all(list) : [] }
  })
  return {
    fieldsOf(kind, asked, fields) {
      const selection = selectionOf(kind, fields)
      const { ids, rows, entries } = read(selection, asked)
      const records = toRecords(ids, rows, selection)
      if (selection.side) addSideValues(records, selection.side.codec, entries)
      return records
    },
  }
}

function prepare(db: ReadDb, kind: RecordKind, asked: ReadonlySet<string>): Selection {
  const codec = codecOf(kind)
  const columns = codec.columns.filter(({ field }) => asked.has(field.name))
  const { side } = codec
  return {
    cells: columns.length === 0 ? undefined : db.prepare<[string], PageRow>(pageSql(codec, columns)),
    present: db.prepare<[string], number>(pageSql(codec, [])).pluck(),
    names: columns.filter(({ isName }) => isName).map(({ field }) => field),
    lists: columns.map(({ field }) => field).filter(({ type }) => type === 'texts' || type === 'integers'),
    side: side !== undefined && asked.has(side.field) ? { codec: side, entries: db.prepare<[string], SideEntry>(sidePageSql(side)).raw() } : undefined,
  }
}

/** Fields of the records whose ids a JSON list names, in the order of the list; where no field is asked for, their ids. */
export function pageSql({ table }: Pick<RecordCodec, 'table'>, columns: readonly Pick<ColumnCodec, 'field' | 'isName'>[]): string {
  const list = columns.map((column) => `${cellSql(table, column)} AS "${column.field.name}"`).join(', ')
  return `SELECT ${list || `${table}.id`} FROM json_each(?) AS asked CROSS JOIN ${table} ON ${table}.id = asked.value`
}

function cellSql(table: string, { field: { column }, isName }: Pick<ColumnCodec, 'field' | 'isName'>): string {
  const cell = `${table}.${column}`
  return isName ? `iif(${cell} IS NULL, NULL, ifnull((SELECT text FROM name WHERE name.id = ${cell}), ${missing}))` : cell
}

/** Owner, position and name of the side table's rows of those records, record by record and in order. */
export function sidePageSql({ table, owner }: Pick<SideCodec, 'table' | 'owner'>): string {
  return `SELECT ${table}.${owner}, ${table}.position, name.text FROM json_each(?) AS asked
    CROSS JOIN ${table} ON ${table}.${owner} = asked.value LEFT JOIN name ON name.id = ${table}.name`
}

function toRecords(ids: readonly number[], rows: readonly PageRow[], { names, lists }: Selection): RecordFields[] {
  return rows.map((row, at) => {
    const [id, values]: [number, Values] = [ids[at] ?? 0, row]
    for (const { name } of names) if (values[name] === missing) throw damaged(id)
    for (const { name, type } of lists) {
      const cell = row[name] ?? null
      if (cell !== null) values[name] = fromCell(type, cell)
    }
    return { id, values }
  })
}

/** A page may show a record more than once (a mark in each of its classes): its entries then come as often, and are the same. */
function addSideValues(records: readonly RecordFields[], side: SideCodec, entries: readonly SideEntry[]): void {
  const lists = new Map<number, [number, string][]>()
  for (const [owner, position, name] of entries) {
    if (name === null) throw damaged(owner)
    const list = lists.get(owner)
    if (list === undefined) lists.set(owner, [[position, name]])
    else if (position > (list.at(-1)?.[0] ?? 0)) list.push([position, name])
  }
  for (const { id, values } of records) {
    const list = lists.get(id)
    if (list) values[side.field] = side.keepsPositions ? list : list.map(([, name]) => name)
  }
}

function damaged(record: number): Refusal {
  return new Refusal('register_damaged', undefined, { reason: 'name_missing', record })
}

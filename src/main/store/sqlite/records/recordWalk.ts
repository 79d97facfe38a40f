import type { RecordKind, Values } from '../../../../shared/domain/catalogue/fields'
import { Refusal } from '../../../../shared/domain/result'
import type { RecordFields, WalkedFields } from '../../registerStore'
import type { ReadDb } from '../file/database'
import { readPages, scanNameTable } from './columnSource'
import { codecOf, fromCell, sideList, sideValue, type Cell, type ColumnCodec, type NameSource, type RecordCodec, type SideCodec } from './recordCodec'

/** A row in `raw` mode: id, names of the side table, then the columns in order. */
type WalkedRow = [number, string | null, ...Cell[]]
const firstColumn = 2

const pageRecords = 500

/**
 * Goes through all records of a kind in id order with some of their fields. Each page is a statement of its own; names come
 * from one reading of their whole table, which costs a fraction of as many look-ups as there are records.
 *
 * @throws Refusal register_damaged for a name that is not there, register_unavailable when the register was closed meanwhile
 */
export async function walkRecords(db: ReadDb, kind: RecordKind, { fields, firstNameOnly }: WalkedFields, visit: (page: readonly RecordFields[]) => void): Promise<void> {
  const codec = codecOf(kind)
  const columns = codec.columns.filter(({ field }) => fields.includes(field.name))
  const side = codec.side !== undefined && fields.includes(codec.side.field) ? codec.side : undefined
  const names = side !== undefined || columns.some(({ isName }) => isName) ? await allNames(db) : noNames
  const page = db.prepare<[number, number], WalkedRow>(walkSql(codec, columns, side, firstNameOnly === true)).raw()
  await readPages(db, 0, pageRecords, (last, limit) => page.all(last, limit), ([id]) => id, (rows) => {
    visit(rows.map((row) => ({ id: row[0], values: valuesOf(row, columns, side, names) })))
  })
}

/** A page behind an id, of at most so many rows. */
export function walkSql({ table }: Pick<RecordCodec, 'table'>, columns: readonly ColumnCodec[], side: SideCodec | undefined, firstNameOnly: boolean): string {
  const list = ['id', sideList(table, side, firstNameOnly), ...columns.map(({ field }) => field.column)].join(', ')
  return `SELECT ${list} FROM ${table} WHERE id > ? ORDER BY id LIMIT ?`
}

function valuesOf(row: WalkedRow, columns: readonly ColumnCodec[], side: SideCodec | undefined, names: NameSource): Values {
  const values: Values = {}
  let at = firstColumn
  for (const { field, isName } of columns) {
    const cell = row[at++] ?? null
    if (cell !== null) values[field.name] = isName ? names.textOf(Number(cell)) : fromCell(field.type, cell)
  }
  if (side && row[1] !== null) values[side.field] = sideValue(side, row[1], names)
  return values
}

const noNames: NameSource = { textOf: (id) => { throw missing(id) } }

async function allNames(db: ReadDb): Promise<NameSource> {
  const texts: (string | undefined)[] = []
  await scanNameTable(db, (page) => { for (const [id, text] of page) texts[id] = text })
  const select = db.prepare<[number], string>('SELECT text FROM name WHERE id = ?').pluck()
  return {
    textOf(id) {
      // Only one that another program has added since is looked up.
      const text = texts[id] ?? select.get(id)
      if (text === undefined) throw missing(id)
      return text
    },
  }
}

function missing(name: number): Refusal {
  return new Refusal('register_damaged', undefined, { reason: 'name_missing', name })
}

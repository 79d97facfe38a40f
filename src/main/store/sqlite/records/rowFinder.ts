import { kindDefinitions, type RecordKind } from '../../../../shared/domain/catalogue/fields'
import type { ColumnRow } from '../../columnSource'
import type { RowCondition, RowFinder } from '../../rowFinder'
import type { ReadDb } from '../file/database'
import { columnSql, turn } from './columnSource'

/** Ids that one statement looks at: some milliseconds, after which others get their turn. */
const idsAtOnce = 50_000
const readAtOnce = 5_000

/** Looks for rows through one read connection. */
export function createRowFinder(db: ReadDb): RowFinder {
  return {
    async where(kind, condition) {
      const { table } = kindDefinitions[kind]
      const page = db.prepare<(number | string)[], number>(conditionSql(kind, condition)).pluck()
      const day = 'ahead' in condition ? condition.ahead.map(() => condition.of) : []
      const highest = db.prepare<[], number>(`SELECT coalesce(max(id), 0) FROM ${table}`).pluck().get() ?? 0
      const found: number[] = []
      for (let from = 0; from < highest; from += idsAtOnce) {
        if (from > 0) await turn(db)
        for (const id of page.all(from, from + idsAtOnce, ...day)) found.push(id)
      }
      return Int32Array.from(found)
    },
    async among(kind, fields, ids, visit) {
      const page = db.prepare<[string], ColumnRow>(`SELECT ${columnSql(kind, fields)} FROM ${kindDefinitions[kind].table} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`).raw()
      for (let from = 0; from < ids.length; from += readAtOnce) {
        if (from > 0) await turn(db)
        visit(page.all(JSON.stringify(Array.from(ids.subarray(from, from + readAtOnce)))))
      }
    },
  }
}

/** Ids behind one and up to another for which the condition holds. */
export function conditionSql(kind: RecordKind, condition: RowCondition): string {
  return `SELECT id FROM ${kindDefinitions[kind].table} AS rec WHERE id > ? AND id <= ? AND (${holdsSql(kind, condition)}) ORDER BY id`
}

function holdsSql(kind: RecordKind, condition: RowCondition): string {
  if ('missing' in condition) {
    const column = columnOf(kind, condition.missing)
    return `${column} IS NULL OR ${column} = ''`
  }
  if ('nameless' in condition) {
    const side = kindDefinitions[kind].namesTable
    if (!side) throw new RangeError(`${kind} has no names`)
    return `NOT EXISTS (SELECT 1 FROM ${side.table} WHERE ${side.owner} = rec.id AND position = 1)`
  }
  if ('ahead' in condition) return condition.ahead.map((field) => `${columnOf(kind, field)} > ?`).join(' OR ')
  return condition.descending.flatMap((order) => order.flatMap((earlier, at) => order.slice(at + 1).map((later) => `${columnOf(kind, later)} < ${columnOf(kind, earlier)}`))).join(' OR ')
}

function columnOf(kind: RecordKind, name: string): string {
  const field = kindDefinitions[kind].fields.find((known) => known.name === name)
  if (!field) throw new RangeError(`${kind} has no field ${name}`)
  return `rec."${field.column}"`
}

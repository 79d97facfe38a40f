import { setImmediate as nextTurn } from 'node:timers/promises'
import { kindDefinitions, type FieldDefinition, type RecordKind, type Values } from '../../../../shared/domain/catalogue/fields'
import type { ColumnRow, ColumnSource } from '../../../store/columnSource'
import { toCell } from '../../../store/sqlite/records/recordCodec'
import type { KindChanges, PendingChanges } from './pendingChanges'

/** Ids of records that are not stored yet: above every id that a register reaches, below the largest of a typed array. */
const firstNewId = 2_000_000_000

/** New records that are laid out at once; between two pages others get their turn, as between those of the store. */
const pageRecords = 10_000

type NameRow = readonly [owner: number, position: number, name: number]

/**
 * The register's columns as they would be after a commit: the stored ones with pending values in their place, then the
 * new records. Counting over it is counting over the register after the commit, by the same code.
 */
export async function pendingSource(stored: ColumnSource, changes: PendingChanges): Promise<ColumnSource> {
  const { idOf, added } = await nameIds(stored, changes)
  return {
    sequence: stored.sequence,
    info: stored.info,
    attachmentCounts: stored.attachmentCounts,
    rowCount: async (kind) => (await stored.rowCount(kind)) + (changes.get(kind)?.inserts.length ?? 0),
    async names(visit) {
      await stored.names(visit)
      if (added.length > 0) visit(added)
    },
    async scan(kind, fields, visit) {
      const pending = changes.get(kind)
      if (!pending) return stored.scan(kind, fields, visit)
      const toRow = rowWriter(kind, fields, idOf)
      const withPending = (row: ColumnRow): ColumnRow => {
        const values = pending.updates.get(Number(row[0]))
        return values ? toRow(Number(row[0]), values) : row
      }
      await stored.scan(kind, fields, (page) => visit(page.map(withPending)))
      await inPages(pending.inserts, (id, values) => [toRow(id, values)], visit)
    },
    async scanNames(kind, firstOnly, visit) {
      const pending = changes.get(kind)
      if (!pending) return stored.scanNames(kind, firstOnly, visit)
      const rowsOf = (id: number, values: Values): NameRow[] => nameRows(kind, id, values, idOf).filter(([, position]) => !firstOnly || position === 1)
      await scanWithUpdates(stored, kind, firstOnly, pending, rowsOf, visit)
      await inPages(pending.inserts, rowsOf, visit)
    },
  }
}

async function inPages<T>(inserts: readonly Values[], rowsOf: (id: number, values: Values) => T[], visit: (page: readonly T[]) => void): Promise<void> {
  for (let from = 0; from < inserts.length; from += pageRecords) {
    if (from > 0) await nextTurn()
    visit(inserts.slice(from, from + pageRecords).flatMap((values, index) => rowsOf(firstNewId + from + index, values)))
  }
}

/** Keeps the order by owner: lists of changed records stand where the old ones stood, or would have. */
async function scanWithUpdates(
  stored: ColumnSource, kind: RecordKind, firstOnly: boolean, { updates }: KindChanges, rowsOf: (id: number, values: Values) => NameRow[], visit: (page: readonly NameRow[]) => void,
): Promise<void> {
  const waiting = [...updates].sort(([a], [b]) => a - b)
  let next = 0
  /** There may be as many as the file has rows: they are added one by one. */
  const addUpTo = (id: number, rows: NameRow[]): void => {
    for (let entry = waiting[next]; entry !== undefined && entry[0] <= id; entry = waiting[++next]) for (const row of rowsOf(...entry)) rows.push(row)
  }
  await stored.scanNames(kind, firstOnly, (page) => {
    const rows: NameRow[] = []
    for (const row of page) {
      addUpTo(row[0], rows)
      if (!updates.has(row[0])) rows.push(row)
    }
    visit(rows)
  })
  const last: NameRow[] = []
  addUpTo(firstNewId, last)
  visit(last)
}

function rowWriter(kind: RecordKind, fields: readonly string[], idOf: (name: string) => number): (id: number, values: Values) => ColumnRow {
  const definitions = fields.map((name) => fieldOf(kind, name))
  return (id, values) => [id, ...definitions.map(({ name, type }) => {
    const value = values[name] ?? null
    return type === 'name' ? (typeof value === 'string' ? idOf(value) : null) : toCell(value)
  })]
}

function fieldOf(kind: RecordKind, name: string): FieldDefinition {
  const field = kindDefinitions[kind].fields.find((known) => known.name === name)
  if (!field) throw new RangeError(`${kind} has no field ${name}`)
  return field
}

/** Rows of the side table as a commit would write them: drafting lists keep their positions, parties are numbered. */
function nameRows(kind: RecordKind, id: number, values: Values, idOf: (name: string) => number): NameRow[] {
  return listedNames(kind, values).map(([position, name]): NameRow => [id, position, idOf(name)])
}

function listedNames(kind: RecordKind, values: Values): [position: number, name: string][] {
  const list = values[kindDefinitions[kind].namesTable?.field ?? '']
  if (!Array.isArray(list)) return []
  return list.map((entry: unknown, index) => (Array.isArray(entry) ? [Number(entry[0]), String(entry[1])] : [index + 1, String(entry)]))
}

function* namesIn(kind: RecordKind, records: readonly Values[]): Generator<string> {
  const single = kindDefinitions[kind].fields.filter(({ type }) => type === 'name')
  for (const values of records) {
    for (const { name } of single) if (typeof values[name] === 'string') yield values[name]
    for (const [, name] of listedNames(kind, values)) yield name
  }
}

async function allNames(changes: PendingChanges): Promise<Set<string>> {
  const names = new Set<string>()
  for (const [kind, { updates, inserts }] of changes) {
    const records = [...updates.values(), ...inserts]
    for (let from = 0; from < records.length; from += pageRecords) {
      for (const name of namesIn(kind, records.slice(from, from + pageRecords))) names.add(name)
      await nextTurn()
    }
  }
  return names
}

/** Ids of the names that the pending records need: stored ones their own, others such as follow after the last. */
async function nameIds(stored: ColumnSource, changes: PendingChanges): Promise<{ idOf(name: string): number; added: readonly (readonly [number, string])[] }> {
  const ids = new Map<string, number | null>()
  for (const name of await allNames(changes)) ids.set(name, null)
  let last = 0
  await stored.names((page) => {
    for (const [id, text] of page) {
      last = id
      if (ids.has(text)) ids.set(text, id)
    }
  })
  const added: (readonly [number, string])[] = []
  for (const [name, id] of ids) {
    if (id !== null) continue
    ids.set(name, ++last)
    added.push([last, name])
  }
  return { idOf: (name) => ids.get(name) ?? 0, added }
}

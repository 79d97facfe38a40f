import { kindDefinitions, type FieldDefinition, type RecordKind } from '../../../shared/domain/catalogue/fields'
import type { ColumnSource } from '../../store/columnSource'
import { packDate } from './packedDate'
import { IntList, ValueNumbers, type RankedColumn, type RankedLists, type ValueOrder } from './rankedColumn'
import { parseTexts } from './storedTexts'

/** Ids of all records of a kind, ascending: the rows that every column follows. */
export async function loadIds(source: ColumnSource, kind: RecordKind): Promise<Int32Array> {
  const ids = new IntList()
  await source.scan(kind, [], (page) => {
    for (const [id] of page) ids.push(Number(id))
  })
  return ids.toArray()
}

/** A field of the catalogue by its name. @throws RangeError where the kind has none */
export function storedField(kind: RecordKind, name: string): FieldDefinition {
  const field = kindDefinitions[kind].fields.find((known) => known.name === name)
  if (!field) throw new RangeError(`${kind} has no field ${name}`)
  return field
}

/** One stored field with a single value a record; dates are packed (packedDate.ts). */
export async function loadColumn(source: ColumnSource, kind: RecordKind, field: FieldDefinition, ids: Int32Array, order: ValueOrder): Promise<RankedColumn> {
  const numbers = new ValueNumbers()
  const ranks = new Int32Array(ids.length).fill(-1)
  const toValue = await valueReader(source, field)
  let row = 0
  await source.scan(kind, [field.name], (page) => {
    for (const [id, cell] of page) {
      row = rowAt(ids, Number(id), row)
      if (ids[row] === id) ranks[row] = numbers.of(toValue(cell ?? null))
    }
  })
  return { ranks, values: numbers.finish(ranks, order) }
}

async function valueReader(source: ColumnSource, field: FieldDefinition): Promise<(cell: string | number | null) => string | number | null> {
  if (field.type === 'date') return (cell) => packDate(cell) || null
  if (field.type !== 'name') return (cell) => (cell === '' ? null : cell)
  const texts = await nameTexts(source)
  return (cell) => (typeof cell === 'number' ? (texts[cell] ?? null) : null)
}

/** Lists kept as JSON in one column: texts or whole numbers. */
export async function loadLists(source: ColumnSource, kind: RecordKind, field: FieldDefinition, ids: Int32Array, order: ValueOrder): Promise<RankedLists> {
  const builder = new ListsBuilder(ids.length)
  await source.scan(kind, [field.name], (page) => {
    for (const [id, cell] of page) builder.addAt(ids, Number(id), field.type === 'integers' ? parseIntegers(cell) : parseTexts(cell))
  })
  return builder.finish(order)
}

/** The names of the kind's side table: parties, drafting units, applicants. */
export async function loadNameLists(source: ColumnSource, kind: RecordKind, ids: Int32Array): Promise<RankedLists> {
  const texts = await nameTexts(source)
  const builder = new ListsBuilder(ids.length)
  // A name occurs many times: it is numbered by its id, and looked up by its text only once.
  const numbers = new Int32Array(texts.length).fill(-1)
  await source.scanNames(kind, false, (page) => {
    for (const [id, , name] of page) {
      if (numbers[name] === -1) numbers[name] = builder.numberOf(texts[name] ?? '')
      builder.addNumberAt(ids, id, numbers[name] as number)
    }
  })
  return builder.finish('pinyin')
}

async function nameTexts(source: ColumnSource): Promise<(string | undefined)[]> {
  const texts: (string | undefined)[] = []
  await source.names((page) => {
    for (const [id, text] of page) texts[id] = text
  })
  return texts
}

/** Collects the values of row after row; rows arrive in ascending order, some not at all. */
export class ListsBuilder {
  readonly #numbers = new ValueNumbers()
  readonly #cells = new IntList()
  readonly #starts: Int32Array
  #row = 0

  constructor(rows: number) {
    this.#starts = new Int32Array(rows + 1)
  }

  add(row: number, values: readonly (string | number)[]): void {
    while (this.#row < row) this.#starts[++this.#row] = this.#cells.length
    for (const value of values) this.#cells.push(this.#numbers.of(value))
  }

  addAt(ids: Int32Array, id: number, values: readonly (string | number)[]): void {
    const row = rowAt(ids, id, this.#row)
    if (ids[row] === id) this.add(row, values)
  }

  numberOf(value: string | number): number {
    return this.#numbers.of(value)
  }

  addNumberAt(ids: Int32Array, id: number, number: number): void {
    const row = rowAt(ids, id, this.#row)
    if (ids[row] !== id) return
    while (this.#row < row) this.#starts[++this.#row] = this.#cells.length
    this.#cells.push(number)
  }

  finish(order: ValueOrder): RankedLists {
    const rows = this.#starts.length - 1
    // Of a field that no record has, the starts are never touched: they then cost no memory.
    if (this.#cells.length > 0) while (this.#row < rows) this.#starts[++this.#row] = this.#cells.length
    const ranks = this.#cells.toArray()
    return { starts: this.#starts, ranks, values: this.#numbers.finish(ranks, order) }
  }
}

/** The row of an id, searched from a row at or before it: records appear in ascending order everywhere. */
function rowAt(ids: Int32Array, id: number, from: number): number {
  let row = from
  while (row < ids.length && (ids[row] ?? 0) < id) row++
  return row
}

function parseIntegers(cell: string | number | null | undefined): number[] {
  if (typeof cell !== 'string' || cell === '') return []
  const value: unknown = JSON.parse(cell)
  return Array.isArray(value) ? value.filter((item) => typeof item === 'number') : []
}

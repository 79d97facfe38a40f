import type { Side, SideValue, Sides, TableCell } from './tabulate'

/**
 * Counts of records by two or three sides. Each side has one place more than values: the whole, in which a record
 * counts once even where it stands under several values, so that a subtotal is what the list counts.
 */
export interface Counts {
  at(split: number, row: number, column: number): number
  /** What the records of the cell add up to, at four decimals, null where none has a number; how many they are where nothing is added up. */
  sumAt(split: number, row: number, column: number): number | null
}

/** Rows between two looks at the clock. */
const stepRows = 8_192

/** How far the cells of two neighbouring places of a side are apart. */
interface LaidSide { side: Side; stride: number }

/**
 * Counts rows into the cells of a table, in steps that say how much of it is done. A row is counted once by its values; of
 * sides with one value a row, subtotals are added up from the cells at the end.
 *
 * @param rows    null means all of `rowCount`
 * @param amount  what a row adds to its cells besides counting; null for a row without a number
 */
export function* countSides(rows: Int32Array | null, rowCount: number, sides: Sides, amount: ((row: number) => number | null) | null = null): Generator<number, Counts> {
  const [splits, rowsOf, columnsOf] = sides
  const width = columnsOf.values.length + 1
  const height = rowsOf.values.length + 1
  const laid: LaidSide[] = [{ side: splits, stride: height * width }, { side: rowsOf, stride: width }, { side: columnsOf, stride: 1 }]
  const table = new Table((splits.values.length + 1) * height * width, amount)
  const cellsOf = cellFinder(laid)
  const all = rows?.length ?? rowCount
  const records = new Int32Array(Math.min(stepRows, all))
  for (let from = 0; from < all; from += stepRows) {
    yield from / all
    const length = Math.min(stepRows, all - from)
    for (let at = 0; at < length; at++) records[at] = rows === null ? from + at : (rows[from + at] ?? 0)
    cellsOf(records, length, table)
  }
  for (const each of laid) if (each.side.type === 'one') table.addWholes(each)
  const numberOf = (split: number, row: number, column: number): number => (split * height + row) * width + column
  return { at: (...place) => table.count(numberOf(...place)), sumAt: (...place) => table.sum(numberOf(...place)) }
}

/** The cells of a table: how many records, and what they add up to where something is. */
class Table {
  readonly #counts: Int32Array
  /** Not a number until something is added: a sum of nothing is not 0. */
  readonly #sums: Float64Array | null
  readonly #amount: ((row: number) => number | null) | null

  constructor(cells: number, amount: ((row: number) => number | null) | null) {
    this.#counts = new Int32Array(cells)
    this.#amount = amount
    this.#sums = amount === null ? null : new Float64Array(cells).fill(Number.NaN)
  }

  /** Counts one record in each of these cells. */
  addAll(cells: Int32Array, records: Int32Array, length: number): void {
    const counts = this.#counts
    for (let at = 0; at < length; at++) counts[cells[at] ?? 0]! += 1
    if (this.#sums !== null) for (let at = 0; at < length; at++) this.#addSum(cells[at] ?? 0, this.#amount?.(records[at] ?? 0) ?? null)
  }

  add(cell: number, record: number): void {
    this.#counts[cell]! += 1
    if (this.#sums !== null) this.#addSum(cell, this.#amount?.(record) ?? null)
  }

  /** Fills the place behind the values of a side with what stands under them. */
  addWholes({ side, stride }: LaidSide): void {
    const places = side.values.length
    const span = stride * (places + 1)
    for (let start = 0; start < this.#counts.length; start += span) {
      for (let within = 0; within < stride; within++) {
        const whole = start + places * stride + within
        for (let cell = start + within; cell < whole; cell += stride) {
          this.#counts[whole]! += this.#counts[cell] ?? 0
          if (this.#sums !== null) this.#addSum(whole, this.#sums[cell] ?? null)
        }
      }
    }
  }

  count(cell: number): number {
    return this.#counts[cell] ?? 0
  }

  sum(cell: number): number | null {
    if (this.#sums === null) return this.count(cell)
    const sum = this.#sums[cell] ?? Number.NaN
    return Number.isNaN(sum) ? null : Math.round(sum * 10_000) / 10_000
  }

  #addSum(cell: number, added: number | null): void {
    if (added === null || Number.isNaN(added) || this.#sums === null) return
    const before = this.#sums[cell] ?? Number.NaN
    this.#sums[cell] = Number.isNaN(before) ? added : before + added
  }
}

/** Counts records in the cells of their values; where a record has several values, in each and in the whole of that side. */
function cellFinder(laid: readonly LaidSide[]): (records: Int32Array, length: number, table: Table) => void {
  const singles = laid.flatMap(({ side, stride }) => (side.type === 'one' ? [{ ranks: side.ranks, steps: side.placeOf.map((place) => place * stride) }] : []))
  const several = laid.flatMap(({ side, stride }) => (side.type === 'several' ? [{ side, stride, found: new Int32Array(side.values.length + 1) }] : []))
  const cells = new Int32Array(stepRows)
  const addEach = (table: Table, record: number, cell: number, depth: number): void => {
    const level = several[depth]
    if (level === undefined) return table.add(cell, record)
    const count = severalPlaces(level.side, record, level.found)
    for (let at = 0; at < count; at++) addEach(table, record, cell + (level.found[at] ?? 0) * level.stride, depth + 1)
    addEach(table, record, cell + level.side.values.length * level.stride, depth + 1)
  }
  return (records, length, table) => {
    cells.fill(0, 0, length)
    for (const { ranks, steps } of singles) {
      for (let at = 0; at < length; at++) cells[at]! += steps[ranks[records[at] ?? 0] ?? 0] ?? 0
    }
    if (several.length === 0) return table.addAll(cells, records, length)
    for (let at = 0; at < length; at++) addEach(table, records[at] ?? 0, cells[at] ?? 0, 0)
  }
}

/** Writes the places of a record's values into `found`, each once, and answers how many; one without values stands under null. */
function severalPlaces({ starts, ranks, placeOf, values }: Side & { type: 'several' }, record: number, found: Int32Array): number {
  const [from, to] = [starts[record] ?? 0, starts[record + 1] ?? 0]
  let count = 0
  for (let at = from; at < to; at++) {
    const place = placeOf[ranks[at] ?? 0] ?? values.length - 1
    let known = 0
    while (known < count && found[known] !== place) known++
    if (known === count) found[count++] = place
  }
  if (count === 0) found[count++] = values.length - 1
  return count
}

/** The rows that were counted in one cell, in their order; none where a side does not have the value. */
export function* rowsInCell(rows: Int32Array | null, rowCount: number, sides: Sides, { split, row, column }: TableCell): Generator<number, Int32Array> {
  const tests = [standsUnder(sides[0], split), standsUnder(sides[1], row), standsUnder(sides[2], column)].filter((test) => test !== null)
  const all = rows?.length ?? rowCount
  const found = new Int32Array(all)
  let length = 0
  for (let at = 0; at < all; at++) {
    if (at % stepRows === 0) yield at / all
    const record = rows === null ? at : (rows[at] ?? 0)
    if (tests.every((test) => test(record))) found[length++] = record
  }
  return found.subarray(0, length)
}

/** Whether a record stands under a value of a side; null where the whole is asked for. */
function standsUnder(side: Side, value: SideValue | undefined): ((record: number) => boolean) | null {
  if (value === undefined || side.type === 'none') return value === undefined ? null : () => false
  const wanted = side.values.indexOf(value)
  if (side.type === 'one') return (record) => side.placeOf[side.ranks[record] ?? 0] === wanted
  const found = new Int32Array(side.values.length + 1)
  return (record) => found.subarray(0, severalPlaces(side, record, found)).includes(wanted)
}

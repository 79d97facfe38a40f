import { choices } from '../../../shared/domain/catalogue/choices'
import type { ListField } from '../../../shared/domain/catalogue/listFields'
import { writtenNames } from './writtenNames'
import type { RankedColumn, RankedLists } from '../columns/rankedColumn'

/** How finely a date is told apart in a table. */
export type DateGrain = 'year' | 'quarter' | 'month'

/** One side of a table: a field of the list, dates by year, quarter or month. */
export interface Dimension { field: ListField; grain: DateGrain }

/** A side with the values its records have, in the field's order; null, the last, stands for records without a value. */
export interface Side {
  values: readonly (string | number | null)[]
  /**
   * Places among the values of one row of the columns, and last the whole, one place behind the values; a field with
   * several values has several, each once.
   */
  placesOf(row: number): readonly number[]
}

/** Which cell of a table: a value on each side; a side left out is the whole. */
export interface TableCell {
  split?: string | number | null | undefined
  row?: string | number | null | undefined
  column?: string | number | null | undefined
}

/** @param districts  names of the districts in their fixed order */
export function sideOf({ field, grain }: Dimension, column: RankedColumn | RankedLists, districts: readonly string[]): Side {
  const buckets = field.type === 'date' ? dateBuckets(column.values, grain) : plainBuckets(column.values, field, fixedOrder(field, districts))
  const empty = buckets.values.length
  const whole = empty + 1
  if (!('starts' in column)) {
    const { ranks } = column
    // One answer for each place, made once: a million rows ask.
    const answers = Array.from({ length: whole }, (_, place) => [place, whole])
    const last = [empty, whole]
    return { values: [...buckets.values, null], placesOf: (row) => answers[buckets.placeOf[ranks[row] ?? 0] ?? empty] ?? last }
  }
  const { starts, ranks } = column
  return {
    values: [...buckets.values, null],
    placesOf(row) {
      const places = new Set<number>()
      for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) places.add(buckets.placeOf[ranks[at] ?? 0] ?? empty)
      return places.size === 0 ? [empty, whole] : [...places, whole]
    },
  }
}

/** Values of a side, and the place of every rank among them. */
interface Buckets { values: (string | number)[]; placeOf: readonly number[] }

/** Choices stand as their catalogue has them and districts by their codes; everything else in the field's own order. */
function fixedOrder({ type, choices: set }: ListField, districts: readonly string[]): readonly string[] {
  if (type === 'district' || type === 'districts') return districts
  return set ? choices[set].map(({ value }) => value) : []
}

function plainBuckets(values: readonly (string | number)[], { type, isName }: ListField, fixed: readonly string[]): Buckets {
  if (isName) return namedBuckets(values)
  const orderOf = (value: string | number): number => {
    const at = fixed.indexOf(String(value))
    return at < 0 ? fixed.length : at
  }
  const sequence = values.map((_, rank) => rank).toSorted((a, b) => orderOf(values[a] ?? '') - orderOf(values[b] ?? ''))
  const placeOf = values.map(() => 0)
  sequence.forEach((rank, place) => { placeOf[rank] = place })
  return { values: sequence.map((rank) => (type === 'flag' ? String(values[rank] === 1) : (values[rank] ?? ''))), placeOf }
}

/** A name is one value however its brackets are written. */
function namedBuckets(values: readonly (string | number)[]): Buckets {
  const names = writtenNames(values)
  return { values: [...names.values], placeOf: Array.from(names.placeOf.subarray(0, values.length)) }
}

/** A date of which only the year is known has no month: it stands with those without a value there. */
function dateBuckets(values: readonly (string | number)[], grain: DateGrain): Buckets {
  const names = values.map((value) => bucketName(Number(value), grain))
  const known = [...new Set(names.filter((name) => name !== null))].toSorted()
  const places = new Map(known.map((name, place) => [name, place]))
  return { values: known, placeOf: names.map((name) => (name === null ? known.length : (places.get(name) ?? known.length))) }
}

function bucketName(packed: number, grain: DateGrain): string | null {
  const year = String(Math.floor(packed / 10_000)).padStart(4, '0')
  const month = Math.floor(packed / 100) % 100
  if (grain === 'year') return year
  if (month === 0) return null
  return grain === 'month' ? `${year}-${String(month).padStart(2, '0')}` : `${year}Q${Math.ceil(month / 3)}`
}

/**
 * Counts of records by two or three sides. Each side has one place more than values: the whole, in which a record
 * counts once even where it stands under several values, so that a subtotal is what the list counts.
 */
export interface Counts {
  at(split: number, row: number, column: number): number
  /** What the records of the cell add up to, at four decimals, null where none has a number; how many they are where nothing is added up. */
  sumAt(split: number, row: number, column: number): number | null
}

export type Sides = readonly [split: Side, rows: Side, columns: Side]

/** Rows between two looks at the clock. */
const stepRows = 8_192

/**
 * Counts rows into the cells of a table, in steps that say how much of it is done.
 *
 * @param rows    null means all of `rowCount`
 * @param amount  what a row adds to its cells besides counting; null for a row without a number
 */
export function* countSides(rows: Int32Array | null, rowCount: number, sides: Sides, amount: ((row: number) => number | null) | null = null): Generator<number, Counts> {
  const [splits, rowsOf, columnsOf] = sides
  const width = columnsOf.values.length + 1
  const height = rowsOf.values.length + 1
  const counts = new Int32Array((splits.values.length + 1) * height * width)
  // Not a number until something is added: a sum of nothing is not 0.
  const sums = amount === null ? null : new Float64Array(counts.length).fill(Number.NaN)
  const all = rows?.length ?? rowCount
  for (let at = 0; at < all; at++) {
    if (at % stepRows === 0) yield at / all
    const record = rows === null ? at : (rows[at] ?? 0)
    const added = amount === null ? null : amount(record)
    for (const split of splits.placesOf(record)) {
      for (const row of rowsOf.placesOf(record)) {
        for (const column of columnsOf.placesOf(record)) {
          const cell = (split * height + row) * width + column
          counts[cell] = (counts[cell] ?? 0) + 1
          if (sums !== null && added !== null) sums[cell] = (Number.isNaN(sums[cell]) ? 0 : (sums[cell] ?? 0)) + added
        }
      }
    }
  }
  const numberOf = (split: number, row: number, column: number): number => (split * height + row) * width + column
  const count: Counts['at'] = (split, row, column) => counts[numberOf(split, row, column)] ?? 0
  if (sums === null) return { at: count, sumAt: count }
  return {
    at: count,
    sumAt(split, row, column) {
      const sum = sums[numberOf(split, row, column)] ?? Number.NaN
      return Number.isNaN(sum) ? null : Math.round(sum * 10_000) / 10_000
    },
  }
}

/** The rows that were counted in one cell, in their order; none where a side does not have the value. */
export function* rowsInCell(rows: Int32Array | null, rowCount: number, sides: Sides, { split, row, column }: TableCell): Generator<number, Int32Array> {
  const wanted = [placeOf(sides[0], split), placeOf(sides[1], row), placeOf(sides[2], column)]
  const all = rows?.length ?? rowCount
  const found = new Int32Array(all)
  let length = 0
  for (let at = 0; at < all; at++) {
    if (at % stepRows === 0) yield at / all
    const record = rows === null ? at : (rows[at] ?? 0)
    if (sides.every((side, index) => side.placesOf(record).includes(wanted[index] ?? -1))) found[length++] = record
  }
  return found.subarray(0, length)
}

function placeOf({ values }: Side, value: string | number | null | undefined): number {
  return value === undefined ? values.length : values.indexOf(value)
}

/** A side of a table that has only two. */
export const noSide: Side = { values: [], placesOf: () => [0] }

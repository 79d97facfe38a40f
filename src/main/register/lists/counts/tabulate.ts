import { choices } from '../../../../shared/domain/catalogue/choices'
import type { ListField } from '../../../../shared/domain/catalogue/listFields'
import { writtenNames } from '../writtenNames'
import type { RankedColumn, RankedLists } from '../../columns/rankedColumn'

/** How finely a date is told apart in a table. */
export type DateGrain = 'year' | 'quarter' | 'month'

/** One side of a table: a field of the list, dates by year, quarter or month. */
export interface Dimension { field: ListField; grain: DateGrain }

/**
 * A side with the values its records have, in the field's order; null, the last, stands for records without a value. The
 * place behind the values is the whole. `placeOf` leads from a rank of the column to its place, and beyond its values to null's.
 */
export type Side =
  | { type: 'one'; values: readonly SideValue[]; ranks: Int32Array; placeOf: Int32Array }
  /** A field with several values stands under each of them, once. */
  | { type: 'several'; values: readonly SideValue[]; starts: Int32Array; ranks: Int32Array; placeOf: Int32Array }
  /** Of a table that has only two sides. */
  | { type: 'none'; values: readonly never[] }

export type SideValue = string | number | null

export type Sides = readonly [split: Side, rows: Side, columns: Side]

export const noSide: Side = { type: 'none', values: [] }

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
  const values = [...buckets.values, null]
  const placeOf = Int32Array.from({ length: column.values.length + 1 }, (_, rank) => buckets.placeOf[rank] ?? empty)
  if (!('starts' in column)) return { type: 'one', values, ranks: column.ranks, placeOf }
  return { type: 'several', values, starts: column.starts, ranks: column.ranks, placeOf }
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

import { z } from 'zod'
import { tableShares } from '../domain/crosstab/tableShare'
import { indicatorName } from './counting'
import { listFilter, listKind, listQuery } from './lists'

/** Cross tables as the window asks for them; the words are those of the command line's `crosstab`. */

/** A field of the list; dates also by quarter or month: `publishedOn:month`. */
const dimension = z.string().regex(/^[a-zA-Z]{1,40}(?::(?:year|quarter|month))?$/)

export const crosstabQuestion = z.object({
  query: listQuery,
  rows: dimension,
  columns: dimension,
  split: dimension.optional(),
  /** A field with one number a record, added up instead of counting records. */
  sum: z.string().regex(/^[a-zA-Z]{1,40}$/).optional(),
  period: z.string().min(4).max(40).optional(),
  /** Only the records that this indicator counts in the period. */
  indicator: indicatorName.optional(),
})
export type CrosstabQuestion = z.input<typeof crosstabQuestion>

const tableValue = z.union([z.string(), z.number(), z.null()])
export type TableValue = z.output<typeof tableValue>

/** null for a sum of records of which none has a number. */
const tableNumber = z.number().nullable()

export const crosstabTable = z.object({
  kind: listKind,
  dimensions: z.object({ rows: z.string(), columns: z.string(), split: z.string().nullable() }),
  sum: z.string().nullable(),
  period: z.string().nullable(),
  /** Records of the filter. */
  total: z.int().nonnegative(),
  sequence: z.int(),
  columns: z.array(tableValue),
  tables: z.array(z.object({
    split: tableValue,
    isWhole: z.boolean(),
    rows: z.array(z.object({ value: tableValue, counts: z.array(tableNumber), total: tableNumber })),
    totals: z.array(tableNumber),
    total: tableNumber,
  })),
})
export type CrosstabTable = z.output<typeof crosstabTable>

/** One number of a table: a value on each side; a side left out is the whole. */
export const crosstabCell = z.object({ split: tableValue.optional(), row: tableValue.optional(), column: tableValue.optional() })
export type CrosstabCell = z.output<typeof crosstabCell>

/** The records that a number counts, as a result to be paged. */
export const crosstabRecords = z.object({
  handle: z.int().nonnegative(),
  kind: listKind,
  count: z.int().nonnegative(),
  /** The list that has just these records; null where no filter says it. */
  list: z.object({ search: z.string(), filters: z.array(listFilter) }).nullable(),
})

export const tableShare = z.enum(tableShares)

import { z } from 'zod'

/** What the lists of the window show; the names are those of the command line's `list`. */
export const listKinds = ['standards', 'patents', 'trademarks', 'units', 'honours', 'pilots', 'pct', 'population', 'market_entities', 'indicators'] as const
export const listKind = z.enum(listKinds)
export type ListKind = z.output<typeof listKind>

const fieldName = z.string().regex(/^[a-zA-Z]{1,40}$/)

export const sortKey = z.object({ field: fieldName, descending: z.boolean() })
export type SortKey = z.output<typeof sortKey>

/** How a filter's values are meant, where not as the values themselves: parts of the text, or what must not be. */
export const filterMatches = ['contains', 'lacks', 'starts', 'ends', 'excludes'] as const
export type FilterMatch = (typeof filterMatches)[number]

/**
 * A record passes when its field has one of the values, or with `match` when its text contains, begins or ends with one
 * of them; with `lacks` and `excludes` when none of them is there. Several filters must all pass.
 */
export const listFilter = z.object({ field: fieldName, values: z.array(z.string().max(200)).min(1).max(500), match: z.enum(filterMatches).optional() })
export type ListFilter = z.output<typeof listFilter>

export const listQuery = z.object({
  kind: listKind,
  search: z.string().max(200).default(''),
  filters: z.array(listFilter).max(30).default([]),
  sort: z.array(sortKey).max(5).default([]),
})
export type ListQuery = z.output<typeof listQuery>

/** A result is kept behind its handle until it is closed or falls out of the register's small cache of results. */
export const openedList = z.object({
  handle: z.int().nonnegative(),
  /** Sequence of the register the result was taken at. */
  sequence: z.int().nonnegative(),
  count: z.int().nonnegative(),
  /** Records of this kind without search and filters. */
  total: z.int().nonnegative(),
})

const longestPage = 1_000

/** Rows [from, to) of a result. */
export const listRange = z
  .object({ handle: z.int().nonnegative(), from: z.int().nonnegative(), to: z.int().nonnegative() })
  .refine(({ from, to }) => to >= from && to - from <= longestPage, { path: ['to'] })

const cell = z.union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number()])), z.null()])
export type ListCell = z.output<typeof cell>

/** Cells by field name, values as in the command line (English enumerations, dates as YYYY-MM-DD). */
export const listRow = z.object({
  id: z.int(),
  cells: z.record(z.string(), cell),
  /** The record has been deleted since the result was taken; its place in it stays. */
  isGone: z.boolean().optional(),
})
export type ListRow = z.output<typeof listRow>

/** Fields to count by; `year` means the year of the kind's own date where the kind has no such field. */
export const facetRequest = z.object({
  query: listQuery,
  fields: z.array(fieldName).min(1).max(20),
  /** Only values that contain this, as they are shown. */
  part: z.string().max(200).optional(),
  /** `count`: most frequent first; `value`: in the order of the values, Chinese by pinyin. */
  order: z.enum(['count', 'value']).optional(),
})

/** Per field the most frequent values and how many records have each, counted without the field's own filter. */
export const facet = z.object({
  field: z.string(),
  values: z.array(z.object({ value: z.string(), count: z.int() })),
  /** How many different values there are, shown or not. */
  distinct: z.int().nonnegative(),
  /** Records without a value. */
  empty: z.int().nonnegative(),
})
export type Facet = z.output<typeof facet>

/** One field to count a query's records by, or two, the second within the first; `year` as in facets. */
export const groupRequest = z.object({ query: listQuery, by: z.array(fieldName).min(1).max(2) })

const countedValue = { /** As a filter takes it; empty for records without a value. */ value: z.string(), count: z.int() }

/** Records of a query by the values of a field. A record with several values is in several groups. */
export const groups = z.object({
  total: z.int().nonnegative(),
  /** How many groups there are, shown or not. */
  distinct: z.int().nonnegative(),
  groups: z.array(z.object({ ...countedValue, /** By the second field. */ parts: z.array(z.object(countedValue)) })),
})
export type Groups = z.output<typeof groups>

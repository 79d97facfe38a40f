import { z } from 'zod'
import { listKinds } from '../catalogue/listFields'
import { leadRules } from '../counting/leadRules'

/** What of an indicator's row is printed. */
export const measures = ['value', 'rank', 'previous', 'previousRank', 'growth', 'share'] as const

const address = z.string().regex(/^[A-Z]{1,3}[1-9]\d{0,6}$/)
const range = z.string().regex(/^[A-Z]{1,3}[1-9]\d{0,6}:[A-Z]{1,3}[1-9]\d{0,6}$/)
const sheet = z.string().min(1).optional()

const figure = z.strictObject({
  /** Of the program or the office's own. */
  indicator: z.string(),
  /** `name=value` as in `rank`. */
  filters: z.array(z.string()).default([]),
  leadRule: z.enum(leadRules).optional(),
  measure: z.enum(measures).default('value'),
})
export type FigureBinding = z.output<typeof figure>

const textCell = z.strictObject({ sheet, cell: address, text: z.string() })
const figureCell = figure.extend({ sheet, cell: address, district: z.string().optional() })

/**
 * Names of regions down a column or along a row, and what stands beside them: by column letter, or by row number. Where more
 * than one row (column) belongs to each name, `each` says how many, and `D+1` is the figure in column D one row below the name's.
 */
const block = z.strictObject({ sheet, names: range, each: z.int().min(2).max(9).optional(), figures: z.record(z.string().regex(/^([A-Z]{1,3}|[1-9]\d{0,6})(\+[1-8])?$/), figure) })
export type BlockBinding = z.output<typeof block>

/** Records one below the other in the given rows; "#" counts them. */
const list = z.strictObject({
  sheet, rows: z.string().regex(/^[1-9]\d{0,6}:[1-9]\d{0,6}$/), kind: z.enum(listKinds),
  filters: z.array(z.strictObject({ field: z.string(), values: z.array(z.string()) })).default([]),
  sort: z.array(z.strictObject({ field: z.string(), descending: z.boolean().default(false) })).default([]),
  columns: z.record(z.string().regex(/^[A-Z]{1,3}$/), z.string()),
})
export type ListBinding = z.output<typeof list>

/** How a template looked when it was bound: its sheets, and its words by sheet and cell. */
export const fingerprintSchema = z.object({ sheets: z.array(z.string()), words: z.record(z.string(), z.record(z.string(), z.string())) })
export type Fingerprint = z.output<typeof fingerprintSchema>

/** The file of `fill --bindings`; a sheet may be left out where the template has one. */
export const bindingsSchema = z.strictObject({
  cells: z.array(z.union([textCell, figureCell])).default([]),
  blocks: z.array(block).default([]),
  lists: z.array(list).default([]),
})
export type Bindings = z.output<typeof bindingsSchema>

/** As a person writes them: what has a default may be left out. */
export type WrittenBindings = z.input<typeof bindingsSchema>

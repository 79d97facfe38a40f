import { z } from 'zod'
import { listKind } from './lists'
import { typedText } from './records'
import { errorCode } from './failures'

const fieldName = z.string().regex(/^[a-zA-Z]{1,40}$/)

/** Most records that one change set of a person touches; more are imported, or changed in parts. */
export const mostBlockRecords = 20_000

/** Rows [from, to) of a result. */
export const blockRows = z.object({ kind: listKind, handle: z.int().nonnegative(), from: z.int().nonnegative(), to: z.int().nonnegative() }).refine(({ from, to }) => to >= from, { path: ['to'] })
export type BlockRows = z.output<typeof blockRows>

/**
 * Texts laid over rows × columns of a result, as pasting does; a block smaller than the range repeats, so that one text
 * sets a field of all rows. An empty text empties the field.
 */
export const blockEdit = blockRows.safeExtend({
  /** What `fields` names: columns of the list, left to right, or fields of the record as its form names them. */
  of: z.enum(['columns', 'fields']).default('columns'),
  fields: z.array(fieldName).min(1).max(60),
  /** add and remove: of the tags of each record, those of the text come or go; the others stay. */
  how: z.enum(['set', 'add', 'remove']).default('set'),
  texts: z.array(z.array(typedText).min(1).max(60)).min(1).max(mostBlockRecords),
})
export type BlockEdit = z.output<typeof blockEdit>
/** As a window may write it. */
export type BlockRequest = z.input<typeof blockEdit>

const placeOfCell = { /** Row in the result, 0-based. */ row: z.int().nonnegative(), key: z.string(), label: z.string() }

/** What a block would do, before anything is stored. */
export const blockPreview = z.object({
  /** Sequence of the register the preview holds for. */
  sequence: z.int().nonnegative(),
  /** Records with at least one changed cell. */
  records: z.int().nonnegative(),
  changed: z.int().nonnegative(),
  same: z.int().nonnegative(),
  refused: z.int().nonnegative(),
  /** Rows whose record has been deleted. */
  gone: z.int().nonnegative(),
  /** The most frequent changes: “状态 有效 → 无效” 300 times. */
  groups: z.array(z.object({ label: z.string(), before: z.string(), after: z.string(), count: z.int() })),
  /** The first changed cells. */
  cells: z.array(z.object({ ...placeOfCell, before: z.string(), after: z.string() })),
  /** The first refused cells, with why. */
  refusals: z.array(z.object({ ...placeOfCell, text: z.string(), code: errorCode, details: z.record(z.string(), z.unknown()) })),
})
export type BlockPreview = z.output<typeof blockPreview>

/** Count of a range of cells, and of its numbers sum and bounds, of its dates the bounds; computed where the rows are. */
export const rangeSummary = z.object({
  /** Cells that hold something. */
  count: z.int().nonnegative(),
  /** Cells that hold numbers, with their sum, least and most; null where there are none. */
  numbers: z.object({ count: z.int(), sum: z.number(), least: z.number(), most: z.number() }).nullable(),
  /** Earliest and latest date as they are written, the whole year before its days; null where there are none. */
  dates: z.object({ least: z.string(), most: z.string() }).nullable(),
})
export type RangeSummary = z.output<typeof rangeSummary>

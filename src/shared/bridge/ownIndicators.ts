import { z } from 'zod'
import { behindRow } from './counting'
import { listKind } from './lists'
import { errorCode } from './failures'

/** The office's own indicators as the window shows and makes them. */

const text = z.string().max(500)
const filters = z.array(text).max(20)

/** As it is being written: what is wrong with it is told, not refused. */
export const indicatorDraft = z.object({
  id: text, name: text, unit: text, decimals: z.int().optional(), definition: text.optional(), shape: text, of: text, filters,
  whole: z.object({ of: text, filters, everywhere: z.boolean().optional() }).optional(), rules: filters.optional(),
})
export type IndicatorDraft = z.output<typeof indicatorDraft>

export const definitionProblem = z.object({ at: z.string(), text: z.string() })

export const ownIndicators = z.object({
  indicators: z.array(z.object({
    id: z.string(), label: z.string(), version: z.int(), isRetired: z.boolean(), definition: z.string(), problems: z.array(z.string()),
    /** Null where it cannot be read any more. */
    written: indicatorDraft.nullable(),
  })),
  /** What an indicator can stand on. */
  counts: z.array(z.object({ name: z.string(), label: z.string(), unit: z.string(), shape: z.enum(['flow', 'stock']) })),
})
export type OwnIndicators = z.output<typeof ownIndicators>

/** What a filter may ask of the records of a count. */
export const filterField = z.object({
  name: z.string(), label: z.string(),
  /** Where there is a set to choose from. */
  values: z.array(z.object({ value: z.string(), label: z.string() })).nullable(),
  /** A field of the records: it can also be asked for what it is not, or contains. */
  isStored: z.boolean(),
})
export type FilterField = z.output<typeof filterField>

export const indicatorPreview = z.object({
  problems: z.array(definitionProblem),
  /** Absent while something is wrong. */
  figure: z.object({
    version: z.int(), sentence: z.string(), unit: z.string(), decimals: z.int(), total: z.number().nullable(),
    rows: z.array(z.object({ name: z.string(), value: z.number().nullable() })),
    /** Records behind the total, and the first of them. */
    count: z.int(), kind: listKind, records: z.array(behindRow),
  }).nullable(),
  /** Why it cannot be counted in this period, as without a population. */
  failure: z.object({ code: errorCode, details: z.record(z.string(), z.unknown()).optional() }).nullable(),
})
export type IndicatorPreview = z.output<typeof indicatorPreview>

export const indicatorChange = z.object({ indicator: z.string(), label: z.string(), version: z.int(), isRetired: z.boolean(), sequence: z.int().nullable() })

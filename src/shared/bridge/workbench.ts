import { z } from 'zod'
import { problemNames } from '../domain/catalogue/problems'
import { countingChoice, programIndicator } from './counting'
import { listKind } from './lists'

/** What the first page shows: the leader's figures, and what there is to do. */

const figure = z.number().nullable()

export const workbenchFigure = z.object({
  id: z.enum(['standards', 'high_value', 'pct', 'trademarks', 'patent_awards', 'quality_awards', 'brands']),
  indicator: programIndicator,
  filters: z.array(z.string()),
  unit: z.string(),
  decimals: z.int(),
  /** null where the register has nothing to count: “—”, never 0. */
  value: figure,
  previous: figure,
  growth: z.string(),
  /** Why there is no value: nothing recorded, or no denominator. */
  missing: z.enum(['records', 'population']).nullable(),
  /** How a quotient came about: numerator and denominator. */
  quotient: z.object({ count: z.number(), denominator: z.number() }).nullable(),
  /** Parts of honours by level. */
  parts: z.array(z.object({ label: z.string(), count: z.int() })),
  /** The city in the received circular; null where none speaks of it. */
  received: z.object({
    value: z.number(), unit: z.string(), rank: figure, cities: z.int(),
    /** Best other city, for the lead or the gap. */
    rival: z.object({ name: z.string(), value: z.number(), difference: z.number() }).nullable(),
    /** Received minus own, in the own unit; null where one is missing. */
    difference: figure,
  }).nullable(),
})
export type WorkbenchFigure = z.output<typeof workbenchFigure>

/** Days ahead that the effect of what ends is asked for. */
export const lapseDays = [30, 90, 180, 365] as const
export const usualLapseDays = 90

export const dueKinds = ['patent_term', 'mark_renewal', 'mark_grace'] as const
export const attentionKinds = ['unit_without_district', 'list_conflict', 'mark_without_term'] as const

export const workbench = z.object({
  period: z.string(),
  periodText: z.string(),
  today: z.string(),
  /** Records by list kind. */
  counts: z.record(z.string(), z.int()),
  population: z.string().nullable(),
  figures: z.array(workbenchFigure),
  imports: z.array(z.object({
    batch: z.int(), file: z.string(), at: z.number(), state: z.enum(['active', 'undone']),
    rows: z.object({ new: z.int(), changed: z.int(), same: z.int(), review: z.int(), rejected: z.int() }),
  })),
  importCount: z.int(),
  /** Active imports with rows that wait for an answer, newest first. */
  questions: z.array(z.object({ batch: z.int(), file: z.string(), at: z.number(), rows: z.int() })),
  questionCount: z.int(),
  due: z.array(z.object({ kind: z.enum(dueKinds), within: z.array(z.object({ days: z.int(), count: z.int(), until: z.string() })) })),
  /** Notes to come back to. */
  notes: z.array(z.object({ kind: listKind, id: z.int(), key: z.string(), text: z.string(), followUpOn: z.string().nullable() })),
  attention: z.array(z.object({ kind: z.enum(attentionKinds), count: z.int() })),
  /** Whether bundled samples are among the active imports: their figures are a scaled-down city's. */
  hasSamples: z.boolean(),
})
export type Workbench = z.output<typeof workbench>

const days = z.int().positive().max(3_660)

/** What the end of terms within some days does to one stock, if nothing is renewed and nothing new comes. */
export const lapseEffect = z.object({
  indicator: programIndicator,
  unit: z.string(),
  decimals: z.int(),
  /** Without population there is no density to lose. */
  isMissingPopulation: z.boolean(),
  /** The city, then every district that loses something or moves. */
  rows: z.array(z.object({
    name: z.string(), isCity: z.boolean(),
    /** How much of the count (of a density: of its numerator) ends. */
    lapsing: z.number(),
    now: figure, after: figure, rank: figure, rankAfter: figure,
  })),
})
export type LapseEffect = z.output<typeof lapseEffect>

export const lapseEffects = z.object({ days: z.int(), from: z.string(), until: z.string(), effects: z.array(lapseEffect) })
export type LapseEffects = z.output<typeof lapseEffects>

/** Within how many days, narrowed and laid out as the ranking beside it. */
export const lapseEffectsRequest = countingChoice.pick({ zones: true, population: true, unitTags: true }).extend({ days })
export type LapseEffectsRequest = z.output<typeof lapseEffectsRequest>

/** The records behind one number of the effects; `row` null is the city. */
export const lapseRequest = z.object({ lapse: programIndicator, row: z.string().max(60).nullable(), days, which: z.enum(['now', 'lapsing', 'lasting']) })
export type LapseRequest = z.output<typeof lapseRequest>

export const worklistRequest = z.union([
  z.object({ due: z.enum(dueKinds), days }),
  lapseRequest,
  z.object({ attention: z.enum(attentionKinds) }),
  z.object({ problem: z.enum(problemNames) }),
  /** Standards that a district, by its code, reported for a period. */
  z.object({ reportedBy: z.string().max(12), period: z.string().min(4).max(40) }),
])

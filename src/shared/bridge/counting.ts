import { z } from 'zod'
import { indicatorNames, type IndicatorName } from '../domain/catalogue/indicators'
import { leadRules } from '../domain/counting/leadRules'
import { listKind } from './lists'

/** Figures as the window asks for them and gets them; the words are those of the command line's `rank`. */

/** One of the program's indicators or of the office's own. */
export const indicatorName = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/)

export const zonePolicies = ['host', 'separate', 'of_which'] as const
export const countingScopes = ['districts', 'cities'] as const

const [firstName, ...otherNames] = indicatorNames as readonly [IndicatorName, ...IndicatorName[]]
/** One of the program's. */
export const programIndicator = z.enum([firstName, ...otherNames])

/** How figures are counted; what is left out is the default of the rules. */
export const countingChoice = z.object({
  /** 2021, 2021H1, 2021Q3, 2021-06 or a range of days. */
  period: z.string().min(4).max(40),
  /** Day of stocks; flows do not look at it. */
  asOf: z.iso.date().optional(),
  leadRule: z.enum(leadRules).optional(),
  zones: z.enum(zonePolicies).optional(),
  /** `cities` compares the figures received for the cities of the province. */
  scope: z.enum(countingScopes).default('districts'),
  /** Population series, e.g. census2020. */
  population: z.string().max(40).optional(),
  /** Only records of units that bear one of these tags; the city's own figures alone. */
  unitTags: z.array(z.string().min(1).max(100)).max(20).optional(),
})
export type CountingChoice = z.input<typeof countingChoice>

const figure = z.number().nullable()

/** Why a row has a value but no place, or no value. */
export const suppressions = ['no_population', 'no_entities', 'zone', 'other_row', 'not_received'] as const

export const rankCell = z.object({
  value: figure,
  previous: figure,
  /** As printed: +18.3 % is "18.3%", shares move in 百分点, "-" where nothing can grow. */
  growth: z.string(),
  share: z.string(),
  rank: figure,
  previousRank: figure,
  /** Places gained (positive) or lost since the year before. */
  change: figure,
  /** What is missing to the place before, and the lead over the place behind. */
  ahead: figure,
  behind: figure,
  suppressed: z.enum(suppressions).nullable(),
})
export type RankCell = z.output<typeof rankCell>

export const rankColumn = z.object({
  indicator: indicatorName,
  label: z.string(),
  /** As it heads a column. */
  short: z.string(),
  unit: z.string(),
  decimals: z.int(),
  isStock: z.boolean(),
  /** What its numbers are: the roles of standards, the years of counts and densities can be looked at apart. */
  isCounted: z.boolean(),
  isDensity: z.boolean(),
  hasRoles: z.boolean(),
  from: z.string(),
  to: z.string(),
  asOf: z.string(),
  /** Series that divided; null where none did. */
  population: z.string().nullable(),
  /** What its numbers were divided by, in the order of the table's rows, and the files that brought it; null for counts and shares. */
  divisor: z.object({ name: z.string(), unit: z.string(), values: z.array(figure), total: figure, sources: z.array(z.string()) }).nullable(),
  /** Why there are no figures at all. */
  problem: z.object({ code: z.string(), details: z.record(z.string(), z.unknown()) }).nullable(),
  /** In the order of the table's rows. */
  cells: z.array(rankCell),
  total: rankCell,
})
export type RankColumn = z.output<typeof rankColumn>

export const rankTable = z.object({
  period: z.string(),
  periodText: z.string(),
  scope: z.enum(countingScopes),
  sequence: z.int(),
  rows: z.array(z.object({ code: z.string().nullable(), name: z.string(), level: z.enum(['district', 'zone', 'other', 'city']) })),
  totalName: z.string(),
  columns: z.array(rankColumn),
  /** What stands under the table, sentence by sentence. */
  notes: z.array(z.string()),
  /** Every rule by name of what it speaks about. */
  rules: z.array(z.object({ about: z.string(), text: z.string() })),
})
export type RankTable = z.output<typeof rankTable>

/** One number: an indicator in a row of the table. */
export const figureRequest = z.object({
  indicator: indicatorName,
  choice: countingChoice,
  /** Name of the row; null is the whole. */
  row: z.string().max(60).nullable(),
  /** `name=value` as in the command line. */
  filters: z.array(z.string().max(200)).max(10).default([]),
  /** The same number one year earlier. */
  isYearBefore: z.boolean().default(false),
})

/** Records behind a number, as a result that lists can page too; a mark stands once for each of its classes. */
export const recordsBehind = z.object({
  handle: z.int().nonnegative(),
  kind: listKind,
  count: z.int().nonnegative(),
  sequence: z.int(),
  /** How the number splits, by label. */
  parts: z.array(z.object({ label: z.string(), count: z.int() })),
  /** What the number was divided by, and the files that brought it; null for counts and shares. */
  divisor: z.object({ name: z.string(), unit: z.string(), value: figure, sources: z.array(z.string()) }).nullable(),
  /** What the number is called and counted in, where it is an indicator's. */
  named: z.object({ label: z.string(), unit: z.string() }).nullable(),
  /** The same number by role and a year earlier; null where that makes no sense. */
  besides: z.object({ all: z.int(), lead: z.int().nullable(), part: z.int().nullable(), before: z.int() }).nullable(),
})
export type RecordsBehind = z.output<typeof recordsBehind>

export const behindRow = z.object({
  id: z.int(),
  key: z.string(),
  title: z.string(),
  /** The unit that makes the record count here, or the first owner. */
  party: z.string(),
  date: z.string().nullable(),
  /** Place in the drafting list, class, criteria, level. */
  note: z.string(),
})
export type BehindRow = z.output<typeof behindRow>

/** Columns of the table of periods, as they are named in it. */
export const seriesParts = [
  'value', 'prior', 'chain', 'yearBefore', 'growth', 'yearToDate', 'yearToDateBefore', 'yearToDateGrowth', 'ever', 'yearEnd', 'sinceYearEnd', 'share', 'shareBefore', 'shareChange',
] as const
export type SeriesPart = (typeof seriesParts)[number]

/** An indicator by period (本期, 上期, 上年同期, 累计); a cell is a figure or a text as printed. */
export const periodTable = z.object({
  columns: z.array(z.object({ part: z.enum(seriesParts), name: z.string(), /** The days that it counts; growth and shares have none of their own. */ days: z.string().nullable() })),
  rows: z.array(z.object({ name: z.string(), cells: z.array(z.union([z.number(), z.string()])) })),
})
export type PeriodTable = z.output<typeof periodTable>

export const indicatorSeries = z.object({
  unit: z.string(),
  decimals: z.int(),
  rows: z.array(z.string()),
  points: z.array(z.object({ period: z.string(), values: z.array(figure), /** Places by the rule of the ranking; null without one. */ ranks: z.array(figure), total: figure })),
})
export type IndicatorSeries = z.output<typeof indicatorSeries>

import { z } from 'zod'
import { countHighValue, highValueCriteria } from '../counting/highValue'
import { patentTerm } from '../counting/patentTerm'
import { partitionTotal, rankByDensity, rankDescending } from '../counting/rank'
import { countStandards } from '../counting/countStandards'
import { isIsoDay } from '../dates/dates'
import { growth, perTenThousand, share } from '../numbers'
import { parsePublicationNumber } from '../patents/patentPublication'
import { trademarkStateOn, trademarkTerm } from '../trademarks/trademark'

/** Field names of golden-cases.json and what they hold. */
export type Answer = Record<string, unknown>

/** The kinds of domain.md 9 whose input is a small table; each entry is the input's shape and the answer. */
function question<S extends z.ZodType>(shape: S, answer: (input: z.output<S>) => Answer): (input: unknown) => Answer | null {
  return (input) => {
    const parsed = shape.safeParse(input)
    return parsed.success ? answer(parsed.data) : null
  }
}

const day = z.string().refine(isIsoDay)
const decimals = z.number().int().min(0).max(12)
const amount = z.number()
const optionalAmount = z.number().nullish().transform((value) => value ?? null)
const table = z.record(z.string(), amount)
const densityRow = z.object({ region: z.string(), count: amount, population_wan: optionalAmount })

const kinds: Readonly<Record<string, (input: unknown) => Answer | null>> = {
  trademark_term: question(z.object({ registered: day, as_of: day }), ({ registered, as_of: asOf }) => {
    const { termEndOn, renewalFromOn, graceUntilOn } = trademarkTerm(registered)
    return { term_end: termEndOn, renewal_from: renewalFromOn, grace_until: graceUntilOn, status: trademarkStateOn({ registeredOn: registered }, asOf) }
  }),
  patent_term: question(z.object({ type: z.enum(['invention', 'utility_model', 'design']), filed: day }), ({ type, filed }) => {
    const { lastDayOn, terminatesOn } = patentTerm(type, filed)
    return { last_day: lastDayOn, terminates_on: terminatesOn }
  }),
  per_10k: question(z.object({ count: amount, population_wan: optionalAmount, decimals }), (input) => ({
    value: perTenThousand(input.count, input.population_wan, input.decimals),
  })),
  growth: question(z.object({ current: optionalAmount, previous: optionalAmount, decimals }), (input) => ({
    value: growth(input.current, input.previous, input.decimals),
  })),
  share: question(z.object({ part: optionalAmount, whole: optionalAmount, decimals }), (input) => ({
    value: share(input.part, input.whole, input.decimals),
  })),
  rank_table: question(
    z.object({ rows: z.array(densityRow), other_row: z.object({ count: amount }).nullish(), total_population_wan: optionalAmount }),
    ({ rows, other_row: other, total_population_wan: population }) => {
      const ranked = rankByDensity(rows.map((row) => ({ region: row.region, count: row.count, populationWan: row.population_wan })))
      const count = partitionTotal([...rows.map((row) => row.count), other?.count ?? 0])
      return {
        rows: ranked.map((row) => ({ region: row.region, per_10k: row.perTenThousand, rank: row.rank ?? '-' })),
        other_row: { per_10k: '-', rank: '-' },
        total: { count, per_10k: perTenThousand(count, population) },
      }
    },
  ),
  rank_ties: question(z.object({ values: z.array(z.tuple([z.string(), amount])) }), ({ values }) => {
    const ranks = rankDescending(values.map(([, value]) => value))
    return { rank: Object.fromEntries(values.map(([name], index) => [name, ranks[index] ?? '-'])) }
  }),
  partition_total: question(z.object({ counties: table, zones: table.default({}) }), ({ counties, zones }) => ({
    city_total: partitionTotal([...Object.values(counties), ...Object.values(zones)]),
  })),
  standard_counting: question(
    z.object({ standards: z.array(z.object({ no: z.string(), units: z.array(z.tuple([z.string(), z.string().nullable()])) })) }),
    ({ standards }) => {
      const count = countStandards(standards.map(({ no, units }) => ({
        standardNo: no,
        length: units.length,
        units: units.map(([name, district], index) => ({ name, position: index + 1, district })),
      })), 'first')
      return {
        full: Object.fromEntries(count.full), lead: Object.fromEntries(count.lead),
        city_participate_or_lead: count.cityTotal, city_lead: count.cityLead,
      }
    },
  ),
  revision_split: question(
    z.object({ released: amount, mandatory: amount, recommended: amount, guidance: amount, new: amount, revised: amount }),
    (input) => ({
      by_nature_sums: partitionTotal([input.mandatory, input.recommended, input.guidance]) === input.released,
      new_plus_revised_sums: partitionTotal([input.new, input.revised]) === input.released,
    }),
  ),
  high_value_union: question(
    z.object({ patents: z.array(z.object({ no: z.string(), criteria: z.array(z.enum(highValueCriteria)) })) }),
    ({ patents }) => {
      const byNumber = Map.groupBy(patents, ({ no }) => no)
      const { total, byCriterion } = countHighValue([...byNumber.values()].map((rows) => [...new Set(rows.flatMap(({ criteria }) => criteria))]))
      return { high_value: total, by_criterion: byCriterion }
    },
  ),
  patent_dedupe: question(z.object({ rows: z.array(z.string()), application_no: z.string() }), ({ rows }) => {
    const documents = rows.map(parsePublicationNumber)
    return { patents: rows.length > 0 ? 1 : 0, granted: documents.some((document) => document.ok && document.granted) }
  }),
}

/** Whether a question of this kind can be asked here. */
export function isCountingKind(kind: string): boolean {
  return Object.hasOwn(kinds, kind)
}

/** Null when the kind is unknown or its input has another shape. */
export function evaluateCounting(kind: string, input: unknown): Answer | null {
  return isCountingKind(kind) ? (kinds[kind]?.(input) ?? null) : null
}

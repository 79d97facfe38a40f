import type { LapseEffect, LapseEffects, LapseEffectsRequest, LapseRequest } from '../../../shared/bridge/workbench'
import { addDays } from '../../../shared/domain/dates/calendar'
import { indicatorDefinition, leadingTerm, type IndicatorName } from '../../../shared/domain/catalogue/indicators'
import { rankDescending } from '../../../shared/domain/counting/rank'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import type { RegisterColumns } from '../columns/registerColumns'
import { momentFor, readOptions, type CountingOptions } from '../ranking/countingOptions'
import { evaluate, scan, type Figures } from '../ranking/figures'
import { rankable } from '../ranking/rankIndicator'
import { layOutRows } from '../ranking/regionRows'
import { listOfIds, type BehindList } from '../rankTable/behindList'
import { requestFor } from '../rankTable/rankRequest'
import { recordsOf } from '../ranking/recordsOf'

/** Stocks that shrink when terms end; flows and honours do not. */
const lapsingIndicators = ['trademarks_valid', 'inventions_valid', 'high_value_per_10k'] as const satisfies readonly IndicatorName[]
/** Of some units only: all people of a place are no divisor of theirs, so that their high-value patents are counted as such. */
const lapsingOfUnits = ['trademarks_valid', 'inventions_valid', 'high_value'] as const satisfies readonly IndicatorName[]

/**
 * What the stocks of today lose, and how places move, if nothing that ends within some days is renewed and nothing new
 * comes: the same count twice, the second time of what is still in force on the last day.
 *
 * @param request  the rows, the divisor and the tagged units of the ranking that it stands beside; what is left out is the rules' own
 */
export async function lapseEffects(columns: RegisterColumns, request: LapseEffectsRequest, today: string): Promise<LapseEffects> {
  const { days } = request
  const until = addDays(today, days)
  const effects: LapseEffect[] = []
  for (const indicator of request.unitTags?.length ? lapsingOfUnits : lapsingIndicators) {
    if ((await recordsOf(columns, indicator)) > 0) effects.push(await effectOn(columns, indicator, optionsFor(indicator, request, today), until))
  }
  return { days, from: today, until, effects }
}

function optionsFor(indicator: IndicatorName, { zones, population, unitTags }: LapseEffectsRequest, today: string): Result<CountingOptions> {
  return readOptions(indicator, requestFor(indicator, { period: `${today}..${today}`, asOf: today, scope: 'districts', zones, population, unitTags }))
}

async function effectOn(columns: RegisterColumns, indicator: IndicatorName, options: Result<CountingOptions>, until: string): Promise<LapseEffect> {
  const { unit, decimals } = indicatorDefinition(indicator)
  const now = options.ok ? await evaluate(columns, indicator, options.value) : options
  const after = options.ok ? await evaluate(columns, indicator, { ...options.value, lastingUntil: until }) : options
  if (!now.ok || !after.ok) return { indicator, unit, decimals, isMissingPopulation: true, rows: [] }
  return { indicator, unit, decimals, isMissingPopulation: false, rows: rowsOf(now.value, after.value) }
}

/** The city first, then in administrative order every row that loses something or whose place moves. */
function rowsOf(now: Figures, after: Figures): LapseEffect['rows'] {
  const ranks = rankDescending(rankable(now))
  const ranksAfter = rankDescending(rankable(after))
  const { rows, city } = now.rows
  const all = rows.map(({ name }, row) => ({
    name, isCity: row === city,
    lapsing: (now.values[row]?.count ?? 0) - (after.values[row]?.count ?? 0),
    now: now.values[row]?.value ?? null, after: after.values[row]?.value ?? null,
    rank: ranks[row] ?? null, rankAfter: ranksAfter[row] ?? null,
  }))
  const changed = all.filter(({ isCity, lapsing, rank, rankAfter }) => !isCity && (lapsing > 0 || rank !== rankAfter))
  return [...all.filter(({ isCity }) => isCity), ...changed]
}

/**
 * The records behind a number of {@link lapseEffects}: what counts today, what of it ends, or what stays. For a density they
 * are the numerator's.
 *
 * @returns unknown_name for a row that no table has, usage failures of an indicator that is no stock
 */
export async function lapseRecords(columns: RegisterColumns, { lapse: indicator, row: name, days, which }: LapseRequest, today: string): Promise<Result<BehindList>> {
  const options = readOptions(indicator, { asOf: today })
  if (!options.ok) return options
  await columns.directory()
  const rows = layOutRows(columns.city, columns.places, options.value.zones)
  const row = name === null ? rows.city : rows.rows.findIndex((candidate) => candidate.name === name)
  if (row < 0) return fail('unknown_name', undefined, { what: '区市', value: name })
  const counted = (asked: CountingOptions) => scan(columns, leadingTerm(indicator), asked, momentFor(indicator, asked))
  const now = await counted(options.value)
  const lasting = new Set((await counted({ ...options.value, lastingUntil: addDays(today, days) })).members(rows, row))
  const ids = now.members(rows, row).filter((id) => which === 'now' || lasting.has(id) === (which === 'lasting'))
  return succeed(await listOfIds(columns, now.kind, ids, (place) => rows.rowsOfPlace[place]?.includes(row) ?? false))
}

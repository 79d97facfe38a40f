import { setImmediate as nextTurn } from 'node:timers/promises'
import { indicatorDefinition, type IndicatorName } from '../../../../shared/domain/catalogue/indicators'
import { Refusal } from '../../../../shared/domain/result'
import type { Counting } from '../../counting'
import type { RankAnswer } from '../../ranking/rankAnswer'
import type { JobWatch } from '../../runJob'

/** What an import did to one of the leader's indicators. */
export interface IndicatorEffect {
  indicator: IndicatorName
  label: string
  unit: string
  period: string
  before: number | null
  after: number | null
  /** Districts whose value or place moved. */
  regions: { name: string; before: number | null; after: number | null; rankBefore: number | null; rankAfter: number | null }[]
}

/** What the bureau's leader asks for first. */
const leadersIndicators: readonly IndicatorName[] = ['standards', 'high_value_per_10k', 'inventions_per_10k', 'pct', 'trademarks_valid', 'trademarks_per_100_entities', 'honours', 'pilots']

export type IndicatorSnapshot = ReadonlyMap<IndicatorName, RankAnswer>

/**
 * The leader's indicators of a year as these columns stand; one that cannot be computed (no population) is missing.
 * Between two of them waiting calls are answered.
 *
 * @throws Refusal job_cancelled when the signal says so
 */
export async function takeSnapshot(counting: Pick<Counting, 'rank'>, year: number, { signal, onProgress }: Partial<JobWatch> = {}): Promise<IndicatorSnapshot> {
  const snapshot = new Map<IndicatorName, RankAnswer>()
  for (const [done, indicator] of leadersIndicators.entries()) {
    onProgress?.(done, leadersIndicators.length)
    await nextTurn()
    if (signal?.aborted) throw new Refusal('job_cancelled')
    const ranked = await counting.rank(indicator, { period: String(year) })
    if (ranked.ok) snapshot.set(indicator, ranked.value)
  }
  return snapshot
}

/** Indicators that have a value before or after, those that moved first. */
export function compareSnapshots(before: IndicatorSnapshot, after: IndicatorSnapshot): IndicatorEffect[] {
  const effects = leadersIndicators.flatMap((indicator): IndicatorEffect[] => {
    const now = after.get(indicator)
    const was = before.get(indicator)
    if (!now || (now.noData !== undefined && (was === undefined || was.noData !== undefined))) return []
    const old = new Map(was?.rows.map((row) => [row.name, row]))
    const regions = now.rows.flatMap((row) => {
      const previous = old.get(row.name)
      const hasMoved = (previous?.value ?? null) !== row.value || (previous?.rank ?? null) !== row.rank
      return hasMoved ? [{ name: row.name, before: previous?.value ?? null, after: row.value, rankBefore: previous?.rank ?? null, rankAfter: row.rank }] : []
    })
    const { label, unit } = indicatorDefinition(indicator)
    return [{ indicator, label, unit, period: now.period, before: was?.total.value ?? null, after: now.total.value, regions }]
  })
  return effects.sort((a, b) => Number(b.before !== b.after) - Number(a.before !== a.after))
}

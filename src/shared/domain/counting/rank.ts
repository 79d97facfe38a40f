import { exactSum, perTenThousand } from '../numbers'

/**
 * Competition ranking, descending: equal values share the better place and the next place is skipped (domain.md 6).
 * Give it printed (rounded) values; null is not ranked.
 */
export function rankDescending(values: readonly (number | null)[]): (number | null)[] {
  const sorted = values.filter((value) => value !== null).sort((a, b) => b - a)
  const places = new Map<number, number>()
  sorted.forEach((value, index) => { if (!places.has(value)) places.set(value, index + 1) })
  return values.map((value) => (value === null ? null : places.get(value) ?? null))
}

export interface DensityRow { region: string; count: number; populationWan: number | null }
export interface RankedDensity { region: string; perTenThousand: string; rank: number | null }

/** Rows in the order given, ranked by their printed density; a row without population shows "-" and no rank. */
export function rankByDensity(rows: readonly DensityRow[], decimals = 2): RankedDensity[] {
  const printed = rows.map((row) => perTenThousand(row.count, row.populationWan, decimals))
  const ranks = rankDescending(printed.map((text) => (text === '-' ? null : Number(text))))
  return rows.map((row, index) => ({ region: row.region, perTenThousand: printed[index] ?? '-', rank: ranks[index] ?? null }))
}

/** A sum of rows that partition the whole (patents, marks; never standards). */
export function partitionTotal(parts: readonly number[]): number {
  return exactSum(parts)
}

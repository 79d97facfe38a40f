import { exactDifference } from '../numbers'

/** How far a value lies from its neighbours in the ranking; null where there is none. */
export interface PlaceDistance {
  /** To the next better value: what is missing to catch up. */
  ahead: number | null
  /** From the next lower value: the lead. */
  behind: number | null
}

/**
 * Distances between printed values, ranked descending. Equal values share their place, so the neighbour is always the
 * next different value; null is not ranked.
 */
export function placeDistances(values: readonly (number | null)[]): PlaceDistance[] {
  const steps = [...new Set(values.filter((value) => value !== null))].sort((a, b) => b - a)
  const at = new Map(steps.map((value, index) => [value, index]))
  return values.map((value) => {
    const index = value === null ? undefined : at.get(value)
    if (value === null || index === undefined) return { ahead: null, behind: null }
    const better = steps[index - 1]
    const lower = steps[index + 1]
    return { ahead: better === undefined ? null : exactDifference(better, value), behind: lower === undefined ? null : exactDifference(value, lower) }
  })
}

/** A step of a scale: the values it holds, from its lowest to its highest. */
export interface ValueStep { from: number; to: number }

/**
 * Cuts values into steps with about equally many different values each, so that a single high one does not make all others
 * look alike. Equal values are always in one step, and no step is empty.
 *
 * @param most  how many steps at most
 * @returns     lowest first; none without values
 */
export function valueSteps(values: readonly number[], most: number): ValueStep[] {
  const distinct = [...new Set(values)].toSorted((a, b) => a - b)
  const count = Math.min(most, distinct.length)
  return Array.from({ length: count }, (_, step) => {
    const held = distinct.slice(Math.floor((step * distinct.length) / count), Math.floor(((step + 1) * distinct.length) / count))
    return { from: held[0] ?? 0, to: held.at(-1) ?? 0 }
  })
}

/** Which step a value is in; -1 for one that the steps were not made of. */
export function stepOf(steps: readonly ValueStep[], value: number): number {
  return steps.findIndex(({ from, to }) => value >= from && value <= to)
}

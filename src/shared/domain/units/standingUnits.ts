/**
 * The unit that stands for each unit: itself, or the one it was merged into. A circle stands for nobody else.
 *
 * @param units  in any order; `mergedInto` is the key of another of them
 * @returns      places in `units`
 */
export function standingUnits(units: readonly { uscc: string; mergedInto: string | null }[]): number[] {
  const unitOfUscc = new Map(units.map(({ uscc }, unit) => [uscc, unit]))
  return units.map((_unit, own) => {
    let standing = own
    for (const seen = new Set<number>(); !seen.has(standing);) {
      seen.add(standing)
      const into = units[standing]?.mergedInto
      standing = (into ? unitOfUscc.get(into) : undefined) ?? standing
    }
    return standing
  })
}

/**
 * Whether the way up from a parent leads back to a unit; what was merged stands where it went.
 *
 * @param parents  code of a unit to that of its parent
 * @param merged   code of a merged unit to that of the one it went into
 */
export function createWayUp(parents: ReadonlyMap<string, string>, merged: ReadonlyMap<string, string>): (uscc: string, parent: string) => boolean {
  const standing = (code: string): string => {
    let at = code
    for (let into = merged.get(at), steps = 0; into !== undefined && steps <= merged.size; into = merged.get(at), steps += 1) at = into
    return at
  }
  return (uscc, parent) => {
    const seen = new Set<string>()
    for (let at: string | undefined = standing(parent); at !== undefined && !seen.has(at); ) {
      if (at === standing(uscc)) return true
      seen.add(at)
      const next = parents.get(at)
      at = next === undefined ? undefined : standing(next)
    }
    return false
  }
}

import { useState } from 'react'
import type { TwinGroup } from '../../../../shared/bridge/twins'
import { comparedAtMost } from '../../../../shared/domain/catalogue/problems'

/** The group that is looked at, and which of its records is kept; a group is known by any of its records. */
export function useChosenGroup(groups: readonly TwinGroup[]) {
  const [chosen, setChosen] = useState<number | null>(null)
  const [keeps, setKeeps] = useState<Readonly<Record<number, number>>>({})
  const at = Math.max(0, groups.findIndex(({ ids }) => ids.some((id) => id === chosen)))
  const current = groups[at]
  const ids = current?.ids.slice(0, comparedAtMost) ?? []
  return {
    at, current, setChosen,
    /** Those of its records that stand side by side. */
    ids,
    keep: ids.find((id) => keeps[id] === id) ?? ids[0] ?? 0,
    choose: (id: number): void => setKeeps({ ...Object.fromEntries(Object.entries(keeps).filter(([other]) => !ids.includes(Number(other)))), [id]: id }),
    move: (step: number): void => setChosen(groups[Math.min(Math.max(at + step, 0), groups.length - 1)]?.ids[0] ?? null),
    /** Stays with what is left of the group, or goes to the next one. */
    goOn(gone: readonly number[]): void {
      const left = ids.filter((id) => !gone.includes(id))
      setChosen(left.length > 1 ? (left[0] ?? null) : (groups[at + 1]?.ids[0] ?? null))
    },
  }
}

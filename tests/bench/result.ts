import { goalOf, type Goal, type GoalId } from './goals'
import type { Pair, Series } from './measure'

/** One line of `npm run bench -- --json`; the first nine are its contract, the rest explains them. */
export interface BenchResult {
  id: string
  n: number
  ours: number
  peer: number | null
  unit: string
  /** times: peer / ours; sizes: ours / peer. Null without a peer. */
  ratio: number | null
  /** Null where the goal is set for another n: that line shows the growth. */
  bar: number | null
  moon: number | null
  met: boolean | null
  oursSpread: readonly [number, number]
  peerSpread: readonly [number, number] | null
  /** Peer that is not on this machine. */
  missing?: string
  note?: string
}

export function resultOf(id: GoalId, n: number, { ours, peer }: Pair, more: { missing?: string; note?: string } = {}): BenchResult {
  const goal: Goal = goalOf(id)
  const ratio = peer === null || peer.median === 0 || ours.median === 0 ? null : goal.comparison === 'times' ? peer.median / ours.median : ours.median / peer.median
  const isGoalSize = n === goal.n
  return {
    id, n, ours: rounded(ours.median), peer: peer === null ? null : rounded(peer.median), unit: goal.unit, ratio: ratio === null ? null : rounded(ratio),
    bar: isGoalSize ? goal.bar : null, moon: isGoalSize ? goal.moon : null, met: isGoalSize ? isMet(goal, ratio, ours) : null,
    oursSpread: spreadOf(ours), peerSpread: peer === null ? null : spreadOf(peer), ...more,
  }
}

/** The bar, and the absolute limit where there is one; without a peer nothing is claimed. */
function isMet(goal: Goal, ratio: number | null, ours: Series): boolean | null {
  if (ratio === null) return null
  const holds = goal.comparison === 'times' ? ratio >= goal.bar : ratio <= goal.bar
  return holds && (goal.limit === undefined || ours.median <= goal.limit.value)
}

function spreadOf({ lowest, highest }: Series): [number, number] {
  return [rounded(lowest), rounded(highest)]
}

function rounded(value: number): number {
  return Number(value.toPrecision(value >= 1_000 ? 5 : 3))
}

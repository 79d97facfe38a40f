/** The numbers of one side: median and spread of its runs. */
export interface Series {
  median: number
  lowest: number
  highest: number
  runs: number
}

export function seriesOf(values: readonly number[]): Series {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const median = sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
  return { median, lowest: sorted[0] ?? 0, highest: sorted.at(-1) ?? 0, runs: sorted.length }
}

export interface Pair {
  ours: Series
  peer: Series | null
}

/**
 * Questions of a millisecond are asked as in a program that has been open for a while: code compiled, file in the cache.
 * The engine compiles in the background what has run some hundred times; peers are compiled programs and need only the file.
 */
export const asInUse = 400
const peerWarmUps = 10

/** Runs both sides in turn, so that both meet the same machine, after some unmeasured runs of each. */
export async function alternate(rounds: number, ours: () => Promise<number>, peer: (() => Promise<number>) | null, warmUps = 1): Promise<Pair> {
  const own: number[] = []
  const other: number[] = []
  for (let run = 0; run < warmUps; run++) await ours()
  for (let run = 0; run < Math.min(warmUps, peerWarmUps); run++) await peer?.()
  for (let round = 0; round < rounds; round++) {
    own.push(await ours())
    if (peer) other.push(await peer())
  }
  return { ours: seriesOf(own), peer: peer ? seriesOf(other) : null }
}

/** Milliseconds of one run. */
export async function timed(work: () => unknown): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

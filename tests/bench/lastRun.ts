import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { goals, type Goal } from './goals'
import type { BenchResult } from './result'

/** docs/bench.json: the last recorded run. */
const recorded = z.object({ recordedOn: z.string(), results: z.array(z.object({ id: z.string(), n: z.number(), ours: z.number(), ratio: z.number().nullable(), unit: z.string() })) })
export type RecordedRun = z.output<typeof recorded>

/** A ratio that moved by less is the machine's mood. */
const mood = 0.2

/** @returns null where nothing was recorded */
export function readRecorded(file: string): RecordedRun | null {
  return existsSync(file) ? recorded.parse(JSON.parse(readFileSync(file, 'utf8'))) : null
}

export function writtenRun(results: readonly BenchResult[], recordedOn: string): string {
  return `${JSON.stringify({ recordedOn, results }, null, 1)}\n`
}

/** What is clearly better or worse than it was recorded, row by row; ratios are compared, since machines differ. */
export function comparedWith(results: readonly BenchResult[], { recordedOn, results: before }: RecordedRun): string[] {
  const moved = results.flatMap((now) => {
    const then = before.find(({ id, n }) => id === now.id && n === now.n)
    if (then === undefined || then.ratio === null || now.ratio === null || then.ratio === 0) return []
    const change = isTimes(now.id) ? now.ratio / then.ratio : then.ratio / now.ratio
    return Math.abs(Math.log(change)) < Math.log(1 + mood) ? [] : [`${change > 1 ? 'better' : 'worse'} than on ${recordedOn}: ${now.id} at ${now.n.toLocaleString('en')}: ratio ${then.ratio} then, ${now.ratio} now`]
  })
  return moved.length > 0 ? moved : [`as on ${recordedOn}, within ${mood * 100} %`]
}

function isTimes(id: string): boolean {
  return (goals as readonly Goal[]).find((goal) => goal.id === id)?.comparison === 'times'
}

import type { Page } from 'playwright-core'

/** The tasks of a window's main thread, as Chromium traces them. */
export interface Tasks {
  /** From the beginning of the longest to its end, waiting for a processor included. */
  longestMs: number
  /** The most that the thread itself worked in one. */
  longestWorkMs: number
  count: number
  /** What the thread did in the task in which it worked most: ms of its own work by what Chromium calls it, most first. */
  parts: Readonly<Record<string, number>>
}

interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  /** Microseconds. */
  ts: number
  dur?: number
  tdur?: number
  args?: { name?: string }
}

/** Traces what the window's main thread does while this work runs. */
export async function traceTasks(page: Page, work: () => Promise<void>): Promise<Tasks> {
  const devtools = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  devtools.on('Tracing.dataCollected', ({ value }) => { events.push(...(value as unknown as TraceEvent[])) })
  const isComplete = new Promise<void>((resolve) => { devtools.once('Tracing.tracingComplete', () => resolve()) })
  await devtools.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['toplevel', 'disabled-by-default-devtools.timeline', 'devtools.timeline', '__metadata'], excludedCategories: ['*'] } })
  await work()
  await devtools.send('Tracing.end')
  await isComplete
  await devtools.detach()
  const main = new Set(events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(({ pid, tid }) => `${pid}:${tid}`))
  const done = events.filter(({ ph, pid, tid }) => ph === 'X' && main.has(`${pid}:${tid}`))
  const tasks = done.filter(({ name }) => name.endsWith('RunTask'))
  const [first] = tasks
  if (first === undefined) throw new Error('the trace has no task of the window')
  const most = (lasting: (event: TraceEvent) => number): TraceEvent => tasks.reduce((longest, event) => (lasting(event) > lasting(longest) ? event : longest), first)
  const busiest = most(workOf)
  return { longestMs: (most(({ dur }) => dur ?? 0).dur ?? 0) / 1_000, longestWorkMs: workOf(busiest) / 1_000, count: tasks.length, parts: partsOf(busiest, done) }
}

function workOf({ tdur }: TraceEvent): number {
  return tdur ?? 0
}

/** The work within a task, what stands within a part taken off it: the parts add up to the task. */
function partsOf(task: TraceEvent, events: readonly TraceEvent[]): Record<string, number> {
  const endOf = ({ ts, dur = 0 }: TraceEvent): number => ts + dur
  const within = events.filter((event) => event.pid === task.pid && event.tid === task.tid && event.ts >= task.ts && endOf(event) <= endOf(task))
    .toSorted((a, b) => a.ts - b.ts || endOf(b) - endOf(a))
  const sums = new Map<string, number>()
  const add = (name: string, microseconds: number): void => void sums.set(name, (sums.get(name) ?? 0) + microseconds / 1_000)
  const around: TraceEvent[] = []
  for (const event of within) {
    while (around.length > 0 && endOf(around.at(-1) ?? event) < endOf(event)) around.pop()
    const outer = around.at(-1)
    if (outer !== undefined) add(outer.name, -workOf(event))
    add(event.name, workOf(event))
    around.push(event)
  }
  return Object.fromEntries([...sums].filter(([, ms]) => ms >= 0.5).toSorted(([, a], [, b]) => b - a).map(([name, ms]) => [name, Number(ms.toFixed(1))]))
}

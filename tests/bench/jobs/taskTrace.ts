import type { Page } from 'playwright-core'

/** The tasks of a window's main thread, as Chromium traces them. */
export interface Tasks {
  /** From the beginning of the longest to its end, waiting for a processor included. */
  longestMs: number
  /** The most that the thread itself worked in one. */
  longestWorkMs: number
  count: number
}

interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  /** Microseconds. */
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
  const tasks = events.filter(({ name, ph, pid, tid }) => ph === 'X' && name.endsWith('RunTask') && main.has(`${pid}:${tid}`))
  if (tasks.length === 0) throw new Error('the trace has no task of the window')
  const most = (lasting: (event: TraceEvent) => number): number => tasks.reduce((longest, event) => Math.max(longest, lasting(event)), 0) / 1_000
  return { longestMs: most(({ dur }) => dur ?? 0), longestWorkMs: most(({ tdur }) => tdur ?? 0), count: tasks.length }
}

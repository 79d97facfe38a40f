import { z } from 'zod'
import { periodEvent, type PeriodEvent } from '../../../shared/bridge/periods'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import type { InfoStore } from '../../store/registerStore'

/** Who reviewed, handed in and archived a period, and when: a log beside the records, only ever added to. */
export const periodEventsKey = 'period_events'

/** Lists by period; what a later version wrote into them stays as it is. */
const keptLog = z.record(z.string(), z.array(z.unknown()))
type KeptLog = z.output<typeof keptLog>

/** The log to be shown: what is not understood is left out. */
export async function readPeriodEvents(info: Pick<InfoStore, 'get'>): Promise<Record<string, PeriodEvent[]>> {
  const log = await readLog(info)
  if (!log.ok) return {}
  return Object.fromEntries(Object.entries(log.value).map(([period, events]) => [period, events.flatMap(understood)]))
}

/**
 * What to store so that the period has one event more; everything else in the log is kept letter by letter.
 *
 * @returns register_damaged where what is stored is no log: nothing is written over it
 */
export async function withPeriodEvent(info: Pick<InfoStore, 'get'>, period: string, event: PeriodEvent): Promise<Result<Record<string, string>>> {
  const log = await readLog(info)
  if (!log.ok) return log
  return succeed({ [periodEventsKey]: JSON.stringify({ ...log.value, [period]: [...(log.value[period] ?? []), event] }) })
}

async function readLog(info: Pick<InfoStore, 'get'>): Promise<Result<KeptLog>> {
  const log = keptLog.safeParse(parsed((await info.get(periodEventsKey)) || '{}'))
  return log.success ? succeed(log.data) : fail('register_damaged', undefined, { reason: 'unreadable_log' })
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

function understood(event: unknown): PeriodEvent[] {
  const read = periodEvent.safeParse(event)
  return read.success ? [read.data] : []
}

/** The last word on the review: null where it was never made, or withdrawn. */
export function reviewOf(events: readonly PeriodEvent[]): PeriodEvent | null {
  const last = events.findLast(({ what }) => what === 'reviewed' || what === 'review_withdrawn')
  return last?.what === 'reviewed' ? last : null
}
